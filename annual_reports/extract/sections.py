"""The narrative sections of a report, found by their headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from annual_reports.extract.document import Paragraph
from annual_reports.extract.labels import label_key, nearest
from annual_reports.facts import Section
from annual_reports.form import Labelled

_CHAPTER: Final = re.compile(r"^[\s　]*([一二三四五六七八九十])[\s　]*[、.．,，]")
_AFTER_HEADING: Final = " 　。.：:；;，,"
_CLOSING: Final = ("）", ")", "】", "》")
_LONGEST_HEADING: Final = 60


class _Start(NamedTuple):
    place: int
    code: str
    heading: str
    rest: str
    is_chapter: bool


def sections_of(
    paragraphs: Iterable[Paragraph], labels: Sequence[Labelled], tables: frozenset[int]
) -> tuple[Section, ...]:
    """The sections in the order of the report; text inside ``tables`` is left out.

    A heading opens a section when it is numbered as a chapter, even with text running on
    in its line, or when it stands alone and its section has no numbered heading. Of a
    heading met twice, as in a table of contents, the one with more text under it counts.
    """
    lines = [line.text for line in paragraphs if line.table not in tables]
    starts = _starts(lines, labels)
    ends = [*(start.place for start in starts[1:]), len(lines)]
    sections: dict[str, Section] = {}
    for start, end in zip(starts, ends, strict=False):
        text = "\n".join(filter(None, (start.rest, *lines[start.place + 1 : end])))
        known = sections.get(start.code)
        if known is None or len(text) > len(known.text):
            sections.pop(start.code, None)
            sections[start.code] = Section(start.code, start.heading, text)
    return tuple(sections.values())


def _starts(lines: Sequence[str], labels: Sequence[Labelled]) -> list[_Start]:
    spellings = {label_key(text): label.code for label in labels for text in label.spellings}
    found = [start for place, line in enumerate(lines) if (start := _start(place, line, spellings))]
    chapters = {start.code for start in found if start.is_chapter}
    return [start for start in found if start.is_chapter or start.code not in chapters]


def _start(place: int, line: str, spellings: Mapping[str, str]) -> _Start | None:
    is_chapter = _CHAPTER.match(line) is not None
    if not is_chapter:
        code = spellings.get(label_key(line)) if len(line) <= _LONGEST_HEADING else None
        return _Start(place, code, line, "", False) if code else None
    key = label_key(line[:_LONGEST_HEADING])
    opening = max(
        (spelling for spelling in spellings if key.startswith(spelling)), key=len, default=""
    )
    if opening:
        end = _end_of(opening, line)
        rest = line[end:].lstrip(_AFTER_HEADING)
        return _Start(place, spellings[opening], line[:end], rest, True)
    code = nearest(key, spellings.items()) if len(line) < _LONGEST_HEADING else None
    return _Start(place, code, line, "", True) if code else None


def _end_of(key: str, line: str) -> int:
    """Where in the line the label of that key ends, a closing bracket included."""
    end = next(end for end in range(len(key), len(line) + 1) if label_key(line[:end]) == key)
    return end + (line[end : end + 1] in _CLOSING)
