"""Which indicator a label of an annex names; the same label may stand under several groups."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from annual_reports.extract.labels import nearest
from annual_reports.extract.recognise.lexicon import Lexicon, candidates, keys_of
from annual_reports.extract.recognise.lines import Field, Line
from annual_reports.facts import Problem
from annual_reports.form import Row

_SENSES: Final = ("不", "未", "非", "无", "部分", "其他")  # what turns a label into another one


class Indicators:
    """Reads the labels of one document in their order.

    ``problems`` say where a label was ambiguous or spelled differently.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.problems: list[Problem] = []
        self._lexicon = lexicon
        self._group: str | None = None  # the group the last row stood in
        self._met: set[str] = set()

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        rows = defaultdict(list)
        for row in self._lexicon.table.rows:
            for key in dict.fromkeys(keys_of(row)):
                rows[key].append(row)
        return dict(rows)

    def count_known(self, lines: Sequence[Line]) -> int:
        """How many different indicators are named in the lines."""
        return len({item.key for line in lines for item in line.fields} & self._rows.keys())

    def is_known(self, label: Field) -> bool:
        """Whether the label is that of an indicator or a group."""
        return label.key in self._rows or self.is_group(label)

    def is_group(self, label: Field) -> bool:
        """Whether the label is that of a group and of no indicator."""
        return label.key in self._lexicon.groups and label.key not in self._rows

    def enter(self, labels: Sequence[Field]) -> None:
        """Take note of the groups these labels name, the innermost last."""
        for label in labels:
            if label.key in self._lexicon.groups:
                self._group = self._lexicon.groups[label.key].code

    def row_of(self, label: Field) -> Row | None:
        """The indicator of that exact spelling, by the group it stands in where several have it.

        None where none has it, or where it cannot be told which is meant.
        """
        rows = self._rows.get(label.key, [])
        if len(rows) > 1 and self._group is not None:
            rows = [row for row in rows if self._lexicon.related(row.group, self._group)]
        if len(rows) != 1:
            return None
        self._met.add(rows[0].code)
        self._group = rows[0].group
        return rows[0]

    def row_near(self, label: Field) -> Row | None:
        """The indicator not met so far that the label is evidently a misprint of, if any."""
        left = [row for row in self._lexicon.table.rows if row.code not in self._met]
        alike = [(key, code) for key, code in candidates(left) if _sense(key) == _sense(label.key)]
        code = nearest(label.key, alike)
        row = next((row for row in left if row.code == code), None)
        if row and label.key not in self._rows:
            self._met.add(row.code)
            where = label.cell.locator
            problem = Problem("label-approximate", label.cell.text, row.label_zh, where)
            self.problems.append(problem)
            return row
        return None


def _sense(key: str) -> tuple[int, ...]:
    return tuple(key.count(word) for word in _SENSES)
