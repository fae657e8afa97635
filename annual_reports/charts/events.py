"""Years in which an agency got another name or another's duties: one series, the change marked."""

from collections.abc import Sequence
from typing import Any, Final

from annual_reports.charts.canvas import Canvas, suffix
from annual_reports.charts.marks import Row, crossed
from annual_reports.charts.style import Style

DASHED: Final[dict[str, Any]] = {"width": 1, "dash": "dash"}
"""The line at a change of name or duties; breaks of the form are dotted."""


def draw_events(
    figure: Canvas, style: Style, events: Sequence[Row], years: Sequence[int], panel: int
) -> None:
    """A thin dashed line before the first year of each change that the years lie around."""
    end = suffix(panel)
    place = {"xref": f"x{end}", "yref": f"y{end} domain", "y0": 0, "y1": 1}
    line = DASHED | {"color": style.palette.accent}
    for year in crossed(years, (int(row["year"]) for row in events)):
        figure.add_shape(
            type="line", x0=year - 0.5, x1=year - 0.5, line=line, name="event", **place
        )


def events_note(style: Style, events: Sequence[Row], years: Sequence[int]) -> str:
    """What the dashed lines mean, each change with its year; nothing where there are none."""
    shown = [row for row in events if crossed(years, [int(row["year"])])]
    said = [
        style.say(f"event.{row['change']}", year=int(row["year"]), name=row["name"])
        for row in shown
    ]
    return style.say("event.note", changes=style.join(said)) if said else ""
