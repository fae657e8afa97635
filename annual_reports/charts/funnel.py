"""The funnel: a rate against the cases behind it, with what chance alone explains."""

import math
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.bands import BANDS, band_colour, band_of, band_symbol, draw_band_key
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, rows_of
from annual_reports.charts.naming import Name, apart, written_beside
from annual_reports.charts.sampling import sample_note
from annual_reports.charts.standing import notes_of, standing_hover
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_HEIGHT: Final = 460
_NAMED: Final = 8
_POINT: Final = 9  # pixels
_LIMITS: Final = (("far_low", "dot"), ("low", "solid"), ("high", "solid"), ("far_high", "dot"))
_DECADES: Final = (1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000)


def funnel(
    frame: pd.DataFrame, limits: pd.DataFrame, style: Style, metric_id: str, year: int
) -> Chart | None:
    """Each agency's rate by its cases between the limits, from agency_standing, funnel_limits.

    The agencies farthest outside are named. Where the frame has not all of them, it is said.
    """
    rows = rows_of(frame[frame["value"].notna() & (frame["denominator"] > 0)])
    bounds = rows_of(limits)
    if not rows or not bounds:
        return None
    figure = new_figure(style, _HEIGHT, margin={"t": 8})
    for name, dash in _LIMITS:
        figure.add_scatter(_limit(style, bounds, name, dash))
    figure.add_scatter(_limit(style, bounds, "whole", "dash"))
    for band in BANDS:
        own = [row for row in rows if band_of(row) == band]
        if own:
            figure.add_scatter(_points(style, own, band))
    _name_outliers(figure, style, rows)
    _axes(figure, style, rows)
    shown = [band for band in BANDS if any(band_of(row) == band for row in rows)]
    draw_band_key(figure, style, shown)
    measure = style.say("funnel.measure", name=style.metric(metric_id))
    return chart(
        style, "funnel", figure, _title(style, rows, metric_id, year), measure,
        *notes_of(style, rows), sample_note(style, "far", len(rows), rows[0]["valued"]),
    ).of(metric_id)  # fmt: skip


def _limit(style: Style, bounds: Sequence[Row], name: str, dash: str) -> dict[str, Any]:
    colour = style.palette.muted if name == "whole" else style.palette.structure
    return {
        "name": name,
        "mode": "lines",
        "x": [row["cases"] for row in bounds],
        "y": [row[name] for row in bounds],
        "line": {"color": colour, "width": 1, "dash": dash},
        "hoverinfo": "skip",
    }


def _points(style: Style, own: Sequence[Row], band: str) -> dict[str, Any]:
    return HOVER | {
        "name": band,
        "mode": "markers",
        "x": [row["denominator"] for row in own],
        "y": [row["value"] for row in own],
        "marker": {"size": _POINT, "color": band_colour(style, band), "symbol": band_symbol(band)},
        "customdata": [keys(row, row["agency_id"]) for row in own],
        "hovertext": [standing_hover(style, row) for row in own],
        "cliponaxis": False,
    }


def _name_outliers(figure: Canvas, style: Style, rows: Sequence[Row]) -> None:
    """Names beside the points whose scores are farthest off, none on another, even on a phone."""
    outside = sorted(_outside(rows), key=lambda row: -abs(row["score"]))
    most = math.log10(max(10, *(row["denominator"] for row in rows)))
    names = apart((_name(style, row, most) for row in outside), _NAMED)
    figure.write(*[written_beside(style, name) for name in names])


def _name(style: Style, row: Row, most: float) -> Name:
    """The agency beside its point; ``most`` cases as a power of ten are at the right end."""
    at = math.log10(row["denominator"]), row["value"]
    return Name.of(style.agency(row["agency_id"]), (at[0] / most, at[1]), at, _POINT)


def _axes(figure: Canvas, style: Style, rows: Sequence[Row]) -> None:
    most = max(row["denominator"] for row in rows)
    ticks = [decade for decade in _DECADES if decade <= most]
    grid = {"showgrid": True, "gridcolor": style.palette.grid}
    figure.update_xaxes(
        type="log",
        tickmode="array",
        tickvals=ticks,
        ticktext=[fmt.count(tick) for tick in ticks],
        title={"text": style.say("funnel.cases"), "font": {"size": SMALL}},
        **grid,
    )
    figure.update_yaxes(tickformat=".0%", nticks=6, range=[-0.03, 1.03], **grid)


def _title(style: Style, rows: Sequence[Row], metric_id: str, year: int) -> str:
    """The agency farthest outside, and how many lie outside at all."""
    first = rows[0]
    outside = _outside(rows)
    facts = {"name": style.metric(metric_id), "year": year, "n": fmt.count(first["firm"])}
    if not outside:
        return style.say("funnel.title.none", **facts)
    farthest = max(outside, key=lambda row: abs(row["score"]))
    facts |= {side: fmt.count(first[side]) for side in ("above", "below")}
    value = fmt.rate_of(
        farthest["value"], farthest["numerator"], farthest["denominator"], style.lang
    )
    who = {"agency": style.agency(farthest["agency_id"]), "value": value}
    return style.say("funnel.title", **facts, **who)


def _outside(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if band_of(row) not in {"within", "few"}]
