"""Names of uploaded files. They come from outside and are data, never a place on this machine."""

import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from annual_reports.sources import NOT_REPORTS

_LONGEST: Final = 150  # bytes; file systems allow 255
_PARTS: Final = re.compile(r"[/\\]")
_FORBIDDEN: Final = re.compile(r'[<>:"|?*]')
_INVISIBLE: Final = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_NAMELESS: Final = "report"


def safe_name(name: str) -> str:
    """The last part of the name as a file may be called anywhere; its ending is kept.

    Never empty, hidden, a device of Windows or the name of a registry file.
    """
    last = _FORBIDDEN.sub("_", _visible(_PARTS.split(name)[-1])).strip(" .")
    stem, ending = PurePosixPath(last).stem, _cut(PurePosixPath(last).suffix, 20)
    whole = f"{_cut(stem, _LONGEST - len(ending.encode()))}{ending}" or _NAMELESS
    is_taken = whole.lower() in NOT_REPORTS or _DEVICES.match(whole)
    return f"_{whole}" if is_taken else whole


def shown_name(name: str) -> str:
    """The name as a person is shown it, on one line, folders kept."""
    return _visible(name).replace("\\", "/") or _NAMELESS


def _visible(name: str) -> str:
    """Without characters that are not seen or turn the direction of writing."""
    return "".join(char for char in name if unicodedata.category(char) not in _INVISIBLE).strip()


def _cut(text: str, size: int) -> str:
    return text.encode("utf-8", "ignore")[:size].decode("utf-8", "ignore")
