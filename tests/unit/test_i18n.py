"""Every text exists in both languages, says the same facts, and is used."""

import re
from string import Formatter

import pytest

from annual_reports.catalogue import break_years, queries_in
from annual_reports.i18n import LANGS, catalogue
from annual_reports.pipeline import PROJECT
from annual_reports.ui import columns

KEYS = sorted(catalogue())
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [PROJECT / "dashboard.py", *(PROJECT / "annual_reports").rglob("*.py")]
)
UNITS = ("rate", "count")
LITERAL = re.compile(r"""\b(?:t|text)\(\s*"([a-z0-9_.-]+)\"""")


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("key", KEYS)
def test_a_text_has_both_languages_with_the_same_facts(key: str) -> None:
    entry = catalogue()[key]
    assert set(entry) == set(LANGS)
    assert entry["zh"]
    assert fields(entry["zh"]) == fields(entry["en"])


def test_every_text_asked_for_exists() -> None:
    asked = set(LITERAL.findall(SOURCES))
    assert len(asked) > 50
    assert asked - set(KEYS) == set()


def shown_columns() -> set[str]:
    fixed = [value for name, value in vars(columns).items() if name.isupper()]
    made = [
        make(unit)
        for make in (
            columns.groups,
            columns.ranking,
            columns.movement,
            columns.movement_rows,
            columns.parts,
        )
        for unit in UNITS
    ]
    return {name for entry in (*fixed, *made) for name in entry}


def test_the_columns_shown_and_the_headings_are_the_same() -> None:
    headed = {key.removeprefix("column.") for key in KEYS if key.startswith("column.")}
    assert shown_columns() == headed


def test_every_break_of_a_measure_has_its_reason() -> None:
    years = {year for metric in queries_in("metrics") for year in break_years(metric)}
    assert {f"break.{year}{form}" for year in years for form in ("", ".short")} == {
        key for key in KEYS if key.startswith("break.")
    }
