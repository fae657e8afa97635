"""The readers: one for each file format. A reader knows no form and no label."""

from pathlib import Path
from typing import Final, Protocol

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import docx, html, pdf, text
from annual_reports.extract.readers.signatures import describe

_HEAD_BYTES: Final = 4096


class Reader(Protocol):
    """What a reader module offers."""

    FORMAT: str

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether the file, judged by its name and first bytes, is of this format."""

    def read(self, path: Path, data: bytes) -> Document:
        """The document in these bytes."""


READERS: Final[tuple[Reader, ...]] = (docx, pdf, html, text)


def read_document(path: Path, data: bytes) -> Document:
    """The document in these bytes, read by the first reader that accepts them.

    Raises UnreadableFile when there is no content or no reader for it.
    """
    if not data.strip(b"\0\t\n\f\r "):
        raise UnreadableFile("empty-file", file=path.name)
    head = data[:_HEAD_BYTES]
    for reader in READERS:
        if reader.accepts(path, head):
            return reader.read(path, data)
    supported = ", ".join(reader.FORMAT for reader in READERS)
    raise UnreadableFile("unknown-format", file=path.name, found=describe(head), expected=supported)
