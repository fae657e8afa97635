"""OLE containers, in which DOC, XLS and encrypted documents come: their streams."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Final

from olefile import OleFileIO  # type: ignore[import-untyped]

from annual_reports.errors import UnreadableFile

OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD: Final = "WordDocument"
BOOKS: Final = ("Workbook", "Book")
_SECTOR: Final = 4096  # also the least size of a stream that has sectors of its own
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_FAT_PLACES: Final = 109  # in the header
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


def packed(name: str, stream: bytes) -> bytes:
    """A new container with nothing but that stream, for readers that trust every chain in it.

    Its sectors: the directory, one for small streams, which readers want though there are
    none, then the stream, last the table of chains.
    """
    stream = _filled(stream or b"\0")
    count = len(stream) // _SECTOR
    tables = -(-(count + 2) // (_SECTOR // 4 - 1))
    chain = [_END, _END, *range(3, count + 2), _END, *[_FAT] * tables]
    fat = pack(f"<{len(chain)}I", *chain).ljust(tables * _SECTOR, b"\xff")
    places = [count + 2 + n if n < tables else _FREE for n in range(_FAT_PLACES)]
    shape = pack("<HHHHH6xIIII", 0x3E, 4, 0xFFFE, 12, 6, 1, tables, 0, 0)
    header = OLE + bytes(16) + shape + pack("<IIIII", _SECTOR, _END, 0, _END, 0)
    header += pack(f"<{_FAT_PLACES}I", *places)
    directory = _entry("Root Entry", 5, 1, 1, 0) + _entry(name, 2, _FREE, 2, len(stream))
    return _filled(header) + _filled(directory) + bytes(_SECTOR) + stream + fat


def _filled(data: bytes) -> bytes:
    """Filled up to whole sectors."""
    return data.ljust(-(-len(data) // _SECTOR) * _SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    links = pack("<HBBIII", len(text), kind, 1, _FREE, _FREE, child)
    return text.ljust(64, b"\0") + links + bytes(36) + pack("<IQ", start, size)
