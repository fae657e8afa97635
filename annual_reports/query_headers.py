"""What the header of a query has to say, by the folder it lies in."""

import re
from collections.abc import Mapping
from typing import Final

UNITS: Final = ("rate", "count", "items", "amount_wan", "balance")
DIRECTIONS: Final = ("higher", "lower", "neutral")
TERM: Final = re.compile(r"([+-]?) ?(\w+/[\w*]+/\w+)")

SIDES: Final = ("above", "below", "rests_on")
"""The cells of a measure: those that add up to its numerator, its denominator, or only decide."""

_DESCRIBED = ("title_zh", "title_en", "unit", "grain", "params")
_ENTRY = ("direction", "formula", "numerator_zh", "numerator_en", "caveat_zh", "caveat_en")
_DENOMINATOR = ("denominator_zh", "denominator_en")
_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "schema": (),
    "load": ("step",),
    "derive": ("step",),
    "conclude": ("step",),
    "refill": ("params",),
    "metrics": (*_DESCRIBED, *_ENTRY, "position"),
    "trends": _DESCRIBED,
    "drilldown": _DESCRIBED,
    "dataset": _DESCRIBED,
    "sandbox": (),
    "slice": ("params",),
    "examples": ("title_zh", "title_en", "position"),
    "checks": (
        *_DESCRIBED,
        "severity",
        "message_zh",
        "message_en",
        "ask_zh",
        "ask_en",
        "checks_zh",
        "checks_en",
    ),
    "lay_out": ("params",),
    "measure": ("params",),
    "judge": ("params",),
    "publish": ("params",),
}
_OPTIONAL: Final = {
    "derive": {"params"},
    "conclude": {"params"},
    "metrics": {"break_years", "alternatives", *SIDES, *_DENOMINATOR},
}
_MAY_BE_EMPTY: Final = {"params"}


def header_fault(folder: str, query_id: str, header: Mapping[str, str]) -> str:
    """What is wrong with the header of that query; empty where nothing is."""
    wanted = {"id", "why", *_KEYS[folder]}
    given = set(header)
    if wanted - given:
        return f"missing in the header: {', '.join(sorted(wanted - given))}"
    if unknown := given - wanted - _OPTIONAL.get(folder, set()):
        return f"unknown in the header: {', '.join(sorted(unknown))}"
    if header["id"] != query_id:
        return f"id {header['id']} is not the file's name"
    return _measure_fault(header) if folder == "metrics" else ""


def _measure_fault(header: Mapping[str, str]) -> str:
    """What is wrong with an entry of the dictionary of measures."""
    if empty := [key for key, said in header.items() if not said and key not in _MAY_BE_EMPTY]:
        return f"empty in the header: {', '.join(sorted(empty))}"
    for key, allowed in (("unit", UNITS), ("direction", DIRECTIONS)):
        if header[key] not in allowed:
            return f"{key}: {header[key]} is none of {', '.join(allowed)}"
    if any((key in header) != (header["unit"] == "rate") for key in _DENOMINATOR):
        return "denominator_zh, denominator_en: a rate has both, another measure neither"
    if not re.fullmatch(r"\d{4}(, \d{4})*", header.get("break_years", "2019")):
        return f"break_years: {header['break_years']} is no list of years"
    for side in SIDES:
        if TERM.sub("", header.get(side, "")).strip():
            return f"{side}: {header[side]} is no sum of cells"
    return ""
