"""Valid reports spoiled before they are written, and what may still be read of them."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random

from annual_reports.facts import Cell, Problem, Report
from annual_reports.form import Table as FormTable
from annual_reports.form import form_by_code
from tests.fuzz import spoil_merges, spoil_rows, spoil_tables, spoil_values
from tests.fuzz.making import paper_of
from tests.fuzz.paper import Allowed, Paper
from tests.fuzz.writers import FLAT, PAGED, UNPLACED
from tests.unit.extract.made_reports import Key

Spoil = Callable[[Random, Paper], None]
_MERGES = {"merge_values", "join_row"}
_LOST = {*_MERGES, "unshift_row", "drop_column"}
_ADDED = {"extra_column", "repeat_column", "shift_row"}
SPOILS: tuple[Spoil, ...] = (
    spoil_values.other_printings,
    spoil_values.other_printings,
    spoil_values.one_way_throughout,
    spoil_values.blanks,
    spoil_values.misspelt_labels,
    spoil_values.misspelt_labels,
    spoil_rows.drop_row,
    spoil_rows.drop_any_row,
    spoil_rows.repeat_row,
    spoil_rows.exchange_rows,
    spoil_rows.blank_row,
    spoil_rows.numbered_row,
    spoil_rows.extra_column,
    spoil_rows.drop_column,
    spoil_rows.exchange_columns,
    spoil_rows.repeat_column,
    spoil_rows.shift_row,
    spoil_rows.unshift_row,
    spoil_merges.merge_values,
    spoil_merges.merge_values,
    spoil_merges.join_row,
    spoil_tables.cut_table,
    spoil_tables.cut_table,
    spoil_tables.join_tables,
    spoil_tables.exchange_tables,
    spoil_tables.drop_table,
    spoil_tables.nest_tables,
    spoil_tables.unmerge,
    spoil_tables.transpose,
    spoil_tables.foreign_table,
    spoil_tables.last_years_table,
    spoil_tables.other_title,
    spoil_tables.wrong_spans,
)
MOST = 3


def spoiled(rng: Random) -> Paper:
    """A report with one to three things wrong, named in ``done``."""
    paper = paper_of(rng)
    for spoil in rng.choices(SPOILS, k=rng.choice([1, 1, 1, 2, MOST])):
        spoil(rng, paper)
        paper.done.append(spoil.__name__)
    return paper


def truth_of(paper: Paper, kind: str) -> dict[Key, set[Decimal]]:
    """What may be read of the paper as it is written in that format."""
    truth = paper.truth()
    for allowed in _allowed(paper, kind):
        allowed.into(truth)
    return truth


def _allowed(paper: Paper, kind: str) -> Iterator[Allowed]:
    """Which other readings are fair in that format."""
    yield paper.also
    if kind not in UNPLACED:
        yield paper.by_place
    if kind in UNPLACED:
        yield paper.if_unplaced
        if sum(done in _MERGES for done in paper.done) > 1:
            yield paper.if_twice
    if kind in FLAT:
        yield paper.if_flat
    if kind == "bare.pdf":
        yield paper.if_bare
    if kind in PAGED:
        yield paper.if_parted


def wrong_numbers(paper: Paper, report: Report, kind: str) -> Iterator[Cell]:
    """The numbers that are not printed for their cell, or are one of several."""
    if kind in UNPLACED and _ADDED & set(paper.done) and _LOST & set(paper.done):
        return  # so many fields more and so many less: nobody can tell
    printed, truth = paper.truth(), truth_of(paper, kind)
    open_rows = _gaping_rows(paper) if kind == "bare.pdf" else set()
    for cell in report.cells:
        if cell.value is None or cell.key[:2] in open_rows:
            continue
        is_doubtful = cell.key in paper.doubtful and kind != "bare.pdf"
        is_one_of_several = is_doubtful and len(printed.get(cell.key, ())) > 1
        if is_one_of_several or cell.value not in truth.get(cell.key, ()):
            yield cell


def _gaping_rows(paper: Paper) -> set[tuple[str, str]]:
    """Rows with a gap in a number: without rules it is like a gap between two numbers."""
    gaping = [spot for spot in paper.spots() if len(spot.text.split()) > 1]
    return {spot.key[:2] for spot in gaping if spot.key}


def is_named(cell: Cell, report: Report, paper: Paper) -> bool:
    """Whether a problem leads to the cell: by its place, its row or the headings over it.

    Where several numbers are printed for a cell and one was read, it is enough that a
    problem says what became of the others.
    """
    form_table = form_by_code(report.identity.form or "").table(cell.table)
    if cell.value in paper.truth().get(cell.key, ()) and any(
        problem.code in _LOSING or problem.expected.startswith(f"{cell.table}, ")
        for problem in report.problems
    ):
        return True
    return any(_leads(problem, cell, form_table) for problem in report.problems)


def _row_of(locator: str) -> str:
    """The place without its column: table and row, sheet and row number."""
    if locator.startswith("sheet"):
        return re.sub(r"[A-Z]+(?=\d+$)", "", locator)
    return re.split(r", (?:column|field)", locator)[0]


def _leads(problem: Problem, cell: Cell, form_table: FormTable) -> bool:
    row = form_table.row(cell.row)
    label = row.short_zh or row.label_zh
    table = cell.locator.partition(",")[0]
    if problem.code == "cell-unreadable":
        return False
    if _row_of(cell.locator) in map(_row_of, problem.locator.split("; ")):
        return True
    if problem.code == "duplicate-cell":
        return problem.expected == ", ".join(cell.key)
    if label in problem.found or label in problem.expected:
        return True
    if problem.code == "values-unclear":  # of a table that is one line
        return form_table.layout == "line" and problem.expected.startswith(form_table.label_zh)
    is_same = table == problem.locator.partition(",")[0] and not table.startswith("sheet")
    return problem.code in _ABOUT_TABLES and is_same


_ABOUT_TABLES = frozenset(("header-unclear", "header-missing"))
_LOSING = _ABOUT_TABLES | {
    "value-unexplained",
    "values-unclear",
    "label-unknown",
    "cell-unreadable",
    "merged-cell",
}
