"""A writer of small XLS workbooks: one sheet of numbers, texts and merged cells (BIFF8 in OLE)."""

from struct import pack

from annual_reports.extract.readers.ole import packed

MOST_RANGES = 1000  # in one record


class Xls:
    """A sheet to be filled; rows and columns count from 0."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], bytes] = {}
        self._merged: list[tuple[int, int, int, int]] = []

    def put(self, row: int, column: int, value: float | str | None) -> None:
        place = pack("<HHH", row, column, 0)
        if isinstance(value, str):
            text = value.encode("utf-16-le", "replace")
            label = pack("<HB", len(text) // 2, 1) + text
            self._cells[row, column] = _record(0x0204, place + label)
        elif value is not None:
            self._cells[row, column] = _record(0x0203, place + pack("<d", value))

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        if (top, left) != (bottom, right):
            self._merged.append((top, bottom, left, right))

    def data(self) -> bytes:
        return packed("Workbook", self._stream())

    def _stream(self) -> bytes:
        first = _bof(0x0005) + _record(0x0042, pack("<H", 1200))
        offset = len(first) + 4 + 9 + 4  # the sheet's record and the end of the globals
        about = _record(0x0085, pack("<IBBBB", offset, 0, 0, 1, 0) + b"A")
        return first + about + _record(0x000A) + self._sheet()

    def _sheet(self) -> bytes:
        rows = max((row for row, _ in self._cells), default=0) + 1
        columns = max((column for _, column in self._cells), default=0) + 1
        size = _record(0x0200, pack("<IIHHH", 0, rows, 0, columns, 0))
        cells = b"".join(self._cells[place] for place in sorted(self._cells))
        return _bof(0x0010) + size + cells + self._ranges() + _record(0x000A)

    def _ranges(self) -> bytes:
        parts = []
        for start in range(0, len(self._merged), MOST_RANGES):
            some = self._merged[start : start + MOST_RANGES]
            body = b"".join(pack("<HHHH", *item) for item in some)
            parts.append(_record(0x00E5, pack("<H", len(some)) + body))
        return b"".join(parts)


def _record(kind: int, content: bytes = b"") -> bytes:
    return pack("<HH", kind, len(content)) + content


def _bof(kind: int) -> bytes:
    return _record(0x0809, pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6))
