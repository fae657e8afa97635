"""A spoiled report written in every format that can be written without an office suite."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from io import StringIO
from typing import Any

from docx import Document
from openpyxl import Workbook

from tests.fuzz.making import rows_of
from tests.fuzz.ods import ods
from tests.fuzz.paper import Paper, Table
from tests.fuzz.xls import Xls
from tests.unit.extract.made_reports import Rows
from tests.unit.extract.pdf_writer import Pdf, Sheet
from tests.unit.extract.test_docx import saved
from tests.unit.extract.test_written_formats import add_table
from tests.unit.extract.written import add_rows, mhtml, number_or_text, places_of, xlsx

PAGE_WIDTH = 520.0
MOST_DIGITS = 14


def html(paper: Paper) -> str:
    body = "\n".join(_blocks(paper))
    title = escape(str(paper.parts[0]))
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def _blocks(paper: Paper) -> Iterator[str]:
    number = 0
    for part in paper.parts:
        if isinstance(part, str):
            yield f"<p>{escape(part)}</p>"
            continue
        table = _html_table(_slipped(rows_of(part.grid), paper.slips if not number else []))
        number += 1
        yield f"<table><tr><td>{table}</td><td></td></tr></table>" if part.is_nested else table


def _slipped(rows: Rows, slips: list[tuple[int, int, int]]) -> Rows:
    """Spans that are wrong by one: the n-th cell, counted over all rows."""
    flat = [(row, place) for row, cells in enumerate(rows) for place in range(len(cells))]
    for n, across, down in slips:
        row, place = flat[n % len(flat)]
        cell = rows[row][place]
        spans = max(cell.colspan + across, 1), max(cell.rowspan + down, 1)
        rows[row][place] = replace(cell, colspan=spans[0], rowspan=spans[1])
    return rows


def _html_table(rows: Rows) -> str:
    lines = (
        "".join(
            f'<td colspan="{cell.colspan}" rowspan="{cell.rowspan}">{_html_text(cell.text)}</td>'
            for cell in row
        )
        for row in rows
    )
    return f"<table border=1>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _html_text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def docx(paper: Paper) -> bytes:
    document = Document()
    for part in paper.parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        else:
            parent: Any = document.add_table(1, 2).cell(0, 0) if part.is_nested else document
            add_table(parent, _padded(part)) if not part.is_nested else _nest(parent, part)
            document.add_paragraph("")
    return saved(document)


def _nest(cell: Any, part: Table) -> None:
    """A table within a cell is made by the library; its rows are then written as any other's."""
    document = Document()
    add_table(document, _padded(part))
    cell._tc.insert(0, document.tables[0]._tbl)


def _padded(part: Table) -> Rows:
    return [row for row in rows_of(part.grid) if row]


def book(paper: Paper) -> Workbook:
    """Everything below each other in one sheet."""
    found = Workbook()
    sheet = found.active
    assert sheet is not None
    row = 1
    for part in paper.parts:
        if isinstance(part, str):
            sheet.cell(row, 1, part)
            row += 1
        else:
            row = add_rows(sheet, row, rows_of(part.grid), _cell_value) + 1
    return found


def _cell_value(text: str) -> int | float | str | None:
    """Plain digits as numbers; what a spreadsheet cannot hold exactly stays text."""
    value = number_or_text(text)
    return value if str(value) == text and len(text) <= MOST_DIGITS else text or None


def csv_text(paper: Paper) -> str:
    stream = StringIO()
    writer = csv.writer(stream)
    for part in paper.parts:
        if isinstance(part, str):
            writer.writerow([part])
            continue
        rows = rows_of(part.grid)
        texts = [[""] * part.width for _ in rows]
        for row, column, _, _, text in places_of(rows):
            texts[row] += [""] * (column + 1 - len(texts[row]))
            texts[row][column] = text
        writer.writerows(texts)
    return stream.getvalue()


def text(paper: Paper, shape: str) -> str:
    """``rows``: a row a line; ``cells``: a cell a line."""
    lines = []
    for part in paper.parts:
        for row in [] if isinstance(part, str) else rows_of(part.grid):
            fields = [cell.text.replace("\n", " ") for cell in row]
            fields += [""] * (sum(cell.colspan for cell in row) - len(row))
            lines += [" | ".join(fields) + " |"] if shape == "rows" else [f"{f} |" for f in fields]
        if isinstance(part, str):
            lines.append(part)
    return "\n".join(lines)


def xls(paper: Paper) -> bytes:
    found = Xls()
    row = 0
    for part in paper.parts:
        if isinstance(part, str):
            found.put(row, 0, part)
            row += 1
            continue
        rows = rows_of(part.grid)
        for top, left, bottom, right, text in places_of(rows):
            found.put(row + top, left, _cell_value(text))
            found.merge(row + top, left, row + bottom, right)
        row += len(rows) + 1
    return found.data()


def pdf(paper: Paper, rules: str = "all") -> bytes:
    found = Pdf(title=str(paper.parts[0]))
    sheet = Sheet(found, size=6, rules=rules)
    for part in paper.parts:
        if isinstance(part, str):
            sheet.lines([part])
        else:
            rows = rows_of(part.grid)
            width = max(place[3] + 1 for place in places_of(rows))
            sheet.table(rows, [PAGE_WIDTH / width] * width)
    return found.data()


WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "html": lambda paper: html(paper).encode("utf-8", "replace"),
    "mht": lambda paper: mhtml({"http://example.gov.cn/report.html": html(paper)}),
    "docx": docx,
    "xlsx": lambda paper: xlsx(book(paper)),
    "xls": xls,
    "ods": ods,
    "csv": lambda paper: csv_text(paper).encode("utf-8", "replace"),
    "rows.txt": lambda paper: text(paper, "rows").encode("utf-8", "replace"),
    "cells.txt": lambda paper: text(paper, "cells").encode("utf-8", "replace"),
    "pdf": pdf,
    "bare.pdf": lambda paper: pdf(paper, "none"),
}
FLAT = frozenset({"csv", "rows.txt", "cells.txt", "bare.pdf"})  # merged cells are not kept
PAGED = frozenset({"pdf", "bare.pdf"})
UNPLACED = frozenset({"rows.txt", "cells.txt"})  # nor are columns


def name_of(kind: str) -> str:
    """The file name of a report written in that way."""
    return "report." + kind.rpartition(".")[2]
