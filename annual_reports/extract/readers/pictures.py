"""Pictures of a page that may be its content."""

import re
from typing import Final

from lxml.etree import _Element

_ELSEWHERE: Final = frozenset({"header", "nav", "footer", "noscript", "button"})
_SMALLEST: Final = 100  # pixels; a table cannot be read on less
_PIXELS: Final = re.compile(r"\s*(\d{1,5})(?:\.\d*)?\s*(?:px)?\s*")
_STYLE: Final = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*(\d{1,5})(?:\.\d*)?\s*px", re.I)


def count_pictures(root: _Element) -> int:
    """How many pictures are neither icons by their size nor in the frame of the site."""
    return sum(_may_be_content(picture) for picture in root.iter("img"))


def _may_be_content(picture: _Element) -> bool:
    sizes = [
        match for name in ("width", "height") if (match := _PIXELS.fullmatch(picture.get(name, "")))
    ]
    sizes += _STYLE.finditer(picture.get("style", ""))
    if not picture.get("src") or any(int(size[1]) < _SMALLEST for size in sizes):
        return False
    return not any(above.tag in _ELSEWHERE for above in picture.iterancestors())
