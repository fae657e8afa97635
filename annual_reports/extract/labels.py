"""Printed labels made comparable: the same label in two spellings has the same key."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

_NUMERAL: Final = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_NUMBERING: Final = re.compile(
    rf"\({_NUMERAL}\)[、.,:]?|{_NUMERAL}[、,:)]|{_NUMERAL}\.(?!\d)|\d{{1,2}}(?=[^\W\d年月日])"
)
_UNIT: Final = re.compile(
    r"\((?:计量)?(?:单位:?)?(万元|亿元|元|件|项|个|条|人次|人|次|篇|宗|份|历史累计)\)$"
)
_OF_WHICH: Final = re.compile(r"其中[:,、]?")
_SEPARATORS: Final = re.compile(r"[\W_]+")
_MIN_LENGTH: Final = 5  # shorter labels differ from each other by a single character
_MIN_RATIO: Final = 0.75
_MIN_LEAD: Final = 0.12


@lru_cache(maxsize=8192)
def label_key(text: str) -> str:
    """The label without 其中, numbering, unit in brackets, blanks, punctuation and quotes.

    Empty for text that has nothing else.
    """
    joined = _joined(text)
    lead = _OF_WHICH.match(joined)
    joined = joined[lead.end() :] if lead else joined
    unnumbered = _NUMBERING.sub("", joined, count=1) if _NUMBERING.match(joined) else joined
    bare = _UNIT.sub("", unnumbered) or unnumbered
    return _SEPARATORS.sub("", bare)


@lru_cache(maxsize=8192)
def is_numbered(text: str) -> bool:
    """Whether the label opens with a numbering such as ``（一）`` or ``1.``."""
    return _NUMBERING.match(_joined(text)) is not None


@lru_cache(maxsize=1024)
def unit_in(text: str) -> str:
    """The unit a label gives in brackets at its end, such as 万元; empty if it gives none."""
    match = _UNIT.search(_joined(text))
    return match[1] if match else ""


def nearest(key: str, candidates: Iterable[tuple[str, str]]) -> str | None:
    """The name of the candidate (key, name) that ``key`` is evidently a misprint of.

    None unless one is near and every other clearly farther away.
    """
    return _nearest(key, tuple(candidates)) if len(key) >= _MIN_LENGTH else None


@lru_cache(maxsize=4096)
def _nearest(key: str, candidates: tuple[tuple[str, str], ...]) -> str | None:
    best: dict[str, float] = {}
    for ratio, name in _ratios(key, candidates):
        best[name] = max(ratio, best.get(name, 0.0))
    ranked = sorted(best.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _MIN_RATIO:
        return None
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    return ranked[0][0] if ranked[0][1] - second >= _MIN_LEAD else None


def _ratios(key: str, candidates: Iterable[tuple[str, str]]) -> Iterator[tuple[float, str]]:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(key)
    for candidate, name in candidates:
        if len(candidate) >= _MIN_LENGTH:
            matcher.set_seq1(candidate)
            least = _MIN_RATIO - _MIN_LEAD  # below it a candidate changes no answer
            if matcher.real_quick_ratio() > least and matcher.quick_ratio() > least:
                yield matcher.ratio(), name


def _joined(text: str) -> str:
    """NFKC without blanks, line breaks and invisible characters."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(char for char in normal if not char.isspace() and char.isprintable())
