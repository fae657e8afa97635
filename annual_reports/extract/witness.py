"""The sums of the form as witnesses: whether other values would make them right.

They never change what was read. Whether a report keeps to its sums is judged by the rules in
``queries/checks``, not here.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from annual_reports.facts import Cell, Status
from annual_reports.form import Row, Table, form_by_code

Key = tuple[str, str, str]
Values = Mapping[Key, Decimal | None]  # None: the cell is blank

UNKNOWN: Final = Decimal("NaN")  # makes every sum with it unknown
_ZERO: Final = Decimal(0)
_UNSETTLED: Final = frozenset((Status.UNREADABLE, Status.ABSENT))


class Sum(NamedTuple):
    """Cells that add up to the same, by their places among the cells of the form."""

    parts: tuple[int, ...]
    wholes: tuple[int, ...]

    def excess(self, amounts: list[Decimal]) -> Decimal:
        """By how much the parts exceed the wholes; not a number where that is unknown."""
        at = amounts.__getitem__
        return sum(map(at, self.parts), _ZERO) - sum(map(at, self.wholes), _ZERO)


class Verdict(NamedTuple):
    """What the sums say to other values.

    ``cured`` are the sums that only these values make right. ``is_contradicted``: a sum is
    wrong with them, or no longer known. ``is_refuted``: besides, every sum concerned is right
    as the values were read.
    """

    cured: frozenset[Sum]
    is_contradicted: bool
    is_refuted: bool

    @property
    def is_borne_out(self) -> bool:
        """Whether the sums speak for these values and none against them."""
        return bool(self.cured) and not self.is_contradicted


class Witness:
    """The sums of one report as it was read."""

    def __init__(self, form: str, cells: Mapping[Key, Cell]) -> None:
        self._places = _places(form)
        self._sums = _sums_by_place(form)
        blanks = _blanks(form)
        self._amounts = [
            _amount(cells.get(key), blank) for key, blank in zip(self._places, blanks, strict=True)
        ]
        self._blanks = blanks
        for stand_in, replaced in _stand_ins(form):
            idle = replaced if stand_in in cells else (stand_in,)
            for key in idle:
                if key not in cells:
                    self._amounts[self._places[key]] = _ZERO
        self.broken = frozenset(
            item for item in _sums(form) if (off := item.excess(self._amounts)) and not off.is_nan()
        )

    def amount(self, key: Key) -> Decimal:
        """What the cell counts for: a blank part is zero; UNKNOWN where that is not known."""
        return self._amounts[self._places[key]]

    def is_concerned(self, keys: Iterable[Key]) -> bool:
        """Whether one of the cells is in a sum that is wrong as the values were read."""
        return any(not self.broken.isdisjoint(self._sums[self._places[key]]) for key in keys)

    def has_sums(self, key: Key) -> bool:
        """Whether any sum of the form contains the cell."""
        return bool(self._sums[self._places[key]])

    def changes(self, values: Values) -> dict[Key, Decimal]:
        """What the cells would count for instead, those left out that count for the same."""
        counted = {key: self._counted(key, value) for key, value in values.items()}
        return {key: amount for key, amount in counted.items() if amount != self.amount(key)}

    def hear(self, values: Values) -> Verdict:
        """What the sums say to these values in the place of those read."""
        amounts = self._amounts.copy()
        concerned: set[Sum] = set()
        for key, amount in self.changes(values).items():
            amounts[self._places[key]] = amount
            concerned.update(self._sums[self._places[key]])
        before = {item: item.excess(self._amounts) for item in concerned}
        after = {item: item.excess(amounts) for item in concerned}
        wrong = [i for i, off in after.items() if off and not (off.is_nan() and before[i].is_nan())]
        cured = frozenset(item for item, off in after.items() if not off and before[item])
        was_right = not any(before.values())
        return Verdict(cured, bool(wrong), bool(wrong) and was_right)

    def is_cured(self, values: Values) -> bool:
        """Whether the values make right what is wrong, rather than only what is not known."""
        verdict = self.hear(values)
        return verdict.is_borne_out and not verdict.cured.isdisjoint(self.broken)

    def _counted(self, key: Key, value: Decimal | None) -> Decimal:
        return self._blanks[self._places[key]] if value is None else value


def _amount(cell: Cell | None, blank: Decimal) -> Decimal:
    if cell is None:
        return UNKNOWN
    if cell.value is not None:
        return cell.value
    return UNKNOWN if cell.status in _UNSETTLED else blank


@cache
def _places(form: str) -> dict[Key, int]:
    """The place of every cell the form can have, rows that stand in for others included."""
    keys = (
        (table.code, row.code, code)
        for table in form_by_code(form).tables
        for row in table.rows
        for code in row.columns
    )
    return {key: place for place, key in enumerate(keys)}


@cache
def _blanks(form: str) -> tuple[Decimal, ...]:
    """What a blank cell counts for, by place: nothing is known of a total left blank."""
    return tuple(
        UNKNOWN if table.column(code).is_total else _ZERO
        for table in form_by_code(form).tables
        for row in table.rows
        for code in row.columns
    )


@cache
def _stand_ins(form: str) -> tuple[tuple[Key, tuple[Key, ...]], ...]:
    """Each cell of a row that stands in for others, with the cells it stands for."""
    return tuple(
        ((table.code, row.code, code), tuple((table.code, other, code) for other in row.replaces))
        for table in form_by_code(form).tables
        for row in table.rows
        if row.replaces
        for code in row.columns
    )


@cache
def _sums(form: str) -> tuple[Sum, ...]:
    places = _places(form)
    return tuple(
        Sum(tuple(places[key] for key in parts), tuple(places[key] for key in wholes))
        for table in form_by_code(form).tables
        for parts, wholes in (*_across(table), *_down(table))
    )


@cache
def _sums_by_place(form: str) -> tuple[tuple[Sum, ...], ...]:
    found: dict[int, list[Sum]] = defaultdict(list)
    for item in _sums(form):
        for place in (*item.parts, *item.wholes):
            found[place].append(item)
    return tuple(tuple(found[place]) for place in range(len(_places(form))))


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
