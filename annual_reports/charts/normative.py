"""Normative documents: how many stand, and what came and went in the year."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.axes import value_axis
from annual_reports.charts.lines import hover, value_line
from annual_reports.charts.marks import (
    HOVER,
    OUTSIDE,
    Row,
    all_years,
    break_note,
    crossed,
    draw_breaks,
    keys,
    rows_of,
)
from annual_reports.charts.panels import panel_figure, panel_years
from annual_reports.charts.sentences import breaks_of, valued
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

STOCK, ISSUED, REPEALED = "normative_in_force", "normative_issued", "normative_repealed"


def normative_stock_and_flow(frame: pd.DataFrame, style: Style) -> Chart | None:
    """Stock above, issued and repealed below, from metrics_by_year or agency_history.

    Two panels instead of two axes; the rows of other measures are passed over.
    """
    wanted = (STOCK, ISSUED, REPEALED)
    rows = [row for row in rows_of(frame) if row["metric_id"] in wanted]
    parts = {code: [row for row in rows if row["metric_id"] == code] for code in wanted}
    if not valued(rows):
        return None
    years = all_years(rows)
    breaks = [edge for own in parts.values() for edge in breaks_of(style, own)]
    edges = crossed(years, breaks)
    names = [style.say("normative.stock"), style.say("normative.flow")]
    figure = panel_figure(style, names)
    figure.add(value_line(style, parts[STOCK], years, edges), panel=1)
    flows = {ISSUED: (1, style.palette.accent), REPEALED: (-1, style.palette.structure)}
    for code, (sign, colour) in flows.items():
        figure.add(_flow(style, parts[code], years, sign, colour), panel=2)
    panel_years(figure, years, 1)
    figure.update_yaxes(1, **value_axis(style, parts[STOCK]))
    figure.update_yaxes(2, **_flow_axis(style, parts[ISSUED], parts[REPEALED]))
    figure.update(barmode="relative")
    for panel in (1, 2):
        draw_breaks(figure, style, edges, panel, reason=False)
    notes = (style.say("normative.measure"), break_note(style, edges))
    return chart(style, "normative", figure, _title(style, parts), *notes)


def _flow(
    style: Style, rows: Sequence[Row], years: Sequence[int], sign: int, colour: str
) -> dict[str, Any]:
    found = {row["year"]: row for row in valued(rows)}
    points = [found.get(year) for year in years]
    return {**HOVER, **OUTSIDE} | {
        "type": "bar",
        "name": "issued" if sign > 0 else "repealed",
        "x": list(years),
        "y": [sign * row["value"] if row else None for row in points],
        "text": [fmt.count(row["value"]) if row else "" for row in points],
        "textfont": {"size": SMALL, "color": style.palette.text},
        "marker": {"color": colour},
        "customdata": [keys(row, year) for row, year in zip(points, years, strict=True)],
        "hovertext": [hover(style, row) for row in points],
    }


def _flow_axis(style: Style, issued: Sequence[Row], repealed: Sequence[Row]) -> dict[str, Any]:
    """From the most repealed below to the most issued above, with air for the labels."""
    up = max((row["value"] for row in valued(issued)), default=0)
    down = max((row["value"] for row in valued(repealed)), default=0)
    air = 0.22 * (up + down) or 1
    line = {"zeroline": True, "zerolinecolor": style.palette.structure}
    return {"range": [-down - air, up + air], "showticklabels": False, **line}


def _title(style: Style, parts: dict[str, list[Row]]) -> str:
    """Stock and flow of the last year that has any of them."""
    year = max(row["year"] for rows in parts.values() for row in valued(rows))
    values = {
        code: next((row["value"] for row in rows if row["year"] == year), None)
        for code, rows in parts.items()
    }
    return style.say(
        "normative.title",
        year=year,
        stock=fmt.count(values[STOCK]),
        issued=fmt.count(values[ISSUED]),
        repealed=fmt.count(values[REPEALED]),
    )
