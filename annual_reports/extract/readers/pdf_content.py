"""The pages of a PDF to tables and paragraphs in the order of reading."""

from collections.abc import Iterator, Sequence
from typing import Final

from annual_reports.extract.document import Paragraph, RawTable
from annual_reports.extract.readers.pdf_geometry import Box, Glyph
from annual_reports.extract.readers.pdf_loose import raw_table
from annual_reports.extract.readers.pdf_page import Page
from annual_reports.extract.readers.pdf_prose import Joiner, PageLine, without_running_heads
from annual_reports.extract.readers.pdf_rules import Region, regions_of
from annual_reports.extract.readers.pdf_table import Part, RuledTable, goes_on
from annual_reports.extract.readers.pdf_text import text_lines
from annual_reports.extract.readers.pdf_unruled import Loose, loose_tables

_EDGE: Final = 1.0  # points by which text may stand out of its table
Item = PageLine | RuledTable


class PdfContent:
    """Tables and paragraphs.

    Raises TooManyObjects or GridTooLarge where there are more rules than any table has.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.tables: list[RawTable] = []
        self.paragraphs: list[Paragraph] = []
        items = list(_items(pages))
        self._joiner = Joiner([item for item in items if isinstance(item, PageLine)])
        for run in _runs(items):
            if isinstance(run[0], RuledTable):
                self._take_table([item for item in run if isinstance(item, RuledTable)])
            else:
                self._take_lines([item for item in run if isinstance(item, PageLine)])

    def _take_table(self, pieces: Sequence[RuledTable]) -> None:
        parts = [part for piece in pieces for part in piece.parts]
        ruled = pieces[0] if len(pieces) == 1 else RuledTable(parts)
        self._add(ruled.raw(len(self.tables) + 1))

    def _add(self, table: RawTable) -> None:
        self.tables.append(table)
        for row, line in enumerate(table.rows, 1):
            for column, cell in enumerate(line, 1):
                if cell and cell.text and table.is_origin(row, column):
                    texts = cell.text.split("\n")
                    self.paragraphs.extend(Paragraph(text, table.number) for text in texts)

    def _take_lines(self, lines: Sequence[PageLine]) -> None:
        for block in loose_tables(lines):
            if isinstance(block, Loose):
                self._add(raw_table(len(self.tables) + 1, block))
            else:
                self.paragraphs.extend(Paragraph(text) for text in self._joiner.join(block))


def _items(pages: Sequence[Page]) -> Iterator[Item]:
    """Lines and tables, page by page from top to bottom."""
    split = {page: _split(page) for page in pages}
    lines = without_running_heads({page: text_lines(rest) for page, (_, rest) in split.items()})
    for page, (tables, _) in split.items():
        tops: list[tuple[float, Item]] = [
            (table.parts[0].region.box.top, table) for table in tables
        ]
        tops += [(line.box.top, PageLine(page, line)) for line in lines[page]]
        yield from (item for _, item in sorted(tops, key=lambda pair: pair[0]))


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Lines that follow each other, and parts that make up one table."""
    run: list[Item] = []
    for item in items:
        if run and not _belong(run[-1], item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _belong(above: Item, below: Item) -> bool:
    if isinstance(above, RuledTable) and isinstance(below, RuledTable):
        last, first = above.parts[-1], below.parts[0]
        return last.page is not first.page and goes_on(last.region, first.region)
    return isinstance(above, PageLine) and isinstance(below, PageLine)


def _split(page: Page) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables on the page, and the glyphs outside of them."""
    regions = regions_of(page.horizontal, page.vertical)
    boxes = [(i, _widened(region)) for i, region in enumerate(regions)]
    boxes.sort(key=lambda pair: pair[1].width * pair[1].height)
    held: dict[int | None, list[Glyph]] = {None: []}
    for glyph in page.glyphs:
        held.setdefault(_holder(glyph.x, glyph.y, boxes), []).append(glyph)
    rest = held.pop(None)
    tables = []
    for i, region in enumerate(regions):
        if glyphs := held.get(i):
            table = RuledTable([Part(page, region, tuple(glyphs))])
            if table.is_box:
                rest.extend(glyphs)
            else:
                tables.append(table)
    return tables, rest


def _holder(x: float, y: float, boxes: Sequence[tuple[int, Box]]) -> int | None:
    """The first box, the smallest, that the point lies in."""
    for i, (x0, top, x1, bottom) in boxes:
        if x0 <= x <= x1 and top <= y <= bottom:
            return i
    return None


def _widened(region: Region) -> Box:
    x0, top, x1, bottom = region.box
    return Box(x0 - _EDGE, top - _EDGE, x1 + _EDGE, bottom + _EDGE)
