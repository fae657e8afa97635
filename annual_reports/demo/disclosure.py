"""Table 2 of an invented report: documents in force, decisions, fees and purchases."""

import random
from collections.abc import Mapping
from decimal import Decimal

from annual_reports.demo.chance import around, hits
from annual_reports.demo.profiles import Profile, activity
from annual_reports.demo.requests import Figures
from annual_reports.export.official_tables import CellKey
from annual_reports.form import Form

_MOST_ITEMS = 60
_YUAN_A_PROJECT = 420_000
Values = dict[str, Decimal]


def disclosure_cells(
    profile: Profile, form: Form, year: int, rng: random.Random, previous: Figures
) -> dict[CellKey, Decimal]:
    """Table 2, continuing the stocks of last year's figures where there are any."""
    cells: dict[CellKey, Decimal] = {}
    for row in form.table("2").rows:
        past = {key[2]: value for key, value in previous.items() if key[:2] == ("2", row.code)}
        values = _row_values(profile, row.code, year, rng, past)
        cells |= {("2", row.code, column): values[column] for column in row.columns}
    return cells


def without_stock(cells: Figures) -> dict[CellKey, Decimal]:
    """The same cells with every document repealed, as before an agency is merged into another."""
    cleared = dict(cells)
    for table, row, column in cells:
        if column == "in_force":
            cleared[table, row, "repealed"] += cells[table, row, column]
            cleared[table, row, column] = Decimal(0)
    return cleared


def _row_values(
    profile: Profile, row: str, year: int, rng: random.Random, past: Mapping[str, Decimal]
) -> Values:
    """Every column either form may ask of that row."""
    if row == "regulations":
        return _documents(rng, profile.regulations, profile.regulations_stock, past)
    if row == "normative_documents":
        return _documents(rng, profile.normative, profile.stock, past)
    if row == "procurement":
        return _purchases(rng, profile.procurement)
    if row == "fees":
        charged = _money(profile.fees * (0.75 + 0.5 * rng.random()))
        return {**_items(rng, profile.fees / 100, past), "amount": charged}
    # The fields of the profile bear the codes of the rows.
    mean = getattr(profile, row) * activity("decisions", year)
    return {**_items(rng, mean, past), "decisions": Decimal(around(rng, mean))}


def _documents(rng: random.Random, mean: float, start: int, past: Mapping[str, Decimal]) -> Values:
    stock = past.get("in_force", past.get("disclosed_total", Decimal(start)))
    issued = Decimal(around(rng, mean))
    repealed = min(stock, Decimal(around(rng, mean * 0.75)))
    in_force = stock + issued - repealed
    return {
        "made": issued,
        "newly_disclosed": issued,
        "disclosed_total": in_force,
        "issued": issued,
        "repealed": repealed,
        "in_force": in_force,
    }


def _items(rng: random.Random, mean: float, past: Mapping[str, Decimal]) -> Values:
    """How many kinds of licence, penalty or fee the agency administers, and the change."""
    first = around(rng, min(_MOST_ITEMS, 2 + mean / 12)) if mean else 0
    items = past.get("previous_items", Decimal(first)) + past.get("change", Decimal(0))
    change = Decimal(hits(rng, 4, 0.3) - hits(rng, 4, 0.25)) if mean else Decimal(0)
    return {"previous_items": items, "change": max(change, -items)}


def _purchases(rng: random.Random, mean: float) -> Values:
    projects = around(rng, mean)
    yuan = projects * _YUAN_A_PROJECT * (0.4 + 1.2 * rng.random())
    return {"projects": Decimal(projects), "amount": _money(yuan)}


def _money(amount: float) -> Decimal:
    """Two decimals, or a plain zero."""
    hundredths = round(amount * 100)
    return Decimal(hundredths).scaleb(-2) if hundredths else Decimal(0)
