"""A page of a PDF as a picture, with boxes over the cells that are marked."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Final

from pypdfium2 import PdfDocument

from annual_reports.errors import UnreadableFile
from annual_reports.extract.readers.pdf_library import opened
from annual_reports.parallel import Failure, run_alone

_DPI: Final = 110
_POINTS: Final = 72  # an inch
_SECONDS: Final = 30.0  # for the pages of one file
_LONGEST: Final = 2400  # pixels of a side, whatever the page's own size
_PLACE: Final = re.compile(r"page (\d+), .*\bbox ([\d. -]+)$")
_CORNERS: Final = 4
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page, counted from 1: its picture as PNG, its width and height in points."""

    number: int
    png: bytes
    width: float
    height: float


def page_of(locator: str) -> tuple[int, Box] | None:
    """The page and the box on it that a locator names, if it is one of a PDF.

    The box, in points from the upper left corner: left, upper, right and lower side.
    """
    match = _PLACE.match(locator)
    sides = match[2].split() if match else []
    if not match or len(sides) != _CORNERS:
        return None
    x0, top, x1, bottom = map(float, sides)
    return int(match[1]), (x0, top, x1, bottom)


def render_pages(data: bytes, numbers: Sequence[int]) -> dict[int, PageImage] | UnreadableFile:
    """The pictures of these pages by number, or why there are none.

    Drawn in another process with the limits of every reading: a page that is too much for
    PDFium takes nothing else with it.
    """
    answer = run_alone(_render, (data, tuple(numbers)), seconds=_SECONDS)
    if isinstance(answer, Failure):
        limit = f"{_SECONDS:.0f} s"
        return UnreadableFile(f"reading-{answer.reason}", file="PDF", expected=limit)
    return answer


def _render(asked: tuple[bytes, tuple[int, ...]]) -> dict[int, PageImage] | UnreadableFile:
    data, numbers = asked
    try:
        with opened(Path("PDF"), data) as document:
            return {
                number: _image(document, number)
                for number in numbers
                if 1 <= number <= len(document)
            }
    except UnreadableFile as refusal:
        return refusal


def _image(document: PdfDocument, number: int) -> PageImage:
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, _LONGEST / max(width, height, 1.0))
    stream = BytesIO()
    page.render(scale=scale).to_pil().save(stream, "PNG")
    return PageImage(number, stream.getvalue(), width, height)


def page_html(page: PageImage, marks: Mapping[str, str], alt: str) -> str:
    """The picture with a box over each place of ``marks`` (locator → CSS class) on that page."""
    picture = b64encode(page.png).decode("ascii")
    boxes = "".join(_boxes(page, marks))
    return (
        f'<div class="page"><img src="data:image/png;base64,{picture}" alt="{escape(alt)}">'
        f"{boxes}</div>"
    )


def _boxes(page: PageImage, marks: Mapping[str, str]) -> Iterator[str]:
    for locator, css in marks.items():
        place = page_of(locator)
        if place and place[0] == page.number:
            x0, top, x1, bottom = place[1]
            across = f"left:{x0 / page.width:.3%};width:{(x1 - x0) / page.width:.3%}"
            down = f"top:{top / page.height:.3%};height:{(bottom - top) / page.height:.3%}"
            title = escape(locator)
            yield f'<i class="{escape(css)}" style="{across};{down}" title="{title}"></i>'
