"""What cannot be settled is said, the rest is read, and nothing is guessed."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annual_reports.errors import NotAReport, UnreadableFile
from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from annual_reports.form import form_by_code
from annual_reports.registry import Registry
from tests.unit.extract.bending import change, cut, header3, row_of, with_column, without_spans
from tests.unit.extract.made_reports import (
    C,
    Key,
    Made,
    extract,
    found_in,
    html_table,
    page,
    page_of,
    problems_of,
    text_of,
    values_of,
)

STATE_SECRET = ("3", "withheld_state_secret")


def keys_of(row: tuple[str, str]) -> set[Key]:
    return {key for key in form_by_code("2021").cell_keys if key[:2] == row}


def but(made: Made, *without: Key) -> dict[Key, str]:
    return {key: value for key, value in made.values.items() if key not in without}


def statuses(report: Report, keys: set[Key]) -> set[Status]:
    return {cell.status for cell in report.cells if cell.key in keys}


def test_an_unknown_row_label_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    made = Made("2021")
    made.tables["3"] = change(made.tables["3"], "1.属于国家秘密", "1.另有规定的情形")
    report = extract(page_of(made), tmp_path)
    lost = keys_of(STATE_SECRET)
    assert found_in(report) == but(made, *lost)
    assert statuses(report, lost) == {Status.ABSENT}
    problem, by_place = report.problems
    assert (problem.code, problem.found) == ("label-unknown", "1.另有规定的情形")
    assert by_place.code == "read-by-position"
    assert "属于国家秘密" in problem.expected
    assert problem.locator.startswith("table 2, row 8, ")


def test_an_unreadable_value_is_not_taken_for_the_label(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "1.属于国家秘密")
    rows[place][1:3] = [C("1.另有规定的情形"), C("12（含上年）")]
    report = extract(page_of(made), tmp_path)
    assert report.problems[0].found == "1.另有规定的情形"
    assert problems_of(report) == ["label-unknown", "read-by-position"]


def test_an_unknown_heading_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    made = Made("2021")
    made.tables["3"] = change(made.tables["3"], "科研机构", "高等院校")
    report = extract(page_of(made), tmp_path)
    lost = {key for key in made.values if key[0] == "3" and key[2] == "research"}
    assert found_in(report) == but(made, *lost)
    assert problems_of(report)[0] == "label-unknown"
    assert report.problems[0].found == "高等院校"
    assert "科研机构" in report.problems[0].expected


def test_a_misprinted_label_is_taken_with_a_word(tmp_path: Path) -> None:
    made = Made("2021")
    made.tables["3"] = change(made.tables["3"], "7.属于行政执法案卷", "7.属于行政执法暗卷")
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == made.values
    (problem,) = report.problems
    assert (problem.code, problem.expected) == ("label-approximate", "7.属于行政执法案卷")


def test_a_label_near_only_in_another_group_is_not_taken(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "1.属于国家秘密")
    rows[place][1] = C("1.要求提供公开出版物物")
    rows[row_of(rows, "3.要求提供公开出版物")][0] = C("3.其余情况")
    report = extract(page_of(made), tmp_path)
    assert problems_of(report) == ["label-unknown"] * 2 + ["read-by-position"] * 2
    assert statuses(report, keys_of(("3", "declined_publication"))) == {Status.ABSENT}


def test_other_inside_a_wrong_group_is_not_the_form_row(tmp_path: Path) -> None:
    made = Made("2021")
    made.tables["3"] = change(made.tables["3"], "4.无正当理由大量反复申请", "其他")
    made.tables["3"] = change(made.tables["3"], "3.其他", "完全另外的说法")
    report = extract(page_of(made), tmp_path)
    assert problems_of(report) == ["label-unknown"] * 2 + ["read-by-position"] * 2
    assert statuses(report, keys_of(("3", "other_misc"))) == {Status.ABSENT}


@pytest.mark.parametrize("shape", ["html", "rows"])
@pytest.mark.parametrize("text", ["0000000", "1234567", "12 34", "1 2 3 4 5 6", "1 2 3 4 5 6 7 8"])
def test_numbers_run_together_are_unreadable(shape: str, text: str, tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "1.属于国家秘密")
    rows[place] = [*rows[place][:2], C(text)]
    content = page_of(made) if shape == "html" else text_of(made, shape)
    report = extract(content, tmp_path, "a.html" if shape == "html" else "a.txt")
    lost = keys_of(STATE_SECRET)
    assert found_in(report) == but(made, *lost)
    assert statuses(report, lost) == {Status.UNREADABLE}
    assert {cell.raw.strip(" |") for cell in report.cells if cell.key in lost} == {text}
    assert problems_of(report) == ["values-unclear"]


def test_numbers_in_one_cell_with_one_blank_each_are_told_apart(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "1.属于国家秘密")
    rows[place] = [*rows[place][:2], C(" ".join(cell.text for cell in rows[place][2:]), 7)]
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == made.values


@pytest.mark.parametrize("count", [-1, 1])
@pytest.mark.parametrize("shape", ["html", "rows", "cells"])
def test_too_few_or_too_many_values_are_unreadable(count: int, shape: str, tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "1.属于国家秘密")
    rows[place] = rows[place][:-1] if count < 0 else [*rows[place], C("9999")]
    content = page_of(made) if shape == "html" else text_of(made, shape)
    report = extract(content, tmp_path, "a.html" if shape == "html" else "a.txt")
    lost = keys_of(STATE_SECRET)
    assert found_in(report) == but(made, *lost)
    assert statuses(report, lost) == {Status.UNREADABLE}
    assert problems_of(report) == ["values-unclear"]


def test_a_line_of_sixteen_numbers_is_unreadable(tmp_path: Path) -> None:
    made = Made("2021")
    made.tables["4"][3].append(C("7"))
    report = extract(text_of(made, "rows"), tmp_path, "a.txt")
    lost = {key for key in made.values if key[0] == "4"}
    assert found_in(report) == but(made, *lost)
    assert statuses(report, lost) == {Status.UNREADABLE}


def test_a_number_merged_over_two_columns_belongs_to_neither(tmp_path: Path) -> None:
    made = Made("2021")
    row = made.tables["3"][row_of(made.tables["3"], "1.属于国家秘密")]
    row[3:5] = [C("77", 2)]
    report = extract(page_of(made), tmp_path)
    lost = {(*STATE_SECRET, "business"), (*STATE_SECRET, "research")}
    assert found_in(report) == but(made, *lost)
    assert statuses(report, lost) == {Status.UNREADABLE}
    assert problems_of(report) == ["merged-cell"]


def test_nothing_merged_over_a_row_is_nothing_in_each_cell(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "1.属于国家秘密")
    rows[place] = [*rows[place][:2], C("无", 7)]
    report = extract(page_of(made), tmp_path)
    assert statuses(report, keys_of(STATE_SECRET)) == {Status.WORDS}
    assert report.problems == ()


def test_a_missing_header_leaves_every_value_unreadable(tmp_path: Path) -> None:
    made = Made("2021")
    del made.tables["3"][:3]
    report = extract(page_of(made), tmp_path)
    lost = {key for key in made.values if key[0] == "3"}
    assert found_in(report) == but(made, *lost)
    assert statuses(report, lost) == {Status.UNREADABLE}
    assert problems_of(report) == ["header-missing", "read-by-position"]


def test_a_block_does_not_borrow_the_header_of_another(tmp_path: Path) -> None:
    made = Made("2019")
    rows = made.tables["2"]
    del rows[row_of(rows, "行政处罚") - 1]
    report = extract(page_of(made), tmp_path)
    lost = {key for key in made.values if key[1] in {"penalties", "coercion"}}
    assert found_in(report) == but(made, *lost)
    assert problems_of(report) == ["header-missing", "read-by-position"]


def test_one_cut_heading_that_may_be_two_columns_is_neither(tmp_path: Path) -> None:
    made = Made("2019")
    rows = change(made.tables["2"], "本年新制作数量", "本年新")
    made.tables["2"] = change(rows, "本年新公开数量", "数量")
    report = extract(page_of(made), tmp_path)
    lost = {key for key in made.values if key[2] in {"made", "newly_disclosed"}}
    assert found_in(report) == but(made, *lost)
    assert "label-unknown" in problems_of(report)


def test_two_different_values_for_a_cell_keep_the_first(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["2"]
    rows.append([rows[-1][0], C("8", 3)])
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == made.values
    (problem,) = report.problems
    assert problem.code == "duplicate-cell"
    assert "≠ 8" in problem.found
    assert problem.expected == "2, fees, amount"
    assert problem.locator.count("table 1") == 2


@pytest.mark.parametrize("is_first", [True, False])
def test_a_filled_cell_wins_over_an_empty_one(is_first: bool, tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["4"]
    rows.insert(3 if is_first else 4, [C("")] * 15)
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == made.values
    assert report.problems == ()


def test_a_value_under_no_heading_is_said(tmp_path: Path) -> None:
    made = Made("2021")
    rows = with_column(made.tables["3"], 10)
    rows[6][-1] = C("55")
    made.tables["3"] = rows
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == made.values
    (problem,) = report.problems
    assert (problem.code, problem.found) == ("value-unexplained", "55")


def test_one_bad_cell_loses_no_other(tmp_path: Path) -> None:
    made = Made("2021")
    key = ("3", "disclosed", "total")
    made.tables["3"] = change(made.tables["3"], made.values[key], "12（含上年）")
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == but(made, key)
    (problem,) = report.problems
    assert (problem.code, problem.found) == ("cell-unreadable", "12（含上年）")


@pytest.mark.parametrize("text", ["", "&nbsp;", "/", "—", "无"])
def test_cells_without_a_number_are_no_problem(text: str, tmp_path: Path) -> None:
    made = Made("2021")
    key = ("3", "disclosed", "total")
    made.tables["3"] = change(made.tables["3"], made.values[key], text)
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == but(made, key)
    assert report.problems == ()
    (cell,) = (cell for cell in report.cells if cell.key == key)
    assert cell.status in {Status.BLANK, Status.DASH, Status.WORDS}


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_a_table_of_other_figures_is_left_alone(place: int, tmp_path: Path) -> None:
    made = Made("2021")
    other = [[C("事项"), C("数量")], [C("行政许可"), C("5")], [C("行政处罚"), C("6")]]
    tables = list(map(html_table, made.tables.values()))
    tables.insert(place, html_table(other))
    report = extract(page(*tables), tmp_path)
    assert found_in(report) == made.values
    assert report.problems == ()


def test_lines_filled_throughout_show_where_the_others_belong(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    rows[1][0] = replace(rows[1][0], colspan=2)
    for row in rows[3:]:
        row.append(C(""))
    sparse = rows[row_of(rows, "1.属于国家秘密")]
    sparse[-8:-2] = [C("")] * 6
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == but(
        made, *(key for key in keys_of(STATE_SECRET) if key[2] != "total")
    )
    assert report.problems == ()


def test_missing_tables_are_absent_cells(tmp_path: Path) -> None:
    made = Made("2021")
    del made.tables["3"]
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == {key: v for key, v in made.values.items() if key[0] != "3"}
    absent = [cell for cell in report.cells if cell.status is Status.ABSENT]
    assert {cell.key[0] for cell in absent} == {"3"}
    assert len(absent) == 175


@pytest.mark.parametrize(
    "content",
    [
        "<html><title>通知公告</title><body><p>关于放假的通知</p></body></html>",
        "<table><tr><td>姓名</td><td>电话</td></tr><tr><td>张三</td><td>1</td></tr></table>",
        "<table><tr><td>行政许可</td><td>行政处罚</td></tr><tr><td>行政强制</td></tr></table>",
        "只是一段文字。",
        '{"a": [1, 2, 3]}',
    ],
)
def test_what_is_no_report_is_refused(content: str, tmp_path: Path) -> None:
    with pytest.raises(NotAReport) as refusal:
        extract(content, tmp_path, "a.txt" if content[0] not in "<" else "a.html")
    assert refusal.value.code == "not-a-report"
    assert refusal.value.facts["found"]
    assert "a." in refusal.value.message("zh")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.html", tmp_path):
        with pytest.raises(UnreadableFile) as refusal:
            extract_report(path, Registry())
        assert refusal.value.code == "file-unreadable"


# --- nothing wrong and nothing lost without a word, however tables are bent ----------


def _repeat_header(made: Made, rng: random.Random) -> None:
    first, second = cut(
        made.tables["3"], rng.randint(4, 24), rng.choice(["repeat", "blank", "missing"])
    )
    made.tables["3"] = first + header3(made) * rng.randint(0, 1) + second


def _spare_column(made: Made, rng: random.Random) -> None:
    table = rng.choice("234")
    rows = made.tables[table]
    widened = with_column(rows, rng.randint(0, 10))
    start = {"2": 0, "3": 3, "4": 3}[table] * rng.randint(0, 1)
    made.tables[table] = rows[:start] + widened[start:]


def _forgotten_spans(made: Made, rng: random.Random) -> None:
    table = rng.choice("234")
    made.tables[table] = without_spans(made.tables[table], rng.randint(1, 6))


def _wrong_span(made: Made, rng: random.Random) -> None:
    rows = made.tables[rng.choice("234")]
    row = rng.choice(rows[:4])
    place = rng.randrange(len(row))
    row[place] = replace(row[place], colspan=rng.randint(1, 6), rowspan=rng.randint(1, 2))


def _lost_cells(made: Made, rng: random.Random) -> None:
    for row in rng.sample(made.tables["3"][4:], 3):
        del row[-rng.randint(1, 5)]


def _further_cells(made: Made, rng: random.Random) -> None:
    for row in rng.sample(made.tables["3"][4:], 3):
        row.insert(len(row) - rng.randint(0, 5), C(""))


BENDS: list[Callable[[Made, random.Random], None]] = [
    _repeat_header,
    _spare_column,
    _forgotten_spans,
    _wrong_span,
    _lost_cells,
    _further_cells,
]


@pytest.mark.parametrize("seed", range(150))
def test_bent_tables_never_yield_a_wrong_number(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)  # noqa: S311
    form = rng.choice(["2019", "2021"])
    blank = rng.choice([0, 0.3, 0.7, 0.95])
    values = {key: "" if rng.random() < blank else v for key, v in values_of(form).items()}
    made = Made(form, dict(values))
    bend = rng.choice(BENDS)
    printed = {cell.text for rows in made.tables.values() for row in rows for cell in row}
    bend(made, rng)
    kept = {cell.text for rows in made.tables.values() for row in rows for cell in row}
    shape = rng.choice(["html", "html", "rows", "cells"])
    content = page_of(made) if shape == "html" else text_of(made, shape)
    report = extract(content, tmp_path, "a.html" if shape == "html" else "a.txt")
    found = found_in(report)
    assert {key: text for key, text in found.items() if text != values[key]} == {}
    lost = {key for key, text in values.items() if text and key not in found}
    assert not lost or report.problems or not {values[key] for key in lost} & printed & kept


MARKUP = [
    "<td>",
    "</td>",
    "<tr>",
    "</tr>",
    "<table>",
    "</table>",
    "其他",
    "总计",
    "1",
    "0 0",
    "&nbsp;",
]


@pytest.mark.parametrize("seed", range(60))
def test_damaged_pages_are_read_or_refused(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)  # noqa: S311
    content = page_of(Made(rng.choice(["2019", "2021"])))
    for _ in range(rng.choice([1, 5, 40])):
        start = rng.randrange(len(content))
        end = start + rng.choice([0, 3, 50, 900])
        content = content[:start] + rng.choice(MARKUP) + content[end:]
    try:
        report = extract(content, tmp_path)
    except NotAReport:
        return
    assert len({cell.key for cell in report.cells}) == len(report.cells)
