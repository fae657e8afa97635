"""Plain text whose table cells are joined by ``|``, a row or a single cell a line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from annual_reports.extract.document import Document, Paragraph, RawCell, RawTable
from annual_reports.extract.readers.decoding import decode
from annual_reports.extract.readers.limits import check_cells, check_text
from annual_reports.extract.readers.signatures import is_text

FORMAT: Final = "TXT"
_BAR: Final = re.compile(r"[|｜]")
_RULE: Final = re.compile(r"[\s|｜:+-]*")
_DASHES: Final = "---"
_RULE_BARS: Final = 2
_LONE_VALUE: Final = re.compile(r"[\d.,+/%元万件－—-]{1,20}")
_SINGLE_CELLS: Final = 3  # so many lines of one cell each, and no other, are a flow
NumberedLine = tuple[int, str]


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes are text, whatever the name says."""
    return is_text(head)


def read(path: Path, data: bytes) -> Document:
    """The text as a document: lines with ``|`` are tables, the others paragraphs.

    Raises UnreadableFile when there are more lines or cells than any report has.
    """
    text = decode(data)
    check_text(path, text)
    check_cells(path, text.count("|") + text.count("｜"))
    paragraphs: list[Paragraph] = []
    tables: list[RawTable] = []
    for is_table, lines in _blocks(text):
        number = len(tables) + 1 if is_table else None
        paragraphs.extend(Paragraph(line, number) for _, line in lines)
        if is_table:
            tables.append(_table(len(tables) + 1, lines))
    return Document(path, "text", (), tuple(paragraphs), tuple(tables))


def _blocks(text: str) -> Iterator[tuple[bool, list[NumberedLine]]]:
    """Runs of lines that are, or are not, of a table; empty lines part nothing."""
    block: list[NumberedLine] = []
    in_table = False
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        is_table = _BAR.search(line) is not None or (in_table and _ends_flow(block, line))
        if block and is_table != in_table:
            yield in_table, block
            block = []
        in_table = is_table
        block.append((number, line.strip()))
    if block:
        yield in_table, block


def _ends_flow(block: list[NumberedLine], line: str) -> bool:
    """Whether this is the last cell of a flow, printed without its bar."""
    return bool(_LONE_VALUE.fullmatch(line.strip())) and _is_flow([_fields(s) for _, s in block])


def _is_rule(line: str) -> bool:
    """Whether it is the line under a Markdown header."""
    has_bars = len(_BAR.findall(line)) >= _RULE_BARS
    return _DASHES in line and has_bars and _RULE.fullmatch(line) is not None


def _is_flow(rows: list[list[str]]) -> bool:
    return len(rows) >= _SINGLE_CELLS and all(len(fields) == 1 for fields in rows)


def _fields(line: str) -> list[str]:
    fields = [field.strip() for field in _BAR.split(line)]
    if len(fields) > 1 and not fields[-1]:  # a bar closes the last field, it opens none
        fields.pop()
    return fields


def _table(number: int, lines: list[NumberedLine]) -> RawTable:
    lines = [(place, line) for place, line in lines if not _is_rule(line)]
    if all(_BAR.match(line) for _, line in lines):  # bars all round, as in Markdown
        lines = [(place, line[1:]) for place, line in lines]
    rows = [_fields(line) for _, line in lines]
    cells = (
        tuple(
            RawCell(field, f"table {number}, line {place}, field {column}", row, column)
            for column, field in enumerate(fields, 1)
        )
        for row, ((place, _), fields) in enumerate(zip(lines, rows, strict=True), 1)
    )
    return RawTable(number, tuple(cells), "flow" if _is_flow(rows) else "rows")
