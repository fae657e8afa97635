"""The sums of the form, and what counts in them, from the form's data."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from annual_reports.form import Row, Table, form_by_code

Key = tuple[str, str, str]

UNKNOWN: Final = Decimal("NaN")  # makes every sum with it unknown
ZERO: Final = Decimal(0)


class Sum(NamedTuple):
    """Cells that add up to the same, by their places among the cells of the form."""

    parts: tuple[int, ...]
    wholes: tuple[int, ...]

    def excess(self, amounts: list[Decimal]) -> Decimal:
        """By how much the parts exceed the wholes; not a number where that is unknown."""
        at = amounts.__getitem__
        return sum(map(at, self.parts), ZERO) - sum(map(at, self.wholes), ZERO)


@cache
def places_of(form: str) -> dict[Key, int]:
    """The place of every cell the form can have, rows that stand in for others included."""
    keys = (
        (table.code, row.code, code)
        for table in form_by_code(form).tables
        for row in table.rows
        for code in row.columns
    )
    return {key: place for place, key in enumerate(keys)}


@cache
def blanks_of(form: str) -> tuple[Decimal, ...]:
    """What a blank cell counts for, by place: nothing is known of a total left blank."""
    return tuple(
        UNKNOWN if table.column(code).is_total else ZERO
        for table in form_by_code(form).tables
        for row in table.rows
        for code in row.columns
    )


@cache
def stand_ins_of(form: str) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
    """Each cell of a row that stands in for others, with the cells it stands for."""
    return tuple(
        ((table.code, row.code, code), tuple((table.code, other, code) for other in row.replaces))
        for table in form_by_code(form).tables
        for row in table.rows
        if row.replaces
        for code in row.columns
    )


@cache
def sums_of(form: str) -> tuple[Sum, ...]:
    """Every sum of the form: across its rows and down its columns."""
    places = places_of(form)
    return tuple(
        Sum(tuple(places[key] for key in parts), tuple(places[key] for key in wholes))
        for table in form_by_code(form).tables
        for parts, wholes in (*_across(table), *_down(table))
    )


@cache
def sums_by_place(form: str) -> tuple[tuple[Sum, ...], ...]:
    """The sums that each cell is in, by its place."""
    found: dict[int, list[Sum]] = defaultdict(list)
    for item in sums_of(form):
        for place in (*item.parts, *item.wholes):
            found[place].append(item)
    return tuple(tuple(found[place]) for place in range(len(places_of(form))))


def _across(table: Table) -> Iterator[tuple[list[Key], list[Key]]]:
    """Every row: its columns add up to its total."""
    for row in table.rows:
        wholes = [code for code in row.columns if table.column(code).is_total]
        if wholes:
            parts = [code for code in row.columns if code not in wholes]
            yield [(table.code, row.code, c) for c in parts], [(table.code, row.code, wholes[0])]


def _down(table: Table) -> Iterator[tuple[list[Key], list[Key]]]:
    """Every column: the rows of a group add up to its total row.

    What stands before the group, outside of any, adds up to that total and what stands after.
    """
    for place, total in enumerate(table.rows):
        if total.is_total:
            parts = _in_group(table, total)
            before = [row for row in table.rows[:place] if not row.group]
            after = [row for row in table.rows[place:] if not row.group]
            for code in total.columns:
                yield _cells(table, parts, code), _cells(table, [total], code)
                yield _cells(table, before, code), _cells(table, [total, *after], code)


def _in_group(table: Table, total: Row) -> list[Row]:
    groups = {group.code for group in table.groups if total.group in (group.code, group.parent)}
    return [row for row in table.rows if row.group in groups and row is not total]


def _cells(table: Table, rows: Iterable[Row], column: str) -> list[Key]:
    return [(table.code, row.code, column) for row in rows]
