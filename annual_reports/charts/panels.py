"""Small multiples: a grid of panels, each under its own name."""

import math
from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go
from plotly.subplots import make_subplots

from annual_reports.charts.axes import year_axis
from annual_reports.charts.labels import folded
from annual_reports.charts.marks import note, write_notes
from annual_reports.charts.style import Style
from annual_reports.charts.theme import TEXT, template

_NAME = 40
_TICKS = 26


def panel_figure(
    style: Style, names: Sequence[str], columns: int = 1, height: int = 130
) -> go.Figure:
    """An empty grid with a panel for each name; ``height`` is that of one panel's plot."""
    columns = max(1, min(columns, len(names)))
    rows = math.ceil(len(names) / columns)
    total = rows * (height + _NAME + _TICKS)
    figure = make_subplots(
        rows=rows,
        cols=columns,
        vertical_spacing=(_NAME + _TICKS) / total if rows > 1 else 0,
        horizontal_spacing=0.12 / columns,
    )
    figure.update_layout(
        template=template(style.theme), height=total, margin_t=_NAME, margin_l=20, margin_r=22
    )
    width = 60 if columns == 1 else 24
    named = [
        _name_of(style, panel, folded(name, width, 2)) for panel, name in enumerate(names, start=1)
    ]
    write_notes(figure, named)
    return figure


def _name_of(style: Style, panel: int, name: str) -> dict[str, Any]:
    """The name above a panel, flush with its left."""
    suffix = "" if panel == 1 else str(panel)
    place = {"xref": f"x{suffix} domain", "yref": f"y{suffix} domain", "x": 0, "y": 1}
    font = {"size": TEXT, "color": style.palette.text}
    look = {"xanchor": "left", "yanchor": "bottom", "align": "left", "font": font}
    return note(style, name, yshift=4, **look, **place)


def place_of(panel: int, columns: int) -> dict[str, int]:
    """Row and column of a panel counted from 1."""
    return {"row": (panel - 1) // columns + 1, "col": (panel - 1) % columns + 1}


def panel_years(figure: go.Figure, years: Sequence[int], columns: int) -> None:
    """The same years below every panel; narrow panels have fewer and no values at the side."""
    figure.update_xaxes(**year_axis(years, 8 if columns == 1 else 3))
    if columns > 1:
        figure.update_yaxes(showticklabels=False)
