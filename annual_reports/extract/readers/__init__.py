"""The readers: one for each file format. A reader knows no form and no label."""

from pathlib import Path
from typing import Final, Protocol

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import (
    delimited,
    docx,
    html,
    mhtml,
    pdf,
    spreadsheet,
    text,
    word97,
)
from annual_reports.extract.readers.limits import check_bytes, check_lines
from annual_reports.extract.readers.signatures import describe, head_of, is_picture


class Reader(Protocol):
    """What a reader module offers."""

    FORMAT: str

    def accepts(self, path: Path, head: bytes) -> bool:
        """Whether the file, judged by its name and first bytes, is of this format."""

    def read(self, path: Path, data: bytes) -> Document:
        """The document in these bytes."""


READERS: Final[tuple[Reader, ...]] = (
    docx,
    pdf,
    spreadsheet,
    word97,
    mhtml,
    html,
    delimited,
    text,
)


def read_document(path: Path, data: bytes) -> Document:
    """The document in these bytes, read by the first reader that accepts them.

    A file that is nothing but a picture is a document with that picture. Raises
    UnreadableFile when there is no content, no reader for it or more than the limits allow.
    """
    check_bytes(path, len(data))
    if not data.strip(b"\0\t\n\f\r "):
        raise UnreadableFile("empty-file", file=path.name)
    head = head_of(data)
    for reader in READERS:
        if reader.accepts(path, head):
            document = reader.read(path, data)
            check_lines(document)
            return document
    if is_picture(head):
        return Document(path, "picture", (), (), (), pictures=1)
    supported = ", ".join(reader.FORMAT for reader in READERS)
    raise UnreadableFile("unknown-format", file=path.name, found=describe(head), expected=supported)
