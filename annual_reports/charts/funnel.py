"""The funnel: a rate against the cases behind it, with what chance alone explains."""

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.bands import BANDS, band_colour, band_of, band_symbol, draw_band_key
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.colours import faded
from annual_reports.charts.labels import folded, half_widths
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, note, rows_of
from annual_reports.charts.sampling import sample_note
from annual_reports.charts.standing import notes_of, standing_hover
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_HEIGHT: Final = 460
_NAMED: Final = 8
_NAME: Final = 28  # half-width characters, so that half a phone has room
_NEAR: Final = 0.045  # of the share: names closer than that lie on each other
_LETTER, _PHONE = 6, 330  # pixels of a half-width character, and of the plot on a phone
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
        "marker": {"size": 9, "color": band_colour(style, band), "symbol": band_symbol(band)},
        "customdata": [keys(row, row["agency_id"]) for row in own],
        "hovertext": [standing_hover(style, row) for row in own],
        "cliponaxis": False,
    }


def _name_outliers(figure: Canvas, style: Style, rows: Sequence[Row]) -> None:
    """Names beside the points whose scores are farthest off, none on another, even on a phone."""
    outside = sorted(_outside(rows), key=lambda row: -abs(row["score"]))
    most = max(row["denominator"] for row in rows)
    named: list[_Name] = []
    for name in (_Name.of(style, row, most) for row in outside):
        if not any(name.is_on(other) for other in named):
            named.append(name)
        if len(named) == _NAMED:
            break
    figure.write(*[_named(style, name) for name in named])


class _Name(NamedTuple):
    """The name of a point, left of it where the right half has no room; x in decades of cases."""

    words: str
    x: float
    y: float
    width: float
    is_left: bool

    @classmethod
    def of(cls, style: Style, row: Row, most: float) -> "_Name":
        words = folded(style.agency(row["agency_id"]), _NAME, 1)
        width = half_widths(words) * _LETTER / _PHONE * math.log10(max(most, 10))
        is_left = row["denominator"] ** 2 > most
        return cls(words, math.log10(row["denominator"]), row["value"], width, is_left)

    @property
    def start(self) -> float:
        return self.x - self.width if self.is_left else self.x

    def is_on(self, other: "_Name") -> bool:
        """Whether the two would lie on each other."""
        first, second = sorted((self, other), key=lambda name: name.start)
        return abs(self.y - other.y) < _NEAR and second.start < first.start + first.width


def _named(style: Style, name: _Name) -> dict[str, Any]:
    """A name, legible on other points."""
    look = {"xanchor": "right" if name.is_left else "left", "yanchor": "middle", "borderpad": 0}
    look |= {"bgcolor": faded(style.palette.surface, 0.8)}
    place = {"x": name.x, "y": name.y, "name": "named"}
    return note(style, name.words, xshift=-8 if name.is_left else 8, **look, **place)


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
    facts = {"name": style.metric(metric_id), "year": year, "n": first["firm"]}
    if not outside:
        return style.say("funnel.title.none", **facts)
    farthest = max(outside, key=lambda row: abs(row["score"]))
    facts |= {"above": first["above"], "below": first["below"]}
    value = fmt.rate_of(
        farthest["value"], farthest["numerator"], farthest["denominator"], style.lang
    )
    who = {"agency": style.agency(farthest["agency_id"]), "value": value}
    return style.say("funnel.title", **facts, **who)


def _outside(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if band_of(row) not in {"within", "few"}]
