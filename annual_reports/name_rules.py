"""The rules by which an agency's name tells its kind, level and sector; applied in load/guesses."""

import tomllib
from importlib.resources import files
from typing import Final, NamedTuple

FIELDS: Final = ("kind", "level", "sector")
NOISE: Final = "noise"


class NameRule(NamedTuple):
    """One rule: where ``pattern`` occurs in a name, ``field`` is ``value``.

    Of a field the rule of the lowest ``position`` decides. A rule for ``noise`` names a word
    that is no place although it looks like one.
    """

    field: str
    position: int
    pattern: str
    value: str


def name_rules() -> list[NameRule]:
    """The rules of all fields, in order."""
    told = tomllib.loads((files(__package__) / "name_rules.toml").read_text(encoding="utf-8"))
    noise = [NameRule(NOISE, at, word, "") for at, word in enumerate(told[NOISE])]
    return noise + [
        NameRule(field, at, rule["pattern"], rule["value"])
        for field in FIELDS
        for at, rule in enumerate(told[field])
    ]
