"""The headings of an annex: where the indicator, its unit and its values stand."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

from annual_reports.extract.document import RawCell
from annual_reports.extract.labels import unit_in
from annual_reports.extract.recognise.header import deepest_fields, width_of
from annual_reports.extract.recognise.lexicon import Lexicon
from annual_reports.extract.recognise.lines import Field, Line
from annual_reports.facts import Problem

_YEAR: Final = re.compile(r"20\d\d(?!\d)")
_LONGEST_UNIT: Final = 4
_INDICATOR: Final = "indicator"
_UNIT: Final = "unit"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``role`` is a column of values or of the stub, empty where it is neither.

    ``year`` is the year printed in it, 0 where there is none.
    """

    field: Field
    role: str
    year: int


@dataclass(frozen=True)
class AnnexHeader:
    """The headings in their printed order, and what makes them useless, if anything does."""

    headings: tuple[Heading, ...]
    columns: frozenset[str]
    width: int
    problems: tuple[Problem, ...] = ()

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The columns of values, each once."""
        roles = (heading.role for heading in self.headings if heading.role in self.columns)
        return tuple(dict.fromkeys(roles))

    @property
    def labels(self) -> Iterable[str]:
        """The headings as printed."""
        return (heading.field.cell.text for heading in self.headings)

    def fits(self, line: Line) -> bool:
        """Whether the grid columns of the line are those of the headings."""
        return line.is_aligned and self.width == width_of([line])

    def label_place(self, line: Line) -> int | None:
        """Which field of a fitting line stands under the indicator's heading, the last filled."""
        start, end = self._span
        places = [
            place
            for place, item in enumerate(line.fields)
            if item.is_filled and item.start < end and item.end > start
        ]
        return places[-1] if places else None

    @cached_property
    def _span(self) -> tuple[int, int]:
        field = next(item.field for item in self.headings if item.role == _INDICATOR)
        return field.start, field.end

    def place(self, line: Line, rest: Sequence[Field]) -> tuple[dict[str, RawCell], str] | None:
        """The cell of each column and the unit printed in the line; None if it is not clear.

        ``rest`` is what stands after the label, for lines whose columns are only an order.
        """
        if self.problems:
            return None
        pairs = self._by_place(line.fields) if self.fits(line) else self._by_order(rest)
        if pairs is None:
            return None
        cells = {head.role: item.cell for head, item in pairs if head.role in self.columns}
        units = [_unit(item) for head, item in pairs if head.role == _UNIT]
        named = [unit_in(head.field.cell.text) for head in self.headings]
        return cells, next(filter(None, (*units, *named)), "")

    def _by_place(self, fields: Sequence[Field]) -> list[tuple[Heading, Field]]:
        return [
            (head, item)
            for item in fields
            for head in self.headings
            if head.field.start < item.end and item.start < head.field.end
        ]

    def _by_order(self, rest: Sequence[Field]) -> list[tuple[Heading, Field]] | None:
        at = [head.role for head in self.headings].index(_INDICATOR)
        after = self.headings[at + 1 :]
        return list(zip(after, rest, strict=True)) if len(after) == len(rest) else None


def read_header(
    lines: Sequence[Line], lexicon: Lexicon, year: int | None
) -> tuple[AnnexHeader | None, list[Line]]:
    """The header among the lines of a table, None if there is none, and the lines of its body.

    A header printed again after a page break is left out of the body.
    """
    first = next((n for n, line in enumerate(lines) if _has_role(line, lexicon, _INDICATOR)), None)
    if first is None:
        return None, list(lines)
    last = first + 1
    while last < len(lines) and _is_header(lines[last], lexicon):
        last += 1
    body = [line for line in lines[last:] if not _is_header(line, lexicon)]
    return _header(lines[first:last], lexicon, year), body


def _heading(item: Field, lexicon: Lexicon) -> Heading:
    year = _YEAR.match(item.key)
    key = item.key[year.end() :] if year else item.key
    return Heading(item, lexicon.roles.get(key, ""), int(year[0]) if year else 0)


def _has_role(line: Line, lexicon: Lexicon, role: str) -> bool:
    return any(_heading(item, lexicon).role == role for item in line.fields if item.is_filled)


def _is_header(line: Line, lexicon: Lexicon) -> bool:
    return any(_heading(item, lexicon).role for item in line.fields if item.is_filled)


def _header(lines: Sequence[Line], lexicon: Lexicon, year: int | None) -> AnnexHeader:
    deepest = deepest_fields(lines)
    fields = [deepest[place] for place in sorted(deepest)]
    if not fields:
        fields = [item for item in lines[-1].fields if item.is_filled]
    distinct = [next(run) for _, run in groupby(fields, key=lambda item: id(item.cell))]
    headings = tuple(_heading(item, lexicon) for item in distinct)
    columns = frozenset(column.code for column in lexicon.table.columns)
    headings = _of_the_year(headings, columns, year)
    problems = _faults(headings, columns, year, lexicon)
    return AnnexHeader(headings, columns, width_of(lines), problems)


def _of_the_year(
    headings: tuple[Heading, ...], columns: frozenset[str], year: int | None
) -> tuple[Heading, ...]:
    """Of several columns that bear a year each, only that of the report's year has its role."""
    dated = [head for head in headings if head.role in columns and head.year]
    if len(dated) < 2 or not any(head.year == year for head in dated):  # noqa: PLR2004
        return headings
    return tuple(
        Heading(head.field, "", head.year) if head in dated and head.year != year else head
        for head in headings
    )


def _faults(
    headings: Sequence[Heading], columns: frozenset[str], year: int | None, lexicon: Lexicon
) -> tuple[Problem, ...]:
    """Why the headings cannot be relied on: one missing, one twice, or that of another year."""
    roles = [head.role for head in headings]
    values = [role for role in roles if role in columns]
    of_other_year = any(
        year and head.year not in (0, year) for head in headings if head.role in columns
    )
    is_twice = len(set(values)) < len(values) or roles.count(_INDICATOR) != 1
    if values and not is_twice and not of_other_year:
        return ()
    found = " | ".join(head.field.cell.text for head in headings)
    wanted = [lexicon.table.stub[0].label_zh, *(col.label_zh for col in lexicon.table.columns)]
    expected = " | ".join(wanted) + (f" ({year})" if year else "")
    return (Problem("header-unclear", found, expected, headings[0].field.cell.locator),)


def _unit(item: Field) -> str:
    """What a cell says as a unit; empty where it says none."""
    text = "".join(item.cell.text.split())
    return text if item.is_wordy and len(text) <= _LONGEST_UNIT else ""
