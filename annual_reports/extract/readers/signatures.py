"""What kind of content a file holds, told by its first bytes."""

from itertools import chain
from typing import Final

from annual_reports.extract.readers.decoding import unmarked_utf_16
from annual_reports.extract.readers.ole import OLE, stream_names
from annual_reports.extract.readers.packages import ZIP, part_names

_HEAD_BYTES: Final = 4096
_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "PDF"),
    (ZIP, "DOCX/XLSX (ZIP)"),
    (b"PK\x05\x06", "ZIP"),
    (OLE, "DOC/XLS (OLE)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"II*\0", "TIFF image"),
    (b"MM\0*", "TIFF image"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
)
# Signatures too short to be believed alone: what stands at the sixth or eighth byte proves them.
_LATER_SIGNATURES: Final = (
    (b"BM", 6, b"\0\0\0\0", "BMP image"),
    (b"RIFF", 8, b"WEBP", "WEBP image"),
    (b"RIFF", 8, b"", "RIFF media"),
)
_CONTROLS: Final = bytes(set(range(ord(" "))) - set(b"\t\n\x0b\x0c\r\x1b"))
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def head_of(data: bytes) -> bytes:
    """The first bytes; where they open a container, the names of its parts follow, one a line."""
    head = data[:_HEAD_BYTES]
    names: list[str] = []
    if head.startswith(ZIP):
        names = part_names(data)
    elif head.startswith(OLE):
        names = stream_names(data)
    return b"\n".join((head, *(name.encode("utf-8", "replace") for name in names)))


def describe(head: bytes) -> str:
    """A short name of the content, such as ``PDF``; ``binary data`` if nothing is known of it."""
    named = signature(head)
    if named:
        return named
    return "text" if is_text(head) else "binary data"


def signature(head: bytes) -> str:
    """The name of the format whose signature opens the bytes; empty if none does."""
    plain = (name for mark, name in _SIGNATURES if head.startswith(mark))
    proved = (
        name
        for mark, place, later, name in _LATER_SIGNATURES
        if head.startswith(mark) and head[place:].startswith(later)
    )
    return next(chain(plain, proved), "")


def is_picture(head: bytes) -> bool:
    """Whether the file is nothing but a picture."""
    return signature(head).endswith("image")


def is_text(head: bytes) -> bool:
    """Whether the bytes can be text: no known signature and next to no control characters."""
    if head.startswith(_UTF16_MARKS):
        return True
    if signature(head):
        return False
    if unmarked_utf_16(head):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 50 <= len(head)
