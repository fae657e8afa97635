"""Edits of the printed cells of a report."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from annual_reports.demo.edits import CELLS, Edit, of_stage
from annual_reports.demo.flaws import Planted, refusal
from annual_reports.export.official_tables import CellKey
from annual_reports.form import Form, Row

Texts = dict[CellKey, str]
Others = Callable[[str, int], Mapping[CellKey, str]]


def edit_cells(cells: Mapping[CellKey, str], form: Form, planted: Planted, others: Others) -> Texts:
    """The texts of a report with the edits of one finding carried out.

    ``others`` gives the texts of another report. Raises InvalidRegistry when an edit names a
    cell, row, table or report that does not exist, or reckons with a text that is no number.
    """
    edited = dict(cells)
    for edit in of_stage(planted.edits, CELLS):
        try:
            edited = _apply(edited, form, edit, others)
        except (KeyError, InvalidOperation) as problem:
            raise refusal(planted.line, edit.text, "table/row/column") from problem
    return edited


def _apply(cells: Texts, form: Form, edit: Edit, others: Others) -> Texts:
    if edit.verb in ("drop-row", "drop-table"):
        return _without(cells, tuple(edit.words[0].split("/")))
    if edit.verb == "join-rows":
        table, row = edit.words[0].split("/")
        return _joined(cells, table, form.table(table).row(row))
    if edit.verb == "copy-table":
        table, agency_id, year = edit.words
        copied = {
            key: text for key, text in others(agency_id, int(year)).items() if key[0] == table
        }
        return _without(cells, (table,)) | copied
    table, row, column = edit.words[0].split("/")
    key = (table, row, column)
    return {**cells, key: _changed(cells[key], edit.words[1], edit.words[2])}


def _changed(text: str, how: str, value: str) -> str:
    if how == "=":
        return value
    change = Decimal(value)
    return str(Decimal(text) + (change if how == "+=" else -change))


def _without(cells: Texts, start: tuple[str, ...]) -> Texts:
    kept = {key: text for key, text in cells.items() if key[: len(start)] != start}
    if len(kept) == len(cells):
        raise KeyError(start)
    return kept


def _joined(cells: Texts, table: str, row: Row) -> Texts:
    """The row in place of those it may stand for, holding their sums."""
    kept = {key: text for key, text in cells.items() if key[1] not in row.replaces}
    if len(kept) == len(cells):
        raise KeyError(row.code)
    for column in row.columns:
        parts = (Decimal(cells[table, part, column]) for part in row.replaces)
        kept[table, row.code, column] = str(sum(parts, Decimal(0)))
    return kept
