"""The row of key figures: value, change against last year, the years as a spark, n/d below."""

from collections.abc import Sequence
from math import nan
from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.charts.marks import Row, rows_of
from annual_reports.ui.eras import are_of_one_era
from annual_reports.ui.page import draw_definition_link, open_number
from annual_reports.ui.words import lang, metric_titles, t


def draw_kpis(frame: pd.DataFrame, metric_ids: tuple[str, ...], year: int) -> None:
    """One figure a measure of a ``metrics_by_year`` or ``agency_history`` frame."""
    found: dict[str, list[Row]] = {metric_id: [] for metric_id in metric_ids}
    for row in rows_of(frame[frame["metric_id"].isin(metric_ids)]):
        found[row["metric_id"]].append(row)
    with st.container(horizontal=True, gap="small", wrap=True):
        for metric_id in metric_ids:
            _draw_kpi(metric_id, found[metric_id], year)


def _draw_kpi(metric_id: str, rows: Sequence[Row], year: int) -> None:
    title = metric_titles()[metric_id]
    row = next((row for row in rows if row["year"] == year), None)
    with st.container(border=True, width=168, gap="xsmall"):
        draw_definition_link(metric_id, title)
        if row is None:
            st.metric(title, numbers.NOT_COMPUTABLE, label_visibility="collapsed")
            st.caption(t("kpi.none", year=year))
            return
        st.metric(
            title,
            numbers.plain(row["value"], row["unit"]),
            label_visibility="collapsed",
            delta=numbers.change(row["change"], row["unit"], lang()),
            delta_color="off",
            delta_arrow=_arrow(row["change"]),
            chart_data=_line(rows, year),
        )
        st.caption(_footnote(row))
        if st.button(
            t("kpi.trace"), key=f"trace_{metric_id}", type="tertiary", icon=":material/pin_drop:"
        ):
            open_number(row["number"])


def _line(rows: Sequence[Row], year: int) -> list[float]:
    """The values in the order of the rows, as far as they may stand beside that year's."""
    values = (row["value"] for row in rows if are_of_one_era(row["year"], year))
    return [nan if value is None else value for value in values]


def _arrow(change: float | None) -> Any:
    if change is None or change == 0:
        return "off"
    return "up" if change > 0 else "down"


def _footnote(row: Row) -> str:
    base = t(f"unit.{row['unit']}") if row["unit"] != "rate" else _rests_on(row)
    if row["last_numerator"] is None:
        return t("kpi.no-last", base=base)
    if row["is_break"]:
        return t("kpi.break", base=base, reason=t(f"break.{row['year']}.short"))
    return t("kpi.last", base=base, last=_rests_on(row, "last_"))


def _rests_on(row: Row, prefix: str = "") -> str:
    """The counts behind a value: n/d of a rate, the number itself otherwise."""
    above = numbers.count(row[f"{prefix}numerator"])
    return (
        above if row["unit"] != "rate" else f"{above}/{numbers.count(row[f'{prefix}denominator'])}"
    )
