"""Repairs that the sums of the form bear out: suggested with their reason, never made.

A repair is suggested only if it makes every sum right that it concerns, as far as these are
known, and no other repair does so with the same sums.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from annual_reports.extract.cells import read_cell
from annual_reports.extract.witness import Key, Sum, Values, Witness
from annual_reports.facts import Cell, Status
from annual_reports.form import Row, Table, form_by_code

_SPLIT_DIGITS: Final = re.compile(r"[\d,，.．]+(?:\s+[\d,，.．]+)+元?")


@dataclass(frozen=True, slots=True)
class Repair:
    """Other values for some cells.

    ``code``: the problem that suggests them, empty for a rival that could as well be meant.
    ``is_read``: the reading by place gives these values, so that a mere rival counts for nothing.
    """

    code: str
    values: Values
    is_read: bool = False


def borne_out(repairs: Iterable[Repair], witness: Witness) -> list[Repair]:
    """The repairs that the sums bear out and that have no rival; of equal ones the last."""
    distinct: dict[frozenset[tuple[Key, Decimal]], Repair] = {}
    for repair in repairs:
        if changes := frozenset(witness.changes(repair.values).items()):
            known = distinct.get(changes, repair)
            code, is_read = repair.code or known.code, repair.is_read or known.is_read
            distinct[changes] = Repair(code, repair.values, is_read)
    heard = [(repair, witness.hear(repair.values)) for repair in distinct.values()]
    passed = [(repair, verdict.cured) for repair, verdict in heard if verdict.is_borne_out]
    return [
        repair
        for repair, cured in passed
        if repair.code and not any(_rules_out(*other, repair, cured) for other in passed)
    ]


def _rules_out(
    other: Repair, other_cured: frozenset[Sum], repair: Repair, cured: frozenset[Sum]
) -> bool:
    """Whether another repair of the same sums leaves it open which of the two is meant."""
    if other is repair or cured.isdisjoint(other_cured):
        return False
    return bool(other.code) or not repair.is_read


def possible_repairs(form: str, cells: Mapping[Key, Cell], witness: Witness) -> Iterator[Repair]:
    """Repairs to be tried on values of which a sum is wrong, and on cells with split digits."""
    for cell in split_cells(cells):
        if witness.has_sums(cell.key):
            yield from _joined(cell)
    if witness.broken:
        for table in form_by_code(form).tables:
            yield from _moved(table, cells, witness)


def split_cells(cells: Mapping[Key, Cell]) -> list[Cell]:
    """Unreadable cells of their own that hold the digits of one number or several."""
    lost = [c for c in cells.values() if c.value is None and c.status is Status.UNREADABLE]
    places = [cell.locator for cell in lost]
    return [
        cell
        for cell in lost
        if _SPLIT_DIGITS.fullmatch(cell.raw.strip()) and places.count(cell.locator) == 1
    ]


def joined_value(cell: Cell) -> Decimal | None:
    """The number that all digits in the cell make together, if they make one."""
    return read_cell("".join(cell.raw.split())).value


def _joined(cell: Cell) -> Iterator[Repair]:
    """All digits in the cell as one number; rivals are the numbers they make by themselves."""
    if (value := joined_value(cell)) is not None:
        yield Repair("suggest-joined-digits", {cell.key: value})
    for piece in cell.raw.split():
        if (value := read_cell(piece).value) is not None:
            yield Repair("", {cell.key: value})


def _moved(table: Table, cells: Mapping[Key, Cell], witness: Witness) -> Iterator[Repair]:
    """Rows with their values shifted or exchanged with those of the next row."""
    rows = [keys for row in table.rows if (keys := _keys(table, row)) and keys[0] in cells]
    settled = [keys for keys in rows if all(_is_settled(cells.get(key)) for key in keys)]
    for keys in settled:
        if witness.is_concerned(keys):
            for shifted in _shifts([cells[key].value for key in keys]):
                values = dict(zip(keys, shifted, strict=True))
                if witness.hear(values).is_borne_out:
                    yield Repair("suggest-shifted-row", values)
                    yield from _same_in_other_rows(values, settled, witness)
    for upper, lower in pairwise(rows):
        both = upper + lower
        if upper in settled and lower in settled and witness.is_concerned(both):
            swapped = [cells[key].value for key in lower + upper]
            yield Repair("suggest-swapped-rows", dict(zip(both, swapped, strict=True)))


def _same_in_other_rows(
    values: Values, rows: Iterable[Sequence[Key]], witness: Witness
) -> Iterator[Repair]:
    """The same numbers moved between the same columns of another row, this way or the other."""
    moved = {key[2]: new - witness.amount(key) for key, new in witness.changes(values).items()}
    for keys in rows:
        if keys[0] not in values:
            concerned = [key for key in keys if key[2] in moved]
            for sign in (1, -1):
                other = {key: witness.amount(key) + sign * moved[key[2]] for key in concerned}
                if not any(value < 0 for value in other.values()):
                    yield Repair("", other)


def _keys(table: Table, row: Row) -> list[Key]:
    """The cells of a row that ends with its total, none of another row."""
    if not table.column(row.columns[-1]).is_total:
        return []
    return [(table.code, row.code, code) for code in row.columns]


def _is_settled(cell: Cell | None) -> bool:
    return cell is not None and cell.status not in (Status.UNREADABLE, Status.ABSENT)


def _shifts(values: Sequence[Decimal | None]) -> Iterator[list[Decimal | None]]:
    """The row with its parts moved by one column; what is moved out of it must be nothing."""
    *parts, total = values
    if not parts[0]:
        yield [*parts[1:], None, total]
    if not parts[-1]:
        yield [None, *parts[:-1], total]
    if total is None:  # a cell is missing somewhere before it
        yield from ([*parts[:gap], None, *parts[gap:]] for gap in range(len(parts)))
