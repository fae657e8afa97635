"""数据质量: which reports contradict themselves, what was decided about it, whom to ask."""

import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns
from annual_reports.ui.blocks import draw_coverage, draw_rules
from annual_reports.ui.choices import choose
from annual_reports.ui.data import ask, drawn
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.findings_export import draw_findings_export
from annual_reports.ui.letter_view import draw_letter
from annual_reports.ui.page import TIMELINESS_PAGE, draw_page
from annual_reports.ui.revision_log import draw_revision_log
from annual_reports.ui.rules import doubts_with_words, refusals_with_words, with_words
from annual_reports.ui.settle_view import draw_settling
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import lang, t


def body(filters: Filters) -> None:
    """Rules and who has trouble with them, findings to settle, the letter, doubts in reading."""
    left, right = st.columns(2)
    with left:
        draw_rules(filters)
    with right:
        draw_coverage(filters)
        where = t("quality.submissions")
        st.page_link(TIMELINESS_PAGE, label=where, icon=":material/event_available:")
    draw_matrix(filters)
    found = with_words(filters.ask("findings_list"))
    st.subheader(t("quality.findings"), anchor=False)
    shown = draw_settling(found)
    draw_findings_export(shown, filters)
    st.subheader(t("quality.letter"), anchor=False)
    draw_letter(found, is_demo=filters.is_demo)
    draw_revision_log(filters)
    draw_doubts(filters)


def draw_matrix(filters: Filters) -> None:
    """Every rule and agency of one year."""
    years = list(range(filters.year_to, filters.year_from - 1, -1))
    year = choose("matrix", t("choose.matrix"), years)
    data = filters.ask("rule_matrix", year=year)
    data = data.assign(title=data[f"title_{lang()}"])
    chart = drawn(charts.rule_matrix, data, style(filters))
    draw_chart(chart, "rule_matrix", data, columns.RULE_MATRIX)


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
