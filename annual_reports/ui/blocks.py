"""Charts that stand on more than one page, each with its data."""

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.rules import rules_of
from annual_reports.ui.words import metric_titles, t


def draw_outcomes(filters: Filters) -> None:
    """How requests ended, by year."""
    data = filters.ask("outcome_mix")
    chart = drawn(charts.outcome_composition, data, style(filters))
    draw_chart(chart, "outcome_mix", data, columns.OUTCOMES)


def draw_rules(filters: Filters) -> None:
    """What the checks found, by rule."""
    data = rules_of(filters)
    if data["findings"].sum() == 0:
        st.success(t("quality.no-findings"), icon=":material/check_circle:")
        return
    chart = drawn(charts.findings_by_rule, data, style(filters))
    draw_chart(chart, "findings_by_rule", data, columns.RULES)


def draw_coverage(filters: Filters) -> None:
    """How many of the reports that should exist are held."""
    data = filters.ask("coverage")
    chart = drawn(charts.coverage_strip, data, style(filters))
    draw_chart(chart, "coverage", data, columns.COVERAGE)


def with_titles(measures: pd.DataFrame) -> pd.DataFrame:
    """Rows of measures with the measure's title as ``metric``."""
    return measures.assign(metric=measures["metric_id"].map(metric_titles()))
