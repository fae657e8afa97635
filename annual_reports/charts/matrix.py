"""One measure of every agency and year as a shaded table."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from annual_reports.charts.canvas import Canvas
from annual_reports.charts.colours import blend, ink_on
from annual_reports.charts.labels import folded
from annual_reports.charts.lines import short_value
from annual_reports.charts.marks import (
    HOVER,
    SMALL_BASE,
    Row,
    break_note,
    crossed,
    draw_breaks,
    is_small,
    keys,
    new_figure,
    rows_of,
)
from annual_reports.charts.sentences import at_the_ends, extremes_title, written
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW = 32
_Cells = Sequence[Row | None]


def metric_matrix(
    frame: pd.DataFrame, style: Style, metric_id: str, limit: int = 60
) -> Chart | None:
    """A measure of each agency and year, from agency_by_year; the highest last value first.

    The shade says where a value stands among all shown; on few cases there is none.
    """
    every = frame[frame["value"].notna()].reset_index(drop=True)
    if every.empty:
        return None
    ordered = _by_last_value(every)
    agencies = ordered[:limit]
    years = list(range(int(every["year"].min()), int(every["year"].max()) + 1))
    figure = agency_grid(style, agencies, years)
    rows = rows_of(every[every["agency_id"].isin(agencies)])
    found = {(row["agency_id"], row["year"]): row for row in rows}
    cells = [found.get((agency, year)) for agency in agencies for year in years]
    figure.add_scatter(_cells(style, cells, agencies))
    edges = crossed(years, style.break_years.get(metric_id, ()))
    draw_breaks(figure, style, edges, reason=False)
    hidden = len(ordered) - len(agencies)
    notes = (
        style.say("agencies", n=len(ordered)),
        style.say("matrix.key"),
        break_note(style, edges),
        style.say("matrix.hidden", n=hidden) if hidden else "",
    )
    title = _title(style, every, metric_id)
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


def _by_last_value(every: pd.DataFrame) -> list[str]:
    """The agencies by their last value, those on few cases after all others."""
    codes, names = pd.factorize(every["agency_id"])
    years = every["year"].to_numpy()
    by_year = np.argsort(years, kind="stable")
    first, last = np.empty((2, len(names)), dtype=int)
    first[codes[by_year[::-1]]] = np.arange(len(by_year))[::-1]
    last[codes[by_year]] = by_year  # of several places of an agency the last one stays
    few = (every["denominator"] < SMALL_BASE).fillna(value=False).to_numpy(dtype=bool)[last]
    values = every["value"].to_numpy()[last]
    return [str(names[at]) for at in np.lexsort((first, -values, -years[last], few))]


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


def _title(style: Style, every: pd.DataFrame, metric_id: str) -> str:
    """The span between the agencies in the last year."""
    year = int(every["year"].max())
    ends, n = at_the_ends(every[every["year"] == year])
    facts = {"year": year, "name": style.metric(metric_id)}
    return extremes_title(
        style, "matrix.title", ends, lambda row: style.agency(row["agency_id"]), of=n, **facts
    )
