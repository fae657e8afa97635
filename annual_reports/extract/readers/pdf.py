"""PDF with text: tables by their ruling lines or the places of words, other lines as text.

Locators give the page and, in points from the upper left corner of the page as it is
shown, the left, upper, right and lower side of the cell.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pypdfium2 import PdfDocument

from annual_reports.extract.document import Document
from annual_reports.extract.readers.pdf_content import PdfContent
from annual_reports.extract.readers.pdf_grid import GridTooLarge
from annual_reports.extract.readers.pdf_library import (
    MAX_CHARACTERS,
    MAX_OBJECTS,
    opened,
    too_large,
)
from annual_reports.extract.readers.pdf_objects import TooManyObjects
from annual_reports.extract.readers.pdf_page import Page, TooManyCharacters, read_page

FORMAT: Final = "PDF"
_MARK: Final = b"%PDF-"
_WITHIN: Final = 1024  # bytes in which the mark may stand


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes bear the mark of a PDF, which in a file named so others may precede."""
    return head.startswith(_MARK) or (path.suffix.lower() == ".pdf" and _MARK in head[:_WITHIN])


def read(path: Path, data: bytes) -> Document:
    """The document; text that is not seen, as below a scan, is left out.

    Raises UnreadableFile where it is locked, damaged or beyond the limits.
    """
    with opened(path, data) as document:
        meta = _meta(document)
        pages = list(_pages(path, document))
    try:
        content = PdfContent(pages)
    except (TooManyObjects, GridTooLarge) as error:
        raise too_large(path, type(error).__name__, str(MAX_OBJECTS)) from error
    return Document(
        path=path,
        format="pdf",
        meta=meta,
        paragraphs=tuple(content.paragraphs),
        tables=tuple(content.tables),
        pictures=sum(page.pictures for page in pages),
    )


def _meta(document: PdfDocument) -> tuple[tuple[str, str], ...]:
    entries = document.get_metadata_dict(skip_empty=True)
    return tuple((name.lower(), text.strip("\0 ")) for name, text in entries.items())


def _pages(path: Path, document: PdfDocument) -> Iterator[Page]:
    for place in range(len(document)):
        try:
            yield read_page(document, place, MAX_CHARACTERS, MAX_OBJECTS)
        except TooManyCharacters as error:
            found, limit = f"{error} characters on page {place + 1}", str(MAX_CHARACTERS)
            raise too_large(path, found, limit) from error
        except TooManyObjects as error:
            found = f"more than {MAX_OBJECTS} objects on page {place + 1}"
            raise too_large(path, found, str(MAX_OBJECTS)) from error
