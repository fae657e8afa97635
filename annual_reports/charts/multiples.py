"""Small multiples of measures, and of one agency beside its peers."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports.charts.axes import count_axis, value_axis
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.events import draw_events, events_note
from annual_reports.charts.lines import peer_line, value_columns, value_line
from annual_reports.charts.marks import (
    Row,
    all_years,
    break_note,
    crossed,
    draw_breaks,
    incomplete_note,
    rows_of,
)
from annual_reports.charts.panels import panel_figure, panel_years
from annual_reports.charts.sentences import breaks_of, reports_note, trend_title, valued
from annual_reports.charts.style import Chart, Style, chart

Groups = Mapping[str, Sequence[Row]]
_Traces = Callable[[Sequence[Row], Sequence[int]], list[dict[str, Any]]]
_Axis = Callable[[Sequence[Row]], dict[str, Any]]


def volume_multiples(
    frame: pd.DataFrame, style: Style, metric_ids: Sequence[str], columns: int = 2
) -> Chart | None:
    """Counts and amounts, a panel of columns each on its own scale, from metrics_by_year."""
    groups = _by_metric(style, rows_of(frame), metric_ids)
    if not groups:
        return None
    figure = measure_panels(
        style,
        groups,
        columns,
        traces=lambda rows, years: [value_columns(style, rows, years)],
        axis=lambda rows: count_axis(style, max(row["value"] for row in valued(rows))),
    )
    kept = [row for rows in groups.values() for row in valued(rows)]
    notes = (
        style.say("volumes.measure"),
        *reports_note(style, kept),
        incomplete_note(style, kept),
        breaks_note(style, groups),
    )
    return chart(style, "volumes", figure, _titles(style, groups), *notes)


def history_multiples(
    frame: pd.DataFrame,
    style: Style,
    metric_ids: Sequence[str],
    columns: int = 2,
    events: pd.DataFrame | None = None,
) -> Chart | None:
    """An agency's measures as lines beside its peers', from agency_history.

    ``events``, from agency_events, are changes of its name or duties, marked in every panel.
    """
    groups = _by_metric(style, rows_of(frame), metric_ids)
    if not groups:
        return None

    def traces(own: Sequence[Row], years: Sequence[int]) -> list[dict[str, Any]]:
        line = value_line(style, own, years, breaks_of(style, own), slim=True)
        peers = peer_line(style, own, years)
        return [peers, line] if peers else [line]

    figure = measure_panels(style, groups, columns, traces, lambda own: value_axis(style, own))
    changes = rows_of(events) if events is not None else []
    years = all_years([row for own in groups.values() for row in own])
    for panel in range(1, len(groups) + 1):
        draw_events(figure, style, changes, years, panel)
    notes = (
        style.say("history.measure"),
        breaks_note(style, groups),
        events_note(style, changes, years),
    )
    return chart(style, "history", figure, _titles(style, groups), *notes)


def _by_metric(
    style: Style, rows: Sequence[Row], metric_ids: Sequence[str]
) -> dict[str, list[Row]]:
    """The rows of each of these measures that has a value, under its title with the unit."""
    groups: dict[str, list[Row]] = {}
    for code in metric_ids:
        own = [row for row in rows if row["metric_id"] == code]
        if valued(own):
            groups[style.metric(code) + style.say(f"unit.{own[0]['unit']}")] = own
    return groups


def measure_panels(
    style: Style, groups: Groups, columns: int, traces: _Traces, axis: _Axis
) -> Canvas:
    """A panel for each group over the same years, breaks marked where they are crossed."""
    columns = min(columns, len(groups))
    years = all_years([row for own in groups.values() for row in own])
    figure = panel_figure(style, list(groups), columns)
    for panel, own in enumerate(groups.values(), start=1):
        figure.add(*traces(own, years), panel=panel)
        figure.update_yaxes(panel, **axis(own))
        draw_breaks(figure, style, _edges(style, own, years), panel, reason=False)
    panel_years(figure, years, columns)
    return figure


def _edges(style: Style, own: Sequence[Row], years: Sequence[int]) -> list[int]:
    return crossed(years, breaks_of(style, own))


def breaks_note(style: Style, groups: Groups) -> str:
    """What the dotted lines in the panels mean, where there are any."""
    years = all_years([row for own in groups.values() for row in own])
    edges = {edge for own in groups.values() for edge in _edges(style, own, years)}
    return break_note(style, sorted(edges))


def _titles(style: Style, groups: Groups) -> str:
    """The trend of the first measure that reaches the newest year, and how many more panels."""
    last_years = {title: valued(rows)[-1]["year"] for title, rows in groups.items()}
    newest = max(last_years.values())
    shown = next(rows for title, rows in groups.items() if last_years[title] == newest)
    first = trend_title(style, shown)
    if len(groups) == 1:
        return first
    return style.say("multiples.more", first=first, more=len(groups) - 1)
