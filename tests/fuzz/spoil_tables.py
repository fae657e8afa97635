"""Changes to whole tables and to the text around them."""

from decimal import Decimal
from random import Random

from tests.fuzz.paper import Grid, Paper, Spot, Table

MOST_SLIPS = 3


def cut_table(rng: Random, paper: Paper) -> None:
    """One table in two, by a page break, with or without its headings again."""
    paper.doubtful.clear()
    places = [n for n, part in enumerate(paper.parts) if isinstance(part, Table)]
    at = rng.choice(places)
    table = paper.parts[at]
    assert isinstance(table, Table)
    if len(table.grid) < 3:
        return
    row = rng.randrange(1, len(table.grid))
    first, second = table.grid[:row], table.grid[row:]
    if rng.random() < 0.4:
        second = _again(table.grid[: min(table.value_rows(), default=1)]) + second
    if rng.random() < 0.3:
        second = _without_hanging(first[-1], second)
    between: list[str | Table] = [rng.choice(["", "— 2 —", "（续）", "3"])]
    paper.parts[at : at + 1] = [Table(first), *between, Table(second)]


def _again(head: Grid) -> Grid:
    """A copy of the headings with its merged cells."""
    copies = {id(spot): Spot(spot.text) for line in head for spot in line if spot}
    return [[copies[id(spot)] if spot else None for spot in line] for line in head]


def _without_hanging(above: list[Spot | None], rows: Grid) -> Grid:
    """Labels merged over the page break stay on the first page."""
    hanging = {id(spot) for spot in above}
    blank = Spot("")
    return [[blank if spot and id(spot) in hanging else spot for spot in line] for line in rows]


def join_tables(rng: Random, paper: Paper) -> None:
    """Two tables in one; perhaps all of them."""
    tables = paper.tables
    count = rng.choice([2, len(tables)])
    if len(tables) >= count > 1:
        start = rng.randint(0, len(tables) - count)
        first, *others = tables[start : start + count]
        for table in others:
            first.grid += table.grid
            paper.parts.remove(table)


def exchange_tables(rng: Random, paper: Paper) -> None:
    places = [n for n, part in enumerate(paper.parts) if isinstance(part, Table)]
    if len(places) > 1:
        one, other = rng.sample(places, 2)
        parts = paper.parts
        parts[one], parts[other] = parts[other], parts[one]


def drop_table(rng: Random, paper: Paper) -> None:
    if len(paper.tables) > 1:
        paper.parts.remove(rng.choice(paper.tables))


def nest_tables(rng: Random, paper: Paper) -> None:
    for table in paper.tables:
        table.is_nested = rng.random() < 0.7


def unmerge(rng: Random, paper: Paper) -> None:
    """Merged cells as so many cells: the text in each, or in the first only."""
    repeats = rng.random() < 0.5
    for table in paper.tables:
        seen: set[int] = set()
        for line in table.grid:
            for place, spot in enumerate(line):
                if spot and id(spot) in seen:
                    line[place] = Spot(spot.text, spot.key, spot.says) if repeats else Spot("")
                elif spot:
                    seen.add(id(spot))


def transpose(rng: Random, paper: Paper) -> None:
    table = rng.choice(paper.tables)
    width = table.width
    lines = [line + [None] * (width - len(line)) for line in table.grid]
    table.grid = [list(line) for line in zip(*lines, strict=True)]


def foreign_table(rng: Random, paper: Paper) -> None:
    """A table of something else, with numbers and perhaps a word of the form."""
    words = ["姓名", "科室", "总计", "其他", "类别", "数量", "自然人", "年度", "合计", "信息内容"]
    rows, columns = rng.randint(1, 12), rng.randint(2, 16)
    grid: Grid = [[Spot(rng.choice(words)) for _ in range(columns)]]
    for row in range(rows):
        label = rng.choice([*words, str(row)])
        grid.append([Spot(label), *(Spot(str(7000 + rng.randrange(999))) for _ in range(columns))])
    paper.parts.insert(rng.randint(3, len(paper.parts)), Table(grid))


def last_years_table(rng: Random, paper: Paper) -> None:
    """A table of the form once more, with the numbers of another year: both are there."""
    table = rng.choice(paper.tables)
    copies: dict[int, Spot] = {}
    for line in table.grid:
        for spot in line:
            if spot and id(spot) not in copies:
                copies[id(spot)] = _other_year(spot, paper)
    grid: Grid = [[copies[id(spot)] if spot else None for spot in line] for line in table.grid]
    at = paper.parts.index(table) + rng.choice([0, 1])
    paper.parts[at:at] = ["上年度数据", Table(grid)] if rng.random() < 0.5 else [Table(grid)]


def _other_year(spot: Spot, paper: Paper) -> Spot:
    if not spot.key:
        return Spot(spot.text)
    value = max(spot.says, default=Decimal(0)) + 1
    if spot.says and "cut_table" not in paper.done:  # a part without headings is no table
        paper.doubtful.add(spot.key)
    return Spot(f"{value:f}", spot.key, frozenset({value}))


def other_title(rng: Random, paper: Paper) -> None:
    """The year is another one, or none; the headings of the text are gone."""
    year = rng.choice(["2015", "2018", "2019", "2020", "2021", "2024", "2031", ""])
    paper.parts[0] = rng.choice([f"{year}年政府信息公开工作年度报告", f"{year}年总结", "", "年报"])
    if rng.random() < 0.3:
        paper.parts = [p for p in paper.parts if isinstance(p, Table)] or paper.parts
        paper.parts.insert(0, "年报")


def wrong_spans(rng: Random, paper: Paper) -> None:
    """Spans of a page that do not fit: whoever sees it still reads what stands there."""
    for _ in range(rng.randint(1, MOST_SLIPS)):
        slip = rng.randrange(400), rng.choice([-2, -1, 0, 1, 2]), rng.choice([-1, 0, 1])
        paper.slips.append(slip)
