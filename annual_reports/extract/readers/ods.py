"""OpenDocument spreadsheets: the texts as they are shown, with the merged cells."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree
from lxml.etree import _Element

from annual_reports.errors import UnreadableFile
from annual_reports.extract.readers.limits import check_cells
from annual_reports.extract.readers.packages import unpack
from annual_reports.extract.readers.sheets import Range, Sheet

_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_CONTENT: Final = "content.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_GAPS: Final = {f"{_TEXT}s": " ", f"{_TEXT}tab": " ", f"{_TEXT}line-break": "\n"}
_LEFT_OUT: Final = frozenset({f"{_OFFICE}annotation", f"{_TEXT}note"})
_MARKS: Final = {"super": "^", "sub": "_"}


class Book(NamedTuple):
    """The sheets that are shown, and the number of pictures in the file."""

    sheets: list[Sheet]
    pictures: int


def read(path: Path, data: bytes) -> Book:
    """The workbook; UnreadableFile when it is damaged, encrypted or beyond a limit."""
    pictures = 0

    def is_wanted(name: str) -> bool:
        nonlocal pictures
        pictures += name.startswith("Pictures/")
        return name in {_CONTENT, _MANIFEST}

    parts = unpack(path, data, is_wanted)
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise UnreadableFile("encrypted-file", file=path.name, found="ODS")
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        root = etree.fromstring(parts.get(_CONTENT, b""), parser)
    except etree.LxmlError as error:
        raise UnreadableFile("file-unreadable", file=path.name, found=f"ODS: {error}") from error
    styles = _Styles(root)
    tables = (
        table for table in root.iter(f"{_TABLE}table") if table.get(_NAME) not in styles.hidden
    )
    return Book([_SheetReader(path, styles).read(table) for table in tables], pictures)


_NAME: Final = f"{_TABLE}style-name"


class _Styles:
    """The styles that hide a sheet, and those that raise or lower text."""

    def __init__(self, root: _Element) -> None:
        self.hidden: set[str | None] = set()
        self.marks: dict[str | None, str] = {}
        for style in root.iter(f"{_STYLE}style"):
            name = style.get(f"{_STYLE}name")
            for properties in style:
                if properties.get(f"{_TABLE}display") == "false":
                    self.hidden.add(name)
                position = properties.get(f"{_STYLE}text-position", "").split()[:1]
                if position and position[0] in _MARKS:
                    self.marks[name] = _MARKS[position[0]]


class _SheetReader:
    """Reads one sheet; repeated cells and rows count as often as they are repeated."""

    def __init__(self, path: Path, styles: _Styles) -> None:
        self._path = path
        self._styles = styles
        self._rows: list[list[str]] = []
        self._merged: list[Range] = []
        self._width = 0

    def read(self, table: _Element) -> Sheet:
        blank = 0
        for row in table.iter(f"{_TABLE}table-row"):
            texts = self._row(row, len(self._rows) + blank)
            repeated = _count(row, "number-rows-repeated")
            if not texts:
                blank += repeated
                continue
            self._width = max(self._width, len(texts))
            check_cells(self._path, (len(self._rows) + blank + repeated) * self._width)
            self._rows.extend([[]] * blank + [texts] * repeated)
            blank = 0
        return Sheet(table.get(f"{_TABLE}name", ""), self._rows, self._merged)

    def _row(self, row: _Element, number: int) -> list[str]:
        """The texts of a row up to the last that is not empty."""
        texts: list[str] = []
        blank = 0
        for cell in row.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            place = len(texts) + blank
            is_covered = cell.tag != f"{_TABLE}table-cell"
            text = "" if is_covered else "\n".join(self._lines(cell))
            repeated = _count(cell, "number-columns-repeated")
            self._note_span(cell, number, place)
            if text:
                check_cells(self._path, place + repeated)
                texts.extend([""] * blank + [text] * repeated)
                blank = 0
            else:
                blank += repeated
        return texts

    def _note_span(self, cell: _Element, row: int, column: int) -> None:
        across, down = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
        if across > 1 or down > 1:
            self._merged.append(((row, column), (row + down - 1, column + across - 1)))

    def _lines(self, cell: _Element) -> Iterator[str]:
        for paragraph in cell.iterchildren(f"{_TEXT}p", f"{_TEXT}h"):
            yield "".join(self._pieces(paragraph))

    def _pieces(self, element: _Element) -> Iterator[str]:
        yield self._styles.marks.get(element.get(f"{_TEXT}style-name"), "")
        yield element.text or ""
        for child in element:
            if child.tag in _GAPS:
                yield _GAPS[str(child.tag)]
            elif child.tag not in _LEFT_OUT:
                yield from self._pieces(child)
            yield child.tail or ""


def _count(element: _Element, name: str) -> int:
    digits = element.get(_TABLE + name, "")
    return max(int(digits[:8]), 1) if digits.isascii() and digits.isdigit() else 1
