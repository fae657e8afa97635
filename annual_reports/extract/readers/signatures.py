"""What kind of content a file holds, told by its first bytes."""

from typing import Final

_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX/XLSX (ZIP)"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC/XLS (OLE)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF8", "GIF image"),
    (b"BM", "BMP image"),
    (b"II*\0", "TIFF image"),
    (b"MM\0*", "TIFF image"),
    (b"RIFF", "RIFF media"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3\0", "SQLite"),
    (b"PAR1", "Parquet"),
)
_CONTROLS: Final = bytes(set(range(ord(" "))) - set(b"\t\n\x0b\x0c\r\x1b"))
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def describe(head: bytes) -> str:
    """A short name of the content, such as ``PDF``; ``binary data`` if nothing is known of it."""
    named = signature(head)
    if named:
        return named
    return "text" if is_text(head) else "binary data"


def signature(head: bytes) -> str:
    """The name of the format whose signature opens the bytes; empty if none does."""
    return next((name for mark, name in _SIGNATURES if head.startswith(mark)), "")


def is_text(head: bytes) -> bool:
    """Whether the bytes can be text: no known signature and next to no control characters."""
    if head.startswith(_UTF16_MARKS):
        return True
    if signature(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 50 <= len(head)
