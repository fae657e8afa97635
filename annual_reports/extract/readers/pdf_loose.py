"""Tables without rules as raw tables: headings and values placed by the columns of values."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from annual_reports.extract.document import RawCell, RawTable
from annual_reports.extract.readers.pdf_geometry import Box
from annual_reports.extract.readers.pdf_unruled import Block, Loose, Row, Span, box_of
from annual_reports.extract.readers.pdf_words import Word

_LEVEL: Final = 0.6  # heights of a line: baselines so near are level
_NEXT: Final = 1.7  # heights of a line: so far below, a heading may go on
_LOWEST: Final = 4.0  # the same where its lines are written one after the other
_SOON: Final = 3  # so many words later
_LABELS: Final = 3  # columns for labels in every table, so that a next part has the same
_FAR: Final = 1e6  # beyond any page
Line = list[RawCell | None]


def raw_table(number: int, table: Loose) -> RawTable:
    """The table as a grid: columns for labels, then one for each column of values."""
    return RawTable(number, tuple(map(tuple, _Builder(number, table).lines())))


class _Builder:
    def __init__(self, number: int, table: Loose) -> None:
        self._number = number
        self._table = table
        self._labels = max(_LABELS, *(len(row.labels) for row in table.rows))
        self._columns = _with_empty(table)
        self._edges = _edges(table, self._columns)
        self._is_certain = self._knows_columns()
        self._lines: list[Line] = []

    def lines(self) -> list[Line]:
        self._write_headings()
        for row in self._table.rows:
            self._write_row(row)
        return self._lines

    def _knows_columns(self) -> bool:
        """Whether each value has a column, and no two headings side by side the same one."""
        for row in self._table.rows:
            columns = {self._column(word) for word in row.values}
            if None in columns or len(columns) < len(row.values):
                return False
        headings = ((id(word.item.line), self._over(word)) for word in self._table.headings)
        if max(Counter(item for item in headings if item[1]).values(), default=1) > 1:
            return False
        return all(len(self._over(block[0])) == 1 for block in self._lowest().values())

    def _column(self, value: Word) -> int | None:
        """The only column of values that a value stands in."""
        columns = _under(self._columns, (value.box.x0, value.box.x1))
        return columns[0] if len(columns) == 1 else None

    def _cell(self, words: Sequence[Word], column: int) -> RawCell:
        text = "\n".join(word.line.text for word in words)
        return self._at(words[0], box_of(words), text, column)

    def _at(self, word: Word, box: Box, text: str, column: int) -> RawCell:
        row, page = len(self._lines) + 1, word.item.page
        place = f"page {page.number}, table {self._number}, row {row}, column {column}"
        return RawCell(text, f"{place}, {page.place_of(box)}", row, column)

    def _write_row(self, row: Row) -> None:
        line: Line = []
        for label in row.labels:
            line.append(self._cell(label, len(line) + 1))
        last = line[-1] if line else None
        line += [last] * (self._labels - len(line))
        found = {self._column(word): word for word in row.values}
        first = row.values[0]
        if not self._is_certain:
            text = " | ".join(word.line.text for word in row.values)
            line.append(self._at(first, box_of(row.values), text, len(line) + 1))
        for column, (x0, x1) in enumerate(self._columns if self._is_certain else ()):
            if column in found:
                line.append(self._cell([found[column]], len(line) + 1))
            else:
                box = Box(x0, first.box.top, x1, first.box.bottom)
                line.append(self._at(first, box, "", len(line) + 1))
        self._lines.append(line)

    def _write_headings(self) -> None:
        """A line for each level of headings that have others below, then the lowest."""
        corner = [word for word in self._table.headings if not self._over(word)]
        lowest = list(self._lowest().values())
        upper = [block for block in self._blocks() if block not in lowest]
        for level in _levels(upper):
            self._write_level(level, corner)
            corner = []
        if lowest:
            self._write_level(lowest, corner)

    def _lowest(self) -> dict[int, Block]:
        """The lowest heading over each column."""
        return {column: block for block in self._blocks() for column in self._over(block[0])}

    def _blocks(self) -> list[Block]:
        """The headings, each with the lines that it goes on in, from top to bottom."""
        headings = [word for word in self._table.headings if self._over(word)]
        counts = Counter(id(word.item.line) for word in headings)
        written = sorted(headings, key=lambda word: word.written)
        ranks = {id(word): rank for rank, word in enumerate(written)}
        blocks: list[Block] = []
        open_blocks: dict[range, Block] = {}
        most = 1
        for word in headings:
            over = self._over(word)
            above = open_blocks.get(over)
            count = counts[id(word.item.line)]
            later = ranks[id(word)] - ranks[id(above[-1])] if above else 0
            if above and _goes_on(above[-1], word, later, counts, most):
                above.append(word)
            else:
                open_blocks = {o: b for o, b in open_blocks.items() if not set(o) & set(over)}
                open_blocks[over] = [word]
                blocks.append(open_blocks[over])
            most = max(most, count)
        return blocks

    def _write_level(self, blocks: Sequence[Block], corner: Block) -> None:
        line: Line = [None] * (self._labels + len(self._edges))
        if corner and self._labels:
            line[: self._labels] = [self._cell(corner, 1)] * self._labels
        for block in blocks:
            over = self._over(block[0])
            cell = self._cell(block, self._labels + over[0] + 1)
            for column in over:
                line[self._labels + column] = cell
        self._lines.append(line)

    def _over(self, word: Word) -> range:
        """The columns that a heading stands over; none if it stands over the labels."""
        x0, x1 = word.box.x0, word.box.x1
        slack = _LEVEL * word.line.height
        over = [
            i
            for i, (left, right) in enumerate(self._edges)
            if min(x1, right) - max(x0, left) > min(slack, (x1 - x0) / 2)
        ]
        return range(over[0], over[-1] + 1) if over else range(0)


def _goes_on(above: Word, below: Word, later: int, counts: Mapping[int, int], most: int) -> bool:
    """Whether a heading, written so much later, goes on from the one above it.

    ``most``: no line of headings so far has more of them.
    """
    height, down = above.line.height, below.base - above.base
    if most == 1:
        return later == 1 and down <= _NEXT * height
    if later == 1:
        return down <= _LOWEST * height
    is_heading_of_more = counts[id(above.item.line)] < counts[id(below.item.line)]
    return down <= _NEXT * height and (0 < later <= _SOON or not is_heading_of_more)


def _levels(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Headings side by side together."""
    level: list[Block] = []
    for block in blocks:
        if level and block[0].base - level[0][0].base > _LEVEL * block[0].line.height:
            yield level
            level = []
        level.append(block)
    if level:
        yield level


def _with_empty(table: Loose) -> list[Span]:
    """The columns of values and those of headings below which no value is printed."""
    columns = list(table.columns)
    labels = [word.box.x1 for row in table.rows for label in row.labels for word in label]
    left = max(labels, default=-_FAR)
    counts = Counter(id(word.item.line) for word in table.headings)
    headings = [
        (word.box.x0, word.box.x1)
        for word in table.headings
        if word.box.x0 >= left and counts[id(word.item.line)] > 1
    ]
    known = list(columns)
    for span in headings:
        _widen(known, span)
    for span in headings:
        if not _under(known, span):
            columns.append(span)
            known.append(span)
    return sorted(columns)


def _under(columns: Sequence[Span], span: Span) -> list[int]:
    return [i for i, (x0, x1) in enumerate(columns) if span[0] < x1 and span[1] > x0]


def _widen(columns: list[Span], span: Span) -> None:
    """Widen the column that a heading stands over, if it is a single one."""
    under = _under(columns, span)
    if len(under) == 1:
        x0, x1 = columns[under[0]]
        columns[under[0]] = (min(x0, span[0]), max(x1, span[1]))


def _edges(table: Loose, columns: Sequence[Span]) -> list[Span]:
    """The columns widened until they meet where they cut through the fewest headings."""
    labels = [word.box.x1 for row in table.rows for label in row.labels for word in label]
    left = _cut((max(labels), columns[0][0]), table.headings) if labels else -_FAR
    inner = [_cut((one[1], other[0]), table.headings) for one, other in pairwise(columns)]
    return list(pairwise((left, *inner, _FAR)))


def _cut(free: Span, headings: Sequence[Word]) -> float:
    """Where in a space free of values the fewest headings stand, in the widest such gap."""
    low, high = min(free), max(free)
    counts = Counter(id(word.item.line) for word in headings)
    boxes = [word.box for word in headings if counts[id(word.item.line)] > 1]
    ends = sorted({low, high, *(x for box in boxes for x in (box.x0, box.x1) if low < x < high)})
    gaps = list(pairwise(ends)) or [(low, high)]

    def cost(gap: Span) -> tuple[int, float]:
        middle = (gap[0] + gap[1]) / 2
        return sum(box.x0 < middle < box.x1 for box in boxes), gap[0] - gap[1]

    best = min(gaps, key=cost)
    return (best[0] + best[1]) / 2
