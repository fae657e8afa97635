"""Bytes to text, whatever the file says of its encoding."""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD_BYTES: Final = 4096
_WITHIN_GB18030: Final = frozenset({"gb2312", "gbk"})
_TELLING: Final = frozenset({"gb18030", "big5", "big5hkscs", "cp950"})
_LONGEST_CHARACTER: Final = 4
_SHARE_OF_ASCII: Final = 5  # at least a fifth of the characters, in text with tables
_SHORTEST_UTF_16: Final = 64


def decode(data: bytes) -> str:
    """The text of the bytes, without BOM and NULs.

    A BOM is believed, then NULs as UTF-16 has them, then strict UTF-8, then a Chinese
    encoding the bytes declare, then GB18030, which contains GB2312 and GBK, then any other
    declared encoding (single-byte ones fit everything and prove nothing). Where all fail,
    the one that loses least.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace").replace("\0", "")
    if encoding := unmarked_utf_16(data):
        return data.decode(encoding, "replace").replace("\0", "")
    return _decode_unmarked(data).replace("\0", "")


def unmarked_utf_16(data: bytes) -> str:
    """The kind of UTF-16 that bytes without BOM are in; empty if they are in none.

    Blanks, digits and markup have a NUL for their second (or first) byte, and only few
    characters, such as 一, have it for the other one.
    """
    head = data[:_HEAD_BYTES]
    first, second = head[0::2].count(0), head[1::2].count(0)
    if len(head) < _SHORTEST_UTF_16 or max(first, second) * _SHARE_OF_ASCII <= len(head) // 2:
        return ""
    if min(first, second) * _SHARE_OF_ASCII > max(first, second):
        return ""
    return "utf-16-le" if second > first else "utf-16-be"


def _decode_unmarked(data: bytes) -> str:
    declared = _declared(data)
    likely = ("utf-8", declared) if declared in _TELLING else ("utf-8",)
    encodings = dict.fromkeys((*likely, "gb18030", declared))
    for encoding in encodings:
        text = _decode_whole(data, encoding)
        if text is not None:
            return text
    texts = [data.decode(encoding, "replace") for encoding in encodings]
    return min(texts, key=lambda text: text.count("\ufffd"))


def _declared(data: bytes) -> str:
    """The declared encoding under the name to decode it by; utf-8 where it is no help."""
    match = _DECLARED.search(data, 0, _HEAD_BYTES)
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else "utf-8"
        "".encode(name)
    except (LookupError, UnicodeError):
        return "utf-8"
    if name.startswith(("utf-16", "utf-32")):  # the declaration itself was readable as ASCII
        return "utf-8"
    return "gb18030" if name in _WITHIN_GB18030 else name


def _decode_whole(data: bytes, encoding: str) -> str | None:
    """The text if every byte fits; a character cut off at the very end is left out."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        cut_off = len(data) - len(whole) < _LONGEST_CHARACTER and error.end == len(data)
        return whole.decode(encoding) if cut_off and not whole.isascii() else None
    except UnicodeError:
        return None
