"""Figures and small charts that the brief of an agency and that of a region have in common."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.charts.marks import Row, rows_of
from annual_reports.charts.theme import LIGHT
from annual_reports.export.brief import Block, Charts, Column, Years
from annual_reports.ui.words import lang, metric_titles, t

MEASURES: Final = (
    "new_requests", "closed", "carried_out", "disclosure_rate", "withheld_rate",
    "unavailable_rate", "declined_rate", "review_corrected_rate", "litigation_corrected_rate",
    "dispute_rate", "normative_in_force", "items_published",
)  # fmt: skip
_DRAWN: Final = ("new_requests", "disclosure_rate", "carried_out", "dispute_rate")
_YEARS: Final = 7


def heads(*names: str, **facts: object) -> list[str]:
    """The words over the columns of a table; nothing over a bar."""
    return [t(f"brief.head.{name}", **facts) if name else "" for name in names]


def value_words(row: Row) -> str:
    """A value with what it rests on."""
    counts = row["numerator"], row["denominator"]
    return numbers.measure(row["value"], row["unit"], lang(), *counts)


def interval_words(row: Row) -> str:
    """The interval of a rate on few cases; nothing for the others, which are firm."""
    if not row["is_small"] or row["low"] is None:
        return ""
    return t("brief.interval", low=numbers.rate(row["low"]), high=numbers.rate(row["high"]))


def change_words(row: Row, last: object) -> str:
    """The change on the year before, or that there is none because the meaning is another."""
    if row["is_break"] and last is not None:
        return t("brief.broken")
    return numbers.change(row["change"], row["unit"], lang())


def by_metric(frame: pd.DataFrame, year: int) -> dict[str, Row]:
    """The rows of a year by their measure."""
    return {row["metric_id"]: row for row in rows_of(frame[frame["year"] == year])}


def charts_of(frame: pd.DataFrame, year: int) -> list[Block]:
    """The years of four measures as columns, two charts side by side."""
    known = sorted(of for of in frame["year"].unique() if year - _YEARS < of <= year)
    years = list(range(int(known[0]), year + 1))
    drawn = [_years_of(frame, metric_id, years) for metric_id in _DRAWN]
    return [Charts(drawn[:2]), Charts(drawn[2:], t("brief.charts.note"))]


def _years_of(frame: pd.DataFrame, metric_id: str, years: Sequence[int]) -> Years:
    rows = {row["year"]: row for row in rows_of(frame[frame["metric_id"] == metric_id])}
    values = [rows[year]["value"] for year in years if year in rows]
    top = max([value for value in values if value is not None], default=0) or 1
    columns = [_column(year, rows.get(year), top, is_first=year == years[0]) for year in years]
    return Years(metric_titles()[metric_id], columns)


def _column(year: int, row: Row | None, top: float, *, is_first: bool) -> Column:
    if row is None or row["value"] is None:
        return Column(str(year), numbers.NOT_COMPUTABLE, None, LIGHT.accent)
    is_rate = row["unit"] == "rate"
    base = f"\n{numbers.count(row['denominator'])}" if is_rate else ""
    return Column(
        f"{year}{base}",
        numbers.plain(row["value"], row["unit"]),
        row["value"] / top,
        LIGHT.accent_soft if row["is_small"] else LIGHT.accent,
        is_break=bool(row["is_break"]) and not is_first,
    )
