"""The brief of the selection: its sums, what moved, whom to ask, who was on time."""

from typing import Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.charts.marks import Row, rows_of
from annual_reports.export.brief import Block, Brief, Grid, Points
from annual_reports.ui.brief_grids import dispute_grid, outcome_grid, reason_grid
from annual_reports.ui.brief_parts import (
    MEASURES,
    by_metric,
    change_words,
    charts_of,
    heads,
    interval_words,
    value_words,
)
from annual_reports.ui.data import PUBLISHED
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import scope_words
from annual_reports.ui.rankings import ranking_of
from annual_reports.ui.rules import rules_of
from annual_reports.ui.words import agency_name, lang, metric_titles, region_name, t

_RATE: Final = "disclosure_rate"
_EACH_WAY: Final = 4
_RULES: Final = 7
_WIDTHS: Final = (3.2, 3.8, 2.5, 3.8, 2.3, 1.8)


def region_brief(filters: Filters, year: int) -> Brief:
    """Two pages on what the filters chose, in one year."""
    metrics = filters.ask("metrics_by_year")
    base = _base(metrics, year)
    region = region_name(filters.region) if filters.region else t("filter.all-regions")
    return Brief(
        title=t("brief.title.region", region=region, year=year),
        facts=_facts(filters, year),
        first=[_key_grid(metrics, year), outcome_grid(filters.ask("outcome_mix"), year, base),
               *charts_of(metrics, year)],
        second=[reason_grid(filters.ask("refusal_reasons"), year, base),
                dispute_grid(filters.ask("disputes_by_year"), year, base),
                _movers(filters, year), _rules(filters), _timeliness(filters, year)],
        foot=t("brief.foot", app=t("app.name"), build=PUBLISHED.build_id),
        warning=t("origin.demo") if filters.is_demo else "",
    )  # fmt: skip


def _base(metrics: pd.DataFrame, year: int) -> str:
    """That counts of two years are of different reports, where they are."""
    counts = [by_metric(metrics, of).get("closed", {}).get("reports") for of in (year, year - 1)]
    this, last = map(numbers.count, counts)
    return "" if this == last or None in counts else t("brief.base", this=this, last=last)


def _facts(filters: Filters, year: int) -> str:
    """The selection in words, and how much of it is held of that year."""
    row = filters.ask("scope", year_from=year, year_to=year).iloc[0]
    held, known = (numbers.count(row[f"{name}_reports"]) for name in ("held", "known"))
    basis = t(f"basis.{filters.basis}")
    return t("brief.scope", scope=scope_words(filters), basis=basis, held=held, known=known)


def _key_grid(metrics: pd.DataFrame, year: int) -> Grid:
    this = by_metric(metrics, year)
    rows = [_key_row(this[metric_id]) for metric_id in MEASURES if metric_id in this]
    head = heads("metric", "this", "interval", "last-comparable", "change", "comparable", year=year)
    return Grid(t("brief.key"), head, rows, _WIDTHS, note=t("brief.key.note.region"))


def _key_row(row: Row) -> list[str]:
    last, above, below = (row[f"last_{name}"] for name in ("value", "numerator", "denominator"))
    is_rate = row["unit"] == "rate"
    return [
        metric_titles()[row["metric_id"]],
        value_words(row),
        interval_words(row),
        numbers.rate_of(last, above, below, lang()) if is_rate else numbers.count(last),
        change_words(row, above),
        numbers.count(row["comparable_reports"]),
    ]


def _movers(filters: Filters, year: int) -> Block:
    """The largest rises and falls of the disclosure rate on enough cases."""
    ranking = rows_of(ranking_of(filters, _RATE, year))
    firm = [row for row in ranking if row["change"] is not None and not row["is_on_few"]]
    if not firm:
        return Points(t("brief.movers"), [], t("brief.movers.none"))
    firm.sort(key=lambda row: -row["change"])
    shown = firm if len(firm) <= 2 * _EACH_WAY else [*firm[:_EACH_WAY], *firm[-_EACH_WAY:]]
    rows = [_mover(row) for row in shown]
    head = heads("agency", "this", "last", "change", year=year)
    note = t("brief.movers.note", n=numbers.count(firm[0]["firm_moved"]))
    return Grid(t("brief.movers"), head, rows, (7.4, 3.8, 3.8, 2.4), note=note)


def _mover(row: Row) -> list[str]:
    return [
        agency_name(row["agency_id"]),
        numbers.rate_of(row["value"], row["numerator"], row["denominator"], lang()),
        numbers.rate_of(
            row["last_value"], row["last_numerator"], row["last_denominator"], lang()
        ),
        numbers.change(row["change"], "rate", lang()),
    ]  # fmt: skip


def _rules(filters: Filters) -> Block:
    """The rules that most findings are of, in the years chosen."""
    found = [row for row in rows_of(rules_of(filters)) if row["findings"]]
    found.sort(key=lambda row: -row["findings"])
    if not found:
        return Points(t("brief.rules"), [], t("brief.findings.none"))
    counted = ("findings", "reports", "agencies")
    rows = [
        [row["title"], t(f"severity.{row['severity']}"), *(numbers.count(row[n]) for n in counted)]
        for row in found[:_RULES]
    ]
    head = heads("rule", "severity", *counted)
    years = f"{filters.year_from}–{filters.year_to}"
    note = t("brief.rules.years", years=years)
    return Grid(t("brief.rules"), head, rows, (7.8, 3.6, 2.0, 2.0, 2.0), 2, note)


def _timeliness(filters: Filters, year: int) -> Points:
    row = filters.ask("timeliness_summary", year=year).iloc[0]
    states = ("due", "in_time", "late", "undated", "unpublished", "unusable", "missing")
    counts = {name: numbers.count(row[name]) for name in states}
    return Points(t("brief.timeliness"), [], t("brief.timeliness.sentence", **counts))
