"""数据质量: which reports contradict themselves, who was late, what is missing."""

import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns, state
from annual_reports.ui.blocks import draw_coverage, draw_rules
from annual_reports.ui.data import ask
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_page
from annual_reports.ui.rules import doubts_with_words, refusals_with_words, with_words
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import labels, t


def body(filters: Filters) -> None:
    """Rules and their findings, publication, doubts in reading, files left out."""
    left, right = st.columns(2)
    with left:
        draw_rules(filters)
    with right:
        draw_coverage(filters)
    draw_findings(filters)
    draw_submissions(filters)
    draw_doubts(filters)


def draw_findings(filters: Filters) -> None:
    """What to ask whom, one rule or all."""
    st.subheader(t("quality.findings"), anchor=False)
    found = with_words(filters.ask("findings_list"))
    rules = ["", *dict.fromkeys(found["rule"])]
    everything = t("choose.all-rules")
    titles = dict(zip(found["rule"], found["title"], strict=True))
    chosen = state.get("rule") if state.get("rule") in rules else ""
    st.selectbox(
        t("choose.rule"),
        rules,
        format_func=labels(rules, lambda rule: titles.get(rule, everything)),
        **state.bound("rule", chosen),
    )
    shown = found[found["rule"] == chosen] if chosen else found
    if shown.empty:
        st.success(t("quality.no-findings"), icon=":material/check_circle:")
    else:
        draw_table("findings_list", shown, columns.FINDINGS, drill=True)


def draw_submissions(filters: Filters) -> None:
    """Who published when, who was late, whose report is missing."""
    st.subheader(t("quality.submissions"), anchor=False)
    data = filters.ask("submissions")
    chart = charts.submission_matrix(data, style(filters))
    draw_chart(chart, "submissions", data, columns.SUBMISSIONS, drill=True)


def draw_doubts(filters: Filters) -> None:
    """What could not be read for certain."""
    st.subheader(t("quality.problems"), anchor=False)
    problems = doubts_with_words(filters.ask("problems_list"))
    if problems.empty:
        st.success(t("quality.no-problems"), icon=":material/check_circle:")
    else:
        draw_table("problems_list", problems, columns.PROBLEMS, drill=True)


def draw_unplaced() -> None:
    """Files that were left out, of all data."""
    st.subheader(t("quality.unplaced"), anchor=False)
    files = refusals_with_words(ask("unplaced_reports"))
    if files.empty:
        st.success(t("quality.no-unplaced"), icon=":material/check_circle:")
    else:
        draw_table("unplaced_reports", files, columns.UNPLACED)


draw_page("quality", body, always=draw_unplaced)
