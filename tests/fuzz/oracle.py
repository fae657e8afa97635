"""What must hold of every reading, whatever the file: nothing is silent, everything has a place."""

import re
from collections import Counter
from collections.abc import Iterator

from annual_reports.errors import AnnualReportsError
from annual_reports.extract.cells import read_cell
from annual_reports.extract.document import Document, RawCell, RawTable
from annual_reports.extract.labels import label_key
from annual_reports.extract.recognise.lexicon import lexicons
from annual_reports.facts import Cell, Problem, Report, Status
from annual_reports.form import form_by_code
from annual_reports.i18n import LANGS, text

LONGEST_SENTENCE = 2000
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def faults_of_refusal(refusal: AnnualReportsError, name: str) -> Iterator[str]:
    """Its sentences in every language."""
    for lang in LANGS:
        sentences = [refusal.title(lang), refusal.message(lang), refusal.advice(lang)]
        if not all(sentences) or any(map(PLACEHOLDER.search, sentences)):
            yield f"refusal {refusal.code} has no whole {lang} text: {sentences}"
        if name not in sentences[1] or len(sentences[1]) > LONGEST_SENTENCE:
            yield f"refusal {refusal.code} does not name the file shortly: {sentences[1][:300]}"


def faults_of(document: Document, report: Report) -> Iterator[str]:
    """Everything about the report that must not be."""
    yield from _keys(report)
    for cell in report.cells:
        yield from _cell(cell)
    yield from _sources(document, report)
    yield from _rows(document, report)
    yield from _unreadable(report)
    yield from _problems(report.problems)
    yield from _figures(report)


def _keys(report: Report) -> Iterator[str]:
    form = form_by_code(report.identity.form or "")
    rows = [(t.code, r.code, c) for t in form.tables for r in t.rows for c in r.columns]
    found = [cell.key for cell in report.cells]
    if found != [key for key in rows if key in set(found)]:
        yield "the cells are not those of the form in its order, each once"


def _cell(cell: Cell) -> Iterator[str]:
    if (cell.value is not None) != (cell.status is Status.NUMBER):
        yield f"{cell} has a value without being a number or the reverse"
    if cell.status in (Status.UNREADABLE, Status.ABSENT):
        return
    reading = read_cell(cell.raw, cell.unit)
    if (reading.value, reading.status) != (cell.value, cell.status):
        yield f"{cell} is not what its raw text reads"


def _sources(document: Document, report: Report) -> Iterator[str]:
    """Every number stands at its place in the document, and at one place stands one number."""
    printed = _printed(document)
    used: dict[str, list[str]] = {}
    for cell in report.cells:
        if cell.status is Status.NUMBER:
            used.setdefault(cell.locator, []).append(cell.raw)
    for locator, raws in used.items():
        texts = printed.get(locator, set())
        parts = (Counter(item.split()) for item in texts)
        if not ((len(raws) == 1 and raws[0] in texts) or any(Counter(raws) <= p for p in parts)):
            yield f"{raws} read at {locator!r}, where there is {texts}"


def _printed(document: Document) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for table in document.tables:
        for cell in {id(cell): cell for row in table.rows for cell in row if cell}.values():
            found.setdefault(cell.locator, set()).add(cell.text)
    return found


def _rows(document: Document, report: Report) -> Iterator[str]:
    """In a table with its rows kept, a number of a labelled row stands beside that label."""
    beside = _lines(document.tables)
    guessed = {p.found for p in report.problems if p.code == "label-approximate"}
    for cell in report.cells:
        layout = form_by_code(report.identity.form or "").table(cell.table).layout
        lines = beside.get(cell.locator)
        if cell.status is Status.NUMBER and lines and layout in ("blocks", "matrix", "annex"):
            lexicon = lexicons(report.identity.form or "")[cell.table]
            known = {key for key, row in lexicon.rows.items() if row.code == cell.row}
            if not any(known & {label_key(t) for t in line} or guessed & line for line in lines):
                yield f"{cell} stands beside no such label: {lines}"


def _lines(tables: tuple[RawTable, ...]) -> dict[str, list[set[str]]]:
    """The texts of the rows in which the cell at a place is seen, flows left out."""
    found: dict[str, list[set[str]]] = {}
    for table in tables:
        for row in table.rows if table.layout != "flow" else ():
            texts = {cell.text for cell in row if cell}
            for cell in _once(row):
                found.setdefault(cell.locator, []).append(texts)
    return found


def _once(row: tuple[RawCell | None, ...]) -> list[RawCell]:
    return list({id(cell): cell for cell in row if cell}.values())


def _unreadable(report: Report) -> Iterator[str]:
    if any(cell.status is Status.UNREADABLE for cell in report.cells) and not report.problems:
        yield "cells are unreadable and no problem says why"
    for cell in report.cells:
        if cell.status is Status.UNREADABLE and not any(
            _is_about(problem, cell) for problem in report.problems
        ):
            yield f"{cell} is unreadable and no problem says so"


def _is_about(problem: Problem, cell: Cell) -> bool:
    if problem.code in ("header-unclear", "header-missing"):
        return True
    return cell.locator in problem.locator or cell.raw in problem.found


def _problems(problems: tuple[Problem, ...]) -> Iterator[str]:
    for problem in problems:
        facts = {"found": problem.found, "expected": problem.expected, "locator": problem.locator}
        for lang in LANGS:
            if not text(f"problem.{problem.code}", lang, **facts).strip():
                yield f"{problem} has no {lang} text"


def _figures(report: Report) -> Iterator[str]:
    sections = [section.text for section in report.sections]
    for figure in report.figures:
        whole = [t for t in sections if t[figure.start : figure.end] == figure.raw]
        if not any(t[figure.sentence_start :].startswith(figure.sentence) for t in whole):
            yield f"{figure} is not printed where it says"
