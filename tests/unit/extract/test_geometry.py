"""The reading by place: exact where the shape is the form's, without opinion elsewhere."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annual_reports.extract.document import RawCell
from annual_reports.extract.geometry import read_by_place
from annual_reports.extract.geometry.fitting import fit
from annual_reports.extract.geometry.runs import Nature, nature_of
from annual_reports.extract.geometry.shapes import Tier, shapes_of
from annual_reports.extract.readers import read_document
from annual_reports.form import form_by_code
from tests.unit.extract.balanced import balanced_values
from tests.unit.extract.bending import change, cut, header3, row_of, unmerged, with_column
from tests.unit.extract.made_reports import (
    C,
    Key,
    Made,
    extract,
    html_table,
    page,
    page_of,
    text_of,
    values_of,
)
from tests.unit.extract.test_doubts import BENDS

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])
SHAPES = ["html", "rows", "cells", "spaced"]
SECOND_LOOK = ("readings-differ", "read-by-position", "suggest-")


def content_of(made: Made, shape: str) -> str:
    return page_of(made) if shape == "html" else text_of(made, shape)


def by_place(content: str, form: str, is_html: bool = True) -> dict[Key, str]:
    path = Path("a.html" if is_html else "a.txt")
    tables = read_document(path, content.encode()).tables
    readings = read_by_place(tables, form)
    return {key: raw.text for placed in readings.values() for key, raw in placed.items()}


def of_tables(values: dict[Key, str], *codes: str) -> dict[Key, str]:
    return {key: text for key, text in values.items() if key[0] in codes}


def test_the_shapes_follow_from_the_form() -> None:
    shapes = shapes_of("2021").by_table
    widths = {
        code: [[len(row) for row in shape.rows] for shape in choices]
        for code, choices in shapes.items()
    }
    assert widths == {
        "2": [[3, 3, 1, 1, 1, 1]],
        "3": [[7] * 25, [7] * 23],
        "4": [[5, 5, 5], [15]],
    }
    older = shapes_of("2019").by_table
    assert [len(row) for row in older["2"][0].rows] == [3, 3, 3, 3, 3, 3, 2, 2]
    assert [len(shape.rows) for shape in older["3"]] == [23]
    assert [shape.tier for shape in older["4"]] == [Tier.SMALL, Tier.LINE]


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("", Nature.BLANK),
        ("\u00a0", Nature.BLANK),
        ("0", Nature.VALUE),
        ("+2", Nature.VALUE),
        ("251000元", Nature.VALUE),
        ("/", Nature.VALUE),
        ("无", Nature.VALUE),
        ("1 2", Nature.VALUE),
        ("1，0 24", Nature.VALUE),
        ("12（含上年）", Nature.VALUE),
        ("1.属于国家秘密", Nature.WORDS),
        ("1. 属于国家秘密", Nature.WORDS),
        ("１、重复申请", Nature.WORDS),
        ("2 没有现成信息", Nature.WORDS),
        ("（一）予以公开", Nature.WORDS),
        ("总计", Nature.WORDS),
    ],
)
def test_values_are_told_from_words_without_knowing_any(text: str, nature: Nature) -> None:
    assert nature_of(text) is nature


@FORMS
@pytest.mark.parametrize("shape", SHAPES)
def test_every_cell_is_at_its_place(form: str, shape: str) -> None:
    made = Made(form)
    assert by_place(content_of(made, shape), form, shape == "html") == made.values


@FORMS
@pytest.mark.parametrize("shape", SHAPES)
def test_no_label_is_looked_at(form: str, shape: str) -> None:
    made = Made(form)
    made.tables = {
        code: [
            [cell if cell.text.isdigit() else replace(cell, text="某某") for cell in row]
            for row in rows
        ]
        for code, rows in made.tables.items()
    }
    assert by_place(content_of(made, shape), form, shape == "html") == made.values


@FORMS
@pytest.mark.parametrize("hanging", ["repeat", "blank", "missing"])
@pytest.mark.parametrize("at", [5, 9, 20])
def test_a_table_over_two_pages(form: str, hanging: str, at: int) -> None:
    made = Made(form)
    first, second = cut(made.tables["3"], at, hanging)
    made.tables["3"] = first + header3(made) + second
    assert by_place(page_of(made), form) == made.values
    parts = [made.tables["2"], first, second, made.tables["4"]]
    assert by_place(page(*map(html_table, parts)), form) == made.values


@FORMS
@pytest.mark.parametrize(("table", "place"), [("2", 1), ("3", 3), ("3", 6), ("3", 10), ("4", 5)])
def test_a_spare_column_counts_for_nothing(form: str, table: str, place: int) -> None:
    made = Made(form)
    made.tables[table] = with_column(made.tables[table], place)
    assert by_place(page_of(made), form) == made.values


@FORMS
def test_a_spare_column_beside_blank_cells(form: str) -> None:
    values = values_of(form)
    for n, key in enumerate(values):
        values[key] = "" if key[0] == "3" and n % 3 else values[key]
    made = Made(form, values)
    made.tables["3"] = with_column(made.tables["3"], 6)
    assert by_place(page_of(made), form) == made.values


def test_table_four_below_each_other() -> None:
    made = Made("2021")
    values = made.tables["4"][3]
    made.tables["4"] = [[C(f"第{n}行"), *values[n : n + 5]] for n in (0, 5, 10)]
    assert by_place(page_of(made), "2021") == made.values


def single_row(made: Made) -> None:
    """The three rows of 其他处理 become the one of form 2019, with the values 1 to 7."""
    rows = made.tables["3"]
    place, outcomes = row_of(rows, "其他处理"), row_of(rows, "本年度办理结果")
    rows[place : place + 3] = [[C("（六）其他处理", 2), *(C(str(n)) for n in range(1, 8))]]
    rows[outcomes][0] = replace(rows[outcomes][0], rowspan=rows[outcomes][0].rowspan - 2)


def test_a_row_that_stands_in_for_three() -> None:
    made = Made("2021")
    single_row(made)
    found = by_place(page_of(made), "2021")
    assert [text for key, text in found.items() if key[1] == "other" and key[0] == "3"] == [
        str(n) for n in range(1, 8)
    ]
    assert len(found) == len(made.values) - 14


def test_two_lost_rows_are_not_taken_for_a_row_that_stands_in(tmp_path: Path) -> None:
    made = Made("2021")
    made.tables["3"] = unmerged(made.tables["3"])
    for label in ("2.重复申请", "3.要求提供公开出版物"):
        del made.tables["3"][row_of(made.tables["3"], label)]
    assert ("3", "other", "total") in by_place(page_of(made), "2021")
    report = extract(page_of(made), tmp_path)
    assert not [item for item in report.problems if item.code.startswith(SECOND_LOOK)]


# --- no opinion ----------------------------------------------------------------------


def test_a_lost_or_further_row_leaves_no_opinion_on_its_table() -> None:
    for change_rows in (lambda rows: rows.pop(8), lambda rows: rows.insert(8, rows[8])):
        made = Made("2021")
        change_rows(made.tables["3"])
        assert by_place(page_of(made), "2021") == of_tables(made.values, "2", "4")


@pytest.mark.parametrize("count", [-1, 1])
def test_a_lost_or_further_value_leaves_no_opinion_on_its_table(count: int) -> None:
    made = Made("2021")
    row = made.tables["3"][8]
    row[-1:] = [] if count < 0 else [row[-1], C("9")]
    assert by_place(page_of(made), "2021") == of_tables(made.values, "2", "4")
    made = Made("2021")
    made.tables["4"][3].append(C("9"))
    assert by_place(page_of(made), "2021") == of_tables(made.values, "2", "3")


def test_a_value_merged_over_two_rows_leaves_no_opinion() -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "2.重复申请")
    rows[place][-1] = replace(rows[place][-1], rowspan=2)
    del rows[place + 1][-1]
    assert by_place(page_of(made), "2021") == of_tables(made.values, "2", "4")


def test_numbers_left_over_leave_no_opinion_on_their_table() -> None:
    made = Made("2021")
    made.tables["3"].insert(3, [C("", 3), *(C(str(n)) for n in range(1, 8))])
    assert by_place(page_of(made), "2021") == of_tables(made.values, "2", "4")


def test_a_row_of_blank_cells_is_a_row() -> None:
    values = values_of("2021")
    values |= {key: "" for key in values if key[1] == "declined_repeat"}
    assert by_place(page_of(Made("2021", values)), "2021") == values


def cells(texts: str) -> tuple[RawCell, ...]:
    """One cell for each mark: a digit, or ``_`` for a blank."""
    return tuple(RawCell(t.strip("_"), t, 1, n) for n, t in enumerate(texts, 1))


def fitted(*runs: str, is_aligned: bool = True) -> list[str] | None:
    found = fit([cells(run) for run in runs], 2, is_aligned)
    return found and ["".join(cell.text or "_" for cell in run) for run in found]


def test_runs_are_cut_to_their_width_only_where_it_is_clear() -> None:
    assert fitted("12", "3_") == ["12", "3_"]
    assert fitted("1_2", "3_4", "5__") == ["12", "34", "5_"]
    assert fitted("1__", "__4") == ["1_", "_4"]
    assert fitted("1_2", "_34") == ["12", "34"]
    # cells do not stand below each other; the runs that show the places differ; nor is it
    # clear which cell a shorter run lacks, or that a value stands where others have none
    assert fitted("1_2", "3_4", "5__", is_aligned=False) is None
    assert fitted("1_2", "_34", "5__") is None
    assert fitted("1_2", "3_4", "5") is None
    assert fitted("1_2", "3_4", "_5_") is None


def test_two_tables_that_fit_leave_no_opinion() -> None:
    made = Made("2021")
    tables = [*made.tables.values(), made.tables["4"]]
    assert by_place(page(*map(html_table, tables)), "2021") == of_tables(made.values, "2", "3")


def test_words_in_the_place_of_a_value_leave_no_opinion() -> None:
    made = Made("2021")
    made.tables["2"] = change(made.tables["2"], made.values["2", "fees", "amount"], "见附件")
    assert by_place(page_of(made), "2021") == of_tables(made.values, "3", "4")


def test_the_shape_of_the_other_form_does_not_fit() -> None:
    older, newer = page_of(Made("2019")), page_of(Made("2021"))
    assert {key[0] for key in by_place(newer, "2019")} == {"4"}
    # the older table 3 has as many rows as the newer one with a row standing in for three
    assert {key[0] for key in by_place(older, "2021")} == {"3", "4"}


# --- never another cell's value ------------------------------------------------------


@given(
    form=st.sampled_from(["2019", "2021"]),
    shape=st.sampled_from(SHAPES),
    blank=st.sampled_from(["", "/", "无", "—", "&nbsp;"]),
    share=st.sampled_from([0, 0.1, 0.5, 0.9]),
    seed=st.integers(0, 10**6),
)
def test_undamaged_reports_are_read_right_or_not_at_all(
    form: str, shape: str, blank: str, share: float, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311
    texts = {key: blank if rng.random() < share else t for key, t in values_of(form).items()}
    found = by_place(content_of(Made(form, texts), shape), form, shape == "html")
    blanks = {"", "&nbsp;"} if blank in {"", "&nbsp;"} else {blank}
    assert {k: t for k, t in found.items() if t != texts[k] and not {t, texts[k]} <= blanks} == {}
    if shape == "html" and share < 0.5:
        assert found.keys() >= of_tables(texts, "3", "4").keys()


@pytest.mark.parametrize("seed", range(300))
def test_bent_tables_are_read_right_or_not_at_all(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311
    form = rng.choice(["2019", "2021"])
    made = Made(form)
    rng.choice(BENDS)(made, rng)
    shape = rng.choice(SHAPES)
    found = by_place(content_of(made, shape), form, shape == "html")
    assert {key: text for key, text in found.items() if text != made.values[key]} == {}


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("shape", SHAPES)
def test_the_readings_of_undamaged_reports_agree(seed: int, shape: str, tmp_path: Path) -> None:
    form = ["2019", "2021"][seed % 2]
    rng = random.Random(seed)  # noqa: S311
    share = [0, 0, 0.2, 0.8][seed // 2 % 4]
    values = balanced_values(form, seed) if seed % 3 else values_of(form)
    texts = {key: "" if rng.random() < share else t for key, t in values.items()}
    last = form_by_code(form).cell_keys[-1]  # blank in text it may be no cell at all
    made = Made(form, {**texts, last: values[last]})
    name = "a.html" if shape == "html" else "a.txt"
    report = extract(content_of(made, shape), tmp_path, name)
    differing = [
        p for p in report.problems if p.code in ("readings-differ", "suggest-other-reading")
    ]
    assert differing == []
