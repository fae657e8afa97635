"""Headers: which columns of the form stand where, and in which order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import dropwhile, groupby
from typing import Final

from annual_reports.extract.recognise.lexicon import Lexicon
from annual_reports.extract.recognise.lines import Field, Line
from annual_reports.extract.recognise.naming import name_headings
from annual_reports.facts import Problem


@dataclass(frozen=True)
class Columns:
    """The columns of a header.

    ``at`` gives the code at a grid column, empty where columns do not line up. ``order``
    is the order of the value columns, None where a heading names none; it is empty where
    it cannot be told. ``headings`` are the headings by code. ``width`` is the number of
    grid columns the header covers, 0 if there is no grid. ``has_repeats``: a heading is
    printed more than once in place of a merged cell. ``is_certain``: it is known which
    headings stand side by side and that none is missing between them. ``is_whole``: there
    are no fewer headings than the form has columns here.
    """

    at: dict[int, str]
    order: tuple[str | None, ...]
    headings: dict[str, Field]
    width: int = 0
    has_repeats: bool = False
    is_certain: bool = True
    is_whole: bool = True
    problems: tuple[Problem, ...] = ()

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes that have a column."""
        return frozenset(code for code in self.order if code)


NO_COLUMNS: Final = Columns({}, (), {})


@dataclass(eq=False)
class Header:
    """The lines that stand together above data lines and name their columns."""

    lines: list[Line] = field(default_factory=list)

    @property
    def width(self) -> int:
        """How many grid columns the header covers; 0 if there is no grid."""
        return width_of(self.lines)

    def add(self, line: Line) -> None:
        """One more line; one that is printed again says nothing new."""
        keys = [item.key for item in line.fields]
        if all(keys != [item.key for item in known.fields] for known in self.lines):
            self.lines.append(line)

    def columns(self, lexicon: Lexicon, wanted: Sequence[str]) -> Columns:
        """The ``wanted`` columns of the table, as far as the headings name them."""
        by_place = self._by_place(lexicon, wanted)
        if by_place.order == tuple(wanted):
            return by_place
        by_reading = self._by_reading(lexicon, wanted)
        is_complete = by_place.codes == set(wanted)
        if by_reading is None or (is_complete and by_reading.order != tuple(wanted)):
            return by_place
        if is_complete:  # spans have pushed the headings apart, their order is the form's
            return by_reading
        if by_place.at and by_reading.codes != set(wanted):
            return by_place
        return replace(by_reading, at=by_place.at)

    def _by_place(self, lexicon: Lexicon, wanted: Sequence[str]) -> Columns:
        """By the deepest heading over each grid column."""
        deepest = deepest_fields(self.lines)
        places = [place for place in sorted(deepest) if _is_heading(deepest[place], lexicon)]
        headings = [
            next(group) for _, group in groupby((deepest[p] for p in places), lambda f: id(f.cell))
        ]
        headings = list(dropwhile(lambda item: item.key not in lexicon.columns, headings))
        columns, codes = self._named(headings, lexicon, wanted)
        code_of = dict(zip((id(item.cell) for item in headings), codes, strict=True))
        at = {place: code for place in places if (code := code_of.get(id(deepest[place].cell)))}
        return replace(columns, at=at)

    def _by_reading(self, lexicon: Lexicon, wanted: Sequence[str]) -> Columns | None:
        """By the order of printing, where places do not help; None if it is not clear."""
        for headings, is_certain in _readings(self.lines, lexicon):
            columns, _ = self._named(headings, lexicon, wanted)
            if is_certain or columns.order == tuple(wanted):
                return replace(columns, is_certain=is_certain)
        return None

    def _named(
        self, headings: Sequence[Field], lexicon: Lexicon, wanted: Sequence[str]
    ) -> tuple[Columns, tuple[str | None, ...]]:
        """The columns the headings name, and the code of each heading."""
        table = lexicon.table.columns
        names = name_headings(headings, lexicon, [c for c in table if c.code in wanted])
        order = [
            code
            for place, code in enumerate(names.codes)
            if code is None or place == 0 or names.codes[place - 1] != code
        ]
        by_code = {code: item for item, code in zip(headings, names.codes, strict=True) if code}
        has_repeats = len(order) < len(names.codes)
        columns = Columns(
            {},
            tuple(order),
            by_code,
            self.width,
            has_repeats,
            is_whole=len(order) >= len(wanted),
            problems=names.problems,
        )
        return columns, names.codes


def width_of(lines: Iterable[Line]) -> int:
    """How many grid columns the lines cover; 0 if there is no grid."""
    return max(
        (line.fields[-1].end for line in lines if line.is_aligned and line.fields), default=0
    )


def deepest_fields(lines: Iterable[Line]) -> dict[int, Field]:
    """The lowest field with something in it over each grid column."""
    deepest: dict[int, Field] = {}
    for line in lines:
        if line.is_aligned:
            for item in line.fields:
                if item.is_filled:
                    deepest.update(dict.fromkeys(range(item.start, item.end), item))
    return deepest


def _is_heading(item: Field, lexicon: Lexicon) -> bool:
    """Whether the field may name a column: it is printed and no other label of the table."""
    key = item.key
    if key in lexicon.columns:
        return True
    return item.is_wordy and not (
        key in lexicon.corner or key in lexicon.groups or key in lexicon.rows
    )


def _readings(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[tuple[list[Field], bool]]:
    """Ways to read the headings from left to right, and whether the way is certain.

    A heading over others gives its place to the headings of the next line. Where lines
    are not kept apart, it is not known how many of the headings after it are under it.
    """
    items, is_certain = _unfold(lines, lexicon)
    items = list(dropwhile(lambda item: item is None, items))
    if None not in items:
        yield [item for item in items if item], is_certain
        return
    gap = items.index(None)
    before = [item for item in items[:gap] if item]
    after = [item for item in items[gap:] if item]
    for beside in range(len(after) + 1):
        yield before + after[beside:] + after[:beside], False


def _unfold(lines: Iterable[Line], lexicon: Lexicon) -> tuple[list[Field | None], bool]:
    """The headings of all lines in one row; None stands for a heading over others."""
    items: list[Field | None] = []
    is_certain = True
    nests = lexicon.table.layout != "blocks"
    seen: set[int] = set()
    for line in lines:
        fresh = [item for item in line.fields if item.is_wordy and id(item.cell) not in seen]
        seen.update(id(item.cell) for item in fresh)
        row = [
            item if _is_heading(item, lexicon) else None
            for item in fresh
            if _is_heading(item, lexicon) or (nests and item.key in lexicon.corner)
        ]
        if not any(item and item.key in lexicon.columns for item in row):
            continue
        if items.count(None) == 1:
            gap = items.index(None)
            items[gap : gap + 1] = row
            if not line.is_aligned:  # a strange heading may as well stand beside the others
                is_certain = is_certain and all(item.key in lexicon.columns for item in row if item)
        else:
            is_certain = is_certain and not items and not _has_gap(line)
            items = [*filter(None, items), *row]
    return items, is_certain


def _has_gap(line: Line) -> bool:
    """Whether an empty field stands between headings whose columns are not known."""
    filled = [place for place, item in enumerate(line.fields) if item.is_filled]
    return not line.is_aligned and len(filled) <= filled[-1] - filled[0]
