"""Sums as witnesses: what they bear out is suggested, what was read stays as it is."""

import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annual_reports.extract.repairs import Repair, borne_out, split_cells
from annual_reports.extract.witness import Witness
from annual_reports.facts import Cell, Problem, Report, Status
from annual_reports.form import form_by_code
from tests.unit.extract.balanced import APPLICANTS, AROUND, balanced_values
from tests.unit.extract.bending import row_of, swap_columns3, with_column
from tests.unit.extract.made_reports import (
    C,
    Key,
    Made,
    Rows,
    extract,
    found_in,
    page_of,
    problems_of,
    text_of,
)

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])


def balanced(form: str, **texts: str) -> Made:
    """A report that keeps to all sums, but for cells given as ``row__column``."""
    values = balanced_values(form)
    for name, text in texts.items():
        row, column = name.split("__")
        values["3", row, column] = text
    return Made(form, values)


def read(made: Made, folder: Path, shape: str = "html") -> Report:
    if shape == "html":
        return extract(page_of(made), folder)
    return extract(text_of(made, shape), folder, "a.txt")


def only(report: Report, code: str) -> Problem:
    (problem,) = (item for item in report.problems if item.code == code)
    return problem


def status_of(report: Report, key: Key) -> Status:
    return next(cell.status for cell in report.cells if cell.key == key)


def suggested(problem: Problem) -> dict[Key, str]:
    pairs = (part.split("=") for part in problem.suggestion.split("; "))
    found = {}
    for place, value in pairs:
        table, row, column = place.split("/")
        found[table, row, column] = value
    return found


def witness_of(form: str, values: dict[Key, str]) -> Witness:
    cells = {
        key: Cell(*key, Decimal(text) if text else None, text,
                  Status.NUMBER if text else Status.BLANK)
        for key, text in values.items()
    }  # fmt: skip
    return Witness(form, cells)


# --- the sums --------------------------------------------------------------------------


@FORMS
@pytest.mark.parametrize("seed", range(5))
def test_no_sum_is_broken_where_all_are_kept(form: str, seed: int) -> None:
    assert not witness_of(form, balanced_values(form, seed)).broken


def broken_by(key: Key) -> int:
    """How many sums a cell is in, worked out by hand from the form."""
    table, row, _ = key
    if table == "2":
        return 0
    if table == "4":
        return 1
    # its row; its column as an outcome or in the balance; the total of outcomes is in both
    return 3 if row == "closed_total" else 2


@given(form=st.sampled_from(["2019", "2021"]), place=st.integers(0, 10**6))
def test_a_wrong_cell_breaks_just_the_sums_it_is_in(form: str, place: int) -> None:
    values = balanced_values(form)
    key = list(values)[place % len(values)]
    values[key] = str(int(values[key]) + 1)
    assert len(witness_of(form, values).broken) == broken_by(key)


@FORMS
def test_a_blank_part_is_zero_and_a_blank_total_unknown(form: str) -> None:
    values = balanced_values(form)
    amount = values["3", "disclosed", "business"]
    assert amount != "0"
    values["3", "disclosed", "business"] = ""
    assert len(witness_of(form, values).broken) == 2
    values = balanced_values(form)
    values["3", "disclosed", "total"] = ""
    assert not witness_of(form, values).broken


def test_a_row_that_stands_in_counts_instead_of_the_three() -> None:
    values = balanced_values("2021")
    for column in (*APPLICANTS, "total"):
        three = ("other_uncorrected", "other_fee_unpaid", "other_misc")
        amounts = [int(values.pop(("3", row, column))) for row in three]
        values["3", "other", column] = str(sum(amounts))
    assert not witness_of("2021", values).broken
    values["3", "other", "research"] = "9999"
    assert len(witness_of("2021", values).broken) == 2


def test_a_missing_row_leaves_its_columns_unknown() -> None:
    values = balanced_values("2021")
    for column in (*APPLICANTS, "total"):
        del values["3", "declined_repeat", column]
    values["3", "declined_petition", "total"] = "9999"
    assert len(witness_of("2021", values).broken) == 1  # its row


def test_values_that_leave_a_sum_unknown_are_contradicted() -> None:
    witness = witness_of("2021", balanced_values("2021"))
    verdict = witness.hear({("3", "disclosed", "total"): None})
    assert (verdict.is_contradicted, verdict.is_refuted) == (True, True)


def test_what_was_unknown_is_not_cured() -> None:
    key = ("3", "disclosed", "total")
    values = balanced_values("2021")
    right, values[key] = Decimal(values[key]), ""
    witness = witness_of("2021", values)
    assert witness.hear({key: right}).is_borne_out
    assert not witness.is_cured({key: right})
    assert witness.hear({key: right + 1}).is_contradicted


# --- split digits ----------------------------------------------------------------------


def split(text: str, joint: str) -> str:
    return text[:1] + joint + text[1:]


@FORMS
@pytest.mark.parametrize("joint", [" ", "  ", "\n", "<br>"])
@pytest.mark.parametrize(("row", "column"), [("closed_total", "total"), ("disclosed", "business")])
def test_split_digits_that_the_sums_join(
    form: str, joint: str, row: str, column: str, tmp_path: Path
) -> None:
    key = ("3", row, column)
    whole = balanced_values(form)[key]
    assert len(whole) > 1
    made = balanced(form, **{f"{row}__{column}": split(whole, joint)})
    report = read(made, tmp_path)
    assert status_of(report, key) is Status.UNREADABLE
    assert problems_of(report) == ["cell-unreadable", "suggest-joined-digits"]
    assert suggested(report.problems[-1]) == {key: whole}
    assert found_in(report) == {k: v for k, v in made.values.items() if k != key}


def test_a_misplaced_comma_is_joined_too(tmp_path: Path) -> None:
    values = balanced_values("2021", most=900)
    whole = int(values["3", "closed_total", "total"])
    assert whole > 9999
    text = f"{whole // 1000}，{whole % 1000:03d}"
    values["3", "closed_total", "total"] = text[:-2] + " " + text[-2:]
    report = read(Made("2021", values), tmp_path)
    assert suggested(only(report, "suggest-joined-digits")) == {
        ("3", "closed_total", "total"): str(whole)
    }


def test_split_digits_of_which_a_piece_is_the_number_are_not_joined(tmp_path: Path) -> None:
    key = ("3", "disclosed", "business")
    whole = balanced_values("2021")[key]
    report = read(balanced("2021", disclosed__business=f"{whole} 7"), tmp_path)
    assert problems_of(report) == ["cell-unreadable"]
    assert status_of(report, key) is Status.UNREADABLE


def test_split_digits_that_no_sum_bears_out_are_not_joined(tmp_path: Path) -> None:
    assert problems_of(read(balanced("2021", disclosed__business="9 9"), tmp_path)) == [
        "cell-unreadable"
    ]


def test_split_digits_in_a_column_that_is_wrong_anyway_are_not_joined(tmp_path: Path) -> None:
    whole = balanced_values("2021")["3", "disclosed", "business"]
    made = balanced("2021", disclosed__business=split(whole, " "), carried_in__business="0")
    assert balanced_values("2021")["3", "carried_in", "business"] != "0"
    assert problems_of(read(made, tmp_path)) == ["cell-unreadable", "suggest-joined-digits"]
    made = balanced("2021", disclosed__business=split(whole, " "), closed_total__business="0")
    assert problems_of(read(made, tmp_path)) == ["cell-unreadable"]


def test_a_long_amount_over_two_lines_is_joined_without_a_sum(tmp_path: Path) -> None:
    values = balanced_values("2019")
    key = ("2", "procurement", "amount")
    values[key] = "1357539<br>4432.52"
    report = read(Made("2019", values), tmp_path)
    assert problems_of(report) == ["cell-unreadable", "suggest-joined-amount"]
    assert suggested(report.problems[-1]) == {key: "13575394432.52"}
    values[key], values["2", "licensing", "decisions"] = "5", "12 34"
    assert problems_of(read(Made("2019", values), tmp_path)) == ["cell-unreadable"]


def test_a_row_of_numbers_run_together_is_not_joined(tmp_path: Path) -> None:
    made = balanced("2021")
    rows = made.tables["3"]
    place = row_of(rows, "1.属于国家秘密")
    rows[place] = [*rows[place][:2], C("12 34")]
    assert problems_of(read(made, tmp_path)) == ["values-unclear"]


# --- shifted and exchanged rows --------------------------------------------------------

Moved = Callable[[list[str]], list[str]]
SPARSE = ["0", "35", "0", "0", "17", "0", "52"]


def with_row(row: str, texts: list[str], printed: list[str]) -> Made:
    """A report that keeps to all sums with ``texts`` in an outcome row, ``printed`` otherwise."""
    values = balanced_values("2021", most=9)
    columns = (*APPLICANTS, "total")
    for column, text in zip(columns, texts, strict=True):
        more = int(text) - int(values["3", row, column])
        values["3", row, column] = text
        for around in ("closed_total", "new_requests"):
            values["3", around, column] = str(int(values["3", around, column]) + more)
    assert not witness_of("2021", values).broken
    for column, text in zip(columns, printed, strict=True):
        values["3", row, column] = text
    return Made("2021", values)


@pytest.mark.parametrize(
    "printed",
    [
        ["35", "0", "0", "17", "0", "", "52"],
        ["", "0", "35", "0", "0", "17", "52"],
        ["0", "35", "0", "17", "0", "52", ""],
        ["0", "35", "0", "0", "17", "52", ""],
    ],
)
def test_a_shifted_row_is_suggested_back(printed: list[str], tmp_path: Path) -> None:
    made = with_row("declined_repeat", SPARSE, printed)
    report = read(made, tmp_path)
    assert found_in(report) == {key: text for key, text in made.values.items() if text}
    assert problems_of(report) == ["suggest-shifted-row"]
    values = [value or "0" for value in suggested(report.problems[0]).values()]
    assert values == SPARSE


def test_a_shift_that_another_row_could_have_as_well_is_not_suggested(tmp_path: Path) -> None:
    one, moved = ["1", "0", "0", "0", "0", "0", "1"], ["0", "1", "0", "0", "0", "0", "1"]
    made = with_row("declined_repeat", one, moved)
    assert int(made.values["3", "withheld_admin_query", "natural_person"]) >= 1
    assert problems_of(read(made, tmp_path)) == []


def test_a_shifted_row_without_its_total_is_not_suggested(tmp_path: Path) -> None:
    made = with_row("declined_repeat", SPARSE, ["35", "0", "0", "17", "0", "", ""])
    assert problems_of(read(made, tmp_path)) == []


def test_a_rival_counts_for_nothing_against_the_other_reading() -> None:
    one, moved = ["1", "0", "0", "0", "0", "0", "1"], ["0", "1", "0", "0", "0", "0", "1"]
    witness = witness_of("2021", with_row("declined_repeat", one, moved).values)
    columns = ("natural_person", "business")
    right = {("3", "declined_repeat", c): Decimal(n) for c, n in zip(columns, (1, 0), strict=True)}
    rival = {
        key: witness.amount(key) + more
        for column, more in zip(columns, (1, -1), strict=True)
        for key in [("3", "withheld_admin_query", column)]
    }
    for values in (right, rival):
        assert witness.is_cured(values)
    for is_read, count in ((True, 1), (False, 0)):
        repair = Repair("suggest-other-reading", right, is_read)
        assert len(borne_out([repair, Repair("", rival)], witness)) == count


def test_split_digits_printed_for_several_cells_are_those_of_none() -> None:
    keys = [("3", "disclosed", column) for column in APPLICANTS]
    for places, count in ((["a"] * 6, 0), (list("abcdef"), 6)):
        cells = {
            key: Cell(*key, None, "1 2", Status.UNREADABLE, place)
            for key, place in zip(keys, places, strict=True)
        }
        assert len(split_cells(cells)) == count


def test_a_shifted_row_with_another_mistake_is_not_suggested(tmp_path: Path) -> None:
    made = with_row("declined_repeat", SPARSE, ["35", "0", "0", "17", "0", "", "53"])
    assert problems_of(read(made, tmp_path)) == []


def test_a_row_that_begins_blank_and_ends_outside_the_table(tmp_path: Path) -> None:
    made = with_row("declined_repeat", SPARSE, ["", *SPARSE[1:]])
    rows = with_column(made.tables["3"], 10)
    row = rows[row_of(rows, "2.重复申请")]
    row[-8:] = [C(""), *row[-8:-1]]
    made.tables["3"] = rows
    report = read(made, tmp_path)
    shifted = [found_in(report).get(("3", "declined_repeat", c)) for c in (*APPLICANTS, "total")]
    assert shifted == [None, None, *SPARSE[1:-1]]
    assert problems_of(report) == ["value-unexplained", "suggest-shifted-row"]
    right = suggested(report.problems[-1])
    assert [value or "0" for value in right.values()] == SPARSE


def print_values_of(rows: Rows, upper: int, lower: int) -> None:
    """The values of two rows in each other's place, the labels where they were."""
    rows[upper][-7:], rows[lower][-7:] = rows[lower][-7:], rows[upper][-7:]


def test_rows_whose_values_are_exchanged(tmp_path: Path) -> None:
    made = balanced("2021")
    rows = made.tables["3"]
    print_values_of(rows, len(rows) - 2, len(rows) - 1)
    report = read(made, tmp_path)
    assert problems_of(report) == ["suggest-swapped-rows"]
    right = suggested(report.problems[0])
    assert right == {key: made.values[key] for key in right}
    assert {key[1] for key in right} == {"closed_total", "carried_out"}
    assert found_in(report)["3", "carried_out", "total"] == right["3", "closed_total", "total"]


def test_a_single_wrong_total_suggests_nothing(tmp_path: Path) -> None:
    for row in (*AROUND, "disclosed"):
        wrong = str(int(balanced_values("2021")["3", row, "total"]) + 1)
        assert problems_of(read(balanced("2021", **{f"{row}__total": wrong}), tmp_path)) == []


def rows3(values: dict[Key, str]) -> list[str]:
    return list(dict.fromkeys(row for table, row, _ in values if table == "3"))


def move(values: dict[Key, str], key: Key, more: int) -> None:
    values[key] = str(int(values[key]) + more)


def one_cell(values: dict[Key, str], rng: random.Random) -> None:
    column = rng.choice([*APPLICANTS, "total", "natural_person", "total"])
    move(values, ("3", rng.choice(rows3(values)), column), rng.choice([1, 1, 2, 10]))


def another_column(values: dict[Key, str], rng: random.Random) -> None:
    filled = [key for key in values if key[2] in APPLICANTS and values[key] != "0"]
    key = rng.choice(filled)
    other = rng.choice([column for column in APPLICANTS if column != key[2]])
    count = rng.randint(1, int(values[key]))
    move(values, key, -count)
    move(values, (*key[:2], other), count)


def another_row(values: dict[Key, str], rng: random.Random) -> None:
    filled = [key for key in values if key[2] in APPLICANTS and values[key] != "0"]
    key = rng.choice(filled)
    other = rng.choice([row for row in rows3(values) if row != key[1]])
    for column in (key[2], "total"):
        move(values, ("3", key[1], column), -1)
        move(values, ("3", other, column), 1)


@pytest.mark.parametrize("mistake", [one_cell, another_column, another_row])
@pytest.mark.parametrize("seed", range(60))
def test_an_agencys_own_mistakes_suggest_nothing_wrong(
    mistake: Callable[[dict[Key, str], random.Random], None], seed: int, tmp_path: Path
) -> None:
    right = balanced_values("2021", seed, most=12, share=0.08)
    wrong = dict(right)
    mistake(wrong, random.Random(seed))  # noqa: S311
    report = read(Made("2021", wrong), tmp_path)
    assert found_in(report) == wrong
    for problem in report.problems:
        assert mistake is another_column
        assert problem.code == "suggest-shifted-row"
        assert {key: value or "0" for key, value in suggested(problem).items()}.items() <= (
            right.items()
        )


# --- the two readings ------------------------------------------------------------------


def swap_labels(rows: Rows, one: str, other: str) -> None:
    """Two labels in each other's place, the values where they were."""
    first, second = row_of(rows, one), row_of(rows, other)
    rows[first][-8], rows[second][-8] = (
        replace(rows[first][-8], text=rows[second][-8].text),
        replace(rows[second][-8], text=rows[first][-8].text),
    )


@pytest.mark.parametrize("shape", ["html", "rows", "cells"])
def test_swapped_labels_are_kept_and_said(shape: str, tmp_path: Path) -> None:
    made = balanced("2021")
    swap_labels(made.tables["3"], "1.信访举报投诉类申请", "2.重复申请")
    report = read(made, tmp_path, shape)
    petition, repeat = (("3", row, "total") for row in ("declined_petition", "declined_repeat"))
    found = found_in(report)
    assert (found[petition], found[repeat]) == (made.values[repeat], made.values[petition])
    problem = only(report, "readings-differ")
    assert problem.suggestion == ""
    assert made.values[repeat] in problem.found
    assert made.values[petition] in problem.expected.split(";")[0]
    assert len(report.problems) == 1


def test_swapped_labels_against_which_the_sums_speak(tmp_path: Path) -> None:
    made = balanced("2019")
    swap_labels(made.tables["3"], "（六）其他处理", "（七）总计")
    report = read(made, tmp_path)
    (problem,) = report.problems
    assert problem.code == "suggest-swapped-rows"
    right = suggested(problem)
    assert right == {key: made.values[key] for key in right}
    assert found_in(report)["3", "other", "total"] == right["3", "closed_total", "total"]


def test_a_label_moved_to_where_it_is_not_known(tmp_path: Path) -> None:
    made = balanced("2021")
    swap_labels(made.tables["3"], "（七）总计", "四、结转下年度继续办理")
    report = read(made, tmp_path)
    assert problems_of(report) == ["label-unknown", "suggest-other-reading"]
    right = suggested(report.problems[-1])
    assert right == {key: made.values[key] for key in right}
    assert {key[1] for key in right} == {"closed_total", "carried_out"}


def test_rows_far_apart_with_swapped_labels(tmp_path: Path) -> None:
    made = balanced("2021")
    swap_labels(made.tables["3"], "（一）予以公开", "四、结转下年度继续办理")
    report = read(made, tmp_path)
    assert problems_of(report) == ["suggest-other-reading"] * 2  # one for each row
    right = {key: value for item in report.problems for key, value in suggested(item).items()}
    assert right == {key: made.values[key] for key in right}
    assert found_in(report)["3", "carried_out", "total"] == right["3", "disclosed", "total"]


def test_rows_that_stand_elsewhere_with_their_labels_need_no_word(tmp_path: Path) -> None:
    """The sums bear out the labels and contradict the places."""
    made = balanced("2021")
    rows = made.tables["3"]
    rows.insert(5, rows.pop())
    report = read(made, tmp_path)
    assert found_in(report) == made.values
    assert report.problems == ()


def test_swapped_headings_are_kept_and_said_once(tmp_path: Path) -> None:
    made = balanced("2021")
    headings = made.tables["3"][2]
    headings[0], headings[1] = headings[1], headings[0]
    report = read(made, tmp_path)
    found = found_in(report)
    assert found["3", "closed_total", "business"] == made.values["3", "closed_total", "research"]
    assert problems_of(report) == ["readings-differ"]


def test_swapped_columns_are_said_once(tmp_path: Path) -> None:
    made = balanced("2021")
    made.tables["3"] = swap_columns3(made.tables["3"])
    report = read(made, tmp_path)
    assert found_in(report) == made.values
    assert problems_of(report) == ["readings-differ"]


def test_headings_against_which_the_sums_speak(tmp_path: Path) -> None:
    made = balanced("2021")
    first, third = made.tables["3"][1][0], made.tables["3"][1][2]
    made.tables["3"][1][0] = replace(first, text=third.text)
    made.tables["3"][1][2] = replace(third, text=first.text)
    report = read(made, tmp_path)
    (problem,) = report.problems
    assert problem.code == "suggest-other-reading"
    right = suggested(problem)
    assert right == {key: made.values[key] for key in right}
    found = found_in(report)
    assert found["3", "disclosed", "total"] == right["3", "disclosed", "natural_person"]


def test_a_table_without_its_header_is_read_by_its_place(tmp_path: Path) -> None:
    made = balanced("2021")
    del made.tables["3"][:3]
    report = read(made, tmp_path)
    assert problems_of(report) == ["header-missing", "suggest-other-reading"]
    assert not [key for key in found_in(report) if key[0] == "3"]
    assert suggested(report.problems[-1]) == {
        key: text for key, text in made.values.items() if key[0] == "3"
    }


@FORMS
def test_a_mislabelled_row_is_read_by_its_place(form: str, tmp_path: Path) -> None:
    made = balanced(form)
    rows = made.tables["3"]
    place = row_of(rows, "2.重复申请")
    rows[place][-8] = replace(rows[place][-8], text="2.另有规定的情形")
    report = read(made, tmp_path)
    assert problems_of(report) == ["label-unknown", "suggest-other-reading"]
    lost = {key for key in made.values if key[1] == "declined_repeat"}
    assert {status_of(report, key) for key in lost} == {Status.ABSENT}
    assert suggested(report.problems[-1]) == {key: made.values[key] for key in lost}


def test_a_mislabelled_row_that_breaks_the_sums_is_read_but_not_suggested(tmp_path: Path) -> None:
    made = balanced("2021", declined_repeat__total="9999")
    rows = made.tables["3"]
    place = row_of(rows, "2.重复申请")
    rows[place][-8] = replace(rows[place][-8], text="2.另有规定的情形")
    problem = only(read(made, tmp_path), "read-by-position")
    assert "9999" in problem.expected
    assert problem.suggestion == ""


def test_an_unknown_label_of_table_two_is_read_by_its_place(tmp_path: Path) -> None:
    made = balanced("2021")
    rows = made.tables["2"]
    place = row_of(rows, "行政强制")
    rows[place][0] = C("另外的说法")
    problem = only(read(made, tmp_path), "read-by-position")
    key = ("2", "coercion", "decisions")
    assert suggested(problem) == {key: made.values[key]}


@FORMS
def test_the_cells_of_a_form_and_of_the_witness_are_the_same(form: str) -> None:
    witness = witness_of(form, balanced_values(form))
    for key in form_by_code(form).cell_keys:
        assert witness.has_sums(key) is (key[0] != "2")
