"""How requests ended, year by year."""

from collections.abc import Sequence

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.marks import (
    Row,
    all_years,
    break_note,
    crossed,
    draw_breaks,
    rows_of,
)
from annual_reports.charts.shares import Stack, stacked_years
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import OUTCOMES

_OPEN = ("disclosed", "partly_disclosed")


def outcome_composition(frame: pd.DataFrame, style: Style) -> Chart | None:
    """The six outcomes of each year, from outcome_mix or agency_outcomes."""
    rows = rows_of(frame)
    if all(row["share"] is None for row in rows):
        return None
    stack = Stack(OUTCOMES, style.palette.outcomes, "outcome", "closed")
    warn = {row["year"]: _contradiction(style, row) for row in rows if _contradicts(row)}
    years = all_years(rows)
    figure = stacked_years(style, stack, rows, years, warn)
    edges = crossed(years, style.break_years.get("disclosure_rate", ()))
    draw_breaks(figure, style, edges, reason=False)
    last = max(row["year"] for row in rows if row["share"] is not None)
    of_year = {row["outcome"]: row for row in rows if row["year"] == last}
    n = style.say("n-of-year", n=fmt.count(next(iter(of_year.values()))["closed"]), year=last)
    warned, broken = _warned(style, sorted(warn)), break_note(style, edges)
    notes = (style.say("outcomes.measure"), n, warned, broken)
    return chart(style, "outcomes", figure, _title(style, list(of_year.values())), *notes)


def _contradicts(row: Row) -> bool:
    known = row["all_outcomes"] is not None and row["closed"] is not None
    return known and row["all_outcomes"] != row["closed"]


def _contradiction(style: Style, row: Row) -> str:
    sums = {"sum": fmt.count(row["all_outcomes"]), "closed": fmt.count(row["closed"])}
    return style.say("outcomes.contradiction", **sums)


def _warned(style: Style, years: Sequence[int]) -> str:
    return style.say("outcomes.warn", years=style.join([str(y) for y in years])) if years else ""


def _title(style: Style, of_year: Sequence[Row]) -> str:
    """The open share and the largest of the others, of one year."""
    facts = {
        "year": of_year[0]["year"],
        "closed": fmt.count(of_year[0]["closed"]),
        "share": fmt.rate(of_year[0]["open_share"]),
    }
    others = [row for row in of_year if row["outcome"] not in _OPEN and row["share"]]
    if not others:
        return style.say("outcomes.title.open", **facts)
    most = max(others, key=lambda row: row["share"])
    name = style.inside(style.label("3", most["outcome"]))
    return style.say("outcomes.title", **facts, name=name, other=fmt.rate(most["share"]))
