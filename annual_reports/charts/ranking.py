"""Agencies in order of a measure."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_rows, folded, strong
from annual_reports.charts.marks import (
    HOVER,
    OUTSIDE,
    SMALL_BASE,
    Row,
    hollow,
    interval,
    keys,
    new_figure,
    rows_of,
)
from annual_reports.charts.sentences import at_the_ends, extremes_title, written
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW = 36
_Line = Row | None


def agency_ranking(
    frame: pd.DataFrame,
    style: Style,
    metric_id: str,
    year: int,
    limit: int = 20,
    reference: float | None = None,
) -> Chart | None:
    """Agencies from the highest to the lowest, from agency_ranking.

    Rates are dots with intervals, hollow on few cases; counts are bars. Where there are more
    than ``limit``, those on few cases are left out and counted, and the highest and lowest
    halves stand. ``reference`` draws the value of the whole.
    """
    every = frame[frame["value"].notna()].reset_index(drop=True)
    if every.empty:
        return None
    shown = every if len(every) <= limit else _firm(every)
    lines = _cut(shown, limit)
    is_rate = every["unit"].iloc[0] == "rate"
    figure = new_figure(style, _ROW * len(lines) + 36, margin={"l": 14})
    figure.add(_dots(style, lines) if is_rate else _bars(style, lines))
    between = len(shown) - sum(row is not None for row in lines)
    draw_rows(figure, style, [_label(style, row, between) for row in lines])
    figure.update_xaxes(**_value_axis(style, [row for row in lines if row], is_rate=is_rate))
    if reference is not None:
        _draw_reference(figure, style, reference)
    key = "ranking.key" if reference is None else "ranking.key.reference"
    few = len(every) - len(shown)
    notes = (
        style.say("agencies", n=len(every)),
        style.say(key) if is_rate else "",
        style.say("changes.few", n=few, base=SMALL_BASE) if few else "",
    )
    facts = {"year": year, "name": style.metric(metric_id), "base": SMALL_BASE}
    ends, n = at_the_ends(every)
    title = extremes_title(
        style, "ranking.title", ends, lambda row: style.agency(row["agency_id"]), of=n, **facts
    )
    return chart(style, "ranking", figure, title, style.metric(metric_id), *notes).of(metric_id)


def _firm(every: pd.DataFrame) -> pd.DataFrame:
    """Those on enough cases, if there are any."""
    firm = every[~every["is_small"].astype(bool)]
    return every if firm.empty else firm


def _cut(shown: pd.DataFrame, limit: int) -> list[_Line]:
    """All rows, or the ends with an empty line between them."""
    if len(shown) <= limit:
        return [*rows_of(shown)]
    half = limit // 2
    return [*rows_of(shown[:half]), None, *rows_of(shown[-half:])]


def _label(style: Style, row: _Line, hidden: int) -> str:
    if row is None:
        return f"<i>{style.say('ranking.hidden', n=hidden)}</i>"
    name = strong(style, folded(style.agency(row["agency_id"]), 40, 1))
    if row["unit"] != "rate":
        return name
    value = fmt.rate_of(row["value"], row["numerator"], row["denominator"], style.lang)
    return f"{name} {value}"


def _common(style: Style, lines: Sequence[_Line]) -> dict[str, Any]:
    return HOVER | {
        "name": "value",
        "x": [row["value"] if row else None for row in lines],
        "y": list(range(len(lines))),
        "textfont": {"size": SMALL, "color": style.palette.text},
        "customdata": [keys(row, row["agency_id"] if row else "") for row in lines],
        "hovertext": [_hover(style, row) for row in lines],
    }


def _dots(style: Style, lines: Sequence[_Line]) -> dict[str, Any]:
    colour = style.palette.accent
    return _common(style, lines) | {
        "type": "scatter",
        "mode": "markers",
        "marker": {"size": 10, "color": colour, "symbol": hollow(lines)},
        "error_x": interval(lines, style.palette.structure, only_small=False),
    }


def _bars(style: Style, lines: Sequence[_Line]) -> dict[str, Any]:
    return _common(style, lines) | {
        **OUTSIDE,
        "type": "bar",
        "orientation": "h",
        "width": 0.34,
        "marker": {"color": style.palette.structure},
        "text": [fmt.plain(row["value"], row["unit"]) if row else "" for row in lines],
    }


def _hover(style: Style, row: _Line) -> str:
    if row is None:
        return ""
    lines = [style.agency(row["agency_id"]), written(style, row, base=True)]
    if row["low"] is not None:
        bounds = {"low": fmt.rate(row["low"]), "high": fmt.rate(row["high"])}
        lines.append(style.say("hover.interval", **bounds))
    if row["place"] is not None:
        lines.append(style.say("ranking.place", place=row["place"], kind=style.kind(row["kind"])))
    if row["change"] is not None:
        change = fmt.change(row["change"], row["unit"], style.lang)
        lines.append(style.say("hover.change", change=change))
    return "<br>".join([*lines, style.say("hover.report", report=row["report_id"])])


def _value_axis(style: Style, rows: Sequence[Row], *, is_rate: bool) -> dict[str, Any]:
    """Rates over the span of their intervals, counts from zero with air for the labels."""
    if not is_rate:
        values = [row["value"] for row in rows]
        return {"visible": False, "range": [1.25 * min(0, *values), 1.25 * max(0, *values) or 1]}
    high = max(row["high"] if row["high"] is not None else row["value"] for row in rows)
    grid = {"showgrid": True, "gridcolor": style.palette.grid, "side": "top"}
    return {
        "range": [-0.01, max(min(1.01, high + 0.02), 1.04 * high)],
        "tickformat": ".0%",
        "nticks": 6,
        **grid,
    }


def _draw_reference(figure: Canvas, style: Style, value: float) -> None:
    """A thin line at the value of the whole selection."""
    line = {"color": style.palette.muted, "width": 1}
    span = {"y0": 0, "y1": 1, "yref": "y domain"}
    figure.add_shape(type="line", x0=value, x1=value, line=line, name="reference", **span)
