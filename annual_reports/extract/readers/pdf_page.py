"""A page of a PDF: what is seen of its characters, rules and pictures."""

import ctypes
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from annual_reports.extract.readers.pdf_geometry import (
    QUARTER,
    Box,
    Frame,
    Glyph,
    Rule,
    turned_back,
)
from annual_reports.extract.readers.pdf_objects import Drawn, address, drawn_on

_UNKNOWN: Final = "\ufffd"
_HYPHENS: Final = frozenset({0x2, 0xFFFE})  # what PDFium makes of a hyphen that ends a line
_UNMAPPED: Final = frozenset({0, 0xFFFF, *range(0xD800, 0xE000)})
_RADICALS: Final = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
_PLAIN: Final = {
    code: unicodedata.normalize("NFKC", chr(code)) for codes in _RADICALS for code in codes
}
_FEW: Final = 30  # so few characters are no text of a page
_MOST: Final = 0.5  # of the page, covered by pictures
_LARGE: Final = 0.1  # of the page: so large a picture may hold a table
# Boxes out of scale: of fonts that know no height, of writing from top to bottom.
_LOWEST, _HIGHEST = 4.0, 40.0
_ASCENT, _DESCENT = 0.88, 0.12  # of the width of a Chinese character
_RIGHT_ANGLE: Final = math.pi / 2
_MANY_CURVES: Final = 200  # letters drawn as outlines

Handle = Any  # a pointer PDFium gives out


class TooManyCharacters(Exception):
    """A page holds more characters than any report."""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page as seen, turned so that its text stands upright.

    ``size`` is its width and height, ``turns`` the quarter turns, clockwise, by which it
    was turned beyond what the file asks for. ``pictures`` counts those large enough to
    hold a table and the page itself where it is a picture.
    """

    number: int
    size: tuple[float, float]
    turns: int
    glyphs: tuple[Glyph, ...]
    horizontal: tuple[Rule, ...]
    vertical: tuple[Rule, ...]
    pictures: int

    def place_of(self, box: Box) -> str:
        """The page and the box on it as the file shows it, from its upper left corner."""
        x0, top, x1, bottom = turned_back(box, self.turns, self.size)
        return f"box {x0:.1f} {top:.1f} {x1:.1f} {bottom:.1f}"


def read_page(document: PdfDocument, place: int, most_characters: int, most_objects: int) -> Page:
    """The page at that place, counted from 0.

    Raises PdfiumError where it cannot be loaded, TooManyCharacters or TooManyObjects.
    """
    with _loaded(document, place) as page:
        frame = _frame(page)
        drawn = drawn_on(page, frame, most_objects)
        glyphs = _glyphs(page, frame, drawn.hidden, most_characters)
        turns = _main_turns(glyphs)
        if turns:
            frame = _turned(frame, -turns)
            drawn = drawn_on(page, frame, most_objects)
            glyphs = _glyphs(page, frame, drawn.hidden, most_characters)
    return Page(
        place + 1,
        frame.size,
        -turns % QUARTER,
        tuple(glyphs),
        tuple(drawn.horizontal),
        tuple(drawn.vertical),
        _pictures(drawn, frame, len(glyphs)),
    )


def _turned(frame: Frame, turns: int) -> Frame:
    """The frame turned further."""
    return frame._replace(turns=(frame.turns + turns) % QUARTER)


@contextmanager
def _loaded(document: PdfDocument, place: int) -> Iterator[Handle]:
    page = pdfium.FPDF_LoadPage(document.raw, place)
    if not page:
        raise PdfiumError(f"page {place + 1}")
    try:
        yield page
    finally:
        pdfium.FPDF_ClosePage(page)


def _frame(page: Handle) -> Frame:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box)):
        raise PdfiumError("page box")
    turns = pdfium.FPDFPage_GetRotation(page) % QUARTER
    return Frame(box.left, box.bottom, box.right, box.top, turns)


def _main_turns(glyphs: list[Glyph]) -> int:
    counts = Counter(glyph.turns for glyph in glyphs)
    return counts.most_common(1)[0][0] if counts else 0


def _pictures(drawn: Drawn, frame: Frame, characters: int) -> int:
    width, height = frame.size
    shares = [box.width * box.height / (width * height or 1) for box in drawn.pictures]
    if characters < _FEW and (sum(shares) >= _MOST or drawn.curves >= _MANY_CURVES):
        return 1
    return sum(share >= _LARGE for share in shares)


def _glyphs(page: Handle, frame: Frame, hidden: set[int], limit: int) -> list[Glyph]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        raise PdfiumError("page text")
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > limit:
            raise TooManyCharacters(count)
        return list(_seen(text, count, frame, hidden))
    finally:
        pdfium.FPDFText_ClosePage(text)


def _seen(text: Handle, count: int, frame: Frame, hidden: set[int]) -> Iterator[Glyph]:
    """The glyphs on the page that are printed; PDFium's own blanks are left out."""
    code_of, is_made = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsGenerated
    box_of, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    angle_of, owner_of = pdfium.FPDFText_GetCharAngle, pdfium.FPDFText_GetTextObject
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    width, height = frame.size
    for place in range(count):
        if is_made(text, place) == 1 or not box_of(text, place, box_at):
            continue
        if hidden and address(owner_of(text, place)) in hidden:
            continue
        origin_of(text, place, x_at, y_at)
        x0, top, x1, bottom = frame.box(box.left, box.bottom, box.right, box.top)
        turns = (round(angle_of(text, place) / _RIGHT_ANGLE) + frame.turns) % QUARTER
        ax, ay = frame.point(x.value, y.value)
        base = ax if turns % 2 else ay
        if bottom - top > _HIGHEST:
            x0, top, x1, bottom = _ink(text, place, frame)
            base = bottom
        elif bottom - top < _LOWEST and turns % 2 == 0:
            top, bottom = base - _ASCENT * (x1 - x0), base + _DESCENT * (x1 - x0)
        if x1 >= 0 and bottom >= 0 and x0 <= width and top <= height:
            yield Glyph(_text(code_of(text, place)), x0, top, x1, bottom, base, turns, place)


def _ink(text: Handle, place: int, frame: Frame) -> Box:
    """The box of a character's ink, not that of its font."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pointers = map(ctypes.byref, (left, right, bottom, top))
    pdfium.FPDFText_GetCharBox(text, place, *pointers)
    return frame.box(left.value, bottom.value, right.value, top.value)


def _text(code: int) -> str:
    """The character as printed, parts of Chinese characters as these themselves."""
    if code in _HYPHENS:
        return "-"
    if code in _UNMAPPED or code > 0x10FFFF:  # noqa: PLR2004
        return _UNKNOWN
    character = _PLAIN.get(code) or chr(code)
    return " " if character.isspace() else character
