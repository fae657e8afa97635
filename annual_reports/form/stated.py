"""The figures a narrative states beside the official tables: codes, labels and wordings."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from annual_reports.form.model import Labelled

_FILE = "stated_figures.toml"


@dataclass(frozen=True)
class StatedKind(Labelled):
    """A figure that reports state in words, and how they word it.

    ``says`` and ``none`` are regular expressions with the words of the file filled in;
    ``{N}``, ``{last}`` and ``{next}`` are left to be filled: the number and the years beside
    the report's. The clause must hold one of ``keys`` and, before the figure, none of
    ``unlike``; the sentence before it none of ``never``, it or its headings one of
    ``about``. Without ``parts`` a figure after 其中 or of one channel is not the whole.
    """

    units: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unlike: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    parts: bool = True


@cache
def stated_kinds() -> tuple[StatedKind, ...]:
    """The kinds of stated figures in the order of their file."""
    raw = tomllib.loads(files("annual_reports.form").joinpath(_FILE).read_text(encoding="utf-8"))
    words: dict[str, str] = raw["words"]
    return tuple(_kind(entry, words) for entry in raw["figures"])


def stated_label(code: str, lang: str) -> str:
    """What a stated figure is called in ``zh`` or ``en``; KeyError for an unknown code."""
    return {kind.code: kind for kind in stated_kinds()}[code].label(lang)


def _kind(raw: dict[str, str | bool | list[str]], words: dict[str, str]) -> StatedKind:
    given = {
        key: tuple(_worded(text, words) if key in ("says", "none") else text for text in value)
        if isinstance(value, list)
        else value
        for key, value in raw.items()
    }
    return StatedKind(**given)  # type: ignore[arg-type]


def _worded(text: str, words: dict[str, str]) -> str:
    """The wording with the words of the file in the places of their names."""
    for name, meaning in words.items():
        text = text.replace(f"{{{name}}}", meaning)
    return text
