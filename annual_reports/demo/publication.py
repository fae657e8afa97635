"""When an invented report appears: mostly in time, some days to months late."""

from datetime import date, timedelta

from annual_reports.demo.chance import seeded
from annual_reports.demo.profiles import profile_of
from annual_reports.registry import Agency

_SATURDAY = 5
_DAYS_EARLY = 24
_DAYS_LATE = 3.0
_LATE_TAIL = 0.97


def due_on(agency: Agency, year: int) -> date:
    """The last lawful day: 31 March for a government's own report, 31 January for all others."""
    return date(year + 1, 3 if agency.kind == "government" else 1, 31)


def published_on(agency: Agency, year: int) -> date:
    """The day of publication of that year's report, never a Saturday or Sunday."""
    rng = seeded("publication", agency.agency_id, year)
    due = due_on(agency, year)
    if rng.random() < profile_of(agency).late:
        days = 1 + int(_DAYS_LATE / (1 - _LATE_TAIL * rng.random()))
        return _working_day(due + timedelta(days=days), step=1)
    return _working_day(due - timedelta(days=int(_DAYS_EARLY * rng.random())), step=-1)


def _working_day(day: date, step: int) -> date:
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=step)
    return day
