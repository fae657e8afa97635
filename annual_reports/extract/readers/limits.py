"""How much a file may hold: no report comes near these limits, so what is beyond is refused."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Final

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document, RawCell

_LINE_END: Final = re.compile(r"[\n\r]")
Row = tuple[RawCell | None, ...]
MEGABYTE: Final = 1024 * 1024
MAX_FILE: Final = 100 * MEGABYTE  # bytes of the file as it lies on disk
MAX_UNPACKED: Final = 200 * MEGABYTE  # bytes a package unpacks to
MAX_TAGS: Final = 1_000_000  # marks ``<`` in a file or a part of a package
MAX_LINES: Final = 1_000_000  # lines of a text
MAX_CELLS: Final = 200_000  # positions in the grids of all tables
MAX_LINE: Final = 500_000  # characters in one line or cell


def check_bytes(path: Path, size: int, limit: int = MAX_FILE) -> None:
    """Raise UnreadableFile when that many bytes are beyond the limit."""
    if size > limit:
        found, expected = (f"{ceil(number / MEGABYTE)} MB" for number in (size, limit))
        raise UnreadableFile("too-large", file=path.name, found=found, expected=expected)


def check_tags(path: Path, markup: bytes) -> None:
    """Raise UnreadableFile when the markup has more elements than may be held in memory."""
    _check(path, "too-complex", markup.count(b"<"), MAX_TAGS)


def check_text(path: Path, text: str) -> None:
    """Raise UnreadableFile when the text has more lines, or one longer, than may be held."""
    count, longest, start = 0, 0, 0
    for end in _LINE_END.finditer(text):
        count, longest, start = count + 1, max(longest, end.start() - start), end.end()
        _check(path, "too-complex", count, MAX_LINES)
    _check(path, "line-too-long", max(longest, len(text) - start), MAX_LINE)


def check_line_count(path: Path, text: bytes) -> None:
    """Raise UnreadableFile when the bytes have more lines than may be held in memory."""
    _check(path, "too-complex", text.count(b"\n") + text.count(b"\r"), MAX_LINES)


def check_cells(path: Path, count: int) -> None:
    """Raise UnreadableFile when so many cells are beyond the limit."""
    _check(path, "too-many-cells", count, MAX_CELLS)


class Budget:
    """Counts the cells of a document while its grids are made: none outgrows the memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._cells = 0
        self._characters = 0  # of the places, each row taken for as long as its last cell's

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, each counted.

        Raises UnreadableFile when there are too many cells or they stand so deep in the
        document that even their places are too long to keep.
        """
        for row in rows:
            self._cells += len(row)
            last = next(filter(None, reversed(row)), None)
            self._characters += len(row) * len(last.locator if last else "")
            check_cells(self._path, self._cells)
            check_bytes(self._path, self._characters, MAX_UNPACKED)
            yield row


def check_lines(document: Document) -> None:
    """Raise UnreadableFile when a line or cell is longer than any text is."""
    lines = (len(line.text) for line in document.paragraphs)
    cells = (
        len(cell.text) for table in document.tables for row in table.rows for cell in row if cell
    )
    meta = (len(text) for _, text in document.meta)
    longest = max(chain(lines, cells, meta), default=0)
    _check(document.path, "line-too-long", longest, MAX_LINE)


def _check(path: Path, code: str, found: int, limit: int) -> None:
    if found > limit:
        raise UnreadableFile(code, file=path.name, found=f"{found:,}", expected=f"{limit:,}")
