"""机构画像: everything about one agency on one page, down to the cell and its source."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports.charts import Style
from annual_reports.ui import columns
from annual_reports.ui.agency_choice import choose_agency
from annual_reports.ui.ahead import ahead
from annual_reports.ui.blocks import with_titles
from annual_reports.ui.brief_agency import agency_brief
from annual_reports.ui.brief_view import draw_brief_button
from annual_reports.ui.data import ask, drawn
from annual_reports.ui.figures import Excerpt, draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.kpis import draw_kpis
from annual_reports.ui.offered import offered_in
from annual_reports.ui.page import draw_empty, draw_page
from annual_reports.ui.pairs import open_pair
from annual_reports.ui.reading import draw_reading
from annual_reports.ui.registry_view import draw_place, draw_registry
from annual_reports.ui.report_choice import choose_report, draw_standing
from annual_reports.ui.report_view import draw_report
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import agency_name, t

KPIS = (
    "new_requests",
    "closed",
    "disclosure_rate",
    "carried_out",
    "review_corrected_rate",
    "normative_in_force",
)
HISTORY = (
    "new_requests",
    "disclosure_rate",
    "withheld_rate",
    "unavailable_rate",
    "closure_rate",
    "dispute_rate",
)
SAMPLE = 1_000  # values of peers that are drawn by lot beside the ends of each measure


def body(filters: Filters) -> None:
    """The agency chosen, its years, then one report in full."""
    held = offered_in(is_demo=filters.is_demo).held
    left, right = st.columns([3, 1])
    with left:
        agency = choose_agency(held, filters)
    reports = ask("agency_reports", agency_id=agency["agency_id"])
    with right:
        report = choose_report(reports)
    with st.container(horizontal=True, wrap=False):
        draw_registry(agency)
        if report is not None:
            name, year = agency_name(agency["agency_id"]), int(report["year"])
            draw_brief_button(lambda: agency_brief(agency, report), name, year)
    if report is None:
        draw_empty(t("profile.no-report"), t("profile.no-report.advice"))
        return
    ask_ahead(agency["agency_id"], int(report["year"]), report["report_id"])
    draw_standing(report, reports)
    draw_place(agency, int(report["year"]))
    draw_history(filters, agency["agency_id"], report)
    draw_link(reports, report)
    draw_report(report)
    st.subheader(t("profile.reports"), anchor=False)
    draw_table("agency_reports", reports, columns.REPORTS)


def ask_ahead(agency_id: str, year: int, report_id: str) -> None:
    """The longer questions about the agency and about its report, in the order of the page."""
    ahead(
        partial(ask, "agency_history", agency_id=agency_id),
        partial(ask, "agency_position", agency_id=agency_id, year=year),
        partial(ask, "peer_strips", agency_id=agency_id, year=year, sample=SAMPLE),
    )
    told = ("report_cells", "report_findings", "report_sections")
    ahead(*(partial(ask, query_id, report_id=report_id) for query_id in told))


def draw_link(reports: pd.DataFrame, report: Any) -> None:
    """The way to last year's report beside this one, where it is held."""
    year = int(report["year"])
    is_held = (reports["is_current"] & (reports["year"] == year - 1)).any()
    if report["is_current"] and is_held:
        agency_id = report["agency_id"]
        if st.button(t("compare.with-last"), icon=":material/compare_arrows:"):
            open_pair(agency_id, year - 1, agency_id, year)


def draw_history(filters: Filters, agency_id: str, report: Any) -> None:
    """Key figures and what they say, outcomes by year, measures beside the agency's peers."""
    year = int(report["year"])
    history = ask("agency_history", agency_id=agency_id)
    draw_kpis(history, KPIS, year)
    draw_reading(history, agency_id, report)
    outcomes = ask("agency_outcomes", agency_id=agency_id)
    look = replace(style(filters), scope=agency_name(agency_id))
    left, right = st.columns(2)
    with left:
        chart = drawn(charts.outcome_composition, outcomes, look)
        draw_chart(chart, "agency_outcomes", outcomes, columns.OUTCOMES)
    with right:
        events = ask("agency_events", agency_id=agency_id)
        chart = drawn(charts.history_multiples, history, look, HISTORY, events=events)
        draw_chart(chart, "agency_history", with_titles(history), columns.HISTORY)
    draw_strips(look, agency_id, year)


def draw_strips(look: Style, agency_id: str, year: int) -> None:
    """The place among the peers in every measure; the table has all peers."""

    def told(sample: int | None = None) -> pd.DataFrame:
        return with_titles(ask("peer_strips", agency_id=agency_id, year=year, sample=sample))

    strips = told(SAMPLE)
    chart = drawn(charts.peer_strips, strips, look, agency_id, year)
    has_all = (~strips["is_own"]).sum() == strips["peers_values"].max()
    rows = strips if strips.empty or has_all else Excerpt(strips, told)
    draw_chart(chart, "peer_strips", rows, columns.STRIPS)


draw_page("agency", body)
