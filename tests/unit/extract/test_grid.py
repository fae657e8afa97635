from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from annual_reports.extract.document import RawCell
from annual_reports.extract.readers.grid import MAX_WIDTH, SpannedCell, expand

Spans = tuple[int, int]


def texts(rows: Iterable[Iterable[SpannedCell]]) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in expand(1, rows)]


def cell(text: str, colspan: int = 1, rowspan: int = 1) -> SpannedCell:
    return SpannedCell(text, "td", colspan, rowspan)


def test_every_position_knows_the_cell_over_it() -> None:
    rows = [[cell("a", 2, 2), cell("b")], [cell("c")], [cell("d"), cell("e"), cell("f")]]
    assert texts(rows) == [["a", "a", "b"], ["a", "a", "c"], ["d", "e", "f"]]


def test_rowspan_zero_reaches_to_the_end() -> None:
    assert texts([[cell("a", 1, 0), cell("b")], [cell("c")], [cell("d")]]) == [
        ["a", "b"],
        ["a", "c"],
        ["a", "d"],
    ]


def test_a_short_row_leaves_a_gap_before_a_hanging_cell() -> None:
    rows = [[cell("a"), cell("b"), cell("c", 1, 2)], [cell("d")]]
    assert texts(rows) == [["a", "b", "c"], ["d", None, "c"]]


def test_a_hostile_colspan_is_cut_off() -> None:
    grid = texts([[cell("a", 100_000), cell("b")], [cell("c", 1, 100_000)], [cell("d")]])
    assert grid[0] == ["a"] * MAX_WIDTH + ["b"]
    assert grid[2] == ["c", "d"]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(-5, 10**9), st.integers(-5, 10**9)), max_size=12),
        max_size=12,
    )
)
def test_any_spans_give_a_bounded_grid_with_every_cell(rows: list[list[Spans]]) -> None:
    written = [
        [cell(f"{r}:{c}", *spans) for c, spans in enumerate(row)] for r, row in enumerate(rows)
    ]
    grid = list(expand(7, written))
    assert len(grid) == len(rows)
    assert all(len(line) <= MAX_WIDTH + len(row) for line, row in zip(grid, rows, strict=True))
    for row_number, (line, row) in enumerate(zip(grid, written, strict=True), 1):
        origins = [
            item.text
            for column, item in enumerate(line, 1)
            if item and (item.row, item.column) == (row_number, column)
        ]
        assert origins == [item.text for item in row]


@given(st.integers(1, 4), st.integers(1, 4))
def test_copies_are_the_same_cell(colspan: int, rowspan: int) -> None:
    rows = [[cell("x", colspan, rowspan), cell("y")]] + [[cell("z")]] * (rowspan - 1)
    grid = list(expand(1, rows))
    copies = {id(line[c]) for line in grid for c in range(colspan)}
    assert len(copies) == 1
    assert isinstance(grid[0][0], RawCell)
