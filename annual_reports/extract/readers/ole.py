"""OLE containers, in which DOC, XLS and encrypted documents come: their streams."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Final

from olefile import OleFileIO  # type: ignore[import-untyped]

from annual_reports.errors import UnreadableFile

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD: Final = "WordDocument"
BOOKS: Final = ("Workbook", "Book")
ENCRYPTED: Final = "EncryptedPackage"
_BROKEN: Final = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError)


def stream_names(data: bytes) -> list[str]:
    """The names of the streams in the root; none where the container is damaged."""
    with suppress(*_BROKEN, RecursionError), OleFileIO(BytesIO(data)) as container:
        return [names[0] for names in container.listdir() if len(names) == 1]
    return []


def read_stream(path: Path, data: bytes, name: str) -> bytes:
    """The content of a stream; UnreadableFile when the container is damaged."""
    try:
        with OleFileIO(BytesIO(data)) as container, container.openstream(name) as stream:
            return bytes(stream.read())
    except (*_BROKEN, RecursionError) as error:
        raise UnreadableFile("file-unreadable", file=path.name, found=f"OLE: {error}") from error
