"""PDFium, kept to one thread at a time, with limits and its errors as errors for users."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final

from pypdfium2 import PdfDocument, PdfiumError

from annual_reports.errors import UnreadableFile

# PDFium keeps global state and may be entered by one thread only.
PDFIUM_LOCK: Final = RLock()
MAX_PAGES: Final = 300
MAX_CHARACTERS: Final = 40_000  # of a page; a page of small print holds some 5000
MAX_OBJECTS: Final = 60_000  # of a page, drawn paths and pieces of text
_PASSWORD, _SECURITY = 4, 5  # error codes FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY
_TAIL: Final = 4096
_END: Final = b"%%EOF"


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[PdfDocument]:
    """The document while no other thread is in PDFium; one that needs no password is opened.

    Raises UnreadableFile where it is locked, cut off, damaged or has too many pages, and
    for whatever PDFium objects to within the block.
    """
    if _END not in data.rstrip(b"\0\r\n\t ")[-_TAIL:]:
        raise _unreadable(path, "PDF, %%EOF missing")
    with PDFIUM_LOCK:
        document = _open(path, data)
        try:
            pages = len(document)
            if pages > MAX_PAGES:
                raise too_large(path, f"{pages} pages", f"{MAX_PAGES} pages")
            yield document
        except (PdfiumError, OSError, ValueError, OverflowError) as error:
            raise _unreadable(path, f"PDF: {error}") from error
        finally:
            document.close()


def too_large(path: Path, found: str, limit: str) -> UnreadableFile:
    """The error for a document beyond a limit."""
    return UnreadableFile("too-large", file=path.name, found=found, expected=limit)


def _open(path: Path, data: bytes) -> PdfDocument:
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code in {_PASSWORD, _SECURITY}:
            raise UnreadableFile("encrypted-file", file=path.name, found="PDF") from error
        raise _unreadable(path, f"PDF: {error}") from error


def _unreadable(path: Path, found: str) -> UnreadableFile:
    return UnreadableFile("file-unreadable", file=path.name, found=found)
