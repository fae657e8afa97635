"""What the charts say: in both languages, with the same facts, and no key missing or idle."""

import re
import string
from pathlib import Path

import pytest

from annual_reports import charts
from annual_reports.i18n import catalogue

TEXTS = {key: entry for key, entry in catalogue().items() if key.startswith("charts.")}
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(charts.__file__).parent.glob("*.py")
)
LITERALS = set(re.findall(r"""["']([a-z]+(?:[.-][a-zA-Z-]+)*)["']""", SOURCES))
PREFIXES = (
    "alt.",
    "attention.",
    "band.",
    "event.",
    "unit.",
    "groups.",
    "movement.group.",
    "movement.measure.",
    "movement.title.",
    "movement.rows.measure.",
    "state.",
    "word.",
    "severity.",
    "flow.",
    "paths.node.",
    "reasons.beside.",
    "reasons.hover.",
    "steps.",
    "changes.measure.",
    "trend.",
    "rule-state.",
    "part.",
    "sample.",
    "timeliness.",
)


def facts_in(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_both_languages_tell_the_same_facts(key: str) -> None:
    entry = TEXTS[key]
    assert set(entry) == {"zh", "en"}
    assert facts_in(entry["zh"]) == facts_in(entry["en"])


@pytest.mark.parametrize("key", TEXTS)
def test_every_text_is_used(key: str) -> None:
    name = key.removeprefix("charts.")
    assert name in LITERALS or name.removesuffix(".few") in LITERALS or name.startswith(PREFIXES)


def test_every_key_said_exists() -> None:
    said = set(re.findall(r"""\bsay\(\s*["']([^"']+)["']""", SOURCES))
    assert said
    assert {f"charts.{name}" for name in said} <= set(TEXTS)
