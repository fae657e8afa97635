"""Documents (DOC, RTF, ODT, XML of 2003) made DOCX by LibreOffice, then read as such."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import docx
from annual_reports.extract.readers.office import convert
from annual_reports.extract.readers.ole import ENCRYPTED, OLE, WORD, read_stream, stream_names
from annual_reports.extract.readers.packages import ZIP, check_xml, pack, unpack

FORMAT: Final = "DOC/RTF/ODT"
_RTF: Final = b"{\\rtf"
_ODT: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_XML: Final = b"<?xml"
_BLANKS: Final = b" \t\r\n\xef\xbb\xbf"
_HEAD_BYTES: Final = 4096
_WORD_XML: Final = b"<w:wordDocument"
_FILTERS: Final = {
    "doc": "MS Word 97",
    "rtf": "Rich Text Format",
    "xml": "MS Word 2003 XML",
    "odt": "writer8",
}
_FLAGS: Final = 10  # where the file information block has its flags
_IS_ENCRYPTED: Final = 0x01  # in their second byte


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes are of such a document or an OLE container, whatever the name says."""
    return bool(_format_of(head))


def read(path: Path, data: bytes) -> Document:
    """The document, with the places that its cells have in the converted one.

    Raises UnreadableFile when it is encrypted, damaged or another kind of OLE file, when
    LibreOffice is not installed or cannot convert the file in time.
    """
    file_format = _format_of(data)
    if file_format == "doc":
        _check(path, data)
    elif file_format == "xml":
        check_xml(path, "XML", data)
    elif file_format == "odt":
        data = pack(unpack(path, data, lambda name: True))
    converted = convert(path, data, file_format, _FILTERS[file_format])
    return replace(docx.read(path, converted), format=file_format)


def _format_of(data: bytes) -> str:
    start = data[:_HEAD_BYTES].lstrip(_BLANKS)
    if start.startswith(OLE):
        return "doc"
    if start.startswith(_RTF):
        return "rtf"
    if start.startswith(ZIP) and _ODT in start and _ODT + b"-" not in start:
        return "odt"
    return "xml" if start.startswith(_XML) and _WORD_XML in start else ""


def _check(path: Path, data: bytes) -> None:
    names = stream_names(data)
    if ENCRYPTED in names:
        raise UnreadableFile("encrypted-file", file=path.name, found="DOCX/XLSX")
    if not names:
        raise UnreadableFile("file-unreadable", file=path.name, found="OLE")
    if WORD not in names:
        found = f"OLE: {', '.join(sorted(names))}"
        raise UnreadableFile("unknown-format", file=path.name, found=found, expected=FORMAT)
    flags = read_stream(path, data, WORD)[_FLAGS : _FLAGS + 2]
    if flags[1:] and flags[1] & _IS_ENCRYPTED:
        raise UnreadableFile("encrypted-file", file=path.name, found="DOC")
