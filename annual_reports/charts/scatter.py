"""Two measures of every agency against each other."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.labels import draw_key, swatch
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, note, rows_of
from annual_reports.charts.sampling import sample_note
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_HEIGHT: Final = 440
_SMALLEST, _LARGEST = 6, 34
_NAMED: Final = 6


def two_measures(
    frame: pd.DataFrame, style: Style, metric_ids: tuple[str, str, str], year: int
) -> Chart | None:
    """A point an agency: ``metric_ids`` are those of x, y and of the area, from two_measures.

    Hollow where either rate rests on few cases; the largest, which stand first, are named. Where
    the frame has not all agencies, it is said.
    """
    if frame.empty:
        return None
    rows = rows_of(frame)
    total = rows[0]["agencies"]
    figure = new_figure(style, _HEIGHT, margin={"t": 8})
    for is_small in (True, False):
        own = [row for row in rows if row["is_small"] == is_small]
        figure.add_scatter(_points(style, rows, own, metric_ids, is_small=is_small))
    figure.write(*[_named(style, row) for row in rows[:_NAMED]])
    _axes(figure, style, rows[0], metric_ids)
    draw_key(figure, style, [swatch(style.palette.accent, style.say("scatter.key"), "○")])
    measure = style.say("scatter.measure", size=style.metric(metric_ids[2]))
    notes = style.say("agencies", n=total), sample_note(style, "large", len(rows), total)
    title = _title(style, rows[0], metric_ids, year)
    return chart(style, "scatter", figure, title, measure, *notes)


def _points(
    style: Style, rows: Sequence[Row], own: Sequence[Row], metric_ids: Sequence[str], *,
    is_small: bool,
) -> dict[str, Any]:  # fmt: skip
    most = max((row["size_value"] or 0.0 for row in rows), default=0.0) or 1.0
    spread = _LARGEST - _SMALLEST
    sizes = [_SMALLEST + spread * max(0.0, (row["size_value"] or 0.0) / most) ** 0.5 for row in own]
    colour = style.palette.accent
    return HOVER | {
        "name": "few" if is_small else "value",
        "mode": "markers",
        "x": [row["x_value"] for row in own],
        "y": [row["y_value"] for row in own],
        "marker": {
            "size": sizes,
            "color": "rgba(0,0,0,0)" if is_small else colour,
            "opacity": 0.75,
            "line": {"color": style.palette.structure if is_small else colour, "width": 1.2},
        },
        "customdata": [keys(row, row["agency_id"]) for row in own],
        "hovertext": [_hover(style, row, metric_ids) for row in own],
        "cliponaxis": False,
    }


def _hover(style: Style, row: Row, metric_ids: Sequence[str]) -> str:
    lines = [style.agency(row["agency_id"])]
    for side, metric_id in zip(("x", "y"), metric_ids, strict=False):
        n = (row[f"{side}_numerator"], row[f"{side}_denominator"])
        value = fmt.measure(row[f"{side}_value"], row[f"{side}_unit"], style.lang, *n)
        lines.append(f"{style.metric(metric_id)} {value}")
    if row["size_value"] is not None:
        size = fmt.measure(row["size_value"], row["size_unit"], style.lang)
        lines.append(f"{style.metric(metric_ids[2])} {size}")
    return "<br>".join(lines)


def _named(style: Style, row: Row) -> dict[str, Any]:
    place = {"x": row["x_value"], "y": row["y_value"], "name": "named", "yshift": 12}
    return note(style, style.agency(row["agency_id"]), **place)


def _axes(figure: Any, style: Style, first: Row, metric_ids: Sequence[str]) -> None:
    grid = {"showgrid": True, "gridcolor": style.palette.grid, "nticks": 6}
    for side, metric_id in (("x", metric_ids[0]), ("y", metric_ids[1])):
        title = {"text": style.metric(metric_id), "font": {"size": SMALL}}
        is_rate = first[f"{side}_unit"] == "rate"
        axis = {"title": title, "tickformat": ".0%" if is_rate else ",", **grid}
        (figure.update_xaxes if side == "x" else figure.update_yaxes)(**axis)


def _title(style: Style, first: Row, metric_ids: Sequence[str], year: int) -> str:
    """How the two go together, in the words of the correlation's strength."""
    facts = {"x": style.metric(metric_ids[0]), "y": style.metric(metric_ids[1]), "year": year}
    if first["correlation"] is None:
        return style.say("scatter.title.few", **facts)
    rho = f"{first['correlation']:+.2f}".replace("-", "−")
    return style.say("scatter.title", **facts, rho=rho, n=first["firm"])
