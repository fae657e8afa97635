"""The sums of the form as witnesses: whether other values would make them right.

They never change what was read. Whether a report keeps to its sums is judged by the rules in
``queries/checks``, not here.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from annual_reports.extract.sums import (
    UNKNOWN,
    ZERO,
    Key,
    Sum,
    blanks_of,
    places_of,
    stand_ins_of,
    sums_by_place,
    sums_of,
)
from annual_reports.facts import Cell, Status

Values = Mapping[Key, Decimal | None]  # None: the cell is blank

_UNSETTLED: Final = frozenset((Status.UNREADABLE, Status.ABSENT))


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
        self._places = places_of(form)
        self._sums = sums_by_place(form)
        blanks = blanks_of(form)
        self._amounts = [
            _amount(cells.get(key), blank) for key, blank in zip(self._places, blanks, strict=True)
        ]
        self._blanks = blanks
        for stand_in, replaced in stand_ins_of(form):
            idle = replaced if stand_in in cells else (stand_in,)
            for key in idle:
                if key not in cells:
                    self._amounts[self._places[key]] = ZERO
        self.broken = frozenset(
            item
            for item in sums_of(form)
            if (off := item.excess(self._amounts)) and not off.is_nan()
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
