"""How agencies spread within groups: every one of them, with median and quartiles."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.labels import draw_rows, strong
from annual_reports.charts.lines import short_value
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, rows_of
from annual_reports.charts.sampling import sample_note
from annual_reports.charts.sentences import written
from annual_reports.charts.style import Chart, Style, chart

_ROW: Final = 58
_STEPS: Final = (0.0, 0.13, -0.13, 0.07, -0.07)  # so that equal values do not hide each other


def measure_spread(
    frame: pd.DataFrame,
    style: Style,
    metric_id: str,
    year: int,
    words: Mapping[str, str],
    limit: int = 14,
) -> Chart | None:
    """A strip a group, the highest median first, from measure_spread.

    ``words`` says what each group is called. Points on few cases are hollow and do not count.
    Where the frame has not all agencies of these, it is said; median and quartiles are of all.
    """
    groups = frame["grouped"].unique().tolist()
    if not groups:
        return None
    shown = groups[:limit]
    own = rows_of(frame[frame["grouped"].isin(shown)])
    figure = new_figure(style, _ROW * len(shown) + 36, margin={"l": 14})
    for is_small in (True, False):
        figure.add_scatter(_points(style, own, shown, is_small=is_small))
    for at, group in enumerate(shown):
        _draw_quartiles(figure, style, at, next(row for row in own if row["grouped"] == group))
    first = {row["grouped"]: row for row in reversed(own)}
    draw_rows(figure, style, [_label(style, first[group], words) for group in shown], 0.3)
    grid = {"showgrid": True, "gridcolor": style.palette.grid, "side": "top", "nticks": 6}
    figure.update_xaxes(tickformat=".0%" if own[0]["unit"] == "rate" else ",", **grid)
    hidden = own[0]["groups"] - len(shown)
    more = style.say("spread.hidden", n=fmt.count(hidden)) if hidden else ""
    title = _title(style, [first[group] for group in shown], metric_id, year, words)
    measure = style.say("spread.measure", name=style.metric(metric_id))
    total = sum(row["in_group"] for row in first.values())
    left_out = sample_note(style, "ends", len(own), total)
    return chart(style, "spread", figure, title, measure, more, left_out).of(metric_id)


def _points(
    style: Style, own: Sequence[Row], groups: Sequence[str], *, is_small: bool
) -> dict[str, Any]:
    drawn = [row for row in own if row["is_small"] == is_small]
    colour = style.palette.structure if is_small else style.palette.accent
    return HOVER | {
        "name": "few" if is_small else "value",
        "mode": "markers",
        "x": [row["value"] for row in drawn],
        "y": [
            groups.index(row["grouped"]) + _STEPS[at % len(_STEPS)] for at, row in enumerate(drawn)
        ],
        "marker": {
            "size": 8,
            "color": colour,
            "opacity": 0.8,
            "symbol": "circle-open" if is_small else "circle",
        },
        "customdata": [keys(row, row["agency_id"]) for row in drawn],
        "hovertext": [_hover(style, row) for row in drawn],
        "cliponaxis": False,
    }


def _draw_quartiles(figure: Any, style: Style, at: int, first: Row) -> None:
    """A band from the first to the third quartile and a line at the median."""
    if first["middle"] is None:
        return
    span = {"y0": at - 0.22, "y1": at + 0.22}
    ends = {"x0": first["lower_quarter"], "x1": first["upper_quarter"]}
    fill = {"fillcolor": style.palette.grid, "line": {"width": 0}, "layer": "below"}
    figure.add_shape(type="rect", name="quartiles", **fill, **ends, **span)
    line = {"color": style.palette.text, "width": 2}
    middle = first["middle"]
    figure.add_shape(type="line", name="median", x0=middle, x1=middle, line=line, **span)


def _label(style: Style, first: Row, words: Mapping[str, str]) -> str:
    name = strong(style, words[first["grouped"]])
    if first["middle"] is None:
        return style.say("spread.row.few", name=name)
    value = short_value({"unit": first["unit"], "value": first["middle"]})
    return style.say("spread.row", name=name, value=value, n=fmt.count(first["firm"]))


def _hover(style: Style, row: Row) -> str:
    lines = [style.agency(row["agency_id"]), written(style, row, base=True)]
    return "<br>".join([*lines, style.say("hover.report", report=row["report_id"])])


def _title(
    style: Style, firsts: Sequence[Row], metric_id: str, year: int, words: Mapping[str, str]
) -> str:
    """The groups with the highest and the lowest median."""
    known = [row for row in firsts if row["middle"] is not None]
    facts = {"name": style.metric(metric_id), "year": year}
    if len(known) < 2:  # noqa: PLR2004 two to compare
        return style.say("spread.title.few", **facts)
    ends = {"high": known[0], "low": known[-1]}
    said = {end: words[row["grouped"]] for end, row in ends.items()}
    for end, row in ends.items():
        said[f"{end}_value"] = short_value({"unit": row["unit"], "value": row["middle"]})
    return style.say("spread.title", **facts, **said)
