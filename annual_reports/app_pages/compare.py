"""年报比对: two reports side by side, and who says the same as whom."""

import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_empty, draw_page
from annual_reports.ui.pair_view import draw_comparison
from annual_reports.ui.pairs import draw_pair
from annual_reports.ui.radar_view import draw_radar
from annual_reports.ui.words import labels, t

VIEWS = ("pair", "radar")


def body(filters: Filters) -> None:
    """Two reports, or the pairs of a year."""
    view = state.get("view") if state.get("view") in VIEWS else VIEWS[0]
    st.segmented_control(
        t("compare.view"),
        VIEWS,
        format_func=labels(VIEWS, lambda code: t(f"compare.view.{code}")),
        required=True,
        label_visibility="collapsed",
        **state.bound("view", view),
    )
    if view == "radar":
        draw_radar(filters)
        return
    pair = draw_pair(filters)
    if pair is None:
        draw_empty(t("compare.nothing"), t("compare.nothing.advice"))
        return
    draw_comparison(*pair)


draw_page("compare", body)
