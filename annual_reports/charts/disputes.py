"""Reviews and lawsuits: three paths with their results, year by year."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.axes import count_axis
from annual_reports.charts.canvas import Canvas, suffix
from annual_reports.charts.labels import draw_key, swatch
from annual_reports.charts.marks import (
    HOVER,
    Row,
    all_years,
    break_note,
    crossed,
    draw_breaks,
    keys,
    note,
    rows_of,
)
from annual_reports.charts.panels import panel_figure, panel_years
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import RESULTS

PATHS = ("review", "litigation_direct", "litigation_after_review")
_Cells = Mapping[tuple[int, str], Row]


def disputes(frame: pd.DataFrame, style: Style, columns: int = 1) -> Chart | None:
    """Results of reviews and of both kinds of lawsuit on one scale, from disputes_by_year."""
    rows = rows_of(frame)
    if not any(row["cases"] for row in rows):
        return None
    years = all_years(rows)
    edges = crossed(years, style.break_years.get("reviews", ()))
    figure = panel_figure(style, [style.label("4", path) for path in PATHS], columns, height=110)
    tops = []
    for panel, path in enumerate(PATHS, start=1):
        cells = {(row["year"], row["column_code"]): row for row in rows if row["row_code"] == path}
        for result in RESULTS:
            bars = _bars(style, cells, years, result)
            figure.add(bars, panel=panel)
        tops.append(_totals(figure, style, cells, years, panel))
        draw_breaks(figure, style, edges, panel, reason=False)
    panel_years(figure, years, columns)
    figure.update_yaxes(**count_axis(style, max(tops)))
    figure.update(barmode="stack")
    key = [swatch(style.palette.results[code], style.label("4", code)) for code in RESULTS]
    draw_key(figure, style, key)
    notes = (style.say("disputes.measure"), style.say("by-kind.scale"), break_note(style, edges))
    return chart(style, "disputes", figure, _title(style, rows), *notes)


def _bars(style: Style, cells: _Cells, years: Sequence[int], result: str) -> dict[str, Any]:
    found = [cells.get((year, result)) for year in years]
    rim = style.palette.structure if result == "pending" else style.palette.surface
    return HOVER | {
        "type": "bar",
        "name": style.label("4", result),
        "x": list(years),
        "y": [row["cases"] if row else None for row in found],
        "marker": {"color": style.palette.results[result], "line": {"color": rim, "width": 0.7}},
        "customdata": [keys(row, year) for row, year in zip(found, years, strict=True)],
        "hovertext": [_hover(style, row, cells) for row in found],
    }


def _stacked(cells: _Cells, year: int) -> float:
    """What the results of a year add up to."""
    of_year = next((row for (of, _), row in cells.items() if of == year), None)
    return of_year["results"] if of_year else 0.0


def _totals(figure: Canvas, style: Style, cells: _Cells, years: Sequence[int], panel: int) -> float:
    """The printed total above each column, with ! where the results do not make it."""
    end = suffix(panel)
    notes = []
    for year in years:
        if total := cells.get((year, "total")):
            words = fmt.rounded_count(total["cases"], style.lang)
            if total["cases"] != _stacked(cells, year):
                words = f'<span style="color:{style.palette.attention}"><b>!</b></span> {words}'
            place = {"xref": f"x{end}", "yref": f"y{end}", "yanchor": "bottom"}
            at = {"x": year, "y": _stacked(cells, year), "name": "total"}
            notes.append(note(style, words, **at, **place))
    figure.write(*notes)
    return max(_stacked(cells, year) for year in years)


def _hover(style: Style, row: Row | None, cells: _Cells) -> str:
    if row is None:
        return ""
    total = cells.get((row["year"], "total"))
    value = fmt.count(row["cases"])
    if total:
        value += style.say("disputes.of", total=fmt.count(total["cases"]))
    name = style.label("4", row["column_code"])
    line = style.say("hover.year-name", year=row["year"], name=name, value=value)
    if total and total["cases"] != _stacked(cells, row["year"]):
        sums = {"sum": fmt.count(_stacked(cells, row["year"])), "total": fmt.count(total["cases"])}
        line += "<br>" + style.say("disputes.contradiction", **sums)
    return line


def _title(style: Style, rows: Sequence[Row]) -> str:
    year = max(row["year"] for row in rows)
    cases = {
        (row["row_code"], row["column_code"]): row["cases"] for row in rows if row["year"] == year
    }
    numbers = {
        f"{path}_{result}": fmt.count(cases.get((path, result)))
        for path in PATHS
        for result in ("total", "corrected")
    }
    return style.say("disputes.title", year=year, **numbers)
