"""When an invented report appears: in time; the late ones are planted."""

from datetime import date, timedelta

from annual_reports.demo.chance import seeded
from annual_reports.registry import Agency

_SATURDAY = 5
_DAYS_EARLY = 24


def due_on(agency: Agency, year: int) -> date:
    """The last lawful day: 31 March for a government's own report, 31 January for all others."""
    return date(year + 1, 3 if agency.kind == "government" else 1, 31)


def published_on(agency: Agency, year: int) -> date:
    """The day of publication of that year's report, never a Saturday or Sunday."""
    rng = seeded("publication", agency.agency_id, year)
    day = due_on(agency, year) - timedelta(days=int(_DAYS_EARLY * rng.random()))
    while day.weekday() >= _SATURDAY:
        day -= timedelta(days=1)
    return day
