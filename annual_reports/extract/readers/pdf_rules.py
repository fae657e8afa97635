"""The rules of a page to regions: the tables that ruling lines draw."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from annual_reports.extract.readers.pdf_geometry import Box, Rule
from annual_reports.extract.readers.pdf_objects import TooManyObjects

_SAME: Final = 1.0  # rules nearer to each other, in points, are pieces of one
_GAP: Final = 4.5  # between pieces of one rule: dashes, or cells with a box each
_DOT: Final = 4.0  # a rule no longer is a dot, a part of a rule in either direction
_DOTTED: Final = 0.25  # dots of one rule are exactly in line
_SHORTEST: Final = 6.0  # a rule no longer bounds no cell
_MEETS: Final = 4.5  # rules that end so near to each other meet
_ALONG: Final = 0.8  # of the height of a table, for a lone rule to be its side
_MOST: Final = 2000  # rules of a page in one direction


@dataclass(frozen=True)
class Region:
    """Rules that hang together and the box around them."""

    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]

    @cached_property
    def box(self) -> Box:
        """The smallest box around the rules."""
        across = [
            *(x for rule in self.horizontal for x in rule[1:]),
            *(rule.at for rule in self.vertical),
        ]
        down = [
            *(y for rule in self.vertical for y in rule[1:]),
            *(rule.at for rule in self.horizontal),
        ]
        return Box(min(across), min(down), max(across), max(down))


def regions_of(horizontal: Iterable[Rule], vertical: Iterable[Rule]) -> list[Region]:
    """The regions that have rules in both directions, from top to bottom.

    Raises TooManyObjects where the page has more rules than any table.
    """
    across, down = merged(horizontal), merged(vertical)
    if max(len(across), len(down)) > _MOST:
        raise TooManyObjects
    regions = _connected(across, down)
    found = [region for region in regions if region.horizontal and region.vertical]
    lone = [rule for region in regions if not region.horizontal for rule in region.vertical]
    whole = _with_sides(_unified(found), lone)
    return sorted(whole, key=lambda region: region.box.top)


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """The rules with the pieces of each put together."""
    lines: list[Rule] = []
    dots: list[Rule] = []
    for rule in rules:
        (lines if rule.end - rule.start > _DOT else dots).append(rule)
    dotted = [rule for rule in _in_line(dots, _DOTTED) if _is_long(rule)]
    return [rule for rule in _in_line([*lines, *dotted], _SAME) if _is_long(rule)]


def _in_line(rules: Iterable[Rule], apart: float) -> list[Rule]:
    groups: list[list[Rule]] = []
    for rule in sorted(rules):
        if not groups or rule.at - groups[-1][-1].at > apart:
            groups.append([])
        groups[-1].append(rule)
    return [rule for group in groups for rule in _joined(group)]


def _is_long(rule: Rule) -> bool:
    return rule.end - rule.start >= _SHORTEST


def _joined(group: Sequence[Rule]) -> list[Rule]:
    at = sum(rule.at for rule in group) / len(group)
    joined: list[Rule] = []
    for _, start, end in sorted(group, key=lambda rule: rule.start):
        if joined and start - joined[-1].end <= _GAP:
            joined[-1] = Rule(at, joined[-1].start, max(end, joined[-1].end))
        else:
            joined.append(Rule(at, start, end))
    return joined


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> list[Region]:
    """The rules grouped by which of them meet."""
    parents = list(range(len(across) + len(down)))
    places = [rule.at for rule in across]

    def root(place: int) -> int:
        while parents[place] != place:
            parents[place] = place = parents[parents[place]]
        return place

    for v, vertical in enumerate(down, len(across)):
        first = bisect_left(places, vertical.start - _MEETS)
        for h in range(first, bisect_right(places, vertical.end + _MEETS)):
            if across[h].start - _MEETS <= vertical.at <= across[h].end + _MEETS:
                parents[root(h)] = root(v)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for place, rule in enumerate((*across, *down)):
        group = groups.setdefault(root(place), ([], []))
        group[place >= len(across)].append(rule)
    return [Region(tuple(one), tuple(other)) for one, other in groups.values()]


def _with_sides(regions: Sequence[Region], lone: Sequence[Rule]) -> Iterator[Region]:
    """Regions with the vertical rules that stand alone along all of their height.

    A page break may leave a merged cell at the side of a table without any rule across it.
    """
    for region in regions:
        box = region.box
        sides = tuple(
            rule
            for rule in lone
            if min(rule.end, box.bottom) - max(rule.start, box.top) >= _ALONG * box.height
        )
        yield Region(region.horizontal, (*region.vertical, *sides)) if sides else region


def _unified(regions: list[Region]) -> list[Region]:
    """Regions side by side that touch, such as cells with a box each, as one."""
    done: list[Region] = []
    for region in sorted(regions, key=lambda region: region.box):
        near = [other for other in done if _touch(region.box, other.box)]
        for other in near:
            region = Region(  # noqa: PLW2901
                (*other.horizontal, *region.horizontal), (*other.vertical, *region.vertical)
            )
            done.remove(other)
        done.append(region)
    return done


def _touch(one: Box, other: Box) -> bool:
    """Whether the boxes lie beside or below each other, hardly apart and not one in the other."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return -_SHORTEST <= min(across, down) <= _SHORTEST and max(across, down) > 0
