"""Outcomes, reasons and disputes as tables of a brief, of an agency's frames or a region's."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.charts.marks import Row, rows_of
from annual_reports.charts.theme import LIGHT
from annual_reports.export.brief import Bar, Block, Cell, Grid, Points
from annual_reports.form import short_label
from annual_reports.ui.brief_parts import heads
from annual_reports.ui.words import lang, t

_REASONS: Final = 8
_GROUPS: Final = {
    "withheld": "withheld", "unavailable": "unavailable", "declined": "declined",
    "other": "other_handling",
}  # fmt: skip
_PATHS: Final = ("review", "litigation_direct", "litigation_after_review")
_RESULTS: Final = ("upheld", "corrected", "other", "pending", "total")
_DISPUTE_WIDTHS: Final = (4.9, 1.9, 1.9, 1.9, 1.9, 1.9, 3.0)
_REASON_WIDTHS: Final = (6.2, 1.7, 1.9, 5.5, 2.1)


def outcome_grid(frame: pd.DataFrame, year: int, base: str = "") -> Grid:
    """The six outcomes of a year beside the year before; ``base`` says what differs in between."""
    this = rows_of(frame[frame["year"] == year])
    last = {row["outcome"]: row for row in rows_of(frame[frame["year"] == year - 1])}
    top = max([row["share"] or 0 for row in this], default=0) or 1
    rows: list[list[Cell]] = [
        [
            short_label("3", row["outcome"], lang()),
            numbers.count(row["requests"]),
            numbers.rate(row["share"]),
            Bar((row["share"] or 0) / top, LIGHT.outcomes[row["outcome"]]),
            _share_of(last.get(row["outcome"])),
        ]
        for row in this
    ]
    head = heads("outcome", "requests", "share", "", "last-share")
    widths = (3.4, 1.7, 1.9, 6.8, 3.6)
    return Grid(t("brief.outcomes"), head, rows, widths, note=_closed_note(this, last) + base)


def _share_of(row: Row | None) -> str:
    """A share with its counts, of a year that is not the brief's."""
    if row is None:
        return numbers.NOT_COMPUTABLE
    return numbers.rate_of(row["share"], row["requests"], row["closed"], lang())


def _closed_note(this: Sequence[Row], last: dict[Any, Row]) -> str:
    if not this:
        return ""
    before = next(iter(last.values()))["closed"] if last else None
    closed, summed = this[0]["closed"], this[0]["all_outcomes"]
    said = t("brief.closed", closed=numbers.count(closed), last=numbers.count(before))
    if None in (closed, summed) or closed == summed:
        return said
    return f"{said} {t('brief.contradiction', sum=numbers.count(summed))}"


def reason_grid(frame: pd.DataFrame, year: int, base: str = "") -> Block:
    """The reasons that were given most in a year, beside the year before (see outcome_grid)."""
    this = [row for row in rows_of(frame) if row["year"] == year and row["requests"]]
    if not this:
        return Points(t("brief.reasons"), [], t("brief.reasons.none"))
    this.sort(key=lambda row: (-row["requests"], row["row_code"]))
    last = {row["row_code"]: row["requests"] for row in rows_of(frame[frame["year"] == year - 1])}
    top = max([row["share"] or 0 for row in this]) or 1
    rows: list[list[Cell]] = [
        [
            short_label("3", row["row_code"], lang()),
            numbers.count(row["requests"]),
            numbers.rate(row["share"]),
            Bar((row["share"] or 0) / top, LIGHT.outcomes[_GROUPS[row["reason_group"]]]),
            numbers.count(last.get(row["row_code"])),
        ]
        for row in this[:_REASONS]
    ]
    more = len(this) - _REASONS
    note = t("brief.reasons.more", n=more) if more > 0 else t("brief.reasons.rest")
    head = heads("reason", "requests", "share", "", "last-requests")
    return Grid(t("brief.reasons"), head, rows, _REASON_WIDTHS, note=note + base)


def dispute_grid(frame: pd.DataFrame, year: int, base: str = "") -> Block:
    """Reviews and lawsuits of a year by their results, beside last year's (see outcome_grid)."""
    cases = {
        (row["year"], row["row_code"], row["column_code"]): row["cases"] for row in rows_of(frame)
    }
    if not any(key[0] == year for key in cases):
        return Points(t("brief.disputes"), [], t("brief.disputes.none"))
    rows = [
        [
            short_label("4", path, lang()),
            *(numbers.count(cases.get((year, path, result))) for result in _RESULTS),
            numbers.count(cases.get((year - 1, path, "total"))),
        ]
        for path in _PATHS
    ]
    results = [short_label("4", result, lang()) for result in _RESULTS]
    head = [*heads("path"), *results, *heads("last-total")]
    return Grid(t("brief.disputes"), head, rows, _DISPUTE_WIDTHS, note=base)
