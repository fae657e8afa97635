"""总览: the state of openness in the selection, what changed and who moved it."""

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports.ui.blocks import draw_coverage, draw_outcomes, draw_rules
from annual_reports.ui.brief_region import region_brief
from annual_reports.ui.brief_view import draw_brief_button
from annual_reports.ui.data import drawn
from annual_reports.ui.eras import why_no_change
from annual_reports.ui.figures import draw_reason, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.headlines import draw_headlines
from annual_reports.ui.kpis import draw_kpis
from annual_reports.ui.movement_view import draw_movers
from annual_reports.ui.page import draw_page
from annual_reports.ui.rankings import MOST, draw_ranked, ranking_of
from annual_reports.ui.words import region_name, t

KPIS = (
    "new_requests",
    "closed",
    "disclosure_rate",
    "review_corrected_rate",
    "carried_out",
)
CHANGES = ("disclosure_rate", "new_requests")
VOLUMES = ("items_published", "normative_issued")


def body(filters: Filters) -> None:
    """Headlines, key figures, composition and movers, changes, findings, coverage."""
    metrics = filters.ask("metrics_by_year")
    year = int(metrics["year"].max())
    for metric_id in CHANGES:
        filters.ahead("agency_ranking", metric_id=metric_id, year=year, most=MOST)
    region = region_name(filters.region) if filters.region else t("filter.all-regions")
    with st.container(horizontal=True, wrap=False):
        draw_headlines(filters, metrics, year)
        draw_brief_button(lambda: region_brief(filters, year), region, year)
    draw_kpis(metrics, (*KPIS, volume_of(metrics, year)), year)
    left, right = st.columns(2)
    with left:
        draw_outcomes(filters)
    with right:
        draw_movers(filters, year)
    for place, metric_id in zip(st.columns(2), CHANGES, strict=True):
        with place:
            draw_changes(filters, metric_id, year)
    left, right = st.columns(2)
    with left:
        draw_rules(filters)
    with right:
        draw_coverage(filters)


def volume_of(metrics: pd.DataFrame, year: int) -> str:
    """The measure that stands for the volume of disclosure: the widest that is known."""
    known = set(metrics.loc[metrics["year"] == year, "metric_id"])
    return next((metric_id for metric_id in VOLUMES if metric_id in known), VOLUMES[-1])


def draw_changes(filters: Filters, metric_id: str, year: int) -> None:
    """The largest rises and falls of a measure."""
    data = ranking_of(filters, metric_id, year)
    chart = drawn(charts.change_ranking, data, style(filters), metric_id, year)
    reason = why_no_change(filters, metric_id, year)
    if chart is None and reason:
        draw_reason(reason)
        return
    draw_ranked(chart, data, filters, metric_id, year, f"changes_{metric_id}")


draw_page(
    "overview", body, ahead=("metrics_by_year", "outcome_mix", "findings_by_rule", "coverage")
)
