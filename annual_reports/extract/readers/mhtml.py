"""Pages saved with all they show in one file (MHTML): the main page and its frames."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import MessageError
from email.message import Message
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import html
from annual_reports.extract.readers.frames import FrameReader
from annual_reports.extract.readers.limits import check_line_count

FORMAT: Final = "MHTML"
_HEADERS: Final = re.compile(rb"\s*(?:[A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_CONTENT: Final = re.compile(rb"^content-type:\s*(?:multipart/|text/html)", re.I | re.M)
_BOUNDARY: Final = re.compile(rb"boundary\s*=", re.I)
_MOST_BOUNDARIES: Final = 50  # beyond it parts are nested to no purpose
_PAGE: Final = "text/html"
_TELLING: Final = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "hz-gb-2312": "hz",
    "big5": "big5hkscs", "utf-8": "utf-8", "utf-16": "utf-16", "unicode": "utf-16",
    "utf-16le": "utf-16-le", "utf-7": "utf-7",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    address: str
    content_id: str
    content: bytes


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes open with the headers of a saved page."""
    headers = _HEADERS.match(head)
    return headers is not None and _CONTENT.search(headers[0].lstrip()) is not None


def read(path: Path, data: bytes) -> Document:
    """The main page joined with its frames.

    Raises UnreadableFile when the parts cannot be told apart or none is a page.
    """
    check_line_count(path, data)
    if len(_BOUNDARY.findall(data)) > _MOST_BOUNDARIES:
        raise _unreadable(path, f"boundary > {_MOST_BOUNDARIES}")
    try:
        message = message_from_bytes(data.lstrip())
        parts = list(_pages(message))
    except (MessageError, RecursionError, ValueError, LookupError, AssertionError) as error:
        raise _unreadable(path, type(error).__name__) from error
    if not parts:
        raise _unreadable(path, message.get_content_type())
    start = str(message.get_param("start") or "").strip("<> ")
    main = next((part for part in parts if start and part.content_id == start), parts[0])

    def find(source: str) -> bytes | None:
        address = urljoin(main.address, source)
        content_id = source[4:] if source.lower().startswith("cid:") else None
        found = (
            part.content
            for part in parts
            if part is not main and (part.content_id == content_id or part.address == address)
        )
        return next(found, None)

    document = FrameReader(lambda page: html.read_page(path, page), find).read(main.content)
    meta = (("url", main.address),) if main.address.startswith(("http:", "https:")) else ()
    return replace(document, format="mhtml", meta=(*document.meta, *meta))


def _pages(message: Message) -> Iterator[_Part]:
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == _PAGE and isinstance(content, bytes) and content.strip():
            yield _Part(
                str(part["Content-Location"] or "").strip(),
                str(part["Content-ID"] or "").strip("<> "),
                _as_utf_8(content, str(part.get_content_charset() or "")),
            )


def _as_utf_8(content: bytes, charset: str) -> bytes:
    """The page marked as UTF-8, where the charset of its header proves right."""
    try:
        return content.decode(_TELLING[charset]).encode("utf-8-sig")
    except (KeyError, UnicodeError):
        return content


def _unreadable(path: Path, found: str) -> UnreadableFile:
    return UnreadableFile("file-unreadable", file=path.name, found=f"MHTML: {found}")
