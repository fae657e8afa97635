"""Rows of values that may have moved: shifted by one column, or exchanged with the next row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import RawTable
from annual_reports.extract.repairs import Repair
from annual_reports.extract.sums import Key
from annual_reports.extract.witness import Values, Witness
from annual_reports.facts import Cell, Status
from annual_reports.form import Row, Table, form_by_code

_LEAST_EXCHANGED = 2  # columns, besides the total: one alone may be so by chance


def moved_rows(
    form: str, cells: Mapping[Key, Cell], witness: Witness, tables: Sequence[RawTable]
) -> Iterator[Repair]:
    """Repairs of rows of which a sum is wrong, with their rivals; all end with a known total."""
    for table in form_by_code(form).tables if witness.broken else ():
        rows = [keys for row in table.rows if (keys := _keys(table, row)) and keys[0] in cells]
        settled = [keys for keys in rows if all(_is_settled(cells.get(key)) for key in keys)]
        for keys in filter(witness.is_concerned, settled):
            row = [cells[key] for key in keys]
            for values in _shifts([cell.value for cell in row], _beyond(row, tables)):
                shifted = dict(zip(keys, values, strict=True))
                if values[-1] is not None and witness.is_cured(shifted):
                    yield Repair("suggest-shifted-row", shifted)
                    yield from _same_in_other_rows(shifted, settled, witness)
        yield from _exchanged(rows, settled, cells, witness)


def _exchanged(
    rows: Sequence[list[Key]],
    settled: Sequence[list[Key]],
    cells: Mapping[Key, Cell],
    witness: Witness,
) -> Iterator[Repair]:
    known = [keys for keys in settled if cells[keys[-1]].value is not None]
    for upper, lower in pairwise(rows):
        both = upper + lower
        if upper in known and lower in known and witness.is_concerned(both):
            parts = zip(upper[:-1], lower[:-1], strict=True)
            differing = sum(witness.amount(one) != witness.amount(other) for one, other in parts)
            values = dict(zip(both, [cells[key].value for key in lower + upper], strict=True))
            if differing >= _LEAST_EXCHANGED and witness.is_cured(values):
                yield Repair("suggest-swapped-rows", values)


def _beyond(row: Sequence[Cell], tables: Iterable[RawTable]) -> Decimal | None:
    """The only value printed after the last of a row that begins blank; None if there is none."""
    if row[0].status is not Status.BLANK:
        return None
    lines = (line for table in tables for line in table.rows)
    for line in lines:
        places = [cell.locator for cell in line if cell]
        if row[-1].locator in places:
            after = [cell for cell in line if cell][places.index(row[-1].locator) + 1 :]
            texts = {cell.text for cell in after if cell.text and cell.locator != row[-1].locator}
            return read_cell(texts.pop()).value if len(texts) == 1 else None
    return None


def _same_in_other_rows(
    values: Values, rows: Iterable[Sequence[Key]], witness: Witness
) -> Iterator[Repair]:
    """The same numbers moved between the same columns of another row, this way or the other."""
    moved = {key[2]: new - witness.amount(key) for key, new in witness.changes(values).items()}
    if any(amount.is_nan() for amount in moved.values()):
        return  # the total moves as well, which the sum of this row alone bears out
    for keys in rows:
        if keys[0] not in values:
            concerned = [key for key in keys if key[2] in moved]
            for sign in (1, -1):
                other = {key: witness.amount(key) + sign * moved[key[2]] for key in concerned}
                if not any(value.is_nan() or value < 0 for value in other.values()):
                    yield Repair("", other)


def _keys(table: Table, row: Row) -> list[Key]:
    """The cells of a row that ends with its total, none of another row."""
    if not table.column(row.columns[-1]).is_total:
        return []
    return [(table.code, row.code, code) for code in row.columns]


def _is_settled(cell: Cell | None) -> bool:
    return cell is not None and cell.status not in (Status.UNREADABLE, Status.ABSENT)


def _shifts(
    values: Sequence[Decimal | None], beyond: Decimal | None
) -> Iterator[list[Decimal | None]]:
    """The row with its parts moved by one column; what is moved out of it must be nothing."""
    *parts, total = values
    if beyond is not None:
        yield [*parts[1:], total, beyond]
    if not parts[0]:
        yield [*parts[1:], None, total]
    if not parts[-1]:
        yield [None, *parts[:-1], total]
    if total is None:  # a cell is missing somewhere before it
        yield from ([*parts[:gap], None, *parts[gap:]] for gap in range(len(parts)))
