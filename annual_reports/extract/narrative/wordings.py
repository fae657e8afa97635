"""The wordings of stated figures as compiled patterns."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from annual_reports.extract.narrative.numbers import number_pattern
from annual_reports.form import StatedKind, stated_kinds

_NUMBER: Final = "{N}"


class Wording(NamedTuple):
    """How one kind of figure is stated: before its number, after it, and as none at all."""

    kind: StatedKind
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]
    none: tuple[re.Pattern[str], ...]


def wordings_for(text: str, year: int) -> tuple[Wording, ...]:
    """The wordings in reports of that year that have one of their keys in the text."""
    return _with_keys(year, frozenset(_all_keys().findall(text)))


@lru_cache(maxsize=4096)
def _with_keys(year: int, keys: frozenset[str]) -> tuple[Wording, ...]:
    return tuple(entry for entry in _wordings(year) if not keys.isdisjoint(entry.kind.keys))


@lru_cache(maxsize=1)
def _all_keys() -> re.Pattern[str]:
    keys = {key for kind in stated_kinds() for key in kind.keys}
    return re.compile("|".join(sorted(keys, key=len, reverse=True)))


@lru_cache(maxsize=32)
def _wordings(year: int) -> tuple[Wording, ...]:
    return tuple(_wording(kind, year) for kind in stated_kinds())


def _wording(kind: StatedKind, year: int) -> Wording:
    def compiled(texts: Iterable[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(_filled(text, kind, year)) for text in texts)

    after = [text for text in kind.says if text.startswith(_NUMBER)]
    before = [text for text in kind.says if text not in after]
    return Wording(kind, compiled(before), compiled(after), compiled(kind.none))


def _filled(text: str, kind: StatedKind, year: int) -> str:
    years = text.replace("{last}", str(year - 1)).replace("{next}", str(year + 1))
    return years.replace(_NUMBER, number_pattern(kind.units))
