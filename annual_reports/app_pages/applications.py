"""申请办理结果: how requests end, why they are refused, who asks."""

import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns
from annual_reports.ui.blocks import draw_outcomes, with_titles
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.groups_view import draw_groups
from annual_reports.ui.outcome_view import draw_applicants, draw_paths, draw_reasons
from annual_reports.ui.page import draw_page
from annual_reports.ui.rankings import MOST, choose_measure, draw_ranking

RATES = (
    "disclosure_rate",
    "full_disclosure_rate",
    "substantive_disclosure_rate",
    "disclosure_rate_natural_person",
    "disclosure_rate_organisations",
    "withheld_rate",
    "top_reason_share",
    "unavailable_rate",
    "declined_rate",
    "other_rate",
    "closure_rate",
    "clearance_rate",
    "natural_person_share",
    "new_requests",
    "workload",
    "closed",
    "carried_out",
    "backlog_change",
)


def body(filters: Filters) -> None:
    """Composition and balance by year, the paths of one year, a measure, reasons, applicants."""
    left, right = st.columns(2)
    with left:
        draw_outcomes(filters)
    with right:
        draw_flow(filters)
    metric_id, year = choose_measure(filters, "metric", RATES)
    filters.ahead("refusal_reasons", "agency_ranking", metric_id=metric_id, year=year, most=MOST)
    draw_paths(filters, year)
    left, right = st.columns(2)
    with left:
        draw_trend(filters, metric_id)
        draw_groups(filters, metric_id)
        draw_reasons(filters, year)
    with right:
        draw_ranking(filters, metric_id, year)
        draw_applicants(filters)


def draw_flow(filters: Filters) -> None:
    """What came in and what went out, by year."""
    data = filters.ask("requests_flow")
    chart = drawn(charts.requests_flow, data, style(filters))
    draw_chart(chart, "requests_flow", data, columns.FLOW)


def draw_trend(filters: Filters, metric_id: str) -> None:
    """One measure over the years."""
    metrics = filters.ask("metrics_by_year")
    rows = metrics[metrics["metric_id"] == metric_id]
    chart = drawn(charts.metric_trend, rows, style(filters), metric_id)
    draw_chart(chart, "metrics_by_year", with_titles(rows), columns.MEASURES)


draw_page(
    "applications",
    body,
    ahead=(
        "metrics_by_year",
        "outcome_mix",
        "requests_flow",
        "request_paths",
        "applicant_types",
        "applicant_outcomes",
    ),
)
