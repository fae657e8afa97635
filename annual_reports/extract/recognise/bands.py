"""Rows of a table by the header they stand under."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from annual_reports.extract.recognise.header import Header
from annual_reports.extract.recognise.lexicon import Lexicon
from annual_reports.extract.recognise.lines import Line
from annual_reports.extract.recognise.parsing import Kind, Parsed, parse_line
from annual_reports.form import Row


@dataclass
class Band:
    """Rows under the same header, which may stand in an earlier raw table."""

    header: Header | None
    rows: list[Parsed] = field(default_factory=list)


def read_bands(parts: Iterable[Iterable[Line]], lexicon: Lexicon) -> list[Band]:
    """The rows in the lines of a table; each part is a run of lines of one raw table."""
    reader = _BandReader(lexicon)
    for lines in parts:
        reader.read_part(lines)
    return reader.bands


class _BandReader:
    def __init__(self, lexicon: Lexicon) -> None:
        self.bands = [Band(None)]
        self._lexicon = lexicon
        self._is_blocks = lexicon.table.layout == "blocks"
        self._group: str | None = None  # innermost group the last row stood in, if known
        self._block = ""  # the group a block's header was printed for
        self._in_header = False

    def read_part(self, lines: Iterable[Line]) -> None:
        self._start_band(self.bands[-1].header)
        for line in lines:
            parsed = parse_line(line, self._lexicon)
            if parsed.group:
                self._enter(parsed.group)
            if parsed.kind is Kind.HEADER:
                self._add_to_header(line)
            elif parsed.kind is Kind.ROW:
                self._add_row(parsed)

    def _start_band(self, header: Header | None) -> None:
        self._in_header = False
        self.bands.append(Band(header))

    def _enter(self, group: str) -> None:
        self._group = group
        if self._is_blocks and group != self._block:
            self._block = group
            self._start_band(None)

    def _add_to_header(self, line: Line) -> None:
        if not self._in_header:
            self._start_band(Header())
            self._in_header = True
        header = self.bands[-1].header
        if header:
            header.add(line)

    def _add_row(self, parsed: Parsed) -> None:
        if self._in_header:
            self._in_header = False
            self._keep_fuller_header()
        if parsed.row and not self._fits(parsed.row, parsed):
            parsed.row = None
        if parsed.row:
            self._group = parsed.row.group
        self.bands[-1].rows.append(parsed)

    def _keep_fuller_header(self) -> None:
        """A header of which only a part is repeated after a page break is that header."""
        if self._is_blocks or len(self.bands) == 1:
            return
        new, old = self.bands[-1], self.bands[-2]
        wanted = [column.code for column in self._lexicon.table.columns]
        if new.header and old.header:
            codes = new.header.columns(self._lexicon, wanted).codes
            if codes < old.header.columns(self._lexicon, wanted).codes:
                new.header = old.header

    def _fits(self, row: Row, parsed: Parsed) -> bool:
        """Whether a label that might also head a column stands where its row belongs."""
        if parsed.label is None or parsed.label.key not in self._lexicon.columns:
            return True
        group = parsed.group or self._group
        return group is None or self._lexicon.related(row.group, group)
