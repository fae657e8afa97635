"""Tables drawn with rules, on one page or continued over several."""

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
    """Whether a table at the end of a page has the columns of one at the top of the next."""
    one, other = above.box, below.box
    if max(abs(one.x0 - other.x0), abs(one.x1 - other.x1)) > _SAME_EDGE:
        return False
    few, many = sorted((_columns(above), _columns(below)), key=len)
    return all(abs(many[nearest(many, place)] - place) <= _SAME_EDGE for place in few)


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
            if line != last and not self._is_strip(line):
                yield line
            last = line

    def _is_strip(self, line: Sequence[Area]) -> bool:
        """Whether the row has a single cell of its own, without text, and all others pass by."""
        own = {area for area in line if area.bottom - area.top == 1}
        return len(own) == 1 and own.isdisjoint(self._glyphs)

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
