"""The records of an XLS workbook, walked through before a library reads it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from struct import unpack_from
from typing import Final, NamedTuple

from annual_reports.errors import UnreadableFile
from annual_reports.extract.readers.limits import MEGABYTE, check_bytes, check_cells
from annual_reports.extract.readers.ole import BOOKS, packed, read_stream, stream_names

Shown = Mapping[int, Mapping[tuple[int, int], str]]  # sheet → (row, column), from 0 → text
_BOF: Final = frozenset({0x0809, 0x0409, 0x0209, 0x0009})
_BOUNDSHEET: Final = 0x0085
_FILEPASS: Final = 0x002F
_STRINGS, _CONTINUED, _STRING_CELL = 0x00FC, 0x003C, 0x00FD
_FORMULAS: Final = frozenset({0x0006, 0x0206, 0x0406})
_BOOLEAN_OR_ERROR: Final = 0x0205
_MANY: Final = 0x00BD
_CELLS: Final = frozenset(
    {0x0203, 0x0204, 0x027E, 0x00D6, _STRING_CELL, _BOOLEAN_OR_ERROR, _MANY, *_FORMULAS}
)
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_LONGEST_STRING: Final = 32_767
_MAX_TEXT: Final = 2048 * MEGABYTE
_CELL_HEAD: Final = 6  # row, column and format


class Record(NamedTuple):
    """A record of the stream, at that offset."""

    offset: int
    kind: int
    content: bytes


class Checked(NamedTuple):
    """A workbook in a container that holds it alone, and what the library gives as empty."""

    data: bytes
    shown: Shown


def checked(path: Path, data: bytes) -> Checked:
    """The workbook, and the errors shown in its cells.

    Raises UnreadableFile when the workbook is damaged, encrypted or beyond a limit.
    """
    name = next(name for name in stream_names(data) if name in BOOKS)
    stream = read_stream(path, data, name)
    return Checked(packed(name, stream), _check(path, stream))


def _check(path: Path, stream: bytes) -> Shown:
    records = list(_records(stream))
    if any(record.kind == _FILEPASS for record in records):
        raise UnreadableFile("encrypted-file", file=path.name, found="XLS")
    _check_strings(path, records)
    walk = _Walk(record.content for record in records if record.kind == _BOUNDSHEET)
    for record in records:
        walk.take(record)
    check_cells(path, walk.positions)
    return walk.shown


class _Walk:
    """Follows the records through the sheets: how far each goes and what errors it shows."""

    def __init__(self, sheets: Iterable[bytes]) -> None:
        self.shown: dict[int, dict[tuple[int, int], str]] = {}
        self._numbers = {int.from_bytes(sheet[:4], "little"): n for n, sheet in enumerate(sheets)}
        self._sheet = -1
        self._sizes = {-1: (0, 0)}

    @property
    def positions(self) -> int:
        """The number of positions in all sheets."""
        return sum(rows * columns for rows, columns in self._sizes.values())

    def take(self, record: Record) -> None:
        """The next record."""
        if record.kind in _BOF and record.offset in self._numbers:
            self._sheet = self._numbers[record.offset]
            self._sizes[self._sheet] = (0, 0)
        elif record.kind in _CELLS and len(record.content) >= _CELL_HEAD:
            row, column, last = _place(record)
            rows, columns = self._sizes[self._sheet]
            self._sizes[self._sheet] = max(rows, row + 1), max(columns, last + 1)
            if error := _error(record):
                self.shown.setdefault(self._sheet, {})[row, column] = error


def _records(stream: bytes) -> Iterator[Record]:
    offset = 0
    while offset + 4 <= len(stream):
        kind, length = unpack_from("<HH", stream, offset)
        yield Record(offset, kind, stream[offset + 4 : offset + 4 + length])
        offset += 4 + length


def _check_strings(path: Path, records: Sequence[Record]) -> None:
    """Many cells may show the same long text, which is held in memory for each of them."""
    cells = sum(record.kind == _STRING_CELL for record in records)
    size = 0
    in_strings = False
    for record in records:
        in_strings = record.kind == _STRINGS or (in_strings and record.kind == _CONTINUED)
        size += len(record.content) if in_strings else 0
    check_bytes(path, cells * min(size, _LONGEST_STRING), _MAX_TEXT)


def _place(record: Record) -> tuple[int, int, int]:
    """Row, column and last column of the record, from 0."""
    row, column = unpack_from("<HH", record.content)
    last = int.from_bytes(record.content[-2:], "little") if record.kind == _MANY else column
    return row, column, last


def _error(record: Record) -> str:
    """The error a cell shows; empty if it shows none."""
    content = record.content
    if record.kind == _BOOLEAN_OR_ERROR and any(content[7:8]):
        return _ERRORS.get(content[6], "#ERR")
    if record.kind in _FORMULAS and content[12:14] == b"\xff\xff" and content[6:7] == b"\2":
        return _ERRORS.get(content[8], "#ERR")
    return ""
