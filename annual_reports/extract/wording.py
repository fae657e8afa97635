"""Problems about cells: what was read, what else they might say, and where to look."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Final

from annual_reports.extract.document import RawCell
from annual_reports.extract.sums import Key
from annual_reports.extract.witness import Values
from annual_reports.facts import Cell, Problem
from annual_reports.form import Form

_BLANK: Final = "( )"
_MOST_ROWS: Final = 4  # so many rows are quoted in a problem
_MOST_PLACES: Final = 4


class Wording:
    """Writes the problems of one report."""

    def __init__(self, form: Form, cells: Mapping[Key, Cell]) -> None:
        self._form = form
        self._cells = cells

    def problem(
        self,
        code: str,
        others: Mapping[Key, str],
        places: Iterable[RawCell] = (),
        suggestion: str = "",
    ) -> Problem:
        """``others``: what stands in each cell by the other reading, found at ``places``."""
        read = {key: self._cells[key].raw if key in self._cells else "" for key in others}
        where = [place.locator for place in places][:1]
        firsts = [next(keys) for _, keys in groupby(others, key=lambda key: key[:2])]
        where += [self._cells[key].locator for key in firsts if key in self._cells]
        locator = "; ".join([place for place in dict.fromkeys(where) if place][:_MOST_PLACES])
        return Problem(code, self._listed(read), self._listed(others), locator, suggestion)

    def suggesting(self, code: str, values: Values, places: Iterable[RawCell] = ()) -> Problem:
        """A problem that suggests other values for some cells."""
        others = {key: printed(value) for key, value in values.items()}
        return self.problem(code, others, places, suggestion_of(values))

    def _listed(self, texts: Mapping[Key, str]) -> str:
        """The texts by rows; columns are named where a row is not whole."""
        rows = []
        for (table, row), keys in groupby(texts, key=lambda key: key[:2]):
            rows.append(self._row(table, row, {key[2]: texts[key] for key in keys}))
        more = ["…"] if len(rows) > _MOST_ROWS else []
        return "; ".join(rows[:_MOST_ROWS] + more)

    def _row(self, table_code: str, row_code: str, texts: Mapping[str, str]) -> str:
        table = self._form.table(table_code)
        row = table.row(row_code)
        is_whole = len(texts) == len(row.columns)
        first, *others = texts.values()
        if is_whole and first.split()[1:] and set(others) <= {first}:  # printed in one for the row
            texts = dict.fromkeys(row.columns[:1], first)
        shown = (
            _one_line(text) if is_whole else f"{table.column(code).label_zh} {_one_line(text)}"
            for code, text in texts.items()
        )
        return f"{row.short_zh or row.label_zh}: {' | '.join(shown)}"


def printed(value: Decimal | None) -> str:
    """A value as it would be printed in a cell; empty for a blank one."""
    return "" if value is None else f"{value:f}"


def suggestion_of(values: Values) -> str:
    """The values as ``table/row/column=value``, parted by ``; ``; nothing for a blank cell."""
    return "; ".join(f"{'/'.join(key)}={printed(value)}" for key, value in values.items())


def _one_line(text: str) -> str:
    return " ".join(text.split()) or _BLANK
