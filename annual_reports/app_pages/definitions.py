"""数据与口径: what measures, rules, agencies and cells are, the SQL of each number, all data."""

import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.dataset_view import draw_dataset
from annual_reports.ui.dictionary import draw_codes
from annual_reports.ui.filters import Filters
from annual_reports.ui.measure_entry import draw_measures
from annual_reports.ui.page import draw_page
from annual_reports.ui.registry_view import draw_agencies
from annual_reports.ui.rule_entry import draw_rules
from annual_reports.ui.words import labels, t

PARTS = {
    "measures": draw_measures,
    "rules": draw_rules,
    "agencies": draw_agencies,
    "cells": draw_codes,
    "dataset": draw_dataset,
}


def body(filters: Filters) -> None:
    """The dictionary of measures, of rules, of agencies or of cells, or the data themselves."""
    chosen = state.get("dictionary") if state.get("dictionary") in PARTS else "measures"
    st.segmented_control(
        t("definitions.part"),
        list(PARTS),
        format_func=labels(PARTS, lambda part: t(f"definitions.part.{part}")),
        required=True,
        label_visibility="collapsed",
        **state.bound("dictionary", chosen),
    )
    PARTS[chosen](filters)


draw_page("definitions", body)
