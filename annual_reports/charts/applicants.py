"""Who asks, and whether they fare differently."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.colours import ink_on
from annual_reports.charts.labels import draw_key, draw_rows, strong, swatch
from annual_reports.charts.marks import (
    COMPARABLE,
    SMALL_BASE,
    Row,
    all_years,
    keys,
    new_figure,
    rows_of,
)
from annual_reports.charts.shares import SHARE_ROWS, Stack, share_text, stacked_years
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import APPLICANTS, OUTCOMES, SMALL

_ROW = 46


def applicant_composition(frame: pd.DataFrame, style: Style) -> Chart | None:
    """New requests by the six kinds of applicant, from applicant_types."""
    rows = rows_of(frame)
    if all(row["share"] is None for row in rows):
        return None
    stack = Stack(APPLICANTS, style.palette.applicants, "applicant", "all_requests")
    figure = stacked_years(style, stack, rows, all_years(rows), {})
    last = max(row["year"] for row in rows if row["share"] is not None)
    of_year = [row for row in rows if row["year"] == last]
    n = style.say("n-of-year", n=fmt.count(of_year[0]["all_requests"]), year=last)
    measure, title = style.say("applicants.measure"), _composition_title(style, of_year)
    return chart(style, "applicants", figure, title, measure, n)


def _composition_title(style: Style, of_year: Sequence[Row]) -> str:
    most, *rest = sorted(of_year, key=lambda row: row["share"] or 0.0, reverse=True)
    facts = {
        "year": most["year"],
        "n": fmt.count(most["all_requests"]),
        "name": style.inside(style.label("3", most["applicant"])),
        "share": fmt.rate(most["share"]),
    }
    if not rest or not rest[0]["share"]:
        return style.say("applicants.title.one", **facts)
    second = style.inside(style.label("3", rest[0]["applicant"]))
    return style.say("applicants.title", **facts, next=second, other=fmt.rate(rest[0]["share"]))


def applicant_outcomes(frame: pd.DataFrame, style: Style) -> Chart | None:
    """The six outcomes of each kind of applicant, from applicant_outcomes."""
    rows = rows_of(frame)
    closed = {row["applicant"]: row["closed"] for row in rows if row["closed"]}
    shown = [code for code in APPLICANTS if code in closed]
    if not shown:
        return None
    figure = new_figure(style, _ROW * len(shown) + 12, barmode="stack", margin={"t": 4})
    cells = {(row["applicant"], row["outcome"]): row for row in rows}
    for outcome in OUTCOMES:
        figure.add_bar(_segment(style, outcome, [cells.get((code, outcome)) for code in shown]))
    draw_rows(figure, style, [_label(style, code, closed[code]) for code in shown])
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update(uniformtext={"mode": "hide", "minsize": 9})
    key = [swatch(style.palette.outcomes[code], style.label("3", code)) for code in OUTCOMES]
    draw_key(figure, style, key, each=3)
    n = style.say("n", n=fmt.count(rows[0]["all_closed"]))
    notes = (style.say("applicant-outcomes.measure"), n, _small_names(style, closed))
    title = _outcomes_title(style, rows)
    return chart(style, "applicant-outcomes", figure, title, *notes)


def _segment(style: Style, outcome: str, rows: Sequence[Row | None]) -> dict[str, Any]:
    """One outcome across the applicants; hatched where few cases stand behind it."""
    colour = style.palette.outcomes[outcome]
    hatch = ["/" if row and row["is_small"] else "" for row in rows]
    pattern = {"shape": hatch, "fgcolor": style.palette.surface, "size": 6, "solidity": 0.35}
    pattern["fillmode"] = "overlay"
    border = {"color": style.palette.surface, "width": 1}
    return SHARE_ROWS | {
        "name": style.label("3", outcome),
        "x": [row["share"] if row else None for row in rows],
        "y": list(range(len(rows))),
        "text": ["" if row and row["is_small"] else share_text(row) for row in rows],
        "textfont": {"size": SMALL, "color": ink_on(colour)},
        "marker": {"color": colour, "pattern": pattern, "line": border},
        "customdata": [keys(row, row["applicant"] if row else "") for row in rows],
        "hovertext": [_hover(style, row) for row in rows],
    }


def _hover(style: Style, row: Row | None) -> str:
    if row is None:
        return ""
    value = fmt.rate_of(row["share"], row["requests"], row["closed"], style.lang)
    names = {code: style.label("3", row[code]) for code in ("applicant", "outcome")}
    return style.say("applicant-outcomes.hover", **names, value=value)


def _label(style: Style, code: str, closed: float) -> str:
    key = "applicant-outcomes.few" if closed < SMALL_BASE else "applicant-outcomes.row"
    return style.say(key, name=strong(style, style.label("3", code)), n=fmt.count(closed))


def _small_names(style: Style, closed: Mapping[str, float]) -> str:
    names = [style.label("3", code) for code, n in closed.items() if n < SMALL_BASE]
    return style.say("applicant-outcomes.small", names=style.join(names)) if names else ""


def _outcomes_title(style: Style, rows: Sequence[Row]) -> str:
    """The open share of each applicant with enough cases, the highest and the lowest."""
    shares = {
        row["applicant"]: row["open_share"]
        for row in rows
        if row["open_share"] is not None and not row["is_small"]
    }
    if len(shares) < COMPARABLE:
        return style.say("applicant-outcomes.title.few")
    high, low = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    return style.say(
        "applicant-outcomes.title",
        high=style.inside(style.label("3", high)),
        high_share=fmt.rate(shares[high]),
        low=style.inside(style.label("3", low)),
        low_share=fmt.rate(shares[low]),
    )
