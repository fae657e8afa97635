"""Claims that raw cells make to cells of the form, and how they are settled."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, NamedTuple

from annual_reports.extract.cells import Reading, read_cell
from annual_reports.extract.document import RawCell
from annual_reports.facts import Cell, Problem, Status

Key = tuple[str, str, str]
_UNREADABLE: Final = Status.UNREADABLE


class Claim(NamedTuple):
    """A raw cell said to be that cell of the form.

    ``unit`` is the unit of its column. ``is_placed`` is false where the raw cell holds
    what is printed in the whole line because its values could not be told apart.
    """

    key: Key
    cell: RawCell
    unit: str = ""
    is_placed: bool = True


@dataclass
class Findings:
    """What the recognition of a table yields.

    ``by_values``: other numbers in the same places might have been placed otherwise.
    """

    claims: list[Claim] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    by_values: bool = False

    def add(self, other: "Findings") -> None:
        """Take in what the recognition of another table yields."""
        self.claims += other.claims
        self.problems += other.problems
        self.tables |= other.tables
        self.by_values = self.by_values or other.by_values


def settle_claims(claims: Iterable[Claim]) -> tuple[dict[Key, Cell], list[Problem]]:
    """The cells of the form, and a problem wherever claims contradict each other."""
    by_key: dict[Key, list[Claim]] = {}
    claimed: dict[int, Key] = {}
    merged: set[int] = set()
    for claim in claims:
        by_key.setdefault(claim.key, []).append(claim)
        if claimed.setdefault(id(claim.cell), claim.key) != claim.key:
            merged.add(id(claim.cell))
    problems: list[Problem] = []
    cells: dict[Key, Cell] = {}
    for key, rivals in by_key.items():
        claim, (value, status, unit) = _choose(rivals, problems)
        raw, locator = claim.cell.text, claim.cell.locator
        if claim.is_placed and id(claim.cell) in merged:
            value, status = _unmerged(claim, value, status, problems)
        elif claim.is_placed and status is _UNREADABLE:
            problems.append(Problem("cell-unreadable", raw, "", locator))
        cells[key] = Cell(*key, value, raw, status, locator, unit)
    return cells, problems


def _choose(rivals: Sequence[Claim], problems: list[Problem]) -> tuple[Claim, Reading]:
    """The first claim with something in it; others that say something else are a problem."""
    if len(rivals) == 1:
        return rivals[0], _read(rivals[0])
    placed = [claim for claim in rivals if claim.is_placed] or rivals
    readings = [(claim, _read(claim)) for claim in placed]
    filled = [pair for pair in readings if pair[1].status is not Status.BLANK]
    chosen, reading = (filled or readings)[0]
    for claim, other in filled[1:]:
        if _said(claim, other) != _said(chosen, reading):
            text = f"{chosen.cell.text} ≠ {claim.cell.text}"
            where = f"{chosen.cell.locator}; {claim.cell.locator}"
            problems.append(Problem("duplicate-cell", text, ", ".join(chosen.key), where))
    return chosen, reading


def _read(claim: Claim) -> Reading:
    if claim.is_placed:
        return read_cell(claim.cell.text, claim.unit)
    return Reading(None, Status.UNREADABLE, claim.unit)


def _said(claim: Claim, reading: Reading) -> tuple[Status, Decimal | str | None, str]:
    text = claim.cell.text if reading.status is Status.UNREADABLE else None
    return reading.status, reading.value if text is None else text, reading.unit


def _unmerged(
    claim: Claim, value: Decimal | None, status: Status, problems: list[Problem]
) -> tuple[Decimal | None, Status]:
    """A cell merged over several cells of the form: its number is that of none for certain."""
    if status not in (Status.NUMBER, _UNREADABLE):
        return value, status
    problem = Problem("merged-cell", claim.cell.text, "", claim.cell.locator)
    if problem not in problems:
        problems.append(problem)
    return None, _UNREADABLE
