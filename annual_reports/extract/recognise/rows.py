"""Tables with labelled rows: one header over all rows, or blocks with a header each."""

from collections.abc import Iterable
from dataclasses import replace

from annual_reports.extract.document import RawCell
from annual_reports.extract.labels import nearest, unit_in
from annual_reports.extract.recognise.bands import Band, read_bands
from annual_reports.extract.recognise.claims import Claim, Findings
from annual_reports.extract.recognise.header import NO_COLUMNS, Columns
from annual_reports.extract.recognise.lexicon import Lexicon, candidates
from annual_reports.extract.recognise.lines import Line
from annual_reports.extract.recognise.parsing import Parsed
from annual_reports.extract.recognise.placing import Placed, Placing
from annual_reports.facts import Problem
from annual_reports.form import Row

_FEW = 3
_MOST_NAMED = 8  # so many expected labels are named in a problem


def read_rows(parts: Iterable[Iterable[Line]], lexicon: Lexicon) -> Findings:
    """What the lines of the table say; each part is a run of lines of one raw table."""
    return _RowsReader(read_bands(parts, lexicon), lexicon).read()


class _RowsReader:
    def __init__(self, bands: list[Band], lexicon: Lexicon) -> None:
        self._bands = bands
        self._lexicon = lexicon
        self._findings = Findings()

    def read(self) -> Findings:
        self._resolve_unknown()
        for band in self._bands:
            self._place(band)
        return self._findings

    def _resolve_unknown(self) -> None:
        """Find the rows meant by labels of unknown spelling among those not met otherwise."""
        rows = [parsed for band in self._bands for parsed in band.rows]
        met = {parsed.row.code for parsed in rows if parsed.row}
        for parsed in rows:  # no row stands in for others that are there themselves
            if parsed.row and not met.isdisjoint(parsed.row.replaces):
                parsed.row = None
        for parsed in rows:
            if parsed.row is None and any(item.is_filled for item in parsed.values):
                left = [row for row in self._lexicon.table.rows if row.code not in met]
                parsed.row = self._approximate(parsed, left)
                if parsed.row:
                    met.add(parsed.row.code)

    def _approximate(self, parsed: Parsed, left: list[Row]) -> Row | None:
        label = parsed.label
        if label is None:
            self._report_stray([item.cell for item in parsed.values])
            return None
        if parsed.group:
            left = [row for row in left if self._lexicon.related(row.group, parsed.group)]
        code = nearest(label.key, candidates(left))
        row = next((row for row in left if row.code == code), None)
        expected = row.label_zh if row else _listed(row.label_zh for row in left)
        problem = "label-approximate" if row else "label-unknown"
        self._report(problem, label.cell.text, expected, label.cell.locator)
        return row

    def _place(self, band: Band) -> None:
        by_columns: dict[tuple[str, ...], list[Parsed]] = {}
        for parsed in band.rows:
            if parsed.row:
                by_columns.setdefault(parsed.row.columns, []).append(parsed)
                self._findings.tables.add(parsed.line.table)
        for wanted, rows in by_columns.items():
            columns = band.header.columns(self._lexicon, wanted) if band.header else NO_COLUMNS
            if len(columns.codes) * 2 < len(wanted) > _FEW:  # headings of something else
                columns = replace(NO_COLUMNS, problems=columns.problems)
            self._findings.problems.extend(columns.problems)
            self._place_rows(rows, columns, band)

    def _place_rows(self, rows: list[Parsed], columns: Columns, band: Band) -> None:
        placing = Placing(columns, [parsed.values for parsed in rows], list(map(self._size, rows)))
        stray: list[RawCell] = []
        lost: list[Parsed] = []
        for parsed in rows:
            placed = placing.place(parsed.values)
            if placed:
                self._claim(parsed, placed, columns)
                stray.extend(placed.stray)
            else:
                lost.append(parsed)
        self._findings.by_values = self._findings.by_values or placing.by_values
        self._report_stray(stray)
        self._give_up(lost, columns, band)

    def _size(self, parsed: Parsed) -> tuple[int, int]:
        """How many group labels hang down into the line from others, and its number of fields.

        In text, lines with equally many lost labels are equally long.
        """
        fields = len(parsed.line.fields)
        labels = fields - len(parsed.values)
        return self._lexicon.depth(parsed.row.group if parsed.row else "") - labels, fields

    def _claim(self, parsed: Parsed, placed: Placed, columns: Columns) -> None:
        table, units = self._lexicon.table.code, self._lexicon.units
        row = parsed.row.code if parsed.row else ""
        for code, cell in placed.cells.items():
            unit = units[code] and (unit_in(columns.headings[code].cell.text) or units[code])
            self._findings.claims.append(Claim((table, row, code), cell, unit))

    def _give_up(self, lost: list[Parsed], columns: Columns, band: Band) -> None:
        """Values that cannot be told apart: every cell of the row keeps the whole text."""
        with_values = [parsed for parsed in lost if parsed.values]
        for parsed in lost:
            if not parsed.values and parsed.label:
                self._report("row-without-values", parsed.label.cell.text, "", _where(parsed))
        for parsed in with_values:
            cell = joined_cell(item.cell for item in parsed.values)
            row = parsed.row.code if parsed.row else ""
            for code in columns.codes or (parsed.row.columns if parsed.row else ()):
                key = (self._lexicon.table.code, row, code)
                self._findings.claims.append(Claim(key, cell, is_placed=False))
            if columns.order:
                expected = _listed(self._column_labels(columns.order))
                self._report("values-unclear", cell.text, expected, cell.locator)
        if with_values and not columns.order:
            self._report_header(with_values, band)

    def _report_header(self, rows: list[Parsed], band: Band) -> None:
        wanted = rows[0].row.columns if rows[0].row else ()
        expected = _listed(self._column_labels(wanted))
        if band.header is None:
            labels = _listed(parsed.label.cell.text for parsed in rows if parsed.label)
            self._report("header-missing", labels, expected, _where(rows[0]))
        else:
            fields = [item for line in band.header.lines for item in line.fields if item.is_filled]
            found = " | ".join(item.cell.text for item in fields)
            self._report("header-unclear", found, expected, fields[0].cell.locator)

    def _column_labels(self, codes: Iterable[str | None]) -> Iterable[str]:
        return (self._lexicon.table.column(code).label_zh if code else "?" for code in codes)

    def _report_stray(self, cells: list[RawCell]) -> None:
        if cells:
            found = _listed(cell.text for cell in cells if cell.text)
            self._report("value-unexplained", found, "", cells[0].locator)

    def _report(self, code: str, found: str, expected: str, locator: str) -> None:
        self._findings.problems.append(Problem(code, found, expected, locator))


def joined_cell(cells: Iterable[RawCell]) -> RawCell:
    """One cell for all of a line, at the place of the first."""
    cells = list(cells)
    text = " | ".join(cell.text for cell in cells)
    return RawCell(text, cells[0].locator, cells[0].row, cells[0].column)


def _where(parsed: Parsed) -> str:
    return parsed.label.cell.locator if parsed.label else ""


def _listed(texts: Iterable[str]) -> str:
    """The texts on one line, the first few if they are many."""
    texts = list(texts)
    more = " | …" if len(texts) > _MOST_NAMED else ""
    return " | ".join(texts[:_MOST_NAMED]) + more
