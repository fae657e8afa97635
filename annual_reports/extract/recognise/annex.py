"""An annex: a list of indicators, each with its unit and its values under headings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annual_reports.extract.document import RawCell, RawTable
from annual_reports.extract.labels import unit_in
from annual_reports.extract.recognise.annex_header import AnnexHeader, read_header
from annual_reports.extract.recognise.annex_labels import Indicators
from annual_reports.extract.recognise.claims import Claim, Findings
from annual_reports.extract.recognise.lexicon import Lexicon
from annual_reports.extract.recognise.lines import Field, Line, lines_of
from annual_reports.facts import Problem
from annual_reports.form import Row

_SURE_HEADED = 3  # so many different indicators under a header are an annex
_SURE_BARE = 6  # so many without a header
_MOST_NAMED = 8


def read_annex(tables: Iterable[RawTable], lexicon: Lexicon, year: int | None) -> Findings:
    """What the tables say of the indicators; ``year`` is that of the report, if known.

    A table without a header continues the annex that stands directly before it.
    """
    reader = _AnnexReader(lexicon, year)
    for table in tables:
        if table.layout != "flow":  # without its rows nothing ties a value to its label
            reader.read_table(table)
    reader.finish()
    return reader.findings


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line with a label, what stands after the label, and the header over it."""

    label: Field
    line: Line
    rest: Sequence[Field]
    header: AnnexHeader | None


class _AnnexReader:
    def __init__(self, lexicon: Lexicon, year: int | None) -> None:
        self.findings = Findings()
        self._lexicon = lexicon
        self._year = year
        self._indicators = Indicators(lexicon)
        self._header: AnnexHeader | None = None
        self._last = -1  # the number of the last table read
        self._left: list[_Entry] = []

    def read_table(self, table: RawTable) -> None:
        """Read the table if it is an annex or continues one."""
        lines = [line for line in lines_of(table) if not line.is_blank]
        header, body = read_header(lines, self._lexicon, self._year)
        continues = header is None and self._header is not None and self._last == table.number - 1
        known = self._indicators.count_known(body)
        if known < (1 if continues else _SURE_HEADED if header else _SURE_BARE):
            return
        self._header = self._header if continues else header
        self._last = table.number
        self.findings.tables.add(table.number)
        entries = list(self._entries(body))
        if not continues:
            self._report_header(entries)
        for entry in entries:
            self._read_entry(entry)

    def _entries(self, body: Sequence[Line]) -> Iterator[_Entry]:
        for line in body:
            place = self._label_place(line)
            if place is not None:
                rest = line.fields[place + 1 :]
                yield _Entry(line.fields[place], line, rest, self._header)

    def _label_place(self, line: Line) -> int | None:
        """By the indicator's heading, else the last known label, else the first words."""
        if self._header and not self._header.problems and self._header.fits(line):
            return self._header.label_place(line)
        known = [n for n, item in enumerate(line.fields) if self._indicators.is_known(item)]
        wordy = [n for n, item in enumerate(line.fields) if item.is_wordy]
        return known[-1] if known else next(iter(wordy), None)

    def _read_entry(self, entry: _Entry) -> None:
        before = entry.line.fields[: entry.line.fields.index(entry.label)]
        self._indicators.enter(before)
        if self._indicators.is_group(entry.label):
            self._indicators.enter([entry.label])
        elif row := self._indicators.row_of(entry.label):
            self._claim(row, entry)
        elif any(item.is_value for item in entry.rest):
            self._left.append(entry)

    def _claim(self, row: Row, entry: _Entry) -> None:
        """Each value to its column; where that is not certain the cells are unreadable."""
        code, header = self._lexicon.table.code, entry.header
        placed = header.place(entry.line, entry.rest) if header else None
        if placed is not None:
            cells, printed = placed
            unit = unit_in(entry.label.cell.text) or printed or _default_unit(row)
            claims = [Claim((code, row.code, column), cell, unit) for column, cell in cells.items()]
            self.findings.claims += claims
        elif entry.rest:
            self._give_up(row, entry)

    def _give_up(self, row: Row, entry: _Entry) -> None:
        """Values that cannot be told apart: every cell of the row keeps the whole text."""
        header = entry.header
        columns = (header.codes if header else ()) or row.columns[:1]
        text = " | ".join(item.cell.text for item in entry.rest)
        cell = entry.rest[0].cell._replace(text=text)
        for column in columns:
            key = (self._lexicon.table.code, row.code, column)
            self.findings.claims.append(Claim(key, cell, is_placed=False))
        if header and not header.problems:
            self._report("values-unclear", text, " | ".join(header.labels), cell.locator)

    def _report_header(self, entries: Sequence[_Entry]) -> None:
        if self._header is not None:
            self.findings.problems += self._header.problems
            return
        labels = _listed([entry.label.cell for entry in entries])
        expected = " | ".join(column.label_zh for column in self._lexicon.table.columns)
        self._report("header-missing", labels, expected, entries[0].label.cell.locator)

    def finish(self) -> None:
        """Settle the labels of unknown spelling; those that stay unknown are said in one go."""
        unknown = []
        for entry in self._left:
            row = self._indicators.row_near(entry.label)
            if row:
                self._claim(row, entry)
            else:
                unknown.append(entry.label.cell)
        self.findings.problems += self._indicators.problems
        if unknown:
            found, count = _listed(unknown), str(len(unknown))
            self._report("indicators-unknown", found, count, unknown[0].locator)

    def _report(self, code: str, found: str, expected: str, locator: str) -> None:
        self.findings.problems.append(Problem(code, found, expected, locator))


def _default_unit(row: Row) -> str:
    """The usual unit of a count; of an amount it is only known where it is printed."""
    return "" if row.kind == "amount" else row.unit


def _listed(cells: Sequence[RawCell]) -> str:
    more = " | …" if len(cells) > _MOST_NAMED else ""
    return " | ".join(cell.text for cell in cells[:_MOST_NAMED]) + more
