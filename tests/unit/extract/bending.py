"""Ways in which real reports deviate, as changes to the rows of a made table."""

from dataclasses import replace
from itertools import islice

from tests.unit.extract.made_reports import C, Made, Rows

Grid = list[list[tuple[C, int, int]]]  # every position: the cell and where it begins


def grid_of(rows: Rows) -> Grid:
    """The rows with spans expanded."""
    grid: Grid = [[] for _ in rows]
    taken: dict[tuple[int, int], tuple[C, int, int]] = {}
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while (r, c) in taken:
                c += 1
            for i in range(cell.rowspan):
                for j in range(cell.colspan):
                    taken[r + i, c + j] = (cell, r, c)
            c += cell.colspan
        width = max(column for line, column in taken if line == r) + 1
        grid[r] = [taken[r, column] for column in range(width)]
    return grid


def cut(rows: Rows, at: int, hanging: str = "repeat") -> tuple[Rows, Rows]:
    """The rows before and after a page break; cells hanging over it are repeated,
    left blank or missing in the second part."""
    first = [
        [replace(cell, rowspan=min(cell.rowspan, at - r)) for cell in row]
        for r, row in enumerate(rows[:at])
    ]
    second = [list(row) for row in rows[at:]]
    over = [(cell, r, c) for cell, r, c in dict.fromkeys(grid_of(rows)[at]) if r < at]
    rest = [replace(cell, rowspan=cell.rowspan - (at - r)) for cell, r, c in over]
    if hanging == "repeat":
        second[0][:0] = rest
    elif hanging == "blank":
        second[0][:0] = [replace(cell, text="") for cell in rest]
    return first, second


def unmerged(rows: Rows) -> Rows:
    """Every merged cell as so many cells with the same text."""
    return [[C(cell.text) for cell, _, _ in row] for row in grid_of(rows)]


def row_of(rows: Rows, label: str) -> int:
    return next(r for r, row in enumerate(rows) if any(label in cell.text for cell in row))


def with_column(rows: Rows, place: int, text: str = "") -> Rows:
    """A further column before grid column ``place``, blank or with a text in every row."""
    widened = []
    for r, row in enumerate(grid_of(rows)):
        cells: list[C] = []
        starts = {c for cell, i, c in row if i == r}
        inside = place < len(row) and row[place][2] < place
        seen = set()
        for c, (cell, i, start) in enumerate(row):
            if c == place and not inside:
                cells.append(C(text))
            if i == r and start in starts and start not in seen:
                seen.add(start)
                wider = start < place < start + cell.colspan
                cells.append(replace(cell, colspan=cell.colspan + wider))
        if place >= len(row):
            cells.append(C(text))
        widened.append(cells)
    return widened


def without_spans(rows: Rows, count: int) -> Rows:
    """The first rows as if their spans had been forgotten."""
    return [[C(cell.text) for cell in row] for row in rows[:count]] + rows[count:]


def header3(made: Made) -> Rows:
    return [list(row) for row in islice(made.tables["3"], 3)]


def change(rows: Rows, old: str, new: str) -> Rows:
    """Every cell with exactly that text gets another."""
    return [[replace(c, text=new) if c.text == old else c for c in row] for row in rows]


def swap_columns3(rows: Rows) -> Rows:
    """The columns 商业企业 and 科研机构 in each other's place, headings and values."""
    swapped = [list(row) for row in rows]
    swapped[2][0], swapped[2][1] = swapped[2][1], swapped[2][0]
    for row in swapped[3:]:
        row[-6], row[-5] = row[-5], row[-6]
    return swapped
