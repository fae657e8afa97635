"""The annex of the years before 2019 in its variants: read by label, or said, never guessed."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from annual_reports.errors import NotAReport
from annual_reports.extract.recognise.lexicon import lexicons, telling_keys
from annual_reports.facts import Report, Status
from tests.unit.extract.made_reports import (
    C,
    Made,
    Rows,
    extract,
    found_in,
    html_table,
    page,
    page_of,
    problems_of,
)

TITLE = "某某市某某局2016年度政府信息公开工作年度报告"
HEAD = ["指标名称", "计量单位", "2016年度", "历年累计"]
BODY = [
    ["主动公开文件数", "条", "120", "900"],
    ["其中：1.政府网站公开数", "条", "110", "800"],
    ["受理依申请公开信息总数", "条", "7", "40"],
    ["其中：1、当面申请数", "条", "3", "25"],
    ["2、网上申请数", "条", "4", "15"],
    ["行政复议数", "件", "1", "2"],
]
VALUES = {
    ("documents_published", "year"): 120,
    ("documents_published", "cumulative"): 900,
    ("via_website", "year"): 110,
    ("via_website", "cumulative"): 800,
    ("requests_received", "year"): 7,
    ("requests_received", "cumulative"): 40,
    ("requests_in_person", "year"): 3,
    ("requests_in_person", "cumulative"): 25,
    ("requests_online", "year"): 4,
    ("requests_online", "cumulative"): 15,
    ("reviews", "year"): 1,
    ("reviews", "cumulative"): 2,
}
OF_YEAR = {key: value for key, value in VALUES.items() if key[1] == "year"}
DISPUTES = [
    ["四、行政复议数量", "件", "6"],
    ["（一）维持具体行政行为数", "件", "3"],
    ["（二）被依法纠错数", "件", "2"],
    ["（三）其他情形数", "件", "1"],
    ["五、行政诉讼数量", "件", "9"],
    ["（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "5"],
    ["（二）被依法纠错数", "件", "4"],
    ["（三）其他情形数", "件", "0"],
]
NATIONWIDE = ["统计指标", "单位", "统计数"]


def cells_of(lines: Sequence[Sequence[str]]) -> Rows:
    return [[C(text) for text in line] for line in lines]


def read(rows: Rows | Sequence[Sequence[str]], folder: Path, title: str = TITLE) -> Report:
    made = [[cell if isinstance(cell, C) else C(cell) for cell in row] for row in rows]
    return extract(page(html_table(made), title=title), folder)


def numbers(report: Report) -> dict[tuple[str, str], int]:
    return {
        (cell.row, cell.column): int(cell.value) for cell in report.cells if cell.value is not None
    }


def without(lines: Sequence[Sequence[str]], column: int) -> list[list[str]]:
    return [[*line[:column], *line[column + 1 :]] for line in lines]


def test_the_plain_annex(tmp_path: Path) -> None:
    report = read([HEAD, *BODY], tmp_path)
    assert (report.identity.form, report.identity.year) == ("legacy", 2016)
    assert numbers(report) == VALUES
    assert report.problems == ()
    assert {cell.row: cell.unit for cell in report.cells}["reviews"] == "件"


def test_what_is_not_printed_is_simply_not_there(tmp_path: Path) -> None:
    report = read([HEAD, *BODY], tmp_path)
    assert len(report.cells) == len(VALUES)
    assert not [cell for cell in report.cells if cell.status is Status.ABSENT]


def test_a_serial_number_stands_before_the_indicator(tmp_path: Path) -> None:
    rows = [["序号", *HEAD], *([str(n), *line] for n, line in enumerate(BODY, 1))]
    report = read(rows, tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_the_cumulative_column_may_be_missing(tmp_path: Path) -> None:
    report = read(without([HEAD, *BODY], 3), tmp_path)
    assert (numbers(report), report.problems) == (OF_YEAR, ())


@pytest.mark.parametrize(
    "heading",
    ["年度", "本年", "数量", "统计数", "2016年", "2016年度数", "本年度数值", "数量（条）"],
)
def test_the_value_column_is_found_by_its_heading(heading: str, tmp_path: Path) -> None:
    rows = without([[*HEAD[:2], heading, HEAD[3]], *BODY], 3)
    assert numbers(read(rows, tmp_path)) == OF_YEAR


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    rows = [[line[n] for n in (0, 3, 2, 1)] for line in (HEAD, *BODY)]
    report = read(rows, tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())
    assert {cell.unit for cell in report.cells} == {"条", "件"}


def test_rows_may_be_missing_and_in_another_order(tmp_path: Path) -> None:
    report = read([HEAD, *reversed(BODY[1:])], tmp_path)
    assert numbers(report) == {k: v for k, v in VALUES.items() if k[0] != "documents_published"}
    assert report.problems == ()


def test_half_and_full_width_and_blanks_make_no_difference(tmp_path: Path) -> None:
    body = [[" ".join(line[0]), *line[1:]] for line in BODY]
    body[3][0] = "其中:1.当面 申请数"
    body[0][2] = "１２０"
    report = read([["指标 名称", "计量 单位", "２０１６年度", "历年 累计"], *body], tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_units_may_stand_in_the_labels(tmp_path: Path) -> None:
    rows = [[f"{line[0]}（{line[1]}）", *line[2:]] for line in BODY]
    report = read([[HEAD[0], *HEAD[2:]], *rows], tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())
    assert {cell.unit for cell in report.cells} == {"条", "件"}


def test_an_amount_without_a_printed_unit_has_none(tmp_path: Path) -> None:
    rows = without([HEAD, *BODY, ["依申请公开信息收取的费用", "", "3.5", "9"]], 1)
    cells = {(cell.row, cell.column): cell for cell in read(rows, tmp_path).cells}
    assert cells["fees_charged", "year"].value == Decimal("3.5")
    assert cells["fees_charged", "year"].unit == ""
    assert cells["requests_received", "year"].unit == "件"


def test_group_cells_are_merged_over_their_rows(tmp_path: Path) -> None:
    rows: Rows = [
        [C("类别"), *map(C, HEAD)],
        [C("主动公开", rowspan=2), *map(C, BODY[0])],
        [*map(C, BODY[1])],
        [C("依申请公开", rowspan=3), *map(C, BODY[2])],
        [*map(C, BODY[3])],
        [*map(C, BODY[4])],
        [C("行政复议"), *map(C, BODY[5])],
    ]
    report = read(rows, tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_the_indicator_heading_may_span_group_and_label(tmp_path: Path) -> None:
    rows: Rows = [
        [C(HEAD[0], colspan=2), *map(C, HEAD[1:])],
        [C(BODY[0][0], colspan=2), *map(C, BODY[0][1:])],
        [C("其中"), *map(C, BODY[1])],
        [C(BODY[2][0], colspan=2), *map(C, BODY[2][1:])],
        [C("其中", rowspan=2), *map(C, BODY[3])],
        [*map(C, BODY[4])],
        [C(BODY[5][0], colspan=2), *map(C, BODY[5][1:])],
    ]
    report = read(rows, tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_a_heading_of_two_lines(tmp_path: Path) -> None:
    rows: Rows = [
        [C("指标名称", rowspan=2), C("单位", rowspan=2), C("数量", colspan=2)],
        [C("2016年度"), C("历年累计")],
        *cells_of(BODY),
    ]
    report = read(rows, tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_the_same_label_under_two_groups(tmp_path: Path) -> None:
    report = read([NATIONWIDE, *DISPUTES], tmp_path)
    assert report.problems == ()
    assert numbers(report) == {
        ("reviews", "year"): 6,
        ("review_upheld", "year"): 3,
        ("review_corrected", "year"): 2,
        ("review_other", "year"): 1,
        ("lawsuits", "year"): 9,
        ("litigation_upheld", "year"): 5,
        ("litigation_corrected", "year"): 4,
        ("litigation_other", "year"): 0,
    }


def test_the_group_may_be_a_line_of_its_own(tmp_path: Path) -> None:
    rows = [
        NATIONWIDE,
        ["四、行政复议情况", "——", "——"],
        *DISPUTES[1:4],
        ["五、行政诉讼情况", "", ""],
        *DISPUTES[6:],
    ]
    report = read(rows, tmp_path)
    assert report.problems == ()
    found = numbers(report)
    assert found["review_corrected", "year"] == 2
    assert found["litigation_corrected", "year"] == 4


def test_a_label_of_two_groups_without_its_group_is_not_guessed(tmp_path: Path) -> None:
    report = read([NATIONWIDE, DISPUTES[2], *BODY_OF_YEAR], tmp_path)
    assert not {"review_corrected", "litigation_corrected"} & {cell.row for cell in report.cells}
    assert [(p.code, p.found) for p in report.problems] == [
        ("indicators-unknown", "（二）被依法纠错数")
    ]


BODY_OF_YEAR = without(BODY, 3)


def test_unknown_indicators_are_named_in_one_problem(tmp_path: Path) -> None:
    strange = [[f"党务公开第{n}项", "项", str(n), "9"] for n in range(12)]
    report = read([HEAD, *BODY, *strange], tmp_path)
    assert numbers(report) == VALUES
    (problem,) = report.problems
    assert (problem.code, problem.expected) == ("indicators-unknown", "12")
    assert problem.found.startswith("党务公开第0项 | 党务公开第1项")
    assert problem.found.endswith("…")


def test_a_misprinted_label_is_taken_and_said(tmp_path: Path) -> None:
    body = [*BODY[:2], ["受理依申请公开信急总数", *BODY[2][1:]], *BODY[3:]]
    report = read([HEAD, *body], tmp_path)
    assert numbers(report) == VALUES
    assert problems_of(report) == ["label-approximate"]


@pytest.mark.parametrize("label", ["未同意公开答复数", "不同意部分公开答复数", "部分同意答复数"])
def test_a_label_of_another_sense_is_never_taken_for_one_alike(label: str, tmp_path: Path) -> None:
    report = read([HEAD, *BODY, [label, "件", "5", "5"]], tmp_path)
    assert numbers(report) == VALUES
    assert problems_of(report) == ["indicators-unknown"]


def test_a_column_of_another_year_is_not_the_years(tmp_path: Path) -> None:
    report = read([[*HEAD[:2], "2015年度", HEAD[3]], *BODY], tmp_path)
    assert {cell.status for cell in report.cells} == {Status.UNREADABLE}
    (problem,) = report.problems
    assert problem.code == "header-unclear"
    assert "2015年度" in problem.found
    assert problem.expected.endswith("(2016)")


def test_of_two_years_the_reports_is_taken(tmp_path: Path) -> None:
    rows = [[*HEAD[:2], "2015年度", "2016年度"], *([*ln[:2], "77", ln[2]] for ln in BODY)]
    report = read(rows, tmp_path)
    assert (numbers(report), report.problems) == (OF_YEAR, ())


@pytest.mark.parametrize(
    "head",
    [
        ["指标名称", "计量单位", "本级", "下级"],  # neither is known to be the year's
        ["指标名称", "计量单位", "数量", "数量"],  # twice
    ],
)
def test_headings_that_do_not_tell_leave_the_values_unreadable(
    head: list[str], tmp_path: Path
) -> None:
    report = read([head, *BODY], tmp_path)
    assert numbers(report) == {}
    assert {cell.status for cell in report.cells} == {Status.UNREADABLE}
    assert {cell.raw for cell in report.cells if cell.row == "reviews"} == {"件 | 1 | 2"}
    assert problems_of(report) == ["header-unclear"]


def test_two_lists_side_by_side_are_not_guessed(tmp_path: Path) -> None:
    half = len(BODY) // 2
    lines = [[*a[:3], *b[:3]] for a, b in zip(BODY[:half], BODY[half:], strict=True)]
    report = read([[*HEAD[:3], *HEAD[:3]], *lines], tmp_path)
    assert numbers(report) == {}
    assert "header-unclear" in problems_of(report)


def test_values_in_the_column_of_units_are_not_taken(tmp_path: Path) -> None:
    body = [[line[0], line[2], line[1], line[3]] for line in BODY]
    report = read([HEAD, *body], tmp_path)
    of_year = [cell for cell in report.cells if cell.column == "year"]
    assert {cell.status for cell in of_year} == {Status.UNREADABLE}
    assert set(problems_of(report)) == {"cell-unreadable"}


def test_a_cell_merged_over_both_columns_is_that_of_neither(tmp_path: Path) -> None:
    rows = cells_of([HEAD, *BODY])
    rows[1] = [C("主动公开文件数"), C("条"), C("120", colspan=2)]
    report = read(rows, tmp_path)
    assert numbers(report) == {k: v for k, v in VALUES.items() if k[0] != "documents_published"}
    assert problems_of(report) == ["merged-cell"]


def test_a_row_short_of_a_cell_is_unreadable(tmp_path: Path) -> None:
    text = "\n".join([TITLE, *(" | ".join(line) for line in (HEAD, *BODY))])
    short = text.replace("行政复议数 | 件 | 1 | 2", "行政复议数 | 1 | 2")
    report = extract(short, tmp_path, "report.txt")
    assert numbers(report) == {k: v for k, v in VALUES.items() if k[0] != "reviews"}
    assert problems_of(report) == ["values-unclear"]


def test_the_annex_as_text(tmp_path: Path) -> None:
    text = "\n".join([TITLE, *(" | ".join(line) for line in (HEAD, *BODY))])
    report = extract(text, tmp_path, "report.txt")
    assert (numbers(report), report.problems) == (VALUES, ())


def test_a_table_cut_in_two_is_one_annex(tmp_path: Path) -> None:
    parts = [html_table(cells_of(part)) for part in ([HEAD, *BODY[:3]], BODY[3:])]
    report = extract(page(*parts, title=TITLE), tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_a_header_repeated_after_a_page_break(tmp_path: Path) -> None:
    report = read([HEAD, *BODY[:3], HEAD, *BODY[3:]], tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_without_any_header_the_values_are_unreadable(tmp_path: Path) -> None:
    report = read(BODY, tmp_path)
    assert {cell.status for cell in report.cells} == {Status.UNREADABLE}
    assert problems_of(report) == ["header-missing"]


def test_other_tables_are_left_alone(tmp_path: Path) -> None:
    other = html_table(
        cells_of([["项目", "单位", "数量"], ["道路", "条", "12"], ["桥", "座", "3"]])
    )
    annex = html_table(cells_of([HEAD, *BODY]))
    report = extract(page(other, annex, other, title=TITLE), tmp_path)
    assert (numbers(report), report.problems) == (VALUES, ())


def test_a_report_of_those_years_without_an_annex_is_refused(tmp_path: Path) -> None:
    other = html_table(cells_of([["项目", "单位", "数量"], ["道路", "条", "12"]]))
    with pytest.raises(NotAReport) as refusal:
        extract(page(other, title=TITLE), tmp_path)
    assert "项目 | 单位 | 数量" in refusal.value.message("zh")
    assert "统计表" in refusal.value.advice("zh")


def test_the_annex_takes_no_telling_label_from_the_later_forms() -> None:
    keys = {
        code: {key for lexicon in lexicons(code).values() for key in lexicon.keys}
        for code in ("2019", "2021")
    }
    assert telling_keys("2019") == keys["2019"] - keys["2021"]
    assert telling_keys("2021") == keys["2021"] - keys["2019"]


def test_a_later_report_that_prints_the_annex_too_is_read_by_its_own_form(tmp_path: Path) -> None:
    made = Made("2019")
    annex = html_table(cells_of([["指标名称", "计量单位", "2019年度", "历年累计"], *BODY]))
    report = extract(page_of(made).replace("</body>", f"{annex}</body>"), tmp_path)
    assert report.identity.form == "2019"
    assert (found_in(report), report.problems) == (made.values, ())


def test_the_value_may_stand_before_the_indicator(tmp_path: Path) -> None:
    rows = [[line[n] for n in (2, 0, 1, 3)] for line in (HEAD, *BODY)]
    assert numbers(read(rows, tmp_path)) == VALUES
