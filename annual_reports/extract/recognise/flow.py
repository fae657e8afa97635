"""Rows regained from a flow of cells, by where their labels stand."""

from collections.abc import Iterator, Sequence

from annual_reports.extract.recognise.lexicon import Lexicon, lexicons, table_of_key
from annual_reports.extract.recognise.lines import Field, Line


def regain_lines(flow: Sequence[Line], form: str) -> Iterator[Line]:
    """The rows of the form in a table of which only the order of the cells is known.

    A label begins a row when it follows a value or an empty field; where header labels run
    on into the first row, that row begins with its group and row labels.
    """
    builder = _Rows(form)
    for line in flow:
        for field in line.fields:
            builder.add(field)
    number = flow[0].table if flow else 0
    for fields in builder.finish():
        yield Line(tuple(fields), is_aligned=False, table=number)


class _Rows:
    def __init__(self, form: str) -> None:
        self._table_of_key = table_of_key(form)
        self._lexicons = lexicons(form)
        self._rows: list[list[Field]] = [[]]
        self._lexicon: Lexicon | None = None

    def add(self, field: Field) -> None:
        row = self._rows[-1]
        if field.is_wordy:
            if row and not row[-1].is_wordy:
                self._rows.append([])
            self._note_table(field)
        elif field.is_value and self._is_line:
            self._part_line(row)
        elif row and row[-1].is_wordy:
            self._part_row(row, before_value=field.is_value)
        self._rows[-1].append(field)

    def finish(self) -> list[list[Field]]:
        return [row for row in self._rows if row]

    def _note_table(self, field: Field) -> None:
        code = self._table_of_key.get(field.key)
        if code:
            self._lexicon = self._lexicons[code]

    @property
    def _is_line(self) -> bool:
        return self._lexicon is not None and self._lexicon.table.layout == "line"

    def _part_line(self, row: list[Field]) -> None:
        """Values begin, all in one line: part it from the headings."""
        start = next((i for i in range(len(row), 0, -1) if row[i - 1].is_wordy), 0)
        if start:
            self._rows[-1:] = [row[:start], row[start:]]

    def _part_row(self, row: list[Field], before_value: bool) -> None:
        """The labels end here: part those of the row from the header they may run on from."""
        lexicon, last = self._lexicon, row[-1].key
        if lexicon is None or self._is_line or last not in lexicon.rows:
            return
        if before_value or last not in lexicon.columns:
            start = len(row) - 1
            while start and row[start - 1].key in lexicon.groups:
                start -= 1
            if start:
                self._rows[-1:] = [row[:start], row[start:]]
