"""The two readings of the tables side by side, and what the sums of the form say to both.

What was read by the labels is kept in any case; the rest is said.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import RawCell, RawTable
from annual_reports.extract.geometry import read_by_place
from annual_reports.extract.moves import moved_rows
from annual_reports.extract.repairs import (
    Repair,
    borne_out,
    joined_digits,
    joined_value,
    split_cells,
)
from annual_reports.extract.sums import Key
from annual_reports.extract.witness import Values, Witness
from annual_reports.extract.wording import Wording, suggestion_of
from annual_reports.facts import Cell, Problem, Status
from annual_reports.form import Table, form_by_code

_MOST_BLOCKS = 2  # more of them in one table are said in one problem
_LOST = (Status.UNREADABLE, Status.ABSENT)


@dataclass(frozen=True)
class Difference:
    """Cells of neighbouring rows for which the reading by place has other values.

    ``is_lost``: the labels gave no value for any of them.
    """

    places: Mapping[Key, RawCell]
    is_lost: bool

    @property
    def values(self) -> Values:
        """The values by place."""
        return {key: read_cell(raw.text).value for key, raw in self.places.items()}


def second_look(
    form: str,
    cells: Mapping[Key, Cell],
    tables: Sequence[RawTable],
    layout: Hashable | None = None,
) -> tuple[Problem, ...]:
    """Where the readings differ or a sum of the form suggests that another was meant.

    A form that binds nobody has no shape to read by. ``layout`` is that of the tables.
    """
    if not form_by_code(form).is_uniform:
        return ()
    witness = Witness(form, cells)
    differences = list(differences_of(form, cells, read_by_place(tables, form, layout)))
    by_place = [Repair("suggest-other-reading", item.values, is_read=True) for item in differences]
    split = split_cells(cells)
    joined = joined_digits(cell for cell in split if witness.has_sums(cell.key))
    repairs = [*by_place, *joined, *moved_rows(form, cells, witness, tables)]
    suggested = borne_out(repairs, witness)
    wording = Wording(form_by_code(form), cells)
    problems = [_of_difference(item, suggested, witness, wording) for item in differences]
    explained = [witness.changes(item.values) for item in differences]
    others = [item for item in suggested if witness.changes(item.values) not in explained]
    return (
        *filter(None, problems),
        *(wording.suggesting(item.code, item.values) for item in others),
        *_split_amounts(form, split, wording),
    )


def _of_difference(
    difference: Difference, suggested: Sequence[Repair], witness: Witness, wording: Wording
) -> Problem | None:
    """What is said of a difference: nothing where the sums bear out what was read."""
    values, places = difference.values, difference.places
    changes = witness.changes(values)
    for repair in suggested:
        if witness.changes(repair.values) == changes:
            return wording.suggesting(repair.code, repair.values, places.values())
    verdict = witness.hear(values)
    if verdict.is_refuted:
        return None
    texts = {key: raw.text for key, raw in places.items()}
    if not difference.is_lost:
        return wording.problem("readings-differ", texts, places.values())
    suggestion = "" if verdict.is_contradicted else suggestion_of(values)
    return wording.problem("read-by-position", texts, places.values(), suggestion)


def _split_amounts(form: str, split: Iterable[Cell], wording: Wording) -> Iterator[Problem]:
    """Long amounts broken over two lines: no sum of the form can speak for them."""
    for cell in split:
        column = form_by_code(form).table(cell.table).column(cell.column)
        if column.kind == "amount" and (value := joined_value(cell)) is not None:
            yield wording.suggesting("suggest-joined-amount", {cell.key: value})


def differences_of(
    form: str, cells: Mapping[Key, Cell], by_place: Mapping[str, Mapping[Key, RawCell]]
) -> Iterator[Difference]:
    """The cells for which the reading by place has another value than the labels gave."""
    for code, placed in by_place.items():
        table = form_by_code(form).table(code)
        elsewhere = {
            key: raw
            for key, raw in placed.items()
            if (cell := cells.get(key)) is None
            or cell.locator != raw.locator
            or cell.raw != raw.text
        }
        differing = {key: raw for key, raw in elsewhere.items() if _differs(cells.get(key), raw)}
        if differing and _has_the_rows_of(table, placed, cells):
            for block in _blocks(placed, differing):
                yield Difference(block, all(_is_lost(cells.get(key)) for key in block))


def _differs(cell: Cell | None, raw: RawCell) -> bool:
    value, status, _ = read_cell(raw.text)
    if _is_lost(cell):
        return status is Status.NUMBER
    return status is not Status.UNREADABLE and cell is not None and value != cell.value


def _is_lost(cell: Cell | None) -> bool:
    return cell is None or cell.status in _LOST


def _has_the_rows_of(
    table: Table, placed: Mapping[Key, RawCell], cells: Mapping[Key, Cell]
) -> bool:
    """Whether the labels, too, have a row standing in for others just where this reading has."""
    stand_ins = [row for row in table.rows if row.replaces]
    keys = [(table.code, row.code, row.columns[0]) for row in stand_ins]
    return all((key in placed) == (key in cells) for key in keys)


def _blocks(placed: Iterable[Key], cells: Mapping[Key, RawCell]) -> list[dict[Key, RawCell]]:
    """The cells parted where rows between them agree; all together where that is too often."""
    order = {row: place for place, row in enumerate(dict.fromkeys(row for _, row, _ in placed))}
    rows = {order[row] for _, row, _ in cells}
    starts = [row for row in sorted(rows) if row - 1 not in rows]
    if len(starts) > _MOST_BLOCKS:
        return [dict(cells)]
    spans = [range(start, end) for start, end in pairwise([*starts, len(order)])]
    return [{k: raw for k, raw in cells.items() if order[k[1]] in span} for span in spans]
