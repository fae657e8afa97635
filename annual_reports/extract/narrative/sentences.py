"""Finds the sentences of a section that may state a figure, ready to be matched."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_CANDIDATE: Final = re.compile(  # one character set first: that is searched fastest
    r"[\d零〇一二两三四五六七八九十百千万余多未没无⽆不空全均]"
    r"(?:\s?[条件篇项则份宗起例次期场部人元万]|(?<=[未没无⽆零])|(?<=[0０])(?![\d年.])|存在|白|(?<=[全均])[部已])"
)
_SENTENCE: Final = re.compile(r"[^。！？!?]+[。！？!?]?[”’」）)]?")
_FULL_STOP: Final = "。！？；;!?：:"
_NUMBERING: Final = re.compile(r"\s*[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．](?!\d)")
_HEADING_END: Final = re.compile(
    r"^[^，,]*(?:情况|方面|工作|建设|管理|公开|保障|如下|问题|事项|措施)$"
)
_SHORTEST_LINE: Final = 8  # what is shorter and begins nothing is a cell or a word
_SHORTEST_FULL_LINE: Final = 18
_LONGEST_SENTENCE: Final = 800
_LONGEST_HEADING: Final = 40
_UNUSUAL: Final = re.compile(r"[０-９．\u2e80-\u2fdf\uf900-\ufaff]")
_PLAIN: Final = {
    code: plain
    for first, last in ((0xFF0E, 0xFF0F), (0xFF10, 0xFF1A), (0x2E80, 0x2FE0), (0xF900, 0xFB00))
    for code in range(first, last)
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1
}
_COMMA: Final = re.compile(r"[；;。]|[，,](?!(?<=\d[，,])\d{3}(?!\d))")
_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff"
_BLANKS: Final = re.compile(rf"[\s{_INVISIBLE}]+")
_DIGIT_LIKE: Final = tuple("0123456789.,，")


@dataclass(frozen=True)
class Sentence:
    """A sentence of ``source`` from ``start`` to ``end``; ``headings`` stand above it."""

    source: str
    start: int
    end: int
    headings: str

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return self.source[self.start : self.end]

    @cached_property
    def _read(self) -> tuple[str, Sequence[int]]:
        text = self.text
        if _UNUSUAL.search(text):
            text = text.translate(_PLAIN)
        if not _BLANKS.search(text):
            return text, range(self.start, self.end)
        return _without_blanks(text, self.start)

    @property
    def plain(self) -> str:
        """The sentence to match: usual characters, no blanks but those between two numbers."""
        return self._read[0]

    @property
    def clauses(self) -> Iterator[slice]:
        """Where the clauses of ``plain`` stand."""
        start = 0
        for comma in _COMMA.finditer(self.plain):
            yield slice(start, comma.start())
            start = comma.end()
        yield slice(start, len(self.plain))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of ``plain`` stands in the source."""
        places = self._read[1]
        return places[start], places[end - 1] + 1


def _without_blanks(text: str, offset: int) -> tuple[str, list[int]]:
    """The text without blanks, and where its characters stood; between digits one stays."""
    pieces: list[str] = []
    places: list[int] = []
    done = 0
    for run in (*_BLANKS.finditer(text), None):
        start, end = run.span() if run else (len(text), len(text))
        pieces.append(text[done:start])
        places += range(offset + done, offset + start)
        if run and text.endswith(_DIGIT_LIKE, 0, start) and text.startswith(_DIGIT_LIKE, end):
            pieces.append(" ")
            places.append(offset + start)
        done = end
    return "".join(pieces), places


def sentences_of(text: str, heading: str) -> Iterator[Sentence]:
    """The sentences of a section with a number in a unit or a word for none or all."""
    hints = [found.start() for found in _CANDIDATE.finditer(text)]
    lead = ""
    for start, end in _paragraphs(text) if hints else ():
        if end - start <= _LONGEST_HEADING and text[end - 1] not in _FULL_STOP:
            lead = text[start:end]
        within = hints[bisect_left(hints, start) : bisect_left(hints, end)]
        if within:
            yield from _of_paragraph(text, (start, end), within, heading + lead)


def _of_paragraph(
    text: str, span: tuple[int, int], hints: list[int], headings: str
) -> Iterator[Sentence]:
    opening = ""
    for found in _SENTENCE.finditer(text, *span):
        first, last = _trimmed(text, *found.span())
        is_hinted = bisect_left(hints, first) < bisect_left(hints, last)
        if is_hinted and last - first <= _LONGEST_SENTENCE:
            yield Sentence(text, first, last, headings + opening)
        if not opening and last - first <= _LONGEST_HEADING:
            opening = text[first:last]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs; a line that ends within a sentence goes on in the next one."""
    start = place = 0
    while place <= len(text):
        stop = text.find("\n", place)
        stop = len(text) if stop < 0 else stop
        line = text[place:stop].strip()
        is_alone = start == place and len(line) < _SHORTEST_LINE
        if stop == len(text) or is_alone or not _goes_on(line, text, stop + 1):
            if text[start:stop].strip():
                yield start, start + len(text[start:stop].rstrip())
            start = stop + 1
        place = stop + 1


def _goes_on(line: str, text: str, following: int) -> bool:
    """Whether the line neither ends its sentence nor stands as a heading over what follows."""
    if not line or line[-1] in _FULL_STOP or _NUMBERING.match(text, following):
        return False
    is_long = len(line) >= _SHORTEST_FULL_LINE
    is_heading = _HEADING_END.search(line) and (not is_long or _NUMBERING.match(line))
    return not is_heading and (is_long or not _NUMBERING.match(line))
