"""Headings in a row to columns of the form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annual_reports.extract.labels import nearest
from annual_reports.extract.recognise.lexicon import Lexicon, candidates
from annual_reports.extract.recognise.lines import Field
from annual_reports.facts import Problem
from annual_reports.form import Column


@dataclass(frozen=True, slots=True)
class Names:
    """The column code each heading names, None where it names none, and what was in doubt."""

    codes: tuple[str | None, ...]
    problems: tuple[Problem, ...] = ()


def name_headings(headings: Sequence[Field], lexicon: Lexicon, wanted: Sequence[Column]) -> Names:
    """The ``wanted`` columns that the headings, in their printed order, name.

    A spelling that several columns share is settled by the order of the columns if that
    leaves one way only. What is spelled like no column is compared with those left over.
    """
    choices = [_choices(heading, lexicon, wanted) for heading in headings]
    codes = _settle(choices, [column.code for column in wanted])
    problems = []
    for place, heading in enumerate(headings):
        if codes[place] is None and (choices[place] or heading.key not in lexicon.columns):
            left = [column for column in wanted if column.code not in codes]
            codes[place], problem = _approximate(heading, left, bool(choices[place]))
            problems.extend(problem)
    return Names(tuple(codes), tuple(problems))


def _choices(heading: Field, lexicon: Lexicon, wanted: Sequence[Column]) -> list[str]:
    return [column.code for column in lexicon.columns.get(heading.key, ()) if column in wanted]


def _settle(choices: Sequence[Sequence[str]], order: Sequence[str]) -> list[str | None]:
    if all(len(codes) <= 1 for codes in choices):
        return [codes[0] if codes else None for codes in choices]
    named = [(place, codes) for place, codes in enumerate(choices) if codes]
    rank = {code: place for place, code in enumerate(order)}
    ways = list(_ways([codes for _, codes in named], rank, -1))
    settled: list[str | None] = [None] * len(choices)
    for place, (position, codes) in enumerate(named):
        picks = {way[place] for way in ways} or set(codes)
        settled[position] = picks.pop() if len(picks) == 1 else None
    return settled


def _ways(
    choices: Sequence[Sequence[str]], rank: dict[str, int], after: int
) -> Iterator[tuple[str, ...]]:
    """All ways to take one code for each heading, in the order of the form, none twice."""
    if not choices:
        yield ()
        return
    for code in choices[0]:
        if rank[code] > after:
            for rest in _ways(choices[1:], rank, rank[code]):
                yield (code, *rest)


def _approximate(
    heading: Field, left: Sequence[Column], is_ambiguous: bool
) -> tuple[str | None, list[Problem]]:
    if not left:
        return None, []
    expected = " | ".join(column.label_zh for column in left)
    code = None if is_ambiguous else nearest(heading.key, candidates(left))
    if code is None:
        return None, [Problem("label-unknown", heading.cell.text, expected, heading.cell.locator)]
    label = next(column.label_zh for column in left if column.code == code)
    return code, [Problem("label-approximate", heading.cell.text, label, heading.cell.locator)]
