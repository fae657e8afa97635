"""机构比较: who is unusual, beyond chance and beyond the choice of definition."""

import streamlit as st

from annual_reports.catalogue import queries_in
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_page
from annual_reports.ui.rankings import choose_measure, draw_matrix, draw_ranking
from annual_reports.ui.standing_view import (
    ask_ahead,
    draw_pairing,
    draw_spread,
    draw_standing,
)
from annual_reports.ui.words import t

FIRST = ("disclosure_rate", "substantive_disclosure_rate", "withheld_rate", "closure_rate")


def body(filters: Filters) -> None:
    """One measure: bands and funnel or order, definitions, groups, years, another measure."""
    units = {metric.query_id: metric.header["unit"] for metric in queries_in("metrics")}
    offered = (*FIRST, *(code for code in units if code not in FIRST))
    metric_id, year = choose_measure(filters, "metric", offered)
    is_rate = units[metric_id] == "rate"
    ask_ahead(filters, metric_id, year, is_rate=is_rate)
    if is_rate:
        draw_standing(filters, metric_id, year)
    else:
        draw_ranking(filters, metric_id, year)
    st.subheader(t("agencies.spread"), anchor=False)
    draw_spread(filters, metric_id, year)
    st.subheader(t("agencies.years"), anchor=False)
    draw_matrix(filters, metric_id)
    st.subheader(t("agencies.pairing"), anchor=False)
    draw_pairing(filters, metric_id, year)


draw_page("agencies", body, ahead=("metrics_by_year",))
