"""One measure by kind, sector or region: as it is, as an index, or three years together."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports.charts.groups import VIEWS, group_name
from annual_reports.ui import columns, state
from annual_reports.ui.choices import choose
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import break_years, labels, t

_GROUPINGS = ("kind", "sector", "region")


def draw_groups(filters: Filters, metric_id: str) -> None:
    """The measure in small charts; grouping, view and base year stand in the address."""
    st.subheader(t("groups.title"), anchor=False)
    unit, years = _of_measure(filters, metric_id)
    views = (
        VIEWS
        if unit not in {"rate", "balance"}
        else tuple(view for view in VIEWS if view != "index")
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        grouping = _pick("grouping", _GROUPINGS, lambda code: t(f"groups.by.{code}"))
        view = _pick("trend", views, lambda code: t(f"groups.view.{code}"))
    base = years[0] if years else filters.year_from
    if view == "index" and years:
        base = choose("index", t("choose.index"), years)
    data = filters.ask(
        "metric_by_group", metric_id=metric_id, grouping=grouping, base_year=base
    )  # fmt: skip
    look = style(filters)
    chart = drawn(charts.metric_groups, data, look, metric_id, grouping, view)
    named = data.assign(group=[group_name(look, code, grouping) for code in data["group_code"]])
    draw_chart(chart, "metric_by_group", named, columns.groups(unit))
    if view == "index":
        st.caption(t("groups.index.how", base=base))
    if view == "rolling":
        st.caption(t(f"groups.rolling.how.{'rate' if unit == 'rate' else 'amount'}"))


def _of_measure(filters: Filters, metric_id: str) -> tuple[str, list[int]]:
    """The unit of a measure, and the years since its last break in which it has values."""
    metrics = filters.ask("metrics_by_year")
    rows = metrics[metrics["metric_id"] == metric_id]
    if rows.empty:
        return "count", []
    last = int(rows["year"].max())
    since = max((edge for edge in break_years()[metric_id] if edge <= last), default=0)
    return str(rows["unit"].iloc[0]), _from(rows, since)


def _from(rows: pd.DataFrame, first: int) -> list[int]:
    return sorted(int(year) for year in rows["year"] if year >= first)


def _pick(name: str, options: Sequence[str], word: Callable[[str], str]) -> str:
    """One of a few options side by side; the first unless the address says otherwise."""
    current = state.get(name) if state.get(name) in options else options[0]
    st.segmented_control(
        t(f"choose.{name}"),
        options,
        format_func=labels(options, word),
        required=True,
        **state.bound(name, current),
    )
    return current
