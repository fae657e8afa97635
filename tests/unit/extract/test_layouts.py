"""What is remembered of a layout holds for every report that shares it."""

import random
import re
from pathlib import Path

import pytest

from annual_reports.extract.document import RawTable
from annual_reports.extract.geometry import read_by_place
from annual_reports.extract.layouts import layout_of
from annual_reports.extract.readers import read_document
from annual_reports.extract.recognise import recognise
from tests.unit.extract.bending import unmerged
from tests.unit.extract.made_reports import Made, page_of, text_of, values_of
from tests.unit.extract.test_doubts import BENDS


def tables_of(content: str, name: str = "a.html") -> tuple[RawTable, ...]:
    return read_document(Path(name), content.encode()).tables


def with_other_numbers(content: str, numbers: list[str], rng: random.Random) -> str:
    return re.sub(r"(?<=>)\d+(?=<)", lambda _: rng.choice(numbers), content)


def bent_page(seed: int) -> tuple[str, str]:
    rng = random.Random(seed)  # noqa: S311
    form = rng.choice(["2019", "2021"])
    blank = rng.choice([0, 0.3, 0.95])
    made = Made(form, {k: "" if rng.random() < blank else v for k, v in values_of(form).items()})
    for bend in rng.sample(BENDS, rng.choice([0, 1, 2])):
        bend(made, rng)
    if rng.random() < 0.3:
        made.tables = {code: unmerged(rows) for code, rows in made.tables.items()}
    return form, page_of(made)


@pytest.mark.parametrize("numbers", [["0"], ["0", "1"], ["1,204", "-3", "7件", "0.5"]])
@pytest.mark.parametrize("seed", range(40))
def test_a_report_of_a_known_layout_reads_as_if_it_were_the_first(
    seed: int, numbers: list[str]
) -> None:
    form, content = bent_page(seed)
    first = tables_of(content)
    other = tables_of(with_other_numbers(content, numbers, random.Random(seed)))  # noqa: S311
    layout = layout_of(first)
    assert layout_of(other) == layout
    for tables in (first, other, first):
        assert recognise(tables, form, layout=layout) == recognise(tables, form)
        assert read_by_place(tables, form, layout) == read_by_place(tables, form)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("商业企业", "企业"),
        ('colspan="7"', 'colspan="6"'),
        (">101<", "><"),
        (">101<", ">-<"),
        ("<table", "<table><tr><td>甲</td><td>乙</td></tr></table><table"),
    ],
)
def test_whatever_else_is_printed_makes_another_layout(old: str, new: str) -> None:
    content = page_of(Made("2021"))
    assert old in content
    assert layout_of(tables_of(content)) != layout_of(tables_of(content.replace(old, new, 1)))


def test_text_whose_places_are_lost_has_no_layout() -> None:
    assert layout_of(tables_of(text_of(Made("2021"), "cells"), "a.txt")) is None
