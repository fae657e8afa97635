"""Reads the figures that sentences state.

No figure is preferred to a wrong one: what may be of another year, of a part or of another
agency is left out.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from itertools import chain, islice
from typing import NamedTuple

from annual_reports.extract.narrative.beside import Beside, growth_after, parts_after
from annual_reports.extract.narrative.numbers import Stated, number_spans, read_number
from annual_reports.extract.narrative.scope import (
    Found,
    is_of_channel,
    is_running,
    is_total_of_year,
)
from annual_reports.extract.narrative.sentences import Sentence, sentences_of
from annual_reports.extract.narrative.wordings import Wording, wordings_for
from annual_reports.facts import Exactness, Section, StatedFigure
from annual_reports.form import StatedKind

_SILENT_SECTIONS = frozenset({"problems"})  # speaks of plans and shortcomings
_NOTHING = re.compile(r"[未没无⽆不零0空全均]")  # of all that are closed none is open
_NONE = Stated(Decimal(0), Exactness.NONE)


class _Candidate(NamedTuple):
    """Words that state a figure of ``kind``, after ``clause`` in the same clause."""

    kind: StatedKind
    match: re.Match[str]
    clause: str
    is_number: bool


class _Place(NamedTuple):
    """A sentence of a section, and whose it is: the report year and the agency's names."""

    sentence: Sentence
    section: str
    year: int
    names: Collection[str]

    def is_total(self, candidate: _Candidate) -> bool:
        kind, match, clause, is_number = candidate
        plain = self.sentence.plain
        before, after = plain[: match.start()], plain[match.end() :]
        found = Found(kind, before, clause, after, self.sentence.headings, is_number)
        return is_total_of_year(found, self.year, self.names)

    def figure(self, candidate: _Candidate, stated: Stated) -> StatedFigure:
        kind, match, _, is_number = candidate
        start, end = self.sentence.span(*match.span("number" if is_number else 0))
        raw = self.sentence.source[start:end]
        unit = "元" if "元" in kind.units else ""
        return StatedFigure(
            kind.code, stated.value, unit, stated.exactness,
            self.section, self.sentence.text, self.sentence.start, start, end, raw,
        )  # fmt: skip

    def beside(self, candidate: _Candidate) -> Iterator[StatedFigure]:
        """What the sentence says of the number right after it: its parts, its change."""
        plain, match = self.sentence.plain, candidate.match
        for found in (
            parts_after(candidate.kind.code, plain, match["unit"], match.end()),
            growth_after(candidate.kind.code, plain, match.end(), self.year),
        ):
            if found:
                yield self._of_beside(found)

    def _of_beside(self, found: Beside) -> StatedFigure:
        start, end = self.sentence.span(found.start, found.end)
        return StatedFigure(
            found.code, found.value, found.unit, found.exactness,
            self.section, self.sentence.text, self.sentence.start, start, end,
            self.sentence.source[start:end],
        )  # fmt: skip


def figures_of(
    sections: Iterable[Section], year: int | None, names: Collection[str] = ()
) -> tuple[StatedFigure, ...]:
    """The totals of ``year`` that the sections state, in the order of the text.

    ``names`` are those the agency goes by. Without a year none can be told.
    """
    if year is None:
        return ()
    return tuple(
        figure
        for section in sections
        if section.code not in _SILENT_SECTIONS
        for sentence in sentences_of(section.text, section.heading)
        for figure in _stated_in(_Place(sentence, section.code, year, names))
    )


def _stated_in(place: _Place) -> list[StatedFigure]:
    """The figures of one sentence; a number is of the first kind whose wording holds it."""
    found: dict[int, list[StatedFigure]] = {}  # by where their number ends
    beside: dict[int, list[StatedFigure]] = {}
    candidates = [*_candidates(place.sentence, place.year)]
    for candidate in candidates:
        stated = read_number(candidate.match) if candidate.is_number else _NONE
        if stated and not _is_one_of_several(candidate, candidates) and place.is_total(candidate):
            figure = place.figure(candidate, stated)
            known = found.setdefault(figure.end, [])
            if all(_may_share(figure, other) for other in known):
                known.append(figure)
                if candidate.is_number:
                    beside[figure.end] = [*place.beside(candidate)]
    every = chain(*found.values(), *beside.values())
    return sorted(every, key=lambda figure: figure.start)


def _candidates(sentence: Sentence, year: int) -> Iterator[_Candidate]:
    """What in the sentence is worded as a figure, clause by clause."""
    plain = sentence.plain
    for at in sentence.clauses:
        numbers = [*number_spans(plain, at.start, at.stop)]
        if not numbers and not _NOTHING.search(plain, at.start, at.stop):
            continue
        for wording in wordings_for(plain[at], year):
            for match, is_number in _matches(wording, plain, at, numbers):
                said = sentence.headings + plain[: match.end()]
                if any(word in said for word in wording.kind.about):
                    clause = plain[at.start : match.start()]
                    yield _Candidate(wording.kind, match, clause, is_number)


def _matches(
    wording: Wording, plain: str, at: slice, numbers: Iterable[tuple[int, int]]
) -> Iterator[tuple[re.Match[str], bool]]:
    """Where the clause states the figure: with one of its numbers, else in words as none."""
    counted = {
        match.end("number"): match
        for pattern in (wording.before if numbers else ())
        for match in pattern.finditer(plain, at.start, at.stop)
    }
    for start, _ in numbers:
        found = (pattern.match(plain, start, at.stop) for pattern in wording.after)
        counted |= {match.end("number"): match for match in found if match}
    if counted:
        yield from ((match, True) for match in counted.values())
    elif wording.none and _NOTHING.search(plain, at.start, at.stop):
        nones = (pattern.search(plain, at.start, at.stop) for pattern in wording.none)
        yield from ((match, False) for match in islice(filter(None, nones), 1))


def _is_one_of_several(candidate: _Candidate, others: Iterable[_Candidate]) -> bool:
    """Whether it is one of several channels' or, beside the year's figure, a running one."""
    alike = [other.clause for other in others if other.kind is candidate.kind]
    if len(alike) > 1 and is_running(candidate.clause) and not all(map(is_running, alike)):
        return True
    if candidate.kind.parts or not is_of_channel(candidate.clause):
        return False
    return sum(map(is_of_channel, alike)) > 1


def _may_share(figure: StatedFigure, other: StatedFigure) -> bool:
    """Whether two figures may end at one place: only what is said of both to be none."""
    nothing = Exactness.NONE
    return figure.exactness is other.exactness is nothing and figure.code != other.code
