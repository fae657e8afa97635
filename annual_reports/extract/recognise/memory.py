"""What was recognised of a layout, for the reports that share it."""

from collections.abc import Hashable, Sequence
from typing import Final, NamedTuple

from annual_reports.extract.document import RawTable
from annual_reports.extract.layouts import Place, Remembered, cell_at, places_in
from annual_reports.extract.recognise.claims import Claim, Findings, Key


class _Known(NamedTuple):
    """Claims by the places of their cells, with their units, and the tables they stand in."""

    claims: tuple[tuple[Key, Place, str], ...]
    tables: frozenset[int]


KNOWN: Final[Remembered[_Known]] = Remembered()


def known_findings(layout: Hashable, tables: Sequence[RawTable]) -> Findings | None:
    """What tables of that layout were found to be, with the cells of these; None if not known."""
    known = KNOWN.get(layout)
    if known is None:
        return None
    claims = [Claim(key, cell_at(tables, place), unit) for key, place, unit in known.claims]
    return Findings(claims, tables=set(known.tables))


def remember_findings(layout: Hashable, tables: Sequence[RawTable], findings: Findings) -> None:
    """Keep what is sure to hold for all tables of that layout, whatever their numbers."""
    if findings.problems or findings.by_values:
        return
    places = places_in(tables)
    if all(claim.is_placed and id(claim.cell) in places for claim in findings.claims):
        claims = tuple((item.key, places[id(item.cell)], item.unit) for item in findings.claims)
        KNOWN.keep(layout, _Known(claims, frozenset(findings.tables)))
