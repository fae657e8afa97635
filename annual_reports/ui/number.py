"""The address of a number: what it is, of which years and whose; see derive/number_of.sql."""

import re
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import cache
from typing import Final, NamedTuple

from annual_reports import format as numbers
from annual_reports.catalogue import queries_in
from annual_reports.form import all_forms, short_label
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import formula_words, lang, metric_titles, t

_CELLS: Final = r"[+-]?\w+/[\w*]+/\w+(?:[+-]\w+/[\w*]+/\w+)*"
_WHAT: Final = re.compile(rf"\w+|{_CELLS}(?::{_CELLS})?")
_TERM: Final = re.compile(r"([+-]?)(\w+)/([\w*]+)/(\w+)")
_YEARS: Final = re.compile(r"(\d{4})(?:-(\d{4}))?")
_GROUPS: Final = ("kind", "sector", "region")
_SCOPES: Final = ("form", "report", *_GROUPS)


class Number(NamedTuple):
    """``what`` is a measure or cells; ``scope`` is what ``whose`` is the code of.

    A scope is empty for the selection on the page, else ``agency``, ``form``, ``report`` or, for
    a group of agencies, ``kind``, ``sector`` or ``region``.
    """

    what: str
    year_from: int
    year_to: int
    scope: str = ""
    whose: str = ""

    @property
    def is_measure(self) -> bool:
        """Whether it is one of queries/metrics."""
        return "/" not in self.what

    @property
    def group(self) -> tuple[str, str]:
        """By what agencies are grouped, and the group; * for all of them."""
        return (self.scope, self.whose) if self.scope in _GROUPS else (_GROUPS[0], "*")


def parse_number(address: str) -> Number | None:
    """The number of that address, None where it is none."""
    what, _, rest = address.partition("@")
    years, _, whose = rest.partition("@")
    span = _YEARS.fullmatch(years)
    if not span or not _WHAT.fullmatch(what):
        return None
    if not _is_known(what):
        return None
    scope, _, code = whose.partition(":")
    first, last = int(span[1]), int(span[2] or span[1])
    if scope in _SCOPES and code:
        return Number(what, first, last, scope, code)
    return Number(what, first, last, "agency" if whose else "", whose)


@cache
def _is_known(what: str) -> bool:
    """Whether it is a measure, or all of its cells are cells of some form."""
    if "/" not in what:
        return what in {metric.query_id for metric in queries_in("metrics")}
    return all(_is_cell(*term[1:]) for term in _TERM.findall(what))


def _is_cell(table: str, pattern: str, column: str) -> bool:
    tables = (form.table(table) for form in all_forms() if form.has_table(table))
    return any(
        fnmatchcase(row.code, pattern) and column in row.columns
        for known in tables
        for row in known.rows
    )


def selection_of(number: Number, filters: Filters) -> Filters:
    """The selection that the number is of, where ``filters`` are those of the page.

    A group is added up from the agencies' own reports, as where it is shown.
    """
    within = replace(filters, year_from=number.year_from, year_to=number.year_to)
    if number.scope == "agency":
        return replace(within, region=None, kinds=None, agencies=(number.whose,))
    if number.scope in _GROUPS:
        return replace(within, basis="members")
    return within


def title_of(number: Number) -> str:
    """What the number is called: the measure, or its cells by their labels."""
    if number.is_measure:
        return metric_titles()[number.what]
    above, _, below = number.what.partition(":")
    return t("evidence.ratio", above=_cells(above), below=_cells(below)) if below else _cells(above)


def formula_of(number: Number) -> str:
    """The formula: of a measure in words, else in the codes of the form."""
    if number.is_measure:
        found = (metric for metric in queries_in("metrics") if metric.query_id == number.what)
        return formula_words(next(found).header)
    return " / ".join(number.what.split(":"))


def years_of(number: Number) -> str:
    """The year, or the first and the last."""
    years = sorted({number.year_from, number.year_to})
    return "–".join(map(str, years))


def value_of(number: float | None, unit: str, above: float | None, below: float | None) -> str:
    """A value in its unit with n/d, as everywhere."""
    return numbers.measure(number, unit, lang(), above, below)


def _cells(terms: str) -> str:
    """A sum of cells in words; those of all applicants together are named by their row alone."""
    words = ""
    for sign, table, row, column in _TERM.findall(terms):
        joined = {"-": " − ", "+": " + "}.get(sign, "")
        words += (joined if words or sign == "-" else "") + _cell(table, row, column)
    return words


def _cell(table: str, row: str, column: str) -> str:
    label = short_label(table, "other_handling" if row == "other*" else row.rstrip("*"), lang())
    if table == "3" and column == "total":
        return label
    return t("evidence.cell", row=label, column=short_label(table, column, lang()))
