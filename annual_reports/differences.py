"""Two texts beside each other: what each of them says that the other does not.

Clauses are aligned first, their numbers aside, then the characters within those that differ.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final, NamedTuple

_END: Final = r"，。；：！？,;:!?\n"
_CLAUSE: Final = re.compile(rf"(?:\d[,:，：]\d|[^{_END}])*[{_END}]+|(?:\d[,:，：]\d|[^{_END}])+$")
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|[A-Za-z]+|.", re.DOTALL)
_NUMBER: Final = re.compile(r"\d+")
_LEAST_ALIKE: Final = 0.5  # below it a passage is rewritten, and shown as a whole
_SHORTEST_SAME: Final = 2  # tokens; less in common between two changes is chance
_LONGEST: Final = 400  # tokens of a passage compared one by one


class Run(NamedTuple):
    """A piece of a text, and whether the other text has it not."""

    text: str
    is_changed: bool


Sides = tuple[Sequence[str], Sequence[str]]


def differences(left: str, right: str) -> tuple[list[Run], list[Run]]:
    """Both texts as runs; the runs of a side together are its text."""
    pairs = list(_passages(_CLAUSE.findall(left), _CLAUSE.findall(right)))
    return _joined(run for one, _ in pairs for run in one), _joined(
        run for _, other in pairs for run in other
    )


def _passages(left: list[str], right: list[str]) -> Iterator[tuple[list[Run], list[Run]]]:
    """Clause by clause where only numbers differ, else what stands between such clauses.

    A long passage with as many clauses on both sides is taken clause by clause as well.
    """
    ours, theirs = ([_NUMBER.sub("", clause) for clause in side] for side in (left, right))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, *(start, end, other_start, other_end) in matcher.get_opcodes():
        one, other = left[start:end], right[other_start:other_end]
        is_long = sum(map(len, one)) > _LONGEST and len(one) == len(other)
        if kind == "equal" or is_long:
            yield from map(_tokens, one, other)
        else:
            yield _tokens("".join(one), "".join(other))


def _tokens(left: str, right: str) -> tuple[list[Run], list[Run]]:
    """The characters of two passages, numbers and words as one."""
    if left == right:
        return [Run(left, False)], [Run(right, False)]
    sides = _TOKEN.findall(left), _TOKEN.findall(right)
    whole = [Run(left, True)], [Run(right, True)]
    if not left or not right or max(map(len, sides)) > _LONGEST:
        return whole
    matcher = SequenceMatcher(None, *sides, autojunk=False)
    if matcher.ratio() < _LEAST_ALIKE:
        return whole
    return _aligned(sides, matcher)


def _aligned(sides: Sides, matcher: "SequenceMatcher[str]") -> tuple[list[Run], list[Run]]:
    left, right = sides
    ours: list[Run] = []
    theirs: list[Run] = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        is_inner = start > 0 and end < len(left)
        is_chance = is_inner and end - start < _SHORTEST_SAME
        is_changed = kind != "equal" or is_chance
        ours.append(Run("".join(left[start:end]), is_changed))
        theirs.append(Run("".join(right[other_start:other_end]), is_changed))
    return ours, theirs


def _joined(runs: Iterator[Run]) -> list[Run]:
    """Neighbouring runs of one kind as one; empty ones are left out."""
    filled = (run for run in runs if run.text)
    grouped = groupby(filled, key=lambda run: run.is_changed)
    return [Run("".join(run.text for run in same), is_changed) for is_changed, same in grouped]
