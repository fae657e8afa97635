"""One measure by kind of agency, side by side on one scale."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from annual_reports.charts.axes import count_axis, value_axis
from annual_reports.charts.lines import value_columns, value_line
from annual_reports.charts.marks import Row, is_small, rows_of
from annual_reports.charts.multiples import breaks_note, measure_panels
from annual_reports.charts.sentences import breaks_of, extremes_title, valued
from annual_reports.charts.style import Chart, Style, chart

_KINDS = ("government", "department", "zone", "township", "other")


def metric_by_kind(
    frame: pd.DataFrame, style: Style, metric_id: str, columns: int = 2
) -> Chart | None:
    """One measure in a panel for each kind of agency, all on one scale, from metric_by_kind."""
    rows = [{**row, "metric_id": metric_id, "is_small": is_small(row)} for row in rows_of(frame)]
    kept = valued(rows)
    kinds = [kind for kind in _KINDS if any(row["kind"] == kind for row in kept)]
    if not kinds:
        return None
    groups = {style.kind(kind): [row for row in rows if row["kind"] == kind] for kind in kinds}
    is_rate = kept[0]["unit"] == "rate"

    def traces(own: Sequence[Row], years: Sequence[int]) -> list[dict[str, Any]]:
        if not is_rate:
            return [value_columns(style, own, years)]
        return [value_line(style, own, years, breaks_of(style, own), slim=True)]

    top = max(row["value"] for row in kept)
    scale = value_axis(style, kept) if is_rate else count_axis(style, top)
    figure = measure_panels(style, groups, columns, traces, lambda _: scale)
    notes = (style.metric(metric_id), style.say("by-kind.scale"), breaks_note(style, groups))
    return chart(style, "by-kind", figure, _title(style, kept), *notes).of(metric_id)


def _title(style: Style, kept: Sequence[Row]) -> str:
    """The kind with the highest and the one with the lowest value of the last year."""
    year = max(row["year"] for row in kept)
    of_year = [row for row in kept if row["year"] == year]
    facts = {"year": year, "name": style.metric(kept[0]["metric_id"])}
    return extremes_title(
        style, "by-kind.title", of_year, lambda row: style.kind(row["kind"]), **facts
    )
