"""Two measures of every agency against each other."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_key, swatch
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, rows_of
from annual_reports.charts.naming import Name, apart, written_beside
from annual_reports.charts.sampling import sample_note
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_HEIGHT: Final = 440
_SMALLEST, _LARGEST = 6, 34
_NAMED: Final = 6
_MARGIN: Final = 0.08  # of the span of the values, to both sides
_Span = tuple[float, float]


def two_measures(
    frame: pd.DataFrame, style: Style, metric_ids: tuple[str, str, str], year: int
) -> Chart | None:
    """A point an agency: ``metric_ids`` are those of x, y and of the area, from two_measures.

    Hollow where either rate rests on few cases; the largest, which stand first, are named where no
    name lies on another. Where the frame has not all agencies, it is said.
    """
    if frame.empty:
        return None
    rows = rows_of(frame)
    total, most = rows[0]["agencies"], _most(rows)
    figure = new_figure(style, _HEIGHT, margin={"t": 8})
    for is_small in (True, False):
        own = [row for row in rows if row["is_small"] == is_small]
        figure.add_scatter(_points(style, own, most, metric_ids, is_small=is_small))
    spans = _span([row["x_value"] for row in rows]), _span([row["y_value"] for row in rows])
    names = apart((_name(style, row, spans, most) for row in rows[: 2 * _NAMED]), _NAMED)
    figure.write(*[written_beside(style, name) for name in names])
    _axes(figure, style, rows[0], metric_ids, spans)
    draw_key(figure, style, [swatch(style.palette.accent, style.say("scatter.key"), "○")])
    measure = style.say("scatter.measure", size=style.metric(metric_ids[2]))
    notes = style.say("agencies", n=fmt.count(total)), sample_note(style, "large", len(rows), total)
    title = _title(style, rows[0], metric_ids, year)
    return chart(style, "scatter", figure, title, measure, *notes)


def _points(
    style: Style, own: Sequence[Row], most: float, metric_ids: Sequence[str], *,
    is_small: bool,
) -> dict[str, Any]:  # fmt: skip
    colour = style.palette.accent
    return HOVER | {
        "name": "few" if is_small else "value",
        "mode": "markers",
        "x": [row["x_value"] for row in own],
        "y": [row["y_value"] for row in own],
        "marker": {
            "size": [_size(row, most) for row in own],
            "color": "rgba(0,0,0,0)" if is_small else colour,
            "opacity": 0.75,
            "line": {"color": style.palette.structure if is_small else colour, "width": 1.2},
        },
        "customdata": [keys(row, row["agency_id"]) for row in own],
        "hovertext": [_hover(style, row, metric_ids) for row in own],
        "cliponaxis": False,
    }


def _most(rows: Sequence[Row]) -> float:
    """The greatest value of the measure that gives the area."""
    return max((row["size_value"] or 0.0 for row in rows), default=0.0) or 1.0


def _size(row: Row, most: float) -> float:
    """How wide a point is, in pixels: its area grows with the measure."""
    share = max(0.0, (row["size_value"] or 0.0) / most)
    return float(_SMALLEST + (_LARGEST - _SMALLEST) * share**0.5)


def _span(values: Sequence[float]) -> _Span:
    """From where to where an axis goes, so that large points at the ends have room."""
    low, high = min(values), max(values)
    margin = _MARGIN * (high - low) or _MARGIN * abs(high) or _MARGIN
    return low - margin, high + margin


def _name(style: Style, row: Row, spans: tuple[_Span, _Span], most: float) -> Name:
    at = row["x_value"], row["y_value"]
    x, y = ((value - low) / (high - low) for value, (low, high) in zip(at, spans, strict=True))
    return Name.of(style.agency(row["agency_id"]), (x, y), at, _size(row, most))


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


def _axes(
    figure: Canvas,
    style: Style,
    first: Row,
    metric_ids: Sequence[str],
    spans: tuple[_Span, _Span],
) -> None:
    grid = {"showgrid": True, "gridcolor": style.palette.grid, "nticks": 6}
    for side, metric_id, span in zip(("x", "y"), metric_ids, spans, strict=False):
        title = {"text": style.metric(metric_id), "font": {"size": SMALL}}
        is_rate = first[f"{side}_unit"] == "rate"
        axis = {"title": title, "tickformat": ".0%" if is_rate else ",", **grid}
        axis["range"] = list(span)
        (figure.update_xaxes if side == "x" else figure.update_yaxes)(**axis)


def _title(style: Style, first: Row, metric_ids: Sequence[str], year: int) -> str:
    """How the two go together, in the words of the correlation's strength."""
    facts = {"x": style.metric(metric_ids[0]), "y": style.metric(metric_ids[1]), "year": year}
    if first["correlation"] is None:
        return style.say("scatter.title.few", **facts)
    rho = f"{first['correlation']:+.2f}".replace("-", "−")
    return style.say("scatter.title", **facts, rho=rho, n=fmt.count(first["firm"]))
