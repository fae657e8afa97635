"""Glyphs to lines of text: what stands side by side on a baseline."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from annual_reports.extract.readers.pdf_geometry import Box, Glyph

_SAME_LINE: Final = 0.45  # of the glyphs' height: baselines no farther apart are one line
_GAP: Final = 0.3  # of the narrower glyph's width: a wider gap is a blank
_WIDE_GAP: Final = 0.5  # the same between characters that are set apart to fill a line
_RAISED: Final = 0.12  # of the glyphs' height: so far off the baseline a digit is a mark
_OVERPRINTED: Final = 0.3  # of its width: a glyph printed again so near is the same one
_NUMERIC: Final = frozenset("0123456789.,+-%０１２３４５６７８９．，＋－−–—")


class TextLine(NamedTuple):
    """Glyphs on one baseline, from left to right, blanks left out."""

    glyphs: tuple[Glyph, ...]
    text: str
    box: Box
    base: float

    @property
    def height(self) -> float:
        """The height of its largest glyph."""
        return max(glyph.bottom - glyph.top for glyph in self.glyphs)


def is_numeric(glyph: Glyph) -> bool:
    """Whether the glyph may be part of a printed number."""
    return glyph.text in _NUMERIC


def text_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """The lines of the glyphs from top to bottom, as upright as most of them stand."""
    ordered = sorted(glyphs, key=attrgetter("base"))
    lines: list[list[Glyph]] = []
    first = 0.0
    for glyph in ordered:
        reach = _SAME_LINE * (glyph.bottom - glyph.top)
        if not lines or glyph.base - first > reach:
            lines.append([])
            first = glyph.base
        lines[-1].append(glyph)
    found = (line_of(line) for line in lines)
    return [line for line in found if line]


def line_of(glyphs: Sequence[Glyph]) -> TextLine | None:
    """One line of these glyphs; None if all are blanks."""
    ordered = sorted(glyphs, key=attrgetter("x0"))
    printed = tuple(_once(glyph for glyph in ordered if glyph.text != " "))
    if not printed:
        return None
    blanks = [glyph.x for glyph in ordered if glyph.text == " "]
    box = Box(
        printed[0].x0,
        min(glyph.top for glyph in printed),
        max(glyph.x1 for glyph in printed),
        max(glyph.bottom for glyph in printed),
    )
    return TextLine(printed, _joined(printed, blanks), box, printed[0].base)


def printed_text(glyphs: Sequence[Glyph]) -> str:
    """The text of the glyphs, a line each for those that stand on a baseline of their own."""
    if any(glyph.turns for glyph in glyphs):
        turns = Counter(glyph.turns for glyph in glyphs).most_common(1)[0][0]
        glyphs = [_upright(glyph, turns) for glyph in glyphs]
    return "\n".join(line.text for line in text_lines(glyphs))


def touches(one: Glyph, other: Glyph) -> bool:
    """Whether nothing parts a glyph from the one to its right on the same line."""
    return other.x0 - one.x1 <= _limit(one, other)


def _once(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The glyphs without those printed again to look bold."""
    last: Glyph | None = None
    for glyph in glyphs:
        if last and glyph.text == last.text:
            reach = _OVERPRINTED * (last.x1 - last.x0)
            if glyph.x0 - last.x0 < reach and abs(glyph.base - last.base) < reach:
                continue
        last = glyph
        yield glyph


def _joined(glyphs: Sequence[Glyph], blanks: Sequence[float]) -> str:
    pieces = [glyphs[0].text]
    places = iter((*blanks, float("inf")))
    blank = next(places)
    for one, other in itertools.pairwise(glyphs):
        while blank <= one.x0:
            blank = next(places)
        if blank < other.x1 or other.x0 - one.x1 > _limit(one, other):
            pieces.append(" ")
        elif one.text.isdigit() and other.text.isdigit():
            pieces.append(_mark(one, other))
        pieces.append(other.text)
    return "".join(pieces)


def _limit(one: Glyph, other: Glyph) -> float:
    """The widest gap between glyphs that is none."""
    share = _GAP if one.text in _NUMERIC and other.text in _NUMERIC else _WIDE_GAP
    return share * min(one.x1 - one.x0, other.x1 - other.x0)


def _mark(one: Glyph, other: Glyph) -> str:
    """What keeps a raised or lowered digit from merging with the digits beside it."""
    shift = other.base - one.base
    if abs(shift) <= _RAISED * (one.bottom - one.top):
        return ""
    return "^" if shift < 0 else "_"


def _upright(glyph: Glyph, turns: int) -> Glyph:
    """The glyph where it would be if its line, turned so many quarters, stood upright."""
    text, x0, top, x1, bottom, base, own, _ = glyph
    if own != turns:
        base = glyph.y
    if turns == 1:
        return Glyph(text, top, -x1, bottom, -x0, -base)
    if turns == 3:  # noqa: PLR2004
        return Glyph(text, -bottom, x0, -top, x1, base)
    return Glyph(text, -x1, -bottom, -x0, -top, -base)
