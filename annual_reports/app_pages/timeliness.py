"""按时公布: who was late, who has not published, who publishes at the last moment."""

from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns
from annual_reports.ui.choices import choose
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_page
from annual_reports.ui.paging import draw_listed, listed, same
from annual_reports.ui.tables import most_of
from annual_reports.ui.timeliness_view import (
    draw_headline,
    draw_late,
    draw_not_held,
    draw_undated,
)
from annual_reports.ui.words import t

_MOST: Final = 60  # agencies that the matrix draws


def body(filters: Filters) -> None:
    """One year in sentences and days, the lists, the habits, the years."""
    years = list(range(filters.year_to, filters.year_from - 1, -1))
    year = choose("year", t("choose.year"), years)
    draw_headline(filters, year)
    draw_days(filters, year)
    states = filters.ask("submission_states")
    counts = dict(zip(states["state"], states["reports"], strict=True))
    draw_late(filters, counts)
    draw_not_held(filters, counts)
    draw_habits(filters)
    st.subheader(t("timeliness.years"), anchor=False)
    left, right = st.columns(2)
    with left:
        draw_trend(filters)
    with right:
        draw_mix(filters)
    draw_undated(filters, counts)
    st.subheader(t("timeliness.all-years"), anchor=False)
    draw_matrix(filters, states)


def draw_matrix(filters: Filters, states: pd.DataFrame) -> None:
    """The agencies with the most trouble, year by year."""
    data = filters.ask("submission_matrix", most=_MOST)
    chart = drawn(charts.submission_matrix, data, states, style(filters))
    rows = most_of(data, partial(filters.ask, "submission_matrix", most=None))
    draw_chart(chart, "submission_matrix", rows, columns.SUBMISSIONS)


def draw_days(filters: Filters, year: int) -> None:
    """On which days the reports of ``year`` came out."""
    data = filters.ask("publication_days", year=year)
    chart = drawn(charts.publication_days, data, style(filters), year)
    draw_chart(chart, "publication_days", data, columns.PUBLICATION_DAYS)


def draw_habits(filters: Filters) -> None:
    """Each agency's days over the years."""
    found = listed("habits", partial(filters.ask, "publication_habits"), same, (filters,))
    if found.is_empty:
        return
    st.subheader(t("timeliness.habits"), anchor=False)
    draw_listed("publication_habits", found, columns.HABITS)


def draw_trend(filters: Filters) -> None:
    """Shares and days by year."""
    data = filters.ask("timeliness_by_year")
    chart = drawn(charts.timeliness_trend, data, style(filters))
    titled = data.assign(metric=[t(f"charts.timeliness.{code}") for code in data["metric_id"]])
    draw_chart(chart, "timeliness_by_year", titled, columns.TIMELINESS)


def draw_mix(filters: Filters) -> None:
    """Early, at the last moment and late, by kind and year."""
    data = filters.ask("publication_mix")
    chart = drawn(charts.publication_mix, data, style(filters))
    kinds = [t(f"kind.{kind}") if kind else t("charts.mix.all") for kind in data["kind"]]
    named = data.assign(kind=kinds)
    draw_chart(chart, "publication_mix", named, columns.PUBLICATION_MIX)


draw_page(
    "timeliness",
    body,
    counts="known_agencies",
    ahead=("submission_states", "timeliness_by_year", "publication_mix"),
)
