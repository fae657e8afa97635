"""What the labels of a form can mean, by their keys."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from annual_reports.extract.labels import label_key
from annual_reports.form import Column, Group, Labelled, Row, Table, all_forms, form_by_code

L = TypeVar("L", bound=Labelled)


@dataclass(frozen=True)
class Lexicon:
    """The labels of one table. Row and group labels are unique in a table, column labels not."""

    table: Table

    @cached_property
    def rows(self) -> dict[str, Row]:
        """Rows by label key."""
        return {key: row for row in self.table.rows for key in keys_of(row)}

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Groups of rows by label key."""
        return {key: group for group in self.table.groups for key in keys_of(group)}

    @cached_property
    def columns(self) -> dict[str, tuple[Column, ...]]:
        """Columns by label key; a label cut short may be that of several."""
        columns = defaultdict(list)
        for column in self.table.columns:
            for key in keys_of(column):
                columns[key].append(column)
        return {key: tuple(found) for key, found in columns.items()}

    @cached_property
    def roles(self) -> dict[str, str]:
        """What a heading of an annex stands over, by label key: a part of its stub or a column."""
        labels = (*self.table.stub, *self.table.columns)
        return {key: label.code for label in labels for key in keys_of(label)}

    @cached_property
    def corner(self) -> frozenset[str]:
        """Keys of labels that name no row, column or group."""
        return frozenset(label_key(label) for label in self.table.corner)

    @cached_property
    def units(self) -> dict[str, str]:
        """The unit the form sets for each column code."""
        return {column.code: column.unit for column in self.table.columns}

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every key of the table."""
        return frozenset((*self.rows, *self.groups, *self.columns, *self.corner))

    @cached_property
    def _lineage(self) -> dict[str, tuple[str, ...]]:
        parents = {group.code: group.parent for group in self.table.groups}
        return {code: tuple(_ancestors(code, parents)) for code in ("", *parents)}

    def depth(self, group: str) -> int:
        """How many groups a row in that group stands in."""
        return len(self._lineage[group]) if group else 0

    def related(self, group: str, other: str) -> bool:
        """Whether the groups are the same or one stands within the other."""
        return group in self._lineage[other] or other in self._lineage[group]


@cache
def lexicons(form: str) -> dict[str, Lexicon]:
    """The lexicons of the form's tables by table code."""
    return {table.code: Lexicon(table) for table in form_by_code(form).tables}


@cache
def table_of_key(form: str) -> dict[str, str]:
    """Label keys that belong to one table of the form only, with that table's code."""
    tables = defaultdict(list)
    for code, lexicon in lexicons(form).items():
        for key in lexicon.keys:
            tables[key].append(code)
    return {key: codes[0] for key, codes in tables.items() if len(codes) == 1}


@cache
def telling_keys(form: str) -> frozenset[str]:
    """Label keys that occur in this form and in no other."""
    own = _all_keys(form)
    others = (_all_keys(other.code) for other in all_forms() if other.code != form)
    return own.difference(*others)


def keys_of(labelled: Labelled) -> Iterator[str]:
    """The keys of the printed label and its variants."""
    return (label_key(spelling) for spelling in labelled.spellings)


def candidates(items: Iterable[Labelled]) -> list[tuple[str, str]]:
    """Every spelling as (key, code), to look for the nearest one."""
    return [(key, item.code) for item in items for key in keys_of(item)]


def _all_keys(form: str) -> frozenset[str]:
    return frozenset(key for lexicon in lexicons(form).values() for key in lexicon.keys)


def _ancestors(code: str, parents: dict[str, str]) -> Iterator[str]:
    yield code
    while code := parents.get(code, ""):
        yield code
