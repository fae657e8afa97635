"""The text of HTML elements as lines, broken where a browser would break them."""

from collections.abc import Callable, Collection, Mapping
from typing import Final

from lxml.etree import _Element, iterwalk

from annual_reports.extract.document import Paragraph, RawTable

# Navigation and footers are the site's or the writer's, not the report's.
_SKIPPED: Final = frozenset(
    """footer head iframe nav noscript script select style svg template textarea""".split()  # noqa: SIM905
)
_BLOCKS: Final = frozenset(
    """address article aside blockquote body br caption center dd div dl dt fieldset figure footer
    form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th
    thead tr ul""".split()  # noqa: SIM905
)
# Raised, lowered or struck text must never merge with the digits beside it.
_MARKS: Final = {"sup": "^", "sub": "_", "del": "~", "s": "~", "strike": "~"}
_CAREFUL: Final = (*_SKIPPED, *_MARKS)


def text_reader(table: _Element, within: Collection[_Element]) -> Callable[[_Element], str]:
    """Reads the text of the table's cells, blocks on lines of their own, that of ``within`` not.

    Where nothing in the table wants more care, the only piece of text in a cell is its text.
    """
    is_plain = not within and next(table.iter(*_CAREFUL), None) is None

    def read(cell: _Element) -> str:
        only = _only_piece(cell) if is_plain else None
        if only is not None:
            return " ".join(only.split())
        collector = _Collector(within)
        collector.visit(cell)
        return "\n".join(collector.finish())

    return read


def _only_piece(cell: _Element) -> str | None:
    """The only piece of text in the cell, which nothing could be joined to wrongly."""
    while not (only := cell.text) or only.isspace():
        only = ""
        if len(cell) != 1 or ((tail := cell[0].tail) and not tail.isspace()):
            break
        cell = cell[0]  # most texts stand alone in one element within another
    for element in cell.iterdescendants() if len(cell) else ():
        for piece in (element.text, element.tail):
            if piece and not piece.isspace():
                if only:
                    return None
                only = piece
    return only


def paragraphs(root: _Element, tables: Mapping[_Element, RawTable]) -> list[Paragraph]:
    """The non-empty lines of the page in order, each with the number of its table."""
    collector = _PageCollector(tables)
    collector.visit(root)
    collector.finish()
    return collector.paragraphs


class _Collector:
    """Walks an element and gathers its lines, leaving out the given tables."""

    def __init__(self, tables: Collection[_Element]) -> None:
        self._tables = tables
        self._pieces: list[str] = []
        self._lines: list[str] = []

    def finish(self) -> list[str]:
        self.end_line()
        return self._lines

    def end_line(self) -> None:
        if self._pieces:
            text = " ".join("".join(self._pieces).split())
            self._pieces.clear()
            if text:
                self.take(text)

    def take(self, line: str) -> None:
        self._lines.append(line)

    def visit(self, root: _Element) -> None:
        """Walk the element; not by recursion, since pages may be nested very deeply."""
        pieces = self._pieces
        walk = iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if pieces and tag in _BLOCKS:
                self.end_line()
            if event == "end":
                if tag == "table":
                    self.leave_table(element)
                if element.tail and element is not root:
                    pieces.append(element.tail)
            elif tag in _SKIPPED or (tag == "table" and not self.enter_table(element)):
                walk.skip_subtree()
            else:
                pieces.extend(filter(None, (_MARKS.get(tag), element.text)))

    def enter_table(self, table: _Element) -> bool:
        """A table begins; whether to go into it."""
        return table not in self._tables

    def leave_table(self, table: _Element) -> None:
        """A table ends."""


class _PageCollector(_Collector):
    """Gathers the lines of a whole page, tables included."""

    def __init__(self, tables: Mapping[_Element, RawTable]) -> None:
        super().__init__(tables)
        self.paragraphs: list[Paragraph] = []
        self._table_of = tables
        self._numbers: list[int | None] = [None]

    def take(self, line: str) -> None:
        self.paragraphs.append(Paragraph(line, self._numbers[-1]))

    def enter_table(self, table: _Element) -> bool:
        """Take the cells of a table; go into it only if it is a box or holds other tables."""
        raw = self._table_of.get(table)
        if raw is None:
            return True
        self._numbers.append(raw.number)
        if next(table.iterdescendants("table"), None) is not None:
            return True
        self._take_cells(raw)
        return False

    def leave_table(self, table: _Element) -> None:
        if table in self._table_of:
            self._numbers.pop()

    def _take_cells(self, table: RawTable) -> None:
        number, lines = table.number, self.paragraphs
        for row_number, row in enumerate(table.rows, 1):
            for column, cell in enumerate(row, 1):
                if cell and cell.column == column and cell.row == row_number:
                    text = cell.text
                    if "\n" in text:
                        lines += [Paragraph(line, number) for line in text.split("\n")]
                    elif text:
                        lines.append(Paragraph(text, number))
