"""Which way to court is taken, by year, and on either side of a change of the law."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.axes import count_axis, value_axis
from annual_reports.charts.colours import ink_on
from annual_reports.charts.labels import draw_key, swatch
from annual_reports.charts.lines import value_line
from annual_reports.charts.marks import (
    HOVER,
    Row,
    all_years,
    break_note,
    crossed,
    draw_breaks,
    keys,
    rows_of,
)
from annual_reports.charts.panels import panel_figure, panel_years
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

MEASURE = "direct_litigation_share"
_PATHS = (
    ("direct_lawsuits", "litigation_direct", "accent"),
    ("after_review_lawsuits", "litigation_after_review", "structure"),
)


def lawsuit_paths(frame: pd.DataFrame, style: Style) -> Chart | None:
    """Counts of both paths above, below the share filed directly, from lawsuit_paths.

    Each side of a break has its own level, made of the summed cases of its years.
    """
    rows = [{**row, **_as_measure(row)} for row in rows_of(frame)]
    if not _periods(rows):
        return None
    years = all_years(rows)
    edges = crossed(years, style.break_years.get(MEASURE, ()))
    names = [style.say("lawsuits.counts"), style.say("lawsuits.share")]
    figure = panel_figure(style, names, height=140)
    for code, row_code, role in _PATHS:
        figure.add(_columns(style, rows, years, (code, row_code, role)), panel=1)
    figure.add(value_line(style, rows, years, edges), panel=2)
    figure.add(*[_level(style, row) for row in _periods(rows)], panel=2)
    panel_years(figure, years, 1)
    figure.update_yaxes(1, **count_axis(style, max(map(_stacked, rows))))
    figure.update_yaxes(2, **value_axis(style, rows))
    figure.update(barmode="stack")
    for panel in (1, 2):
        draw_breaks(figure, style, edges, panel, reason=False)
    palette = style.palette
    key = [swatch(getattr(palette, role), style.label("4", code)) for _, code, role in _PATHS]
    draw_key(figure, style, key, each=1)
    levels = (*_levels_said(style, rows), _others_said(style, rows))
    notes = (style.say("lawsuits.measure"), *levels, break_note(style, edges))
    return chart(style, "lawsuits", figure, _title(style, rows), *notes).of(MEASURE)


def _stacked(row: Row) -> float:
    return sum(float(row[code] or 0) for code, _, _ in _PATHS)


def _as_measure(row: Row) -> dict[str, Any]:
    """The share as the value of a measure, so that lines draw it."""
    base = {"numerator": row["numerator"], "denominator": row["lawsuits"]}
    return {"metric_id": MEASURE, "unit": "rate", "value": row["share"], **base}


def _columns(
    style: Style, rows: Sequence[Row], years: Sequence[int], path: tuple[str, str, str]
) -> dict[str, Any]:
    code, row_code, role = path
    found = {row["year"]: row for row in rows}
    points = [found.get(year) for year in years]
    return HOVER | {
        "type": "bar",
        "name": style.label("4", row_code),
        "x": list(years),
        "y": [row[code] if row else None for row in points],
        "text": [fmt.count(row[code]) if row and row[code] else "" for row in points],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": SMALL, "color": ink_on(getattr(style.palette, role))},
        "marker": {"color": getattr(style.palette, role)},
        "customdata": [
            keys(row, year, number=f"number_{code}")
            for row, year in zip(points, years, strict=True)
        ],
        "hovertext": [_hover(style, row, code, row_code) for row in points],
    }


def _hover(style: Style, row: Row | None, code: str, row_code: str) -> str:
    if row is None:
        return ""
    value = fmt.measure(row[code], "count", style.lang)
    name = style.label("4", row_code)
    line = style.say("hover.year-name", year=row["year"], name=name, value=value)
    return f"{line}<br>{style.say('hover.reports', reports=fmt.count(row['reports']))}"


def _periods(rows: Sequence[Row]) -> list[Row]:
    """A row for each side of the breaks on which there were lawsuits, in order."""
    each = {row["period_from"]: row for row in rows if row["period_share"] is not None}
    return [each[start] for start in sorted(each)]


def _level(style: Style, row: Row) -> dict[str, Any]:
    ends = [row["period_from"] - 0.4, row["period_to"] + 0.4]
    return HOVER | {
        "type": "scatter",
        "mode": "lines",
        "name": "level",
        "x": ends,
        "y": [row["period_share"]] * 2,
        "line": {"color": style.palette.muted, "width": 1.5, "dash": "dash"},
        "customdata": [keys(row, row["period_from"], number="number_period_share")] * 2,
        "hovertext": [_level_said(style, row)] * 2,
    }


def _levels_said(style: Style, rows: Sequence[Row]) -> list[str]:
    """Every level with its interval, where more than one year stands behind it."""
    return [
        _level_said(style, row)
        for row in _periods(rows)
        if row["period_to"] > row["period_from"] or row["is_small_period"]
    ]


def _others_said(style: Style, rows: Sequence[Row]) -> str:
    """That other agencies reported on one side than on the other, where that is so."""
    periods = _periods(rows)
    if all(row["is_every_agency"] for row in periods):
        return ""
    parts = [
        style.say("lawsuits.others.part", years=_years(row), n=fmt.count(row["period_agencies"]))
        for row in periods
    ]
    return style.say("lawsuits.others", agencies=style.join(parts))


def _level_said(style: Style, row: Row) -> str:
    bounds = {"low": fmt.rate(row["period_low"]), "high": fmt.rate(row["period_high"])}
    return style.say("lawsuits.period", years=_years(row), value=_share(style, row), **bounds)


def _share(style: Style, row: Row) -> str:
    above, below = row["period_direct"], row["period_lawsuits"]
    return fmt.rate_of(row["period_share"], above, below, style.lang)


def _years(row: Row) -> str:
    return "–".join(map(str, sorted({row["period_from"], row["period_to"]})))


def _title(style: Style, rows: Sequence[Row]) -> str:
    """The share on each side, without calling it a fall: the law itself moved it."""
    parts = [
        style.say("lawsuits.part", years=_years(row), value=_share(style, row))
        for row in _periods(rows)
    ]
    return style.say("lawsuits.title", parts=style.say("comma").join(parts))
