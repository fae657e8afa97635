-- id: as_of
-- step: 3
-- why: The day up to which the warehouse can know anything: that of its build, today while none is made. What is due later is not missing.
CREATE MACRO as_of() AS coalesce((SELECT max(built_at)::DATE FROM build_info), current_date)
