"""Lines cut into the words that are cells of a table without rules."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import Final, NamedTuple

from annual_reports.extract.readers.pdf_geometry import Box, Glyph
from annual_reports.extract.readers.pdf_prose import PageLine
from annual_reports.extract.readers.pdf_text import TextLine, is_numeric, line_of

_GAP: Final = 0.5  # of the height of a line: cells are at least so far apart
_HAIR: Final = 0.1  # the same where a cell ends and a number or Chinese begins
_WIDE: Final = 1.3  # widths of a Chinese character: set apart to fill a line, it takes no more
_VALUE: Final = re.compile(
    r"[+－-]?[0-9０-９][0-9０-９,.，．]*\s?[万亿]?[元件条个项份次]?|[-—–－/\\*]{1,3}|无"
)
_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")


class Word(NamedTuple):
    """A word, the line it stands in and whether it looks like a value."""

    item: PageLine
    line: TextLine
    is_value: bool

    @property
    def box(self) -> Box:
        """The box of the word."""
        return self.line.box

    @property
    def base(self) -> float:
        """The y of its baseline."""
        return self.line.base

    @property
    def written(self) -> tuple[int, int]:
        """Its place in the order of writing: the page and the place on it."""
        return self.item.page.number, self.line.glyphs[0].order


def words_of(item: PageLine) -> Iterator[Word]:
    """The words of a line from left to right."""
    for glyphs in _cut(item.line.glyphs):
        line = line_of(glyphs)
        if line:
            yield Word(item, line, _VALUE.fullmatch(line.text) is not None)


def _cut(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    usual = _usual_step(glyphs)
    values = _first_of_values(glyphs)
    word = [glyphs[0]]
    for place, (one, other) in enumerate(pairwise(glyphs), 1):
        height = min(one.bottom - one.top, other.bottom - other.top)
        gap = other.x0 - one.x1
        if gap > _HAIR * height and _is_chinese(one) and _is_chinese(other):
            gap = other.x - one.x - usual
            is_parted = gap > _HAIR * height
        else:
            is_parted = place >= values and gap > _HAIR * height
        if is_parted or gap > _GAP * height:
            yield word
            word = []
        word.append(other)
    yield word


def _usual_step(glyphs: Sequence[Glyph]) -> float:
    """From the middle of a Chinese character to that of the next, as most of the line has it."""
    pairs = [pair for pair in pairwise(glyphs) if all(map(_is_chinese, pair))]
    steps = [other.x - one.x for one, other in pairs]
    widest = max((glyph.x1 - glyph.x0 for glyph in glyphs), default=0.0)
    return min(max(median_low(steps), widest), _WIDE * widest) if steps else widest


def _first_of_values(glyphs: Sequence[Glyph]) -> int:
    """Where the glyphs begin that are those of numbers up to the end of the line."""
    place = len(glyphs)
    while place and is_numeric(glyphs[place - 1]):
        place -= 1
    return place


def _is_chinese(glyph: Glyph) -> bool:
    return _CHINESE.match(glyph.text) is not None
