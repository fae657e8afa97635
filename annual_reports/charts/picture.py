"""A chart that stands alone: its words are part of the figure, for a file to take along."""

from collections.abc import Sequence
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import wrapped
from annual_reports.charts.style import Chart
from annual_reports.charts.theme import SMALL, TEXT, Palette, Theme, palette_of

WIDTH: Final = 960
_SIDE: Final = 24
_TITLE: Final = 18
_LINE: Final = 1.3  # of the size of the type, as Plotly sets lines
_AXIS: Final = 34  # for the labels below the plot


def picture(chart: Chart, notes: Sequence[str], theme: Theme) -> go.Figure:
    """The chart with title and subtitle above it and ``notes`` below, on paper of its own.

    Its size does not depend on the screen that it is saved from.
    """
    colours = palette_of(theme)
    drawn = chart.sheet.to_dict()
    figure = Canvas(drawn["layout"], traces=drawn["data"])
    title, subtitle = _broken([chart.title], _TITLE), _broken([chart.subtitle], TEXT)
    foot = _broken(notes, SMALL)
    head = _height(title, _TITLE) + _height(subtitle, TEXT) + 2 * _SIDE
    tail = _AXIS + _height(foot, SMALL) + _SIDE // 2
    margin = figure.layout.get("margin", {})
    first = figure.layout["template"]["layout"]["margin"]["t"]
    around = {"t": margin.get("t", first) + head, "b": margin.get("b", 0) + tail}
    sides = {side: max(margin.get(side, 0), _SIDE) for side in "lr"}
    figure.update(
        width=WIDTH,
        height=figure.layout["height"] + head + tail,
        margin={**around, **sides},
        paper_bgcolor=colours.surface,
        title=_head(title, subtitle, colours),
    )
    figure.write(_foot(foot, around["b"], colours))
    return figure.sheet().figure()


def _broken(words: Sequence[str], size: int) -> list[str]:
    """Words in lines as wide as the picture, a half-width character being half as wide as high."""
    width = int(2 * (WIDTH - 2 * _SIDE) / size)
    return [line for part in words for line in wrapped(part, width)]


def _height(lines: Sequence[str], size: int) -> int:
    return round(len(lines) * _LINE * size)


def _text(lines: Sequence[str]) -> str:
    return "<br>".join(escape(line, quote=False) for line in lines)


def _head(title: Sequence[str], subtitle: Sequence[str], colours: Palette) -> dict[str, Any]:
    return {
        "text": f"<b>{_text(title)}</b>",
        "font": {"size": _TITLE, "color": colours.text},
        "subtitle": {"text": _text(subtitle), "font": {"size": TEXT, "color": colours.muted}},
        "xref": "container",
        "yref": "container",
        "x": 0,
        "y": 1,
        "yanchor": "top",
        "pad": {"l": _SIDE, "t": _SIDE},
    }


def _foot(lines: Sequence[str], below: int, colours: Palette) -> dict[str, Any]:
    """The notes at the lower edge, flush right: there no axis moves the plot's side."""
    return {
        "text": _text(lines),
        "name": "foot",
        "showarrow": False,
        "font": {"size": SMALL, "color": colours.muted},
        "x": 1,
        "y": 0,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "right",
        "yanchor": "bottom",
        "yshift": _SIDE // 2 - below,
        "align": "right",
        "borderpad": 0,
    }
