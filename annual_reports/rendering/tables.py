"""A table as its reader saw it, as plain HTML: its texts and spans, and where each cell stands."""

from collections.abc import Collection, Iterator, Mapping
from html import escape

from annual_reports.extract.document import Document, RawCell, RawTable

Marks = Mapping[str, str]  # locator of a cell → CSS class
Position = tuple[int, int]


def tables_with(document: Document, locators: Collection[str]) -> tuple[RawTable, ...]:
    """The tables in which any of these places is."""
    wanted = set(locators)
    return tuple(
        table
        for table in document.tables
        if any(cell and cell.locator in wanted for row in table.rows for cell in row)
    )


def table_html(table: RawTable, marks: Marks) -> str:
    """The table; every cell bears its locator as a title, those of ``marks`` their class."""
    lines = (f"<tr>{''.join(cells)}</tr>" for cells in _lines(table, marks))
    return f"<table>{''.join(lines)}</table>"


def _lines(table: RawTable, marks: Marks) -> Iterator[Iterator[str]]:
    shown: set[Position] = set()
    for at, row in enumerate(table.rows):
        yield _line(table, at, row, shown, marks)


def _line(
    table: RawTable, at: int, row: tuple[RawCell | None, ...], shown: set[Position], marks: Marks
) -> Iterator[str]:
    for column, cell in enumerate(row):
        if (at, column) in shown:
            continue
        width, height = _extent(table, at, column) if table.layout == "grid" else (1, 1)
        shown |= {(at + down, column + across) for down in range(height) for across in range(width)}
        yield _cell(cell, width, height, marks)


def _extent(table: RawTable, at: int, column: int) -> tuple[int, int]:
    """How far the cell seen at that place reaches to the right and down, as a rectangle."""
    rows, cell = table.rows, table.rows[at][column]
    if cell is None:
        return 1, 1
    width = 1
    while column + width < len(rows[at]) and rows[at][column + width] is cell:
        width += 1
    height = 1
    while at + height < len(rows) and _is_all(rows[at + height][column : column + width], cell):
        height += 1
    return width, height


def _is_all(cells: tuple[RawCell | None, ...], cell: RawCell) -> bool:
    return bool(cells) and all(other is cell for other in cells)


def _cell(cell: RawCell | None, width: int, height: int, marks: Marks) -> str:
    if cell is None:
        return "<td></td>"
    across = f' colspan="{width}"' if width > 1 else ""
    down = f' rowspan="{height}"' if height > 1 else ""
    css = marks.get(cell.locator, "")
    mark = f' class="{escape(css)}"' if css else ""
    text = escape(cell.text).replace("\n", "<br>")
    return f'<td{across}{down}{mark} title="{escape(cell.locator)}">{text}</td>'
