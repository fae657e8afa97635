"""What came in and what became of it, year by year."""

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_key, draw_rows, half_widths, swatch
from annual_reports.charts.marks import (
    DOTTED,
    HOVER,
    Row,
    break_note,
    crossed,
    keys,
    new_figure,
    rows_of,
)
from annual_reports.charts.style import Chart, Style, chart

_ROW = 54
_LINE = 16
_WIDE = 56  # half-width characters: a phone has room for no more
_TAG = re.compile("<[^>]+>")
_IN, _OUT = -0.02, 0.2
_SERIES = (
    ("new_requests", "accent", _IN),
    ("carried_in", "accent_soft", _IN),
    ("closed", "structure", _OUT),
    ("carried_out", "attention", _OUT),
)


def requests_flow(frame: pd.DataFrame, style: Style) -> Chart | None:
    """Incoming beside outgoing requests of each year as an equation, from requests_flow."""
    rows = rows_of(frame)
    if all(row[code] is None for row in rows for code, _, _ in _SERIES):
        return None
    rows = sorted(rows, key=lambda row: row["year"], reverse=True)
    equations = _equations(style, rows)
    each = _ROW + _LINE * equations[0].count("<br>")
    figure = new_figure(style, each * len(rows) + 12, barmode="stack", margin={"t": 4})
    for code, role, offset in _SERIES:
        figure.add_bar(_bars(style, rows, code, role, offset))
    key = [
        swatch(getattr(style.palette, role), style.say(f"flow.{code}")) for code, role, _ in _SERIES
    ]
    draw_key(figure, style, key)
    draw_rows(figure, style, equations, 0.14)
    figure.update_xaxes(visible=False, rangemode="tozero")
    edges = _draw_breaks(figure, style, [row["year"] for row in rows])
    unexplained = [str(row["year"]) for row in rows if row["imbalance"]]
    note = style.say("flow.unexplained", years=style.join(unexplained)) if unexplained else ""
    notes = (style.say("flow.measure"), note, break_note(style, edges))
    return chart(style, "flow", figure, _title(style, rows[0]), *notes)


def _draw_breaks(figure: Canvas, style: Style, years: Sequence[int]) -> list[int]:
    """A dotted line across, between the last year before a break and the first after it."""
    edges = crossed(sorted(years), style.break_years.get("new_requests", ()))
    for edge in edges:
        at = sum(year >= edge for year in years) - 0.62
        line = DOTTED | {"color": style.palette.muted}
        span = {"x0": 0, "x1": 1, "xref": "paper", "y0": at, "y1": at}
        figure.add_shape(type="line", line=line, name="break", **span)
    return edges


def _bars(style: Style, rows: Sequence[Row], code: str, role: str, offset: float) -> dict[str, Any]:
    colour = getattr(style.palette, role)
    return HOVER | {
        "name": style.say(f"flow.{code}"),
        "orientation": "h",
        "x": [row[code] for row in rows],
        "y": [position + offset for position in range(len(rows))],
        "width": 0.2,
        "marker": {"color": colour, "line": {"color": style.palette.surface, "width": 1}},
        "customdata": [keys(row, row["year"], number=f"number_{code}") for row in rows],
        "hovertext": [_hover(style, row, code) for row in rows],
    }


def _hover(style: Style, row: Row, code: str) -> str:
    name, value = style.say(f"flow.{code}"), fmt.measure(row[code], "count", style.lang)
    lines = [
        style.say("hover.year-name", year=row["year"], name=name, value=value),
        style.say("hover.reports", reports=fmt.count(row["reports"])),
    ]
    if row["imbalance"]:
        lines.append(style.say("flow.imbalance", n=fmt.count(abs(row["imbalance"]))))
    return "<br>".join(lines)


def _equations(style: Style, rows: Sequence[Row]) -> list[str]:
    """The balance of each year, all broken before their sign where one is too wide for a phone."""
    whole = [_equation(style, row, " ") for row in rows]
    if all(half_widths(_TAG.sub("", words)) <= _WIDE for words in whole):
        return whole
    return [_equation(style, row, "<br>") for row in rows]


def _equation(style: Style, row: Row, gap: str) -> str:
    """The balance of a year; ≠ with the difference where the printed figures do not close."""
    facts = {code: fmt.count(row[code]) for code, _, _ in _SERIES}
    if not row["imbalance"]:
        sign = "=" if row["imbalance"] is not None else "|"
        return style.say("flow.equation", year=row["year"], sign=gap + sign, **facts)
    words = style.say("flow.equation", year=row["year"], sign=gap + "≠", **facts)
    off = style.say("flow.off", n=fmt.count(abs(row["imbalance"])))
    return f'{words} <span style="color:{style.palette.attention}"><b>! {off}</b></span>'


def _title(style: Style, row: Row) -> str:
    facts = {code: fmt.count(row[code]) for code, _, _ in _SERIES}
    return style.say("flow.title", year=row["year"], **facts)
