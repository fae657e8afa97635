"""A measure by agency: the ranking with the years of each agency as a spark beside it."""

from typing import Final

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports.charts import Chart
from annual_reports.ui import columns
from annual_reports.ui.choices import choose
from annual_reports.ui.data import drawn
from annual_reports.ui.eras import are_of_one_era
from annual_reports.ui.figures import draw_chart, excerpt_of, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import metric_titles, t

_SHOWN: Final = 14
MOST: Final = 60  # agencies that a matrix draws, and that a ranking has of each end


def ranking_of(
    filters: Filters, metric_id: str, year: int, most: int | None = MOST
) -> pd.DataFrame:
    """The ranking of that year, ``most`` of each end or all of it."""
    ranking = filters.ask("agency_ranking", metric_id=metric_id, year=year, most=most)
    return ranking.assign(
        year=year,
        place_rank=ranking["place"],
        change_points=ranking["change"],
        change_percent=ranking["change"],
    )


def draw_ranked(
    chart: Chart | None,
    ranking: pd.DataFrame,
    filters: Filters,
    metric_id: str,
    year: int,
    key: str,
) -> None:
    """A chart of a ranking; in its table stand all agencies with their values over the years."""

    def every() -> pd.DataFrame:
        return ranking_of(filters, metric_id, year, most=None)

    def with_series(shown: pd.DataFrame) -> pd.DataFrame:
        by_year = filters.ask("agency_by_year", metric_id=metric_id, most=None)
        alike = [other for other in by_year["year"].unique() if are_of_one_era(year, other)]
        by_year = by_year[by_year["year"].isin(alike)]
        return shown.assign(series=shown["agency_id"].map(_values_of_each(by_year)))

    unit = ranking["unit"].iloc[0] if len(ranking) else "count"
    rows = excerpt_of(ranking, "agencies", every)
    draw_chart(chart, "agency_ranking", rows, columns.ranking(unit), key=key, complete=with_series)


def _values_of_each(by_year: pd.DataFrame) -> dict[str, list[float]]:
    """Each agency's values in the order of the rows; a loop, as groups cost far more in pandas."""
    found: dict[str, list[float]] = {}
    pairs = zip(by_year["agency_id"].tolist(), by_year["value"].tolist(), strict=True)
    for agency_id, value in pairs:
        found.setdefault(agency_id, []).append(value)
    return found


def choose_measure(filters: Filters, name: str, metric_ids: tuple[str, ...]) -> tuple[str, int]:
    """Let the reader choose one of these measures and a year; both stand in the URL."""
    metrics = filters.ask("metrics_by_year")
    left, right = st.columns(2)
    with left:
        metric_id = _choose_metric(name, metric_ids, _known_last(metrics))
    years = metrics.loc[metrics["metric_id"] == metric_id, "year"].tolist()
    with right:
        newest_first = sorted(years, reverse=True)
        year = choose("year", t("choose.year"), newest_first) if years else filters.year_to
    return metric_id, year


def _known_last(metrics: pd.DataFrame) -> set[str]:
    """The measures that have values in the newest year."""
    return set(metrics.loc[metrics["year"] == metrics["year"].max(), "metric_id"])


def _choose_metric(name: str, metric_ids: tuple[str, ...], known: set[str]) -> str:
    """One of the measures: the one in the URL, else the first of the ``known``."""
    first = next((metric_id for metric_id in metric_ids if metric_id in known), metric_ids[0])
    return choose(name, t("choose.metric"), metric_ids, first, metric_titles().__getitem__)


def draw_ranking(filters: Filters, metric_id: str, year: int) -> None:
    """The ranking of a measure as a chart with its table."""
    data = ranking_of(filters, metric_id, year)
    unit = data["unit"].iloc[0] if len(data) else "count"
    whole = _value_of_the_whole(filters, metric_id, year) if unit == "rate" else None
    chart = drawn(
        charts.agency_ranking, data, style(filters), metric_id, year, limit=_SHOWN, reference=whole
    )
    draw_ranked(chart, data, filters, metric_id, year, f"ranking_{metric_id}")


def _value_of_the_whole(filters: Filters, metric_id: str, year: int) -> float | None:
    metrics = filters.ask("metrics_by_year")
    rows = metrics[(metrics["metric_id"] == metric_id) & (metrics["year"] == year)]
    values = rows["value"].dropna()
    return float(values.iloc[0]) if len(values) else None


def draw_matrix(filters: Filters, metric_id: str) -> None:
    """A measure by year, of the agencies with the highest last values; the table has all."""

    def ask(most: int | None = None) -> pd.DataFrame:
        return filters.ask("agency_by_year", metric_id=metric_id, most=most)

    data = ask(MOST)
    chart = drawn(charts.metric_matrix, data, style(filters), metric_id)
    rows = excerpt_of(data, "agencies", ask)
    draw_chart(chart, "agency_by_year", rows, columns.BY_AGENCY)
