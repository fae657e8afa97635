"""Tables drawn with rules, on one page or continued over several."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from annual_reports.extract.document import RawCell, RawTable
from annual_reports.extract.readers.pdf_geometry import Box, Glyph, Rule
from annual_reports.extract.readers.pdf_grid import Area, Grid, nearest
from annual_reports.extract.readers.pdf_page import Page
from annual_reports.extract.readers.pdf_rules import Region
from annual_reports.extract.readers.pdf_text import is_numeric, printed_text, text_lines, touches

_SAME_EDGE: Final = 4.0  # so far may the edges of a table differ from page to page, in points
_DRAWN: Final = 0.6  # of an edge, to be closed
_NUMBERED: Final = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_FREE: Final = 0.4  # points left free on a rule between two numbers that it parts
_TORN: Final = "¦"  # where a rule cuts through a printed number
_EDGE: Final = 0.5


class Part(NamedTuple):
    """What of a table stands on one page."""

    page: Page
    region: Region
    glyphs: tuple[Glyph, ...]

    def moved(self, down: float) -> "Part":
        """The same further down."""
        if not down:
            return self
        region = Region(
            tuple(Rule(at + down, start, end) for at, start, end in self.region.horizontal),
            tuple(Rule(at, start + down, end + down) for at, start, end in self.region.vertical),
        )
        glyphs = tuple(
            Glyph(text, x0, top + down, x1, bottom + down, base + down * (rest[0] % 2 == 0), *rest)
            for text, x0, top, x1, bottom, base, *rest in self.glyphs
        )
        return Part(self.page, region, glyphs)


def goes_on(above: Region, below: Region) -> bool:
    """Whether a table at the end of a page goes on in one at the top of the next.

    Its edges are the same, and a cell is open where the page ends or all columns agree.
    """
    one, other = above.box, below.box
    if max(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) > _SAME_EDGE:
        return False
    if _is_open(above, one.bottom) or _is_open(below, other.top):
        return True
    few, many = sorted((_columns(above), _columns(below)), key=len)
    return all(abs(many[nearest(many, place)] - place) <= _SAME_EDGE for place in few)


def _is_open(region: Region, edge: float) -> bool:
    """Whether hardly any rule runs along the upper or lower edge."""
    drawn = sum(end - start for at, start, end in region.horizontal if abs(at - edge) <= _SAME_EDGE)
    return drawn < _DRAWN * region.box.width


def _columns(region: Region) -> list[float]:
    box = region.box
    return sorted({box.x0, box.x1, *(rule.at for rule in region.vertical)})


class RuledTable:
    """A table drawn with rules; its parts, one a page, are laid below each other."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Raises GridTooLarge."""
        self.parts = tuple(parts)
        self._parts: list[tuple[Part, float]] = []  # each with how far it was moved down
        bottom = parts[0].region.box.top
        for part in parts:
            box = part.region.box
            self._parts.append((part.moved(bottom - box.top), bottom - box.top))
            bottom += box.height
        regions = [part.region for part, _ in self._parts]
        self._grid = Grid(
            [rule for region in regions for rule in region.horizontal],
            [rule for region in regions for rule in region.vertical],
        )
        self._glyphs: dict[Area, list[list[Glyph]]] = {}
        for place, (part, _) in enumerate(self._parts):
            self._fill(place, part)
        self._joined = self._join_cut_rows()

    @property
    def top(self) -> float:
        """Where it begins on its first page."""
        return self.parts[0].region.box.top

    @property
    def is_box(self) -> bool:
        """Whether no more than one cell holds any text: a frame, and no table."""
        return len(self._glyphs) <= 1

    def raw(self, number: int) -> RawTable:
        """The table with its cells."""
        cells: dict[Area, RawCell] = {}
        rows: list[tuple[RawCell | None, ...]] = []
        for line in self._rows():
            for column, area in enumerate(line, 1):
                if area not in cells:
                    cells[area] = self._cell(area, number, len(rows) + 1, column)
            rows.append(tuple(cells[area] for area in line))
        return RawTable(number, tuple(rows))

    def _rows(self) -> Iterator[list[Area]]:
        """The rows, each once, without strips that a page break leaves between or below them."""
        last: list[Area] = []
        for row in range(self._grid.rows):
            line = self._grid.row(row)
            if row in self._joined:
                continue
            if line != last and not self._is_strip(line):
                yield line
            last = line

    def _is_strip(self, line: Sequence[Area]) -> bool:
        """Whether the row has a single cell of its own, without text, and all others pass by."""
        own = {area for area in line if area.bottom - area.top == 1}
        return len(own) == 1 and own.isdisjoint(self._glyphs)

    def _join_cut_rows(self) -> set[int]:
        """Put the two halves of a row that a page break cuts together; the lower ones.

        It is known for cut where only one half has values, none under or over another
        text, and the lower half does not begin with a numbering of its own.
        """
        joined = set()
        for part, _ in self._parts[1:]:
            below = nearest(self._grid.ys, part.region.box.top)
            if 0 < below < self._grid.rows:
                pairs = self._halves(below)
                if pairs and _is_cut([tuple(map(self._text, pair)) for pair in pairs]):
                    joined.add(below)
                    for one, other in pairs:
                        self._move(other, one)
        return joined

    def _halves(self, below: int) -> list[tuple[Area, Area]]:
        """The cells above and below a page break if each is as wide as the other."""
        pairs = dict.fromkeys(zip(self._grid.row(below - 1), self._grid.row(below), strict=True))
        parted = [(one, other) for one, other in pairs if one != other]
        if any((one.left, one.right) != (other.left, other.right) for one, other in parted):
            return []
        return [
            pair
            for pair in parted
            if pair[0].bottom - pair[0].top == 1 == pair[1].bottom - pair[1].top
        ]

    def _text(self, area: Area) -> str:
        return "\n".join(filter(None, map(printed_text, self._glyphs.get(area, []))))

    def _move(self, source: Area, target: Area) -> None:
        for place, glyphs in enumerate(self._glyphs.pop(source, [])):
            for glyph in glyphs:
                self._put(target, place, glyph)

    def _fill(self, place: int, part: Part) -> None:
        for line in text_lines(part.glyphs):
            for glyph in line.glyphs:
                self._put(self._grid.area_at(glyph.x, glyph.y), place, glyph)
            for one, other in pairwise(line.glyphs):
                self._tear(place, one, other)
        for glyph in part.glyphs:
            if glyph.text == " " and (area := self._grid.area_at(glyph.x, glyph.y)) in self._glyphs:
                self._put(area, place, glyph)

    def _put(self, area: Area, place: int, glyph: Glyph) -> None:
        by_part = self._glyphs.setdefault(area, [[] for _ in self._parts])
        by_part[place].append(glyph)

    def _tear(self, place: int, one: Glyph, other: Glyph) -> None:
        """A number that runs over a rule belongs to neither cell: both are marked."""
        if not (is_numeric(one) and is_numeric(other) and touches(one, other)):
            return
        first, second = (self._grid.area_at(glyph.x, glyph.y) for glyph in (one, other))
        if first == second or self._is_parted(one, other, second):
            return
        self._put(first, place, one._replace(text=_TORN, x0=one.x1, x1=one.x1 + _EDGE))
        self._put(second, place, other._replace(text=_TORN, x0=other.x0 - _EDGE, x1=other.x0))

    def _is_parted(self, one: Glyph, other: Glyph, second: Area) -> bool:
        rule = self._grid.xs[second.left]
        is_between = one.x1 - _EDGE <= rule <= other.x0 + _EDGE
        return is_between and other.x0 - one.x1 >= _FREE

    def _cell(self, area: Area, table: int, row: int, column: int) -> RawCell:
        by_part = self._glyphs.get(area, [])
        texts = [printed_text(glyphs) for glyphs in by_part]
        place = next((i for i, text in enumerate(texts) if text), self._part_at(area))
        part, moved = self._parts[place]
        box = self._box(area, part)
        on_page = part.page.place_of(box._replace(top=box.top - moved, bottom=box.bottom - moved))
        locator = f"page {part.page.number}, table {table}, row {row}, column {column}, {on_page}"
        return RawCell("\n".join(filter(None, texts)), locator, row, column)

    def _part_at(self, area: Area) -> int:
        """The part on whose page the cell begins."""
        middle = (self._grid.ys[area.top] + self._grid.ys[area.top + 1]) / 2
        bottoms = [part.region.box.bottom for part, _ in self._parts]
        return next((i for i, bottom in enumerate(bottoms) if middle < bottom), len(bottoms) - 1)

    def _box(self, area: Area, part: Part) -> Box:
        """The cell, as far as it stands in that part."""
        xs, ys, within = self._grid.xs, self._grid.ys, part.region.box
        top, bottom = max(ys[area.top], within.top), min(ys[area.bottom], within.bottom)
        return Box(xs[area.left], top, xs[area.right], max(top, bottom))


def _is_cut(pairs: Sequence[tuple[str, ...]]) -> bool:
    """Whether the texts above and below a page break are halves of the same cells."""
    both = [pair for pair in pairs if all(pair)]
    if not both or any(_has_value(text) for pair in both for text in pair):
        return False
    return not any(_NUMBERED.match(below) for _, below in both)


def _has_value(text: str) -> bool:
    return text[:1].isdigit() and not _NUMBERED.match(text)
