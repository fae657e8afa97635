"""Found by fuzzing: numbers that were read for another cell without a word. Now they are not."""

from dataclasses import replace
from pathlib import Path

import pytest

from annual_reports.facts import Report, Status
from tests.unit.extract.bending import grid_of, row_of, unmerged
from tests.unit.extract.made_reports import (
    TITLES,
    C,
    Made,
    extract,
    found_in,
    html_table,
    page,
    page_of,
    text_of,
)

FIRST = "1.属于国家秘密"
THIRD = "4.保护第三方合法权益"


def assert_nothing_wrong(made: Made, report: Report, *, least: int = 150) -> None:
    """What is read is printed for its cell; most of the report is read."""
    found = found_in(report)
    assert found.items() - made.values.items() == set()
    assert len(found) >= least


def blank(made: Made, table: str, row: int, place: int) -> None:
    """Nothing in that cell: the key of its text has no value any more."""
    cells = made.tables[table][row]
    text = cells[place].text
    cells[place] = replace(cells[place], text="")
    made.values = {key: value for key, value in made.values.items() if value != text}


@pytest.mark.parametrize("shape", ["html", "rows", "cells"])
def test_a_heading_left_blank_moves_no_value(shape: str, tmp_path: Path) -> None:
    """Six headings over seven values: a row with one value blank has six, but not those."""
    made = Made("2021")
    rows = made.tables["3"]
    rows[2][3] = C("")
    blank(made, "3", row_of(rows, THIRD), 2)
    content = page_of(made) if shape == "html" else text_of(made, shape)
    report = extract(content, tmp_path, "a.html" if shape == "html" else "a.txt")
    assert_nothing_wrong(made, report, least=150 if shape == "html" else 25)


@pytest.mark.parametrize("shape", ["rows", "cells"])
@pytest.mark.parametrize(("table", "label"), [("3", THIRD), ("3", "一、本年新收"), ("4", "")])
def test_in_text_a_merged_value_moves_no_other(
    shape: str, table: str, label: str, tmp_path: Path
) -> None:
    """The blank field at the end of the line is the rest of the merged cell."""
    made = Made("2021")
    rows = made.tables[table]
    cells = rows[row_of(rows, label)] if label else rows[-1]
    del cells[-5]
    cells[-5] = replace(cells[-5], colspan=2)
    report = extract(text_of(made, shape), tmp_path, "a.txt")
    assert_nothing_wrong(made, report)


@pytest.mark.parametrize("shape", ["rows", "cells"])
def test_in_text_a_column_printed_twice_moves_no_value(shape: str, tmp_path: Path) -> None:
    """Eight values under seven headings: a row with one of them blank has seven."""
    made = Made("2021")
    for row in made.tables["3"][3:]:
        row.insert(-3, row[-3])
    blank(made, "3", row_of(made.tables["3"], THIRD), -1)
    report = extract(text_of(made, shape), tmp_path, "a.txt")
    assert_nothing_wrong(made, report, least=25)


def test_a_heading_over_two_equal_columns_moves_no_value(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    rows[0][1] = C("申请人情况", 8)
    rows[1][1] = C("法人或其他组织", 6)
    rows[2][2] = C("社会公益组织", 2)
    for row in rows[3:]:
        row.insert(-4, row[-4])
    blank(made, "3", row_of(rows, THIRD), -3)
    report = extract(page_of(made), tmp_path)
    assert_nothing_wrong(made, report, least=195)


def test_a_merged_cell_that_holds_no_number_is_said(tmp_path: Path) -> None:
    made = Made("2021")
    row = made.tables["3"][row_of(made.tables["3"], FIRST)]
    row[-3:-1] = [C("1 2", 2)]
    report = extract(page_of(made), tmp_path)
    lost = [cell for cell in report.cells if cell.raw == "1 2"]
    assert [cell.status for cell in lost] == [Status.UNREADABLE] * 2
    assert [problem.code for problem in report.problems] == ["merged-cell"]


def test_a_line_that_counts_the_columns_is_no_line_of_values(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["4"]
    rows.insert(2, [C(str(place)) for place in range(1, 16)])
    rows[1] = [replace(cell, rowspan=1) for cell in rows[1]]
    rows[3] = [*(C("") for _ in range(5)), *rows[3]]
    blank(made, "4", 4, 3)
    report = extract(page_of(made), tmp_path)
    assert_nothing_wrong(made, report, least=195)
    assert [problem.code for problem in report.problems] == ["value-unexplained"]


def test_a_table_printed_twice_in_one_is_read_once_and_said(tmp_path: Path) -> None:
    made = Made("2021")
    again = [
        [replace(c, text=f"{c.text}0") if c.text.isdigit() else c for c in row]
        for row in made.tables["4"]
    ]
    made.tables["4"] += again
    report = extract(page_of(made), tmp_path)
    assert_nothing_wrong(made, report, least=200)
    assert [problem.code for problem in report.problems].count("duplicate-cell") == 15


def test_a_strange_heading_first_moves_no_value_of_table_four(tmp_path: Path) -> None:
    """The row lacks its last cell, so it has as many values as the form has columns."""
    made = Made("2021")
    first, second, third, values = made.tables["4"]
    third[:0] = [C(cell.text) for cell in second[:5]]
    second[:5] = [C("", 5)]
    made.tables["4"] = [[C(""), *first], [C(""), *second], [C("栏次"), *third]]
    made.tables["4"].append([C("903"), *values[:-1]])
    last = values[-1].text
    made.values = {key: value for key, value in made.values.items() if value != last}
    assert_nothing_wrong(made, extract(page_of(made), tmp_path), least=180)


def test_headings_of_another_table_move_no_value_of_table_four(tmp_path: Path) -> None:
    made = Made("2021")
    other = [[C("姓名") for _ in range(5)] + [C("其他"), C("科室")], [C(str(n)) for n in range(7)]]
    tables = [html_table(rows) for rows in made.tables.values()]
    content = page(*tables[:2], html_table(other), tables[2], title=TITLES["2021"])
    assert_nothing_wrong(made, extract(content, tmp_path), least=180)


def test_a_heading_printed_within_a_row_is_not_that_over_it(tmp_path: Path) -> None:
    """Table 4 turned on its side, as a spreadsheet exports it: labels where they begin only."""
    made = Made("2021")
    heads = [column.text for column in made.tables["4"][2][:5]]
    values = [cell.text for cell in made.tables["4"][3]]
    lines = [f"{TITLES['2021']}"]
    for n, label in enumerate(["行政复议", "未经复议直接起诉", "复议后起诉"]):
        for m, head in enumerate(heads):
            text = "" if (n, m) == (1, 4) else values[5 * n + m]
            lines.append(f"{'' if m else label},{head},{text}")
    for key in [key for key in made.values if key[0] in "23"]:
        del made.values[key]
    del made.values["4", "litigation_direct", "total"]
    report = extract("\n".join(lines), tmp_path, "a.csv")
    assert_nothing_wrong(made, report, least=0)


def test_a_group_label_beside_its_own_rows_stands_in_for_none(tmp_path: Path) -> None:
    """The row below the group has lost its label; the values are not those of the group."""
    made = Made("2021")
    rows = made.tables["3"]
    first = row_of(rows, "1.申请人无正当理由逾期不补正")
    rows[first][1] = replace(rows[first][1], text="")
    report = extract(page_of(made), tmp_path)
    assert_nothing_wrong(made, report, least=193)
    assert "label-unknown" in [problem.code for problem in report.problems]


def test_headings_in_another_table_are_counted_against_all_rows(tmp_path: Path) -> None:
    """Six headings alone above: a row that has lost a blank cell has six values by chance."""
    made = Made("2021")
    rows = made.tables["3"]
    rows[1][0] = C("", 1, 2)
    head, body = rows[:3], rows[3:]
    body[1] = [*body[1][:3], *body[1][4:]]
    tables = [made.tables["2"], head, body, made.tables["4"]]
    made.values.pop(("3", "carried_in", "research"))
    content = page(*map(html_table, tables), title=TITLES["2021"])
    assert_nothing_wrong(made, extract(content, tmp_path), least=25)


def test_a_blank_first_column_and_a_shifted_row_move_no_value(tmp_path: Path) -> None:
    """Two rows with nothing in their first column, one because its values were shifted."""
    made = Made("2019")
    rows = made.tables["2"]
    first = row_of(rows, "行政许可")
    rows[first].insert(1, C(""))
    blank(made, "2", first + 1, 1)
    rows[first + 1].append(C(""))
    assert_nothing_wrong(made, extract(page_of(made), tmp_path), least=190)


def test_a_table_turned_on_its_side_gives_no_wrong_number(tmp_path: Path) -> None:
    """The applicants' total under the heading of other reasons is not that of the outcomes."""
    made = Made("2021")
    grid = [[C(cell.text) for cell, _, _ in row] for row in grid_of(made.tables["3"])]
    made.tables["3"] = [list(column) for column in zip(*grid, strict=True)]
    assert_nothing_wrong(made, extract(page_of(made), tmp_path), least=25)


@pytest.mark.parametrize("shape", ["rows", "cells"])
def test_in_text_a_strange_heading_moves_no_value(shape: str, tmp_path: Path) -> None:
    """Whether the blank field is its value or the last one nobody can tell."""
    made = Made("2021")
    rows = made.tables["3"]
    rows[1].insert(0, C("栏次"))
    for row in rows[3:]:
        row.append(C(""))
    assert_nothing_wrong(made, extract(text_of(made, shape), tmp_path, "a.txt"), least=25)


def test_values_in_more_places_than_headings_are_not_counted_off(tmp_path: Path) -> None:
    """A column printed twice under one heading, in rows that each lack something."""
    made = Made("2021")
    rows = made.tables["3"]
    rows[0][1] = C("申请人情况", 8)
    rows[1][1] = C("法人或其他组织", 6)
    rows[2][3] = C("法律服务机构", 2)
    for number, row in enumerate(rows[3:], 3):
        blank(made, "3", number, -1 - number % 7)
        row.insert(-3, row[-3])
        row.append(C("" if number % 2 else "1"))
    assert_nothing_wrong(made, extract(page_of(made), tmp_path), least=25)


@pytest.mark.parametrize("shape", ["rows", "cells"])
def test_in_text_a_strange_heading_may_stand_beside_the_total(shape: str, tmp_path: Path) -> None:
    """Printed after the headings of organisations it belongs among them or after all."""
    made = Made("2021")
    rows = made.tables["3"]
    rows[2].append(C("序号"))
    for number, row in enumerate(rows[3:], 1):
        row.append(C(str(number)))
    assert_nothing_wrong(made, extract(text_of(made, shape), tmp_path, "a.txt"), least=25)


def test_numbers_above_the_headings_are_no_line_of_values(tmp_path: Path) -> None:
    made = Made("2021")
    made.tables["4"].insert(0, [C("甲"), *(C(str(n)) for n in range(14))])
    rows = [row for table in ("3", "4") for row in made.tables[table]]
    content = page(html_table(made.tables["2"]), html_table(rows), title=TITLES["2021"])
    assert_nothing_wrong(made, extract(content, tmp_path), least=200)


def test_words_under_a_heading_of_table_four_are_no_label(tmp_path: Path) -> None:
    """With a column more there are as many fields after the words as the form has columns."""
    made = Made("2021")
    rows = made.tables["4"]
    made.values = {key: text for key, text in made.values.items() if text != rows[3][0].text}
    rows[3][0] = C("见附件")
    for row, text in zip(rows, ["", "", "", "备注"], strict=True):
        row.append(C(text))
    assert_nothing_wrong(made, extract(page_of(made), tmp_path), least=180)


@pytest.mark.parametrize("shape", ["rows", "cells"])
def test_in_text_a_value_printed_twice_is_not_two_values(shape: str, tmp_path: Path) -> None:
    """Under a heading that is printed twice as well, after a blank cell."""
    made = Made("2019")
    made.tables["2"] = unmerged(made.tables["2"])
    row = row_of(made.tables["2"], "行政事业性收费")
    blank(made, "2", row, 1)
    assert_nothing_wrong(made, extract(text_of(made, shape), tmp_path, "a.txt"))


@pytest.mark.parametrize("shape", ["rows", "cells"])
def test_in_text_a_column_lost_in_part_of_the_table_moves_no_value(
    shape: str, tmp_path: Path
) -> None:
    made = Made("2021")
    lost = set()
    for row in made.tables["3"][5:]:
        lost.add(row.pop(-2).text)
    made.values = {key: text for key, text in made.values.items() if text not in lost}
    assert_nothing_wrong(made, extract(text_of(made, shape), tmp_path, "a.txt"), least=35)
