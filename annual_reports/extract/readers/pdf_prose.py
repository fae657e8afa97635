"""The text of a PDF outside its tables: without running heads, lines joined to paragraphs."""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Final, NamedTuple

from annual_reports.extract.readers.pdf_page import Page
from annual_reports.extract.readers.pdf_text import TextLine

_OUTERMOST: Final = 2  # lines at either end of a page that may be running heads
_MARGIN: Final = 0.12  # of the height of a page: a lone page number stands within
_ALIKE: Final = 6.0  # points: running heads stand at one height on every page
_DIGITS: Final = re.compile(r"\d+")
_PAGE: Final = re.compile(
    r"[-—–_·•~\s]*(?:第\s*)?(\d{1,3})\s*页?(?:\s*[/,，]?\s*共?\s*\d{1,3}\s*页?)?[-—–_·•~\s]*"
)
_ADDRESS: Final = re.compile(r"(?:https?|file)://\S+.*")
_WORDY: Final = re.compile(r"[^\W\d_]")
_LEADING: Final = 1.3  # of the usual distance of lines: what is farther is no next line
_INDENT: Final = 0.8  # of the height of a line: what begins farther right is a new paragraph
_ASCII: Final = re.compile(r"[!-~]+|.")


class PageLine(NamedTuple):
    """A line and the page it stands on."""

    page: Page
    line: TextLine


def without_running_heads(lines: Mapping[Page, Sequence[TextLine]]) -> dict[Page, list[TextLine]]:
    """The lines of each page without page numbers, addresses and what tops or ends every page."""
    found = {page: _outermost(page, items) for page, items in lines.items()}
    shifts = Counter(
        shift for page, ends in found.items() for _, line in ends for shift in _shifts(page, line)
    )
    places: dict[str, dict[int, float]] = defaultdict(dict)
    for page, ends in found.items():
        for _, line in ends:
            places[_masked(line)][page.number] = line.base
    kept = {}
    for page, items in lines.items():
        running = {
            id(line)
            for is_last, line in found[page]
            if _runs(page, line, places) or (is_last and _is_number(page, line, shifts))
        }
        kept[page] = [line for line in items if id(line) not in running]
    return kept


def _outermost(page: Page, lines: Sequence[TextLine]) -> list[tuple[bool, TextLine]]:
    """Lines at the ends of the page, each with whether it is the very first or last."""
    ends = [*lines[:_OUTERMOST], *lines[_OUTERMOST:][-_OUTERMOST:]]
    return [(line is lines[0] or line is lines[-1], line) for line in ends]


def _masked(line: TextLine) -> str:
    return _DIGITS.sub("0", line.text)


def _runs(page: Page, line: TextLine, places: Mapping[str, Mapping[int, float]]) -> bool:
    if _ADDRESS.fullmatch(line.text):
        return True
    if not _WORDY.search(line.text):
        return False
    others = places[_masked(line)]
    return any(
        number != page.number and abs(base - line.base) <= _ALIKE for number, base in others.items()
    )


def _shifts(page: Page, line: TextLine) -> Iterator[int]:
    match = _PAGE.fullmatch(line.text)
    if match:
        yield int(match[1]) - page.number


def _is_number(page: Page, line: TextLine, shifts: Counter[int]) -> bool:
    """Whether the line, in the margin of the page, counts the pages."""
    height = page.size[1]
    if height * _MARGIN < line.box.top and line.box.bottom < height * (1 - _MARGIN):
        return False
    return any(shift == 0 or shifts[shift] > 1 for shift in _shifts(page, line))


class Joiner:
    """Joins the lines of one column of text to paragraphs."""

    def __init__(self, lines: Iterable[PageLine]) -> None:
        """``lines`` are all lines of the document, to know its margins by."""
        items = [item.line for item in lines]
        self._right = max((line.box.x1 for line in items), default=0.0)
        wide = [line for line in items if line.box.width >= self._right / 2]
        self._left = min((line.box.x0 for line in wide), default=0.0)
        steps = [
            below.base - above.base
            for above, below in itertools.pairwise(items)
            if self._is_left(below) and below.base - above.base > 0
        ]
        self._step = median(steps) if steps else 0.0

    def join(self, run: Sequence[PageLine]) -> Iterator[str]:
        """The paragraphs of lines that no table interrupts."""
        text = ""
        for place, item in enumerate(run):
            if place and self._continues(run[place - 1], item):
                text += _seam(text, item.line.text) + item.line.text
            else:
                if text:
                    yield text
                text = item.line.text
        if text:
            yield text

    def _continues(self, above: PageLine, below: PageLine) -> bool:
        if not (self._is_left(below.line) and self._is_full(above.line, below.line)):
            return False
        if above.page is not below.page:
            return True
        return below.line.base - above.line.base <= _LEADING * self._step

    def _is_left(self, line: TextLine) -> bool:
        return line.box.x0 - self._left <= _INDENT * line.height

    def _is_full(self, line: TextLine, following: TextLine) -> bool:
        """Whether what begins the next line had no place at the end of this one."""
        match = _ASCII.match(following.text)
        length = min(len(match[0]) if match else 1, len(following.glyphs))
        width = following.glyphs[length - 1].x1 - following.glyphs[0].x0
        return self._right - line.box.x1 < width + line.height


def _seam(before: str, after: str) -> str:
    """A blank between words of Latin letters or digits, which a line break always parts."""
    return " " if before[-1:].isascii() and after[:1].isascii() else ""
