"""The official tables as HTML, a layout each, labels from the form."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby, takewhile
from typing import Self

from annual_reports.form import Form, Row, Table
from annual_reports.form.model import Layout

CellKey = tuple[str, str, str]
Cells = Mapping[CellKey, str]
UNIT = "unit"


class Markup(str):
    """The content of a cell as HTML, ready to stand in the page; ``css_class`` marks its cell."""

    __slots__ = ("css_class",)
    css_class: str

    def __new__(cls, html: str, css_class: str = "") -> Self:
        """Mark ``html`` as safe."""
        markup = super().__new__(cls, html)
        markup.css_class = css_class
        return markup


def lawful_cells(form: Form) -> frozenset[CellKey]:
    """Every cell a report on that form may have, those of replacing rows included.

    Of an annex the printed units are cells too, in the column ``unit``.
    """
    return frozenset(
        key for table in form.tables for row in table.rows for key in _keys(table, row)
    )


def write_table(table: Table, cells: Cells) -> str:
    """One table as HTML, one line of markup a row; empty when no cell of it is given.

    ``cells`` hold text, or Markup where more than text is to stand in a cell.

    Only rows of which a cell is given are printed, so a row that may stand for others
    (``Row.replaces``) appears exactly where a report uses it.
    """
    rows = [row for row in table.rows if any(_keys(table, row) & cells.keys())]
    if not rows:
        return ""
    lines = "\n".join(_LAYOUTS[table.layout](table, rows, cells))
    return f'<table class="table-{table.code}">\n{lines}\n</table>'


def _keys(table: Table, row: Row) -> set[CellKey]:
    columns = (*row.columns, UNIT) if table.layout == "annex" else row.columns
    return {(table.code, row.code, column) for column in columns}


def _texts(table: Table, row: Row, cells: Cells) -> list[str]:
    return [cells.get((table.code, row.code, column), "") for column in row.columns]


def _column_labels(table: Table, row: Row) -> list[str]:
    return [table.column(code).label_zh for code in row.columns]


def _group_label(table: Table, code: str) -> str:
    return next(group.label_zh for group in table.groups if group.code == code)


def _cell(tag: str, text: str, colspan: int = 1, rowspan: int = 1) -> str:
    across = f' colspan="{colspan}"' if colspan > 1 else ""
    down = f' rowspan="{rowspan}"' if rowspan > 1 else ""
    mark = f' class="{text.css_class}"' if isinstance(text, Markup) and text.css_class else ""
    content = text if isinstance(text, Markup) else escape(text, quote=False)
    return f"<{tag}{across}{down}{mark}>{content}</{tag}>"


def _tr(cells: Iterable[str]) -> str:
    return f"<tr>{''.join(cells)}</tr>"


def _blocks(table: Table, rows: Sequence[Row], cells: Cells) -> Iterator[str]:
    """A block for each group: its name over all columns, a header line, its rows."""
    width = max(len(row.columns) for row in table.rows)
    for group, members in groupby(rows, key=lambda row: row.group):
        yield _tr([_cell("th", _group_label(table, group), colspan=width + 1)])
        for _, block in groupby(members, key=lambda row: row.columns):
            yield from _block(table, list(block), cells, width)


def _block(table: Table, rows: Sequence[Row], cells: Cells, width: int) -> Iterator[str]:
    labels = _column_labels(table, rows[0])
    yield _tr([_cell("th", table.corner[0]), *_stretched("th", labels, width)])
    for row in rows:
        texts = _texts(table, row, cells)
        yield _tr([_cell("th", row.label_zh), *_stretched("td", texts, width)])


def _stretched(tag: str, texts: Sequence[str], width: int) -> Iterator[str]:
    """The cells of one line, the last one widened so that the line fills the table."""
    *before, last = texts
    yield from (_cell(tag, text) for text in before)
    yield _cell(tag, last, colspan=width - len(before))


def _matrix(table: Table, rows: Sequence[Row], cells: Cells) -> Iterator[str]:
    """Rows under a three-line head, row labels nested in the cells of their groups."""
    depth = 1 + max(len(_path(table, row)) for row in table.rows)
    yield f"<thead>\n{_matrix_head(table, depth)}\n</thead>\n<tbody>"
    paths = [_path(table, row) for row in rows]
    for place, row in enumerate(rows):
        label = _cell("th", row.label_zh, colspan=depth - len(paths[place]))
        numbers = (_cell("td", text) for text in _texts(table, row, cells))
        yield _tr([*_opening_groups(table, paths, place), label, *numbers])
    yield "</tbody>"


def _matrix_head(table: Table, depth: int) -> str:
    """The first column and the total stand alone, the others under a heading of their own."""
    relation, heading, organisations = table.corner
    first, *middle, total = [column.label_zh for column in table.columns]
    return "\n".join(
        (
            _tr([_cell("th", relation, depth, 3), _cell("th", heading, len(table.columns))]),
            _tr(
                [
                    _cell("th", first, rowspan=2),
                    _cell("th", organisations, len(middle)),
                    _cell("th", total, rowspan=2),
                ]
            ),
            _tr(_cell("th", label) for label in middle),
        )
    )


def _path(table: Table, row: Row) -> tuple[str, ...]:
    """The groups a row stands in, outermost first."""
    parents = {group.code: group.parent for group in table.groups}
    path: tuple[str, ...] = ()
    code = row.group
    while code:
        path = (code, *path)
        code = parents[code]
    return path


def _opening_groups(table: Table, paths: Sequence[tuple[str, ...]], place: int) -> Iterator[str]:
    """The cells of the groups that begin at this row, each as tall as its run of rows."""
    path = paths[place]
    before = paths[place - 1] if place else ()
    for level, code in enumerate(path, start=1):
        if before[:level] != path[:level]:
            height = _run_length(paths[place:], path[:level])
            yield _cell("th", _group_label(table, code), rowspan=height)


def _run_length(paths: Sequence[tuple[str, ...]], start: tuple[str, ...]) -> int:
    return sum(1 for _ in takewhile(lambda path: path[: len(start)] == start, paths))


def _line(table: Table, rows: Sequence[Row], cells: Cells) -> Iterator[str]:
    """All rows side by side: three header lines and one line of numbers."""
    yield f"<thead>\n{_line_head(table, rows)}\n</thead>\n<tbody>"
    yield _tr(_cell("td", text) for row in rows for text in _texts(table, row, cells))
    yield "</tbody>"


def _line_head(table: Table, rows: Sequence[Row]) -> str:
    top: list[str] = []
    middle: list[str] = []
    bottom: list[str] = []
    for group, block in groupby(rows, key=lambda row: row.group):
        members = list(block)
        if group:
            width = sum(len(row.columns) for row in members)
            top.append(_cell("th", _group_label(table, group), width))
        for row in members:
            labels = _column_labels(table, row)
            (middle if group else top).append(_cell("th", row.label_zh, len(labels)))
            below, height = (bottom, 1) if group else (middle, 2)
            below.extend(_cell("th", label, rowspan=height) for label in labels)
    return "\n".join(map(_tr, (top, middle, bottom)))


def _annex(table: Table, rows: Sequence[Row], cells: Cells) -> Iterator[str]:
    """One indicator a line with its unit; a column of which no cell is given is left out."""
    indicator, unit = (part.label_zh for part in table.stub[:2])
    shown = [
        column
        for column in table.columns
        if any((table.code, row.code, column.code) in cells for row in rows)
    ]
    yield _tr(_cell("th", label) for label in (indicator, unit, *(col.label_zh for col in shown)))
    for row in rows:
        texts = [cells.get((table.code, row.code, column.code), "") for column in shown]
        printed = cells.get((table.code, row.code, UNIT), row.unit)
        labels = (_cell("th", text) for text in (row.label_zh, printed))
        yield _tr([*labels, *(_cell("td", text) for text in texts)])


_LAYOUTS: dict[Layout, Callable[[Table, Sequence[Row], Cells], Iterator[str]]] = {
    "blocks": _blocks,
    "matrix": _matrix,
    "line": _line,
    "annex": _annex,
}
