"""数据与口径: what exactly a measure, a rule and a cell are, and which SQL makes each number."""

import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.dictionary import draw_codes
from annual_reports.ui.filters import Filters
from annual_reports.ui.measure_entry import draw_measures
from annual_reports.ui.page import draw_page
from annual_reports.ui.rule_entry import draw_rules
from annual_reports.ui.words import labels, t

PARTS = {"measures": draw_measures, "rules": draw_rules, "cells": draw_codes}


def body(filters: Filters) -> None:
    """The dictionary of measures, of rules or of cells."""
    chosen = state.get("part") if state.get("part") in PARTS else "measures"
    st.segmented_control(
        t("definitions.part"),
        list(PARTS),
        format_func=labels(PARTS, lambda part: t(f"definitions.part.{part}")),
        required=True,
        label_visibility="collapsed",
        **state.bound("part", chosen),
    )
    PARTS[chosen](filters)


draw_page("definitions", body)
