"""Every sentence the product says, in Chinese and English, kept as data beside this module.

One TOML file an area; a key holds ``zh`` and ``en``; ``{name}`` is filled from the
facts given. Labels of the official forms are not here but in ``annual_reports.form``.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Lang = Literal["zh", "en"]
LANGS: Final[tuple[Lang, ...]] = ("zh", "en")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """All texts by key; ValueError when two files define the same key."""
    texts: dict[str, dict[str, str]] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            for key, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
                if key in texts:
                    raise ValueError(f"{file.name}: the text {key} is defined twice")
                texts[key] = entry
    return texts


def text(key: str, lang: str, /, **facts: object) -> str:
    """The text of that key, filled in; KeyError for an unknown key or a missing fact."""
    return catalogue()[key][lang].format(**facts)
