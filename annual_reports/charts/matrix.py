"""One measure of every agency and year as a shaded table."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.colours import blend, ink_on
from annual_reports.charts.labels import folded
from annual_reports.charts.lines import short_value
from annual_reports.charts.marks import (
    COMPARABLE,
    HOVER,
    Row,
    break_note,
    crossed,
    draw_breaks,
    is_small,
    keys,
    new_figure,
    rows_of,
)
from annual_reports.charts.sentences import written
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW = 32
_Cells = Sequence[Row | None]


def metric_matrix(frame: pd.DataFrame, style: Style, metric_id: str) -> Chart | None:
    """A measure of each agency and year, from agency_by_year; the highest last value first.

    The shade says where a value stands among all shown; on few cases there is none. Agencies
    that are not in the frame are counted.
    """
    every = frame[frame["value"].notna()]
    if every.empty:
        return None
    rows = rows_of(every.sort_values("place", kind="stable"))
    agencies = list(dict.fromkeys(row["agency_id"] for row in rows))
    years = list(range(int(every["year"].min()), int(every["year"].max()) + 1))
    figure = agency_grid(style, agencies, years)
    found = {(row["agency_id"], row["year"]): row for row in rows}
    cells = [found.get((agency, year)) for agency in agencies for year in years]
    figure.add_scatter(_cells(style, cells, agencies))
    edges = crossed(years, style.break_years.get(metric_id, ()))
    draw_breaks(figure, style, edges, reason=False)
    hidden = rows[0]["agencies"] - len(agencies)
    notes = (
        style.say("agencies", n=rows[0]["agencies"]),
        style.say("matrix.key"),
        break_note(style, edges),
        style.say("matrix.hidden", n=hidden) if hidden else "",
    )
    title = _title(style, rows[0], metric_id)
    return chart(style, "matrix", figure, title, style.metric(metric_id), *notes).of(metric_id)


def agency_grid(style: Style, agencies: Sequence[str], years: Sequence[int]) -> Canvas:
    """An empty field with agencies downwards and years above."""
    figure = new_figure(style, _ROW * len(agencies) + 34, margin={"t": 30})
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(agencies))),
        ticktext=[folded(style.agency(code), 22, 2) for code in agencies],
        tickfont={"size": SMALL - 1, "color": style.palette.text},
        range=[len(agencies) - 0.5, -0.5],
        showline=False,
    )
    figure.update_xaxes(
        tickmode="array",
        tickvals=list(years),
        ticktext=[str(year) for year in years],
        tickangle=0,
        side="top",
        range=[years[0] - 0.5, years[-1] + 0.5],
        showline=False,
    )
    return figure


def _cells(style: Style, cells: _Cells, agencies: Sequence[str]) -> dict[str, Any]:
    """Squares with their value; they are points, so that a click on one is heard."""
    drawn = [row for row in cells if row]
    shades = _shades(style, drawn)
    colours = [shades.get(id(row), "rgba(0,0,0,0)") for row in drawn]
    inks = [ink_on(colour) if colour[0] == "#" else style.palette.muted for colour in colours]
    return HOVER | {
        "name": "value",
        "mode": "markers+text",
        "x": [row["year"] for row in drawn],
        "y": [agencies.index(row["agency_id"]) for row in drawn],
        "marker": {"symbol": "square", "size": 28, "color": colours, "line": {"width": 0}},
        "text": [_figure(row) for row in drawn],
        "textfont": {"size": SMALL - 1, "color": inks},
        "customdata": [keys(row, row["agency_id"], row["year"]) for row in drawn],
        "hovertext": [_hover(style, row) for row in drawn],
    }


def _shades(style: Style, drawn: Sequence[Row]) -> Mapping[int, str]:
    """The shade of each row by its value; rows on few cases have none."""
    firm = [row for row in drawn if not is_small(row)]
    values = [row["value"] for row in firm]
    low, high = min(values, default=0.0), max(values, default=0.0)
    reach = (high - low) or 1.0
    return {id(row): blend(style.palette.ramp, (row["value"] - low) / reach) for row in firm}


def _figure(row: Row) -> str:
    """The value without its sign: the measure is in the subtitle."""
    return f"{100 * row['value']:.1f}" if row["unit"] == "rate" else short_value(row)


def _hover(style: Style, row: Row) -> str:
    facts = {"year": row["year"], "value": written(style, row, base=True)}
    lines = [style.agency(row["agency_id"]), style.say("hover.year", **facts)]
    return "<br>".join([*lines, style.say("hover.report", report=row["report_id"])])


def _title(style: Style, row: Row, metric_id: str) -> str:
    """The span between the agencies in the newest year."""
    facts = {"year": row["newest"], "name": style.metric(metric_id)}
    if row["firm"] < COMPARABLE:
        return style.say("matrix.title.few", **facts)
    low, high = (fmt.measure(row[end], row["unit"], style.lang) for end in ("lowest", "highest"))
    return style.say(
        "matrix.title", **facts, n=fmt.count(row["firm"]), low_value=low, high_value=high
    )
