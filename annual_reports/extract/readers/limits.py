"""How much a file may hold: no report comes near these limits, so what is beyond is refused."""

from pathlib import Path
from typing import Final

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document

MEGABYTE: Final = 1024 * 1024
MAX_FILE: Final = 100 * MEGABYTE  # bytes of the file as it lies on disk
MAX_UNPACKED: Final = 200 * MEGABYTE  # bytes a package unpacks to
MAX_TAGS: Final = 2_000_000  # marks ``<`` in a file or a part of a package
MAX_LINES: Final = 2_000_000  # lines of a text
MAX_CELLS: Final = 500_000  # positions in the grids of all tables
MAX_LINE: Final = 500_000  # characters in one line or cell


def check_bytes(path: Path, size: int, limit: int = MAX_FILE) -> None:
    """Raise UnreadableFile when that many bytes are beyond the limit."""
    if size > limit:
        found, expected = (f"{number / MEGABYTE:.0f} MB" for number in (size, limit))
        raise UnreadableFile("too-large", file=path.name, found=found, expected=expected)


def check_tags(path: Path, markup: bytes) -> None:
    """Raise UnreadableFile when the markup has more elements than may be held in memory."""
    _check(path, "too-complex", markup.count(b"<"), MAX_TAGS)


def check_line_count(path: Path, text: bytes) -> None:
    """Raise UnreadableFile when the text has more lines than may be held in memory."""
    _check(path, "too-complex", max(text.count(b"\n"), text.count(b"\r")), MAX_LINES)


def check_cells(path: Path, count: int) -> None:
    """Raise UnreadableFile when so many cells are beyond the limit."""
    _check(path, "too-many-cells", count, MAX_CELLS)


def check_lines(document: Document) -> None:
    """Raise UnreadableFile when a line or cell is longer than any text is."""
    lines = (len(line.text) for line in document.paragraphs)
    cells = (
        len(cell.text) for table in document.tables for row in table.rows for cell in row if cell
    )
    longest = max(max(lines, default=0), max(cells, default=0))
    _check(document.path, "line-too-long", longest, MAX_LINE)


def _check(path: Path, code: str, found: int, limit: int) -> None:
    if found > limit:
        raise UnreadableFile(code, file=path.name, found=f"{found:,}", expected=f"{limit:,}")
