"""The file that a report was read from, found again and read as it was read then."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import read_document
from annual_reports.rendering.pages import PageImage, render_pages
from annual_reports.sources import read_source, source_at


def document_of(path: Path, digest: str) -> Document:
    """The document in the bytes of that SHA-256 which a build read under that path.

    It is read in this process: the same bytes were read when the build was made, in another
    one with limits of time and memory. Raises UnreadableFile where the file is gone or has
    been changed since.
    """
    return read_document(path, _bytes_of(path, digest))


def pages_of(path: Path, digest: str, numbers: Sequence[int]) -> dict[int, PageImage]:
    """The pictures of these pages of that PDF, by number; raises UnreadableFile."""
    pages = render_pages(_bytes_of(path, digest), numbers)
    if isinstance(pages, UnreadableFile):
        raise pages
    return pages


def _bytes_of(path: Path, digest: str) -> bytes:
    data = read_source(source_at(path))
    if sha256(data).hexdigest() != digest:
        raise UnreadableFile("file-changed", file=path.as_posix())
    return data
