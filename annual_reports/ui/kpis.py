"""The row of key figures: value, change against last year, the years as a spark, n/d below."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.ui.eras import of_one_era
from annual_reports.ui.page import draw_definition_link, open_number
from annual_reports.ui.words import lang, metric_titles, t


def draw_kpis(frame: pd.DataFrame, metric_ids: tuple[str, ...], year: int) -> None:
    """One figure a measure of a ``metrics_by_year`` or ``agency_history`` frame."""
    with st.container(horizontal=True, gap="small", wrap=True):
        for metric_id in metric_ids:
            rows = frame[frame["metric_id"] == metric_id]
            _draw_kpi(metric_id, rows, year)


def _draw_kpi(metric_id: str, rows: pd.DataFrame, year: int) -> None:
    title = metric_titles()[metric_id]
    this = rows[rows["year"] == year]
    with st.container(border=True, width=168, gap="xsmall"):
        draw_definition_link(metric_id, title)
        if this.empty:
            st.metric(title, numbers.NOT_COMPUTABLE, label_visibility="collapsed")
            st.caption(t("kpi.none", year=year))
            return
        row = this.iloc[0]
        st.metric(
            title,
            numbers.plain(row["value"], row["unit"]),
            label_visibility="collapsed",
            delta=numbers.change(row["change"], row["unit"], lang()),
            delta_color="off",
            delta_arrow=_arrow(row["change"]),
            chart_data=of_one_era(rows, year)["value"].tolist(),
        )
        st.caption(_footnote(row))
        if st.button(
            t("kpi.trace"), key=f"trace_{metric_id}", type="tertiary", icon=":material/pin_drop:"
        ):
            open_number(row["number"])


def _arrow(change: float) -> Any:
    if numbers.is_missing(change) or change == 0:
        return "off"
    return "up" if change > 0 else "down"


def _footnote(row: Any) -> str:
    base = t(f"unit.{row['unit']}") if row["unit"] != "rate" else _rests_on(row)
    if numbers.is_missing(row["last_numerator"]):
        return t("kpi.no-last", base=base)
    if row["is_break"]:
        return t("kpi.break", base=base, reason=t(f"break.{row['year']}.short"))
    return t("kpi.last", base=base, last=_rests_on(row, "last_"))


def _rests_on(row: Any, prefix: str = "") -> str:
    """The counts behind a value: n/d of a rate, the number itself otherwise."""
    above = numbers.count(row[f"{prefix}numerator"])
    return (
        above if row["unit"] != "rate" else f"{above}/{numbers.count(row[f'{prefix}denominator'])}"
    )
