"""How the bands of agencies look: a shape and a colour each, the same on every chart."""

from collections.abc import Sequence
from typing import Final

from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_key, swatch
from annual_reports.charts.marks import Row
from annual_reports.charts.style import Style

FEW: Final = "few"
BANDS: Final = ("far_above", "above", "within", "below", "far_below", FEW)
_SYMBOLS: Final = {
    "far_above": "triangle-up", "above": "triangle-up-open", "within": "circle",
    "below": "triangle-down-open", "far_below": "triangle-down", "few": "circle-open",
}  # fmt: skip
_SIGNS: Final = {
    "far_above": "▲", "above": "△", "within": "●", "below": "▽", "far_below": "▼", "few": "○",
}  # fmt: skip


def band_of(row: Row) -> str:
    """The band of a row of agency_standing; on few cases, or where none can be told, ``few``."""
    return str(row["band"] or FEW)


def band_colour(style: Style, band: str) -> str:
    """Above and below in the two colours of direction, the others in grey."""
    if band in {"far_above", "above"}:
        return style.palette.accent
    if band in {"far_below", "below"}:
        return style.palette.attention
    return style.palette.structure if band == "within" else style.palette.muted


def band_symbol(band: str) -> str:
    """Plotly's name for the shape of a band."""
    return _SYMBOLS[band]


def band_key(style: Style, band: str) -> str:
    """The sign of a band with its name."""
    return swatch(band_colour(style, band), style.say(f"band.{band}"), _SIGNS[band])


def draw_band_key(figure: Canvas, style: Style, bands: Sequence[str], side: str = "left") -> None:
    """What the signs mean, above the plot."""
    named = [
        swatch(band_colour(style, band), style.say(f"band.short.{band}"), _SIGNS[band])
        for band in bands
    ]
    draw_key(figure, style, named, each=3, side=side)


def band_sign(band: str) -> str:
    """The sign of a band in text."""
    return _SIGNS[band]
