"""Repairs that the sums of the form bear out: suggested with their reason, never made.

A repair is suggested only if it makes every sum right that it concerns, as far as these are
known, and no other repair does so with the same sums.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from annual_reports.extract.cells import read_cell
from annual_reports.extract.sums import Key, Sum
from annual_reports.extract.witness import Values, Witness
from annual_reports.facts import Cell, Status

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
    """The repairs that the sums bear out and that have no rival.

    Of those that come to the same, the last names the reason.
    """
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
    """Whether another repair of the same sums, and not of fewer, leaves it open which is meant."""
    if other is repair or cured.isdisjoint(other_cured) or other_cured < cured:
        return False
    return bool(other.code) or not repair.is_read


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


def joined_digits(cells: Iterable[Cell]) -> Iterator[Repair]:
    """All digits in a cell as one number; rivals are the numbers they make by themselves."""
    for cell in cells:
        yield from _joined(cell)


def _joined(cell: Cell) -> Iterator[Repair]:
    if (value := joined_value(cell)) is not None:
        yield Repair("suggest-joined-digits", {cell.key: value})
    for piece in cell.raw.split():
        if (value := read_cell(piece).value) is not None:
            yield Repair("", {cell.key: value})
