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
from annual_reports.charts.sentences import Counted, extremes_title, written
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
    halves stand; the frame may be cut to the ends. ``reference`` draws the value of the whole.
    """
    valued = rows_of(frame[frame["value"].notna()])
    if not valued:
        return None
    agencies = valued[0]["valued"]
    of = agencies if agencies <= limit else valued[0]["firm"] or agencies
    lines = _cut(valued if of == agencies else _firm(valued), limit, of)
    is_rate = valued[0]["unit"] == "rate"
    figure = new_figure(style, _ROW * len(lines) + 36, margin={"l": 14})
    figure.add(_dots(style, lines) if is_rate else _bars(style, lines))
    between = of - sum(row is not None for row in lines)
    draw_rows(figure, style, [_label(style, row, between) for row in lines])
    figure.update_xaxes(**_value_axis(style, [row for row in lines if row], is_rate=is_rate))
    if reference is not None:
        _draw_reference(figure, style, reference)
    key = "ranking.key" if reference is None else "ranking.key.reference"
    few = agencies - of
    notes = (
        style.say("agencies", n=fmt.count(agencies)),
        style.say(key) if is_rate else "",
        style.say("changes.few", n=fmt.count(few), base=SMALL_BASE) if few else "",
    )
    title = _title(style, valued, metric_id, year)
    return chart(style, "ranking", figure, title, style.metric(metric_id), *notes).of(metric_id)


def _firm(rows: Sequence[Row]) -> list[Row]:
    """Those on enough cases."""
    return [row for row in rows if not row["is_small"]]


def _cut(rows: Sequence[Row], limit: int, of: int) -> list[_Line]:
    """All rows, or of more than ``limit`` the ends with an empty line between them."""
    if of <= limit:
        return [*rows]
    half = limit // 2
    return [*rows[:half], None, *rows[-half:]]


def _title(style: Style, valued: Sequence[Row], metric_id: str, year: int) -> str:
    """The highest and the lowest; of equals those that stand outermost."""
    first = valued[0]
    facts = {"year": year, "name": style.metric(metric_id), "base": SMALL_BASE}
    return extremes_title(
        style,
        "ranking.title",
        valued[::-1],
        lambda row: style.agency(row["agency_id"]),
        counted=Counted(first["firm"], first["at_highest"], first["at_lowest"]),
        **facts,
    )


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
