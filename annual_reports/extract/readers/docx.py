"""Word documents: the tables with their merged cells, and all text as lines."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import docx
from docx.oxml.ns import qn

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document, Paragraph, RawCell, RawTable
from annual_reports.extract.readers.grid import MAX_WIDTH
from annual_reports.extract.readers.limits import Budget
from annual_reports.extract.readers.packages import ZIP, pack, unpack

FORMAT: Final = "DOCX"
_BODY: Final = "word/document.xml"
_LONGEST_NUMBER: Final = 6
_LINE_BREAKS: Final = frozenset((qn("w:br"), qn("w:cr")))
_LEFT_OUT: Final = frozenset((qn("w:del"), qn("w:tbl"), qn("w:txbxContent"), qn("w:instrText")))
# Raised or lowered text must never merge with the digits beside it.
_MARKS: Final = {"superscript": "^", "subscript": "_"}

_PICTURES: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)

Element = Any  # an lxml element; python-docx gives its own subclasses
Row = tuple[RawCell | None, ...]


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes are a ZIP that by its name or first entries is a Word document."""
    is_named = path.suffix.lower() == ".docx" and b"xl/work" not in head
    return head.startswith(ZIP) and (is_named or b"word/" in head)


def read(path: Path, data: bytes) -> Document:
    """The document's lines and tables.

    Raises UnreadableFile when the package is damaged, encrypted, holds no Word document
    or is beyond a limit.
    """
    parts = unpack(path, data, lambda name: True)
    if _BODY not in parts:
        raise UnreadableFile("unknown-format", file=path.name, found="ZIP", expected=FORMAT)
    try:
        opened = docx.Document(BytesIO(pack(parts)))
    except Exception as error:
        raise _unreadable(path, type(error).__name__) from error
    gathered = _Gatherer(path)
    gathered.visit(opened.element.body)
    title = opened.core_properties.title or ""
    return Document(
        path=path,
        format="docx",
        meta=(("title", title),) if title else (),
        paragraphs=tuple(gathered.paragraphs),
        tables=tuple(gathered.tables),
        pictures=sum(1 for _ in opened.element.body.iter(*_PICTURES)),
    )


def _unreadable(path: Path, found: str) -> UnreadableFile:
    return UnreadableFile("file-unreadable", file=path.name, found=found)


class _Gatherer:
    """Collects lines and tables in the order of the document, nested tables included."""

    def __init__(self, path: Path) -> None:
        self.paragraphs: list[Paragraph] = []
        self.tables: list[RawTable] = []
        self._budget = Budget(path)
        self._begun = 0

    def visit(self, parent: Element, table: int | None = None) -> None:
        """Take the paragraphs and tables directly below an element."""
        for child in parent:
            if child.tag == qn("w:p"):
                lines = _paragraph_text(child).split("\n")
                self.paragraphs.extend(Paragraph(line, table) for line in lines if line.strip())
            elif child.tag == qn("w:tbl"):
                self._take_table(child, table)
            elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")}:
                self.visit(child, table)

    def _take_table(self, element: Element, outer: int | None) -> None:
        cells = list(element.iterchildren(qn("w:tr")))
        if sum(len(row.findall(qn("w:tc"))) for row in cells) <= 1:
            for cell in element.iter(qn("w:tc")):  # a single cell is a mere box
                self.visit(cell, outer)
                return
        self._begun += 1
        number = self._begun
        self.tables.append(RawTable(number, tuple(self._budget.rows(_rows(number, cells)))))
        for row in cells:
            for cell in row.iterchildren(qn("w:tc")):
                self.visit(cell, number)


def _rows(number: int, rows: list[Element]) -> Iterator[Row]:
    """The grid: a cell merged downwards stands in every row that it covers."""
    above: Row = ()
    for row_number, row in enumerate(rows, 1):
        before = _number(row.find(qn("w:trPr")), "w:gridBefore", 0)
        line: list[RawCell | None] = [None] * min(before, MAX_WIDTH)
        for place, cell in enumerate(row.iterchildren(qn("w:tc")), 1):
            properties = cell.find(qn("w:tcPr"))
            width = max(1, min(_number(properties, "w:gridSpan", 1), MAX_WIDTH - len(line)))
            taken = _covering(above, len(line)) if _continues(properties) else None
            locator = f"table {number}, row {row_number}, column {len(line) + 1}, cell {place}"
            taken = taken or RawCell(cell_text(cell), locator, row_number, len(line) + 1)
            line.extend([taken] * width)
        above = tuple(line)
        yield above


def _covering(above: Row, column: int) -> RawCell | None:
    return above[column] if column < len(above) else None


def _continues(properties: Element | None) -> bool:
    """Whether the cell is the continuation of one merged downwards (vMerge without restart)."""
    merge = properties.find(qn("w:vMerge")) if properties is not None else None
    return merge is not None and merge.get(qn("w:val")) != "restart"


def _number(properties: Element | None, name: str, default: int) -> int:
    found = properties.find(qn(name)) if properties is not None else None
    value = found.get(qn("w:val"), "") if found is not None else ""
    digits = value[:_LONGEST_NUMBER] if value.isascii() and value.isdecimal() else ""
    return int(digits or 0) or default


def cell_text(cell: Element) -> str:
    """The text of a cell, a paragraph a line, without that of tables in it."""
    lines = (_paragraph_text(child) for child in cell.iterchildren(qn("w:p")))
    return "\n".join(line.strip() for line in lines if line.strip())


def _paragraph_text(paragraph: Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield " "
        elif child.tag in _LINE_BREAKS:
            yield "\n"
        else:
            if child.tag == qn("w:r"):
                yield _mark(child)
            yield from _pieces(child)


def _mark(run: Element) -> str:
    properties = run.find(qn("w:rPr"))
    raised = properties.find(qn("w:vertAlign")) if properties is not None else None
    return _MARKS.get(raised.get(qn("w:val"), ""), "") if raised is not None else ""
