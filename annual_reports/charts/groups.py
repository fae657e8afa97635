"""One measure by kind, sector or region, side by side on one scale."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports.charts.axes import count_axis, value_axis
from annual_reports.charts.lines import value_columns, value_line
from annual_reports.charts.marks import Row, incomplete_note, is_small, rows_of
from annual_reports.charts.multiples import breaks_note, measure_panels
from annual_reports.charts.sentences import breaks_of, extremes_title, valued
from annual_reports.charts.style import Chart, Style, chart

VIEWS = ("level", "index", "rolling")
"""As it is; as a chained index; three years together."""
ALL = "*"


def metric_groups(
    frame: pd.DataFrame,
    style: Style,
    metric_id: str,
    grouping: str = "kind",
    view: str = "level",
    limit: int = 8,
) -> Chart | None:
    """One measure in a panel for each group, all on one scale, from metric_by_group.

    All groups together have a panel where their values are of the same size: not for counts as
    they are. The ``limit`` largest groups are drawn.
    """
    rows = [_seen(row, metric_id, view) for row in rows_of(frame)]
    is_count = bool(rows) and rows[0]["unit"] not in {"rate", "index", "balance"}
    known = {
        row["group_code"] for row in valued(rows) if not (is_count and row["group_code"] == ALL)
    }
    codes = list(dict.fromkeys(row["group_code"] for row in rows if row["group_code"] in known))
    if not codes:
        return None
    names = {code: group_name(style, code, grouping) for code in codes[:limit]}
    groups = {
        name: [row for row in rows if row["group_code"] == code] for code, name in names.items()
    }
    shown = [row for own in groups.values() for row in own]
    figure = _panels(style, groups, valued(shown), is_count=is_count)
    notes = (
        style.metric(metric_id),
        style.say(f"groups.view.{view}"),
        style.say("by-kind.scale"),
        style.say("groups.hidden", n=len(codes) - limit) if len(codes) > limit else "",
        incomplete_note(style, rows),
        breaks_note(style, groups),
    )
    title = _title(style, rows, grouping, view)
    return chart(style, "groups", figure, title, *notes).of(metric_id)


def group_name(style: Style, code: str, grouping: str) -> str:
    """What a group is called: a kind by its word, a region by the last two parts of its path."""
    if code == ALL:
        return style.say("groups.all")
    if grouping == "kind":
        return style.kind(code)
    return " · ".join(code.split("/")[-2:]) if code else style.say(f"groups.none.{grouping}")


def _seen(row: Row, metric_id: str, view: str) -> Row:
    """The row with the value that the view shows, and what that value rests on."""
    own = {**row, "metric_id": metric_id}
    if view != VIEWS[0]:
        own["number"] = None
    if view == "rolling":
        for key in ("value", "numerator", "denominator", "low", "high"):
            own[key] = row[f"rolling_{key}"]
        own["change"] = None
    if view == "index":
        own |= {"value": row["index_value"], "unit": "index", "denominator": None}
    return {**own, "is_small": is_small(own)}


def _panels(
    style: Style, groups: Mapping[str, Sequence[Row]], kept: Sequence[Row], *, is_count: bool
) -> Any:
    """Columns for counts and amounts, lines for rates and indices."""

    def traces(own: Sequence[Row], years: Sequence[int]) -> list[dict[str, Any]]:
        if is_count:
            return [value_columns(style, own, years)]
        return [value_line(style, own, years, breaks_of(style, own), slim=True)]

    top = max(row["value"] for row in kept)
    scale = count_axis(style, top) if is_count else value_axis(style, kept)
    return measure_panels(style, groups, 2, traces, lambda _: scale)


def _title(style: Style, rows: Sequence[Row], grouping: str, view: str) -> str:
    """The group with the highest and the one with the lowest value of the last year."""
    kept = [row for row in valued(rows) if row["group_code"] != ALL]
    year = max(row["year"] for row in kept)
    facts = {"year": year, "name": style.metric(kept[0]["metric_id"])}
    facts |= {"view": "" if view == VIEWS[0] else style.say(f"groups.title.{view}")}
    of_year = [row for row in kept if row["year"] == year]
    return extremes_title(
        style,
        "groups.title",
        of_year,
        lambda row: group_name(style, row["group_code"], grouping),
        **facts,
        grouping=style.say(f"groups.by.{grouping}"),
    )
