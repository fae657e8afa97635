"""The narrative sections of a report, found by their headings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from annual_reports.extract.document import Paragraph
from annual_reports.extract.headings import (
    CHAPTER,
    UNNUMBERED,
    Heading,
    heading_at,
    misprinted_heading,
)
from annual_reports.extract.labels import label_key
from annual_reports.facts import Section
from annual_reports.form import Labelled

_AFTER_HEADING: Final = " 　。.：:；;，,、"


def sections_of(
    paragraphs: Iterable[Paragraph], labels: Sequence[Labelled], tables: frozenset[int]
) -> tuple[Section, ...]:
    """The sections in the order of the report; text inside ``tables`` is left out.

    Headings are the lines numbered on the highest level that names sections, even with text
    running on in their line; lines numbered otherwise are subheadings. A label without a
    number opens its section where no numbered heading does. Of a heading met twice, as in a
    table of contents, the one with more text under it counts.
    """
    lines = [line.text for line in paragraphs if line.table not in tables]
    headings = _headings(lines, labels)
    ends = [*(heading.place for heading in headings[1:]), len(lines)]
    sections: dict[str, Section] = {}
    for heading, end in zip(headings, ends, strict=False):
        first = heading.rest.lstrip(_AFTER_HEADING)
        text = "\n".join(filter(None, (first, *lines[heading.place + heading.lines : end])))
        known = sections.get(heading.code)
        if known is None or len(text) > len(known.text):
            sections.pop(heading.code, None)
            sections[heading.code] = Section(heading.code, heading.text, text)
    return tuple(sections.values())


def _headings(lines: Sequence[str], labels: Sequence[Labelled]) -> list[Heading]:
    spellings = {label_key(text): label.code for label in labels for text in label.spellings}
    found = [*_clear_headings(lines, spellings)]
    level = _level_of_sections(found)
    numbered = [heading for heading in found if heading.level == level]
    numbered += _misprinted(lines, numbered, level, spellings)
    known = {heading.code for heading in numbered}
    bare = (heading for heading in found if heading.level == UNNUMBERED)
    return sorted([*numbered, *(heading for heading in bare if heading.code not in known)])


def _clear_headings(lines: Sequence[str], spellings: Mapping[str, str]) -> Iterator[Heading]:
    """Every line with the label of a section, of whatever level."""
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        if heading := heading_at(place, line, following, spellings):
            yield heading


def _misprinted(
    lines: Sequence[str], clear: Sequence[Heading], level: int, spellings: Mapping[str, str]
) -> Iterator[Heading]:
    """Headings of that level with a slip, of sections that have no clear one."""
    codes = {heading.code for heading in clear}
    if codes >= set(spellings.values()):
        return
    for place, line in enumerate(lines):
        heading = misprinted_heading(place, line, level, spellings)
        if heading and heading.code not in codes:
            yield heading


def _level_of_sections(found: Sequence[Heading]) -> int:
    """How sections are numbered: the highest level that names two of them, else any."""
    named = {(heading.level, heading.code) for heading in found if heading.level != UNNUMBERED}
    counted = Counter(level for level, _ in named)
    several = [level for level, codes in counted.items() if codes > 1]
    return min(several or counted, default=CHAPTER)
