"""A figure in the making, and finished: plain dicts with Plotly's names.

Plotly's own classes check and copy every property of every mark, which takes longer than all else
about a chart. Here nothing is checked: tests have Plotly check every chart that they draw.
"""

from dataclasses import dataclass, field
from typing import Any

import plotly.graph_objects as go
from plotly.basedatatypes import BaseFigure

Props = dict[str, Any]
"""Properties of a trace, an axis or a layout by Plotly's names for them."""


@dataclass(slots=True)
class Canvas:
    """Traces and a layout as Plotly's JSON has them; ``panels`` have axes of their own each."""

    layout: Props
    panels: int = 1
    traces: list[Props] = field(default_factory=list)

    def add(self, *traces: Props, panel: int = 1) -> None:
        """Put traces, each with its type, on a panel."""
        axes = {} if panel == 1 else {"xaxis": f"x{panel}", "yaxis": f"y{panel}"}
        self.traces += [trace | axes for trace in traces]

    def add_bar(self, trace: Props, panel: int = 1) -> None:
        """Put bars on a panel."""
        self.add({"type": "bar", **trace}, panel=panel)

    def add_scatter(self, trace: Props, panel: int = 1) -> None:
        """Put points, lines or words on a panel."""
        self.add({"type": "scatter", **trace}, panel=panel)

    def add_shape(self, **shape: Any) -> None:
        """Draw a line or an area that is no mark."""
        self.layout["shapes"] = [*self.layout.get("shapes", ()), shape]

    def write(self, *notes: Props) -> None:
        """Put words on places of the figure."""
        self.layout["annotations"] = [*self.layout.get("annotations", ()), *notes]

    def update(self, **layout: Any) -> None:
        """Change the layout; what a change does not name stays, at every depth."""
        self.layout = _merged(self.layout, layout)

    def update_xaxes(self, panel: int = 0, /, **axis: Any) -> None:
        """Change the axis across of that panel, of all panels if none is named."""
        self._update_axes("xaxis", panel, axis)

    def update_yaxes(self, panel: int = 0, /, **axis: Any) -> None:
        """Change the axis up of that panel, of all panels if none is named."""
        self._update_axes("yaxis", panel, axis)

    def _update_axes(self, name: str, panel: int, axis: Props) -> None:
        for each in [panel] if panel else range(1, self.panels + 1):
            self.update(**{name + suffix(each): axis})

    def sheet(self) -> "Sheet":
        """The finished figure; the canvas is not to be changed any more."""
        return Sheet(self.traces, self.layout)


class Sheet(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """A finished figure, which whoever sends it takes for Plotly's own and asks for its dicts."""

    def __init__(self, traces: list[Props], layout: Props) -> None:
        # Plotly's own would check and copy them.
        self._traces = traces
        self._look = layout

    def to_dict(self) -> Props:
        """Traces and layout; what they hold is the figure's own and not to be changed."""
        return {"data": [dict(trace) for trace in self._traces], "layout": dict(self._look)}

    def figure(self) -> go.Figure:
        """The same as Plotly's own figure, whose properties can be read by name."""
        return go.Figure(self.to_dict(), _validate=False)


def suffix(panel: int) -> str:
    """What Plotly's names of the axes of a panel, counted from 1, end with."""
    return "" if panel == 1 else str(panel)


def panel_axes(rows: int, columns: int, across: float, down: float) -> Props:
    """Pairs of axes for a grid filled row by row, that far apart, in parts of the whole."""
    width = (1 - across * (columns - 1)) / columns
    height = (1 - down * (rows - 1)) / rows
    axes: Props = {}
    for at in range(rows * columns):
        left = at % columns * (width + across)
        bottom = (rows - 1 - at // columns) * (height + down)
        end = suffix(at + 1)
        axes[f"xaxis{end}"] = {"anchor": f"y{end}", "domain": [left, left + width]}
        axes[f"yaxis{end}"] = {"anchor": f"x{end}", "domain": [bottom, bottom + height]}
    return axes


def _merged(old: Props, new: Props) -> Props:
    return old | {
        name: _merged(old.get(name, {}), value) if isinstance(value, dict) else value
        for name, value in new.items()
    }
