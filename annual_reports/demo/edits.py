"""The little language of the edits that plant a flaw; ``data/demo/README.md`` lists it.

Each edit is a verb with its words and belongs to one stage: the cells of the tables, the
document around them, or the page and the files that are written of it. ``;`` parts edits.
"""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Final, NamedTuple


class Stage(IntEnum):
    """What an edit changes; the stages follow each other as a report is made."""

    CELLS = 1
    DOCUMENT = 2
    PAGE = 3
    FILES = 4


CELLS, DOCUMENT, PAGE, FILES = Stage
_KEY: Final = r"(\w+/\w+/\w+)"
_ROW: Final = r"(\w+/\w+)"
_SECTION: Final = r"([a-z_]+)"
_PATTERNS: Final = (
    (CELLS, "drop-row", rf"drop-row {_ROW}"),
    (CELLS, "drop-table", r"drop-table (\w+)"),
    (CELLS, "join-rows", rf"join-rows {_ROW}"),
    (CELLS, "copy-table", r"copy-table (\w+) ([\w-]+) (20\d\d)"),
    (CELLS, "set", rf"{_KEY}(\+=|-=|=)(.*)"),
    (DOCUMENT, "published", r"published (20\d\d-\d\d-\d\d)"),
    (DOCUMENT, "replace", rf"replace {_SECTION} (.+?)→(.+)"),
    (DOCUMENT, "cut", rf"cut {_SECTION} (.+)"),
    (DOCUMENT, "add", rf"add {_SECTION} (.+)"),
    (DOCUMENT, "say", rf"say {_SECTION} (.+)"),
    (DOCUMENT, "copy-prose", r"copy-prose ([\w-]+) (20\d\d)"),
    (PAGE, "drop-section", rf"drop-section {_SECTION}"),
    (PAGE, "swap-sections", rf"swap-sections {_SECTION} {_SECTION}"),
    (PAGE, "repeat-row", rf"repeat-row {_ROW} (.+)"),
    (FILES, "file-again", r"file-again (20\d\d)"),
)
_COMPILED: Final = tuple((stage, verb, re.compile(text)) for stage, verb, text in _PATTERNS)


class Edit(NamedTuple):
    """One edit: the stage it belongs to, its verb, its words, and how it is written."""

    stage: Stage
    verb: str
    words: tuple[str, ...]
    text: str


def parse_edits(text: str) -> tuple[Edit, ...]:
    """The edits in that text; raises ValueError with the first one that is none."""
    return tuple(_parse(part.strip()) for part in text.split(";") if part.strip())


def of_stage(edits: Iterable[Edit], stage: Stage) -> Iterator[Edit]:
    """The edits of one stage, in their order."""
    return (edit for edit in edits if edit.stage == stage)


def _parse(text: str) -> Edit:
    for stage, verb, pattern in _COMPILED:
        if match := pattern.fullmatch(text):
            return Edit(stage, verb, match.groups(), text)
    raise ValueError(text)
