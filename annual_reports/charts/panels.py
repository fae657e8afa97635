"""Small multiples: a grid of panels, each under its own name."""

import math
from collections.abc import Sequence
from typing import Any

from annual_reports.charts.axes import year_axis
from annual_reports.charts.canvas import Canvas, panel_axes, suffix
from annual_reports.charts.labels import folded
from annual_reports.charts.marks import note
from annual_reports.charts.style import Style
from annual_reports.charts.theme import TEXT, template

_NAME = 40
_TICKS = 26


def panel_figure(style: Style, names: Sequence[str], columns: int = 1, height: int = 130) -> Canvas:
    """An empty grid with a panel for each name; ``height`` is that of one panel's plot."""
    columns = max(1, min(columns, len(names)))
    rows = math.ceil(len(names) / columns)
    total = rows * (height + _NAME + _TICKS)
    axes = panel_axes(rows, columns, across=0.12 / columns, down=(_NAME + _TICKS) / total)
    look = {"height": total, "margin": {"t": _NAME, "l": 20, "r": 22}}
    figure = Canvas({"template": template(style.theme), **look, **axes}, panels=rows * columns)
    width = 60 if columns == 1 else 24
    figure.write(
        *(_name_of(style, at, folded(name, width, 2)) for at, name in enumerate(names, start=1))
    )
    return figure


def _name_of(style: Style, panel: int, name: str) -> dict[str, Any]:
    """The name above a panel, flush with its left."""
    end = suffix(panel)
    place = {"xref": f"x{end} domain", "yref": f"y{end} domain", "x": 0, "y": 1}
    font = {"size": TEXT, "color": style.palette.text}
    look = {"xanchor": "left", "yanchor": "bottom", "align": "left", "font": font}
    return note(style, name, yshift=4, **look, **place)


def panel_years(figure: Canvas, years: Sequence[int], columns: int) -> None:
    """The same years below every panel; narrow panels have fewer and no values at the side."""
    figure.update_xaxes(**year_axis(years, 8 if columns == 1 else 3))
    if columns > 1:
        figure.update_yaxes(showticklabels=False)
