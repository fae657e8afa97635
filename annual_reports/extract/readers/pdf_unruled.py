"""Tables without rules: rows of values, the labels written before them, the headings above.

Programs write a table row by row, so the words written between two rows of values are the
label of the second, or headings. Where the values of all rows stand in columns that are
apart, headings and values are placed by these columns.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from annual_reports.extract.readers.pdf_geometry import Box
from annual_reports.extract.readers.pdf_prose import PageLine
from annual_reports.extract.readers.pdf_words import Word, words_of

_LOWEST: Final = 4.0  # heights of a line: a label goes on no farther below itself
_FARTHEST: Final = 8.0  # heights of a line between one line of headings and the next
_ALIKE: Final = 0.7  # heights of a line: edges or middles so near are aligned
_LEVEL: Final = 0.6  # heights of a line: baselines so near are level
_TELLING: Final = 3  # so many values in a row are those of a table, with headings or not
Block = list[Word]
Span = tuple[float, float]


@dataclass
class Row:
    """Values on one baseline and the labels before them, a word a line, from left to right."""

    values: list[Word]
    before: list[Word] = field(default_factory=list)
    labels: list[Block] = field(default_factory=list)


@dataclass
class Loose:
    """A table without rules: headings, rows, and from where to where each column stands."""

    headings: list[Word]
    rows: list[Row]
    columns: list[Span]

    @property
    def words(self) -> Iterator[Word]:
        """All words of it."""
        yield from self.headings
        for row in self.rows:
            yield from row.values
            for label in row.labels:
                yield from label


def loose_tables(run: Sequence[PageLine]) -> Iterator[Loose | list[PageLine]]:
    """The tables in these lines, and the lines between them, from top to bottom."""
    tables = _tables(_rows(run))
    of_line = {id(word.item.line): table for table in tables for word in table.words}
    lines: list[PageLine] = []
    last: Loose | None = None
    for item in run:
        table = of_line.get(id(item.line))
        if table is None:
            lines.append(item)
        elif table is not last:
            last = table
            if lines:
                yield lines
            lines = []
            yield table
    if lines:
        yield lines


def _rows(run: Sequence[PageLine]) -> list[Row]:
    """Rows of values, each with the words written since the row before."""
    words = [word for item in run for word in words_of(item)]
    words.sort(key=lambda word: word.written)
    rows: list[Row] = []
    before: list[Word] = []
    for word in words:
        if not word.is_value:
            before.append(word)
        elif rows and not before and _is_beside(rows[-1].values[-1], word):
            rows[-1].values.append(word)
        else:
            rows.append(Row([word], before))
            before = []
    return rows


def _is_beside(last: Word, word: Word) -> bool:
    return (
        last.item.page is word.item.page
        and word.box.x0 >= last.box.x1
        and abs(word.base - last.base) <= _LEVEL * last.line.height
    )


def _tables(rows: Sequence[Row]) -> list[Loose]:
    """Rows in the same columns, a new table wherever headings are printed again."""
    tables: list[Loose] = []
    for row in rows:
        columns = [(word.box.x0, word.box.x1) for word in row.values]
        joined = _joined(tables[-1].columns, columns) if tables else []
        headings = _headings(row, (joined or columns)[0])
        _take_labels(row, (joined or columns)[0][0])
        if joined and not headings and row.labels:
            tables[-1].rows.append(row)
            tables[-1].columns = joined
        else:
            tables.append(Loose(headings, [row], columns))
    return [table for table in tables if table.headings or len(table.columns) >= _TELLING]


def _joined(columns: list[Span], others: list[Span]) -> list[Span]:
    """The columns widened to hold others, or none where these do not stand in them."""
    many, few = sorted((columns, others), key=len, reverse=True)
    joined = list(many)
    for x0, x1 in few:
        under = [i for i, (left, right) in enumerate(many) if x0 < right and x1 > left]
        if len(under) != 1:
            return []
        left, right = joined[under[0]]
        joined[under[0]] = (min(left, x0), max(right, x1))
    return joined if all(one[1] < other[0] for one, other in pairwise(joined)) else []


def _headings(row: Row, first: Span) -> list[Word]:
    """The headings among the words before a row; they are taken from there.

    They are the lines, from below, that stand over the values or have several words, with
    what stands beside them; a line from the left edge over the values is text.
    """
    left = min(word.box.x0 for word in (*row.before, *row.values))
    page = row.values[0].item.page
    lines: dict[int, list[Word]] = {}
    for word in row.before:
        if word.item.page is page:
            lines.setdefault(id(word.item.line), []).append(word)
    taken: list[Word] = []
    beside: list[Word] = []
    highest = 0.0
    for words in sorted(lines.values(), key=lambda words: -words[0].base):
        height = words[0].line.height
        is_over = any(word.box.x1 > first[0] for word in words)
        is_text = (
            len(words) == 1
            and words[0].box.x0 <= left + height
            and (first[0] > left + height or len(taken) > 0)
        )
        is_far = len(taken) > 0 and highest - words[0].base > _FARTHEST * height
        if is_over and (is_text or is_far):
            break
        if is_over:
            highest = words[0].base
            taken.extend((*beside, *words))
            beside = []
        else:
            beside.extend(words)
    lowest = max((word.base for word in taken if word.box.x1 > first[0]), default=0.0)
    headings = [word for word in taken if word.base <= lowest or word.box.x0 > first[0]]
    known = {id(word) for word in headings}
    row.before = [word for word in row.before if id(word) not in known]
    return sorted(headings, key=lambda word: (word.base, word.box.x0))


def _take_labels(row: Row, left: float) -> None:
    """The labels of a row: what stands before its values, and what stands left of that."""
    blocks: list[Block] = []
    for word in row.before:
        if word.box.x0 >= left:
            continue
        if blocks and _goes_on(blocks[-1][-1], word):
            blocks[-1].append(word)
        else:
            blocks.append([word])
    if not blocks:
        return
    label = blocks[-1][_start(blocks[-1], row.values[0]) :]
    edge = min(word.box.x0 for word in label) + _LEVEL * label[0].line.height
    outer: list[Block] = []
    for block in reversed(blocks[:-1]):
        if max(word.box.x1 for word in block) > edge:
            break
        outer.insert(0, block)
        edge = min(word.box.x0 for word in block)
    reach = _LOWEST * label[0].line.height
    if abs(_middle(label) - row.values[0].base) <= reach or len(label) > 1:
        row.labels = [*outer, label]


def _goes_on(above: Word, below: Word) -> bool:
    """Whether the word is the next line of the label above."""
    height = above.line.height
    one, other = above.box, below.box
    off = min(
        abs(one.x0 - other.x0),
        abs(one.x0 + one.x1 - other.x0 - other.x1) / 2,
    )
    if off > _ALIKE * height or above.item.page is not below.item.page:
        return False
    return _LEVEL * height < below.base - above.base <= _LOWEST * height


def _middle(block: Block) -> float:
    return (block[0].base + block[-1].base) / 2


def _start(block: Block, value: Word) -> int:
    """Which line begins the label: the one that makes it level with its values."""
    if len(block) == 1 or len({id(word.item.page) for word in (*block, value)}) > 1:
        return 0
    steps = [below.base - above.base for above, below in pairwise(block)]
    starts = [0, *(i for i, step in enumerate(steps, 1) if step > _ALIKE * 2 * min(steps))]

    def off(start: int) -> float:
        return abs(_middle(block[start:]) - value.base)

    level = [i for i in range(len(block)) if off(i) <= _LEVEL / 2 * value.line.height]
    return min(level or starts, key=off)


def box_of(words: Sequence[Word]) -> Box:
    """The smallest box around the words."""
    box = words[0].box
    for word in words[1:]:
        box = box.joined(word.box)
    return box
