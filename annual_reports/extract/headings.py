"""Headings of sections: how a line is numbered and which label it carries."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, NamedTuple

from annual_reports.extract.labels import label_key, nearest

_NUMERAL: Final = "[一二三四五六七八九十]{1,2}"
_NUMBERING: Final = (  # the highest level first
    rf"第(?:{_NUMERAL}|\d)(?:部分|章|节)[、.．：:\s]*",
    rf"(?:{_NUMERAL}\s*[、.．,，：:]|[Ⅰ-Ⅻ]\s*[、.．,，]?|[IVX]{{1,4}}\s*[、.．,，])",
    rf"[（(]\s*(?:{_NUMERAL}|\d{{1,2}})\s*[）)][、.．]?",
    r"\d{1,2}\s*[、.．,，](?!\d)",
)
UNNUMBERED: Final = len(_NUMBERING)
_LEVELS: Final = re.compile(r"[\s　]*(?:" + "|".join(f"({text})" for text in _NUMBERING) + ")")
_BARE: Final = re.compile(r"[\s　]*[一二三四五六]\s*")  # the mark after the numeral is missing
CHAPTER: Final = 1
_LONGEST: Final = 60
_LONGEST_BROKEN: Final = 40
_SENTENCE: Final = re.compile(r"[。，,！？]")
_END_OF_HEADING: Final = re.compile(r"[。：:；;]|(?<=\S)[\s　]+")
_CLOSING: Final = "）)】》"


class Heading(NamedTuple):
    """A heading of the section ``code`` in the line at ``place``, and what runs on after it.

    ``level`` is lower for higher numbering, UNNUMBERED without; the heading takes ``lines``
    lines.
    """

    place: int
    level: int
    code: str
    text: str
    rest: str
    lines: int = 1


def heading_at(
    place: int, line: str, following: str, spellings: Mapping[str, str]
) -> Heading | None:
    """The heading in that line, or in it and the ``following`` one; None if it is none.

    ``spellings`` maps label keys to codes of sections.
    """
    numbering = _LEVELS.match(line)
    if numbering is None:
        return _bare_heading(place, line, spellings)
    level, start = (numbering.lastindex or 1) - 1, numbering.end()
    if opening := _opening(line[start:], spellings):
        end = start + _length(opening, line[start:])
        return Heading(place, level, spellings[opening], line[:end].strip(), line[end:])
    broken = _broken_heading(place, line, following, spellings, start)
    return broken._replace(level=level) if broken else None


def _bare_heading(place: int, line: str, spellings: Mapping[str, str]) -> Heading | None:
    """A line that is a label and nothing else, its numeral's mark or its number missing."""
    if len(line) > _LONGEST or _SENTENCE.search(line):
        return None
    if code := spellings.get(label_key(line)):
        return Heading(place, UNNUMBERED, code, line, "")
    numeral = _BARE.match(line)
    code = spellings.get(label_key(line[numeral.end() :])) if numeral else None
    return Heading(place, CHAPTER, code, line, "") if code else None


def _broken_heading(
    place: int, line: str, following: str, spellings: Mapping[str, str], start: int
) -> Heading | None:
    """A heading that runs over into the next line; None where the next line has its own."""
    if len(line) > _LONGEST_BROKEN or _SENTENCE.search(line[start:]) or _LEVELS.match(following):
        return None
    opening = _opening(line[start:] + following, spellings)
    if not opening:
        return None
    end = _length(opening, line[start:] + following) - len(line[start:])
    text = f"{line.strip()}{following[:end].strip()}"
    return Heading(place, UNNUMBERED, spellings[opening], text, following[end:], lines=2)


def misprinted_heading(
    place: int, line: str, level: int, spellings: Mapping[str, str]
) -> Heading | None:
    """A heading of that level with a slip in it, alone in its line or set off from its text."""
    numbering = _LEVELS.match(line)
    if numbering is None or (numbering.lastindex or 1) - 1 != level:
        return None
    mark = _END_OF_HEADING.search(line, numbering.end())
    for piece in (line[: mark.start()] if mark else line, line):
        if len(piece) >= _LONGEST:
            continue
        if code := nearest(label_key(piece[numbering.end() :]), spellings.items()):
            return Heading(place, level, code, piece.strip(), line[len(piece) :])
    return None


def _opening(text: str, spellings: Mapping[str, str]) -> str:
    """The longest label that the text begins with, as its key; empty if none."""
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])
    if not any(known.startswith(first) for known in spellings):
        return ""
    key = label_key(text[:_LONGEST])
    return max((known for known in spellings if key.startswith(known)), key=len, default="")


def _length(key: str, text: str) -> int:
    """How far into the text the label of that key reaches, a closing bracket included."""
    left = len(key)
    for place, char in enumerate(text):
        left -= sum(map(str.isalnum, unicodedata.normalize("NFKC", char)))
        if left <= 0:
            return place + 1 + (text[place + 1 : place + 2] in tuple(_CLOSING))
    return len(text)
