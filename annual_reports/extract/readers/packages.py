"""ZIP packages (DOCX, XLSX, ODS) unpacked with care: what is checked is what is read."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812

from annual_reports.errors import UnreadableFile
from annual_reports.extract.readers.limits import MAX_UNPACKED, check_bytes, check_tags

ZIP: Final = b"PK\x03\x04"
_ENCRYPTED: Final = 0x1
_XML: Final = (".xml", ".rels")
_BROKEN: Final = (BadZipFile, ZlibError, ValueError, NotImplementedError, OSError, EOFError)


def part_names(data: bytes) -> list[str]:
    """The names of the parts; none where the package is damaged."""
    try:
        with ZipFile(BytesIO(data)) as package:
            return package.namelist()
    except _BROKEN:
        return []


def unpack(path: Path, data: bytes, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """The wanted parts by name, each as large as the directory says or less.

    Raises UnreadableFile when the package is damaged or encrypted, names a part twice,
    would unpack to more than MAX_UNPACKED bytes, or when an XML part brings a document
    type of its own, as office packages never do: it could name other files.
    """
    try:
        with ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
            _check_entries(path, entries)
            chosen = [entry for entry in entries if wanted(entry.filename)]
            parts = {entry.filename: _content(package, entry) for entry in chosen}
    except _BROKEN as error:
        raise _unreadable(path, f"ZIP: {error}") from error
    for name, content in parts.items():
        if name.endswith(_XML):
            check_xml(path, name, content)
    return parts


def pack(parts: dict[str, bytes]) -> bytes:
    """A package of these parts and no others, not compressed."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def _content(package: ZipFile, entry: ZipInfo) -> bytes:
    """The part; asking for a number of bytes keeps one that lies about its size from growing."""
    with package.open(entry) as stream:
        return stream.read(entry.file_size + 1)


def _check_entries(path: Path, entries: list[ZipInfo]) -> None:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableFile("encrypted-file", file=path.name, found="ZIP")
    if any(entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for entry in entries):
        raise _unreadable(path, "ZIP: compression")
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise _unreadable(path, "ZIP: " + max(names, key=names.count))
    check_bytes(path, sum(entry.file_size for entry in entries), MAX_UNPACKED)


def check_xml(path: Path, name: str, content: bytes) -> None:
    """Raise UnreadableFile for XML that is too large or brings a document type of its own."""
    check_tags(path, content)
    if b"<!DOCTYPE" in content.replace(b"\0", b""):  # without NULs: it may be UTF-16
        raise _unreadable(path, f"{name}: DOCTYPE")


def _unreadable(path: Path, found: str) -> UnreadableFile:
    return UnreadableFile("file-unreadable", file=path.name, found=found)
