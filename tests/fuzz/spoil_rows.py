"""Changes to rows, columns and merged cells."""

import itertools
from random import Random

from tests.fuzz.paper import Allowed, Line, Paper, Spot, Table

WORDS = ("序号", "栏次", "备注", "占比", "单位", "同比增长", "上年数", "", "说明")


def any_table(rng: Random, paper: Paper) -> Table | None:
    tables = [table for table in paper.tables if table.value_rows()]
    return rng.choice(tables) if tables else None


def any_row(rng: Random, table: Table) -> int:
    return rng.choice(table.value_rows())


def drop_row(rng: Random, paper: Paper) -> None:
    if table := any_table(rng, paper):
        for _ in range(rng.choice([1, 1, 2, 5])):
            if len(table.grid) > 1 and table.value_rows():
                del table.grid[any_row(rng, table)]


def drop_any_row(rng: Random, paper: Paper) -> None:
    """Headings and groups, too."""
    if (table := any_table(rng, paper)) and len(table.grid) > 1:
        del table.grid[rng.randrange(len(table.grid))]


def repeat_row(rng: Random, paper: Paper) -> None:
    """A row printed twice, the second time perhaps with other values."""
    if not (table := any_table(rng, paper)):
        return
    row = any_row(rng, table)
    keyed = set(table.keyed(row))
    differs = rng.random() < 0.5
    again: Line = []
    others = {id(spot) for n, line in enumerate(table.grid) if n != row for spot in line}
    for place, spot in enumerate(table.grid[row]):
        if place in keyed and spot:
            again.append(_again(spot, differs, paper))
        elif spot and place and table.grid[row][place - 1] is spot:
            again.append(again[-1])
        else:
            again.append(Spot(spot.text) if spot and id(spot) not in others else spot)
    table.grid.insert(row + rng.choice([0, 1]), again)


def _again(spot: Spot, differs: bool, paper: Paper) -> Spot:
    if not differs or not spot.says:
        return Spot(spot.text, spot.key, spot.says)
    other = max(spot.says) + 1
    if spot.key:
        paper.doubtful.add(spot.key)
    return Spot(f"{other:f}", spot.key, frozenset({other}))


def exchange_rows(rng: Random, paper: Paper) -> None:
    """Two rows in each other's place, labels and all."""
    if (table := any_table(rng, paper)) and len(table.value_rows()) > 1:
        one, other = rng.sample(table.value_rows(), 2)
        table.grid[one], table.grid[other] = table.grid[other], table.grid[one]


def blank_row(rng: Random, paper: Paper) -> None:
    if table := any_table(rng, paper):
        at = rng.randint(0, len(table.grid))
        text = rng.choice(["", "", "注：本表数据由各单位报送。", "单位：件", "（续表）", "小计"])
        blank = [Spot("") for _ in range(table.width)]
        blank[0] = Spot(text)
        table.grid.insert(at, list(blank) if rng.random() < 0.5 else [blank[0]] * table.width)


def numbered_row(rng: Random, paper: Paper) -> None:
    """A row of column numbers, or of a sum nobody asked for."""
    if table := any_table(rng, paper):
        head, *numbers = [Spot(str(n)) for n in range(table.width)]
        head.text = rng.choice(["栏次", "", "甲", "小计", "其他说明"])
        table.grid.insert(rng.randint(0, len(table.grid)), [head, *numbers])


def extra_column(rng: Random, paper: Paper) -> None:
    """A column the form does not have, with a heading or none."""
    if not (table := any_table(rng, paper)):
        return
    at, heading = rng.choice([0, 0, table.width, rng.randint(0, table.width)]), rng.choice(WORDS)
    heads = rng.randint(0, 3)
    kind = rng.choice(["serial", "blank", "percent", "number"])
    for row, line in enumerate(table.grid):
        text = {"serial": str(row), "blank": "", "percent": f"{row}%", "number": str(900 + row)}
        spot: Spot | None = Spot(heading if row == heads else text[kind] if row > heads else "")
        if 0 < at < len(line) and line[at] is line[at - 1]:
            spot = line[at]
        line[at:at] = [spot] if at <= len(line) else [None] * (at - len(line)) + [spot]


def drop_column(rng: Random, paper: Paper) -> None:
    if (table := any_table(rng, paper)) and table.width > 1:
        at = rng.randrange(table.width)
        for line in table.grid:
            del line[at : at + 1]
        table.grid = [line for line in table.grid if line]


def exchange_columns(rng: Random, paper: Paper) -> None:
    """Two columns of table 3 in each other's place, headings and all."""
    if {"join_row", "merge_values"} & set(paper.done):
        return  # whose number stands where in a merged cell would be open to doubt
    one, other = rng.sample(range(4, 9), 2)
    for table in paper.tables:
        for line in table.grid if table.width == 10 else ():
            if max(one, other) < len(line):
                line[one], line[other] = line[other], line[one]


def repeat_column(rng: Random, paper: Paper) -> None:
    """The values of a column twice, under a heading that is merged over both."""
    if table := any_table(rng, paper):
        at = rng.randrange(table.width)
        for line in table.grid:
            if at < len(line):
                _repeat(line, at, paper)


def _repeat(line: Line, at: int, paper: Paper) -> None:
    spot = line[at]
    if spot is None or not spot.key:
        line.insert(at, spot)
        return
    line.insert(at, Spot(spot.text, spot.key, spot.says))
    printed = [other for other in line if other]
    for one, after in itertools.pairwise(printed):  # without rules they move
        paper.if_unplaced.add(after.key, one)
        paper.if_bare.add(after.key, one)
        paper.if_bare.add(one.key, after)


def shift_row(rng: Random, paper: Paper) -> None:
    """The values of a row one place too far right, the last one beyond the table."""
    table = any_table(rng, paper)
    if table is None or "unshift_row" in paper.done:
        return
    row = any_row(rng, table)
    places = table.keyed(row)
    line = table.grid[row]
    moved(paper.by_place, [line[place] for place in places], 1)
    line.insert(places[0], Spot(""))


def unshift_row(rng: Random, paper: Paper) -> None:
    """A cell of a row is missing and those after it have moved up."""
    table = any_table(rng, paper)
    if table is None or "shift_row" in paper.done:
        return
    row = any_row(rng, table)
    places = table.keyed(row)
    lost = rng.randrange(len(places))
    line = table.grid[row]
    moved(paper.by_place, [line[place] for place in places[lost:]], -1)
    del line[places[lost]]


def moved(allowed: Allowed, spots: list[Spot | None], step: int) -> None:
    """By its place each value now is its neighbour's."""
    for at, spot in enumerate(spots):
        if spot and 0 <= at + step < len(spots) and (other := spots[at + step]) and other.key:
            allowed.add(other.key, spot)
