"""复议诉讼: do the decisions stand up in review and in court."""

import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns
from annual_reports.ui.blocks import with_titles
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.kpis import draw_kpis
from annual_reports.ui.page import draw_page
from annual_reports.ui.rankings import MOST, choose_measure, draw_ranking

KPIS = (
    "reviews",
    "review_corrected_rate",
    "lawsuits",
    "litigation_corrected_rate",
    "dispute_rate",
    "after_review_rate",
)
MEASURES = (*KPIS, "direct_litigation_share")
CORRECTED = ("review_corrected_rate", "litigation_corrected_rate")


def body(filters: Filters) -> None:
    """Key figures and results by path, then the steps of a year, a measure, both ways to court."""
    metrics = filters.ask("metrics_by_year")
    draw_kpis(metrics, KPIS, int(metrics["year"].max()))
    draw_results(filters)
    metric_id, year = choose_measure(filters, "dispute", MEASURES)
    filters.ahead("agency_ranking", metric_id=metric_id, year=year, most=MOST)
    left, right = st.columns(2)
    with left:
        draw_steps(filters, year)
        draw_corrected(filters)
    with right:
        draw_ranking(filters, metric_id, year)
        draw_paths(filters)


def draw_results(filters: Filters) -> None:
    """Reviews and both paths of lawsuits by result."""
    data = filters.ask("disputes_by_year")
    chart = drawn(charts.disputes, data, style(filters))
    draw_chart(chart, "disputes_by_year", data, columns.DISPUTES)


def draw_steps(filters: Filters, year: int) -> None:
    """From all cases of a year to those corrected, for each path."""
    data = filters.ask("dispute_steps")
    chart = drawn(charts.dispute_steps, data, style(filters), year)
    draw_chart(chart, "dispute_steps", data, columns.DISPUTE_STEPS)


def draw_paths(filters: Filters) -> None:
    """Whether lawsuits were filed directly or after a review."""
    data = filters.ask("lawsuit_paths")
    chart = drawn(charts.lawsuit_paths, data, style(filters))
    draw_chart(chart, "lawsuit_paths", data, columns.LAWSUIT_PATHS)


def draw_corrected(filters: Filters) -> None:
    """How often decided cases found the agency wrong."""
    metrics = filters.ask("metrics_by_year")
    data = metrics[metrics["metric_id"].isin(CORRECTED)]
    chart = drawn(charts.corrected_rates, data, style(filters))
    draw_chart(chart, "metrics_by_year", with_titles(data), columns.MEASURES)


draw_page(
    "disputes",
    body,
    ahead=("metrics_by_year", "disputes_by_year", "dispute_steps", "lawsuit_paths"),
)
