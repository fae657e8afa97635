"""数据质量: which reports contradict themselves, what was decided about it, whom to ask."""

from functools import partial
from typing import Final

import pandas as pd
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
from annual_reports.ui.paging import draw_listed, listed
from annual_reports.ui.revision_log import draw_revision_log
from annual_reports.ui.rules import doubts_with_words, refusals_with_words
from annual_reports.ui.settle_view import draw_settling
from annual_reports.ui.tables import most_of
from annual_reports.ui.words import lang, t

_MOST: Final = 40  # agencies that the matrix draws


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
    st.subheader(t("quality.findings"), anchor=False)
    found, narrowed = draw_settling(filters)
    draw_findings_export(found, narrowed, filters)
    st.subheader(t("quality.letter"), anchor=False)
    draw_letter(filters)
    draw_revision_log(filters)
    draw_doubts(filters)


def draw_matrix(filters: Filters) -> None:
    """Every rule of one year, and the agencies with the most findings."""
    years = list(range(filters.year_to, filters.year_from - 1, -1))
    year = choose("matrix", t("choose.matrix"), years)
    data = _titled(filters.ask("rule_matrix", year=year, most=_MOST))
    chart = drawn(charts.rule_matrix, data, style(filters))
    rows = most_of(data, lambda: _titled(filters.ask("rule_matrix", year=year, most=None)))
    draw_chart(chart, "rule_matrix", rows, columns.RULE_MATRIX)


def _titled(matrix: pd.DataFrame) -> pd.DataFrame:
    return matrix.assign(title=matrix[f"title_{lang()}"])


def draw_doubts(filters: Filters) -> None:
    """What could not be read for certain."""
    st.subheader(t("quality.problems"), anchor=False)
    found = listed("problems", partial(filters.ask, "problems_list"), doubts_with_words, (filters,))
    if found.is_empty:
        st.success(t("quality.no-problems"), icon=":material/check_circle:")
    else:
        draw_listed("problems_list", found, columns.PROBLEMS)


def draw_unplaced() -> None:
    """Files that were left out, of all data."""
    st.subheader(t("quality.unplaced"), anchor=False)
    found = listed("unplaced", partial(ask, "unplaced_reports"), refusals_with_words)
    if found.is_empty:
        st.success(t("quality.no-unplaced"), icon=":material/check_circle:")
    else:
        draw_listed("unplaced_reports", found, columns.UNPLACED, drill=False)


draw_page(
    "quality",
    body,
    always=draw_unplaced,
    ahead=("findings_by_rule", "coverage"),
)
