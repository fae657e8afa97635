"""Table 3 of an invented report: every request is drawn singly, so that all sums are exact."""

import random
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from annual_reports.demo.chance import around, weighted
from annual_reports.demo.profiles import YEARS, Profile, activity
from annual_reports.export.official_tables import CellKey
from annual_reports.form import Form, uniform_forms

Figures = Mapping[CellKey, Decimal]
_ORGANISATIONS = {
    "business": 0.62,
    "research": 0.03,
    "public_interest": 0.06,
    "legal_service": 0.2,
    "other_org": 0.09,
}


def request_cells(
    profile: Profile, form: Form, year: int, rng: random.Random, carried_in: Mapping[str, int]
) -> dict[CellKey, Decimal]:
    """Table 3 from the requests carried in (by applicant column) and those the year brings."""
    applicants = _applicants(profile, rng)
    new = around(rng, profile.requests * activity("requests", year))
    received = Counter(weighted(rng, applicants) for _ in range(new))
    outcomes = _outcomes(profile, form, year, rng)
    tally: Counter[tuple[str, str]] = Counter()
    for column in applicants:
        tally["new_requests", column] += received[column]
        tally["carried_in", column] += carried_in.get(column, 0)
        for _ in range(received[column] + carried_in.get(column, 0)):
            tally[weighted(rng, outcomes), column] += 1
    return _with_totals(form, tally, outcomes)


def carried_out(figures: Figures) -> Counter[str]:
    """The requests a report hands on to the next year, by applicant column."""
    return Counter(
        {
            column: int(value)
            for (table, row, column), value in figures.items()
            if (table, row) == ("3", "carried_out") and column != "total"
        }
    )


def _applicants(profile: Profile, rng: random.Random) -> dict[str, float]:
    natural = min(0.95, profile.natural + 0.04 * (rng.random() - 0.5))
    others = {column: share * (1 - natural) for column, share in _ORGANISATIONS.items()}
    return {"natural_person": natural, **others}


def _outcomes(profile: Profile, form: Form, year: int, rng: random.Random) -> dict[str, float]:
    """The chance of every outcome of a request, to be carried over among them."""
    wanted = profile.disclosure + profile.trend * (year - YEARS.start) + 0.08 * (rng.random() - 0.5)
    disclosure = min(0.9, max(0.12, wanted))
    outcomes = {
        "disclosed": disclosure * (1 - profile.partial),
        "partly_disclosed": disclosure * profile.partial,
        "carried_out": profile.carried / (1 - profile.carried),
    }
    weights = sum(profile.reasons.values())
    for reason, weight in profile.reasons.items():
        row = _row_on(form, reason)
        outcomes[row] = outcomes.get(row, 0) + (1 - disclosure) * weight / weights
    return outcomes


def _row_on(form: Form, reason: str) -> str:
    """The row of that form: the older one has one row where the newer has three."""
    rows = {row.code for row in form.table("3").rows}
    if reason in rows:
        return reason
    replacing = (row for other in uniform_forms() for row in other.table("3").rows)
    return next(row.code for row in replacing if reason in row.replaces and row.code in rows)


def _with_totals(
    form: Form, tally: Counter[tuple[str, str]], outcomes: Mapping[str, float]
) -> dict[CellKey, Decimal]:
    for (row, column), number in list(tally.items()):
        if row in outcomes and row != "carried_out":
            tally["closed_total", column] += number
    for (row, _), number in list(tally.items()):
        tally[row, "total"] += number
    return {key: Decimal(tally[key[1:]]) for key in form.table("3").cell_keys()}
