"""The parts of the page that compares agencies: each a question with its chart and table."""

from typing import Final

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports.catalogue import alternatives, queries_in
from annual_reports.ui import columns
from annual_reports.ui.choices import choose, chosen_of, switch
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, draw_reason, excerpt_of, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.rankings import MOST
from annual_reports.ui.words import metric_titles, region_name, t

_DEFINED: Final = 30  # agencies that are drawn under other definitions
_SAMPLE: Final = 1_200  # agencies that a plot draws by lot beside those that stand out
GROUPINGS = ("kind", "sector", "level", "region")


def ask_ahead(filters: Filters, metric_id: str, year: int, *, is_rate: bool) -> None:
    """What the charts below the first one are made of."""
    asked = ("measure_spread", "agency_by_year", "two_measures")
    filters.ahead(
        *(("funnel_limits", *asked) if is_rate else asked),
        metric_id=metric_id,
        year=year,
        most=MOST,
        sample=_SAMPLE,
        grouping=chosen_of("grouping", GROUPINGS),
        **_paired(metric_id),
    )


def draw_standing(filters: Filters, metric_id: str, year: int) -> None:
    """A rate of every agency in bands around the whole, and the funnel beside it."""

    def ask(sample: int | None = None) -> pd.DataFrame:
        return filters.ask("agency_standing", metric_id=metric_id, year=year, sample=sample)

    data = ask(_SAMPLE)
    rows = excerpt_of(data, "agencies", ask)
    limits = filters.ask("funnel_limits", metric_id=metric_id, year=year)
    left, right = st.columns(2)
    with left:
        chart = drawn(charts.standing_bands, data, style(filters), metric_id, year)
        draw_chart(chart, "agency_standing", rows, columns.STANDING)
    with right:
        chart = drawn(charts.funnel, data, limits, style(filters), metric_id, year)
        draw_chart(chart, "agency_standing", rows, columns.STANDING, key="funnel")
        draw_definitions(filters, metric_id, year)


def draw_definitions(filters: Filters, metric_id: str, year: int) -> None:
    """Whether the conclusion depends on the definition; nothing where there is only one."""
    found = (metric for metric in queries_in("metrics") if metric.query_id == metric_id)
    others = alternatives(next(found))
    if not others:
        draw_reason(t("agencies.one-definition", metric=metric_titles()[metric_id]))
        return

    def ask(most: int | None = None) -> pd.DataFrame:
        asked = {"metric_ids": (metric_id, *others), "year": year, "most": most}
        data = filters.ask("definition_bands", **asked)
        return data.assign(metric=data["metric_id"].map(metric_titles()))

    data = ask(_DEFINED)
    rows = excerpt_of(data, "judged_agencies", ask)
    chart = drawn(charts.definition_bands, data, style(filters), year)
    draw_chart(chart, "definition_bands", rows, columns.DEFINITION_BANDS)


def draw_spread(filters: Filters, metric_id: str, year: int) -> None:
    """Every agency within its group, by kind, sector, level or region."""
    grouping = switch(
        "grouping", t("agencies.grouping"), GROUPINGS, lambda code: t(f"agencies.grouping.{code}")
    )

    def ask(sample: int | None = None) -> pd.DataFrame:
        asked = {"metric_id": metric_id, "year": year, "grouping": grouping, "sample": sample}
        data = filters.ask("measure_spread", **asked)
        words = {code: _group(grouping, code) for code in data["grouped"].unique()}
        return data.assign(grouped_words=data["grouped"].map(words))

    data = ask(_SAMPLE)
    words = dict(zip(data["grouped"], data["grouped_words"], strict=True))
    chart = drawn(charts.measure_spread, data, style(filters), metric_id, year, words)
    rows = excerpt_of(data, "agencies", ask)
    draw_chart(chart, "measure_spread", rows, columns.SPREAD)


def _group(grouping: str, code: str) -> str:
    """What a group is called."""
    if not code:
        return t("agencies.no-group")
    if grouping == "region":
        return region_name(code)
    return code if grouping == "sector" else t(f"{grouping}.{code}")


def draw_pairing(filters: Filters, metric_id: str, year: int) -> None:
    """The measure against another, with a third as the size of the points."""
    measures = list(metric_titles())
    word = metric_titles().__getitem__
    for place, (name, first) in zip(st.columns(2), _beside(metric_id).items(), strict=True):
        with place:
            choose(name, t(f"agencies.{name}"), measures, first, word)
    asked = _paired(metric_id)

    def ask(sample: int | None = None) -> pd.DataFrame:
        return filters.ask("two_measures", year=year, sample=sample, **asked)

    data = ask(_SAMPLE)
    shown = tuple(asked.values())
    chart = drawn(charts.two_measures, data, style(filters), shown, year)
    draw_chart(chart, "two_measures", excerpt_of(data, "agencies", ask), columns.TWO_MEASURES)


def _beside(metric_id: str) -> dict[str, str]:
    """The choices of what stands against a measure and gives the size, and what they begin with."""
    first = next(code for code in ("closure_rate", "disclosure_rate") if code != metric_id)
    return {"against": first, "size": "new_requests"}


def _paired(metric_id: str) -> dict[str, str]:
    """The three measures of the pairing, as they are asked for."""
    measures = list(metric_titles())
    against, size = (chosen_of(name, measures, first) for name, first in _beside(metric_id).items())
    return {"x_metric_id": metric_id, "y_metric_id": against, "size_metric_id": size}
