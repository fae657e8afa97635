"""Values merged or joined in one cell."""

from decimal import Decimal
from random import Random

from tests.fuzz.paper import NOTHING, Paper, Spot, Table
from tests.fuzz.spoil_rows import any_row, any_table, moved


def merge_values(rng: Random, paper: Paper) -> None:
    """Neighbours in one cell: which of them the number is nobody can tell."""
    if not (table := any_table(rng, paper)):
        return
    row = any_row(rng, table)
    places = table.keyed(row)
    at = rng.randrange(len(places))
    down = row + 1 < len(table.grid) and rng.random() < 0.5
    first = table.grid[row][places[at]]
    if down and row + 1 in table.value_rows() and places[at] in table.keyed(row + 1):
        below = [table.grid[row + 1][place] for place in table.keyed(row + 1)]
        moved(paper.if_twice, below, -1)
        merged = _merge(rng, paper, table, (first, table.grid[row + 1][places[at]]))
        paper.if_parted.add(merged.over[0].key, merged)
    elif at + 1 < len(places):
        moved(paper.if_twice, [table.grid[row][place] for place in places], -1)
        _merge(rng, paper, table, (first, table.grid[row][places[at + 1]]))


def _merge(rng: Random, paper: Paper, table: Table, pair: tuple[Spot | None, Spot | None]) -> Spot:
    spots = [spot for spot in pair if spot]
    filled = [spot for spot in spots if spot.text.strip()]
    over = tuple(one for spot in spots for one in (spot.over or (spot,)))
    merged = Spot(spots[0].text, None, spots[0].says, over)
    if rng.random() < 0.4:
        merged.text = rng.choice([" ", "\n"]).join(spot.text for spot in spots)
        merged.says = filled[0].says if len(filled) == 1 else NOTHING
    for spot in over:
        paper.if_flat.add(spot.key, merged)
        paper.if_bare.add(spot.key, spot)
    for line in table.grid:
        line[:] = [merged if spot in spots else spot for spot in line]
    return merged


def join_row(rng: Random, paper: Paper) -> None:
    """All values of a row in one cell, parted by blanks or by nothing at all."""
    if not (table := any_table(rng, paper)):
        return
    row = any_row(rng, table)
    places = table.keyed(row)
    spots = [spot for place in places if (spot := table.grid[row][place])]
    if len(spots) == 1:
        return
    gap = rng.choice([" ", "  ", "\n", ""])
    over = tuple(one for spot in spots for one in (spot.over or (spot,)))
    joined = Spot(gap.join(spot.text for spot in spots), None, NOTHING, over)
    if not gap and joined.text.isdigit():
        all_in_one = Spot(joined.text, None, frozenset({Decimal(joined.text)}))
        paper.if_flat.add(spots[0].key, all_in_one)
        for spot in spots:
            paper.if_bare.add(spot.key, all_in_one)
    old = set(map(id, spots))
    line = table.grid[row]
    line[:] = [joined if spot and id(spot) in old else spot for spot in line]
