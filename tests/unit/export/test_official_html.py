from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from annual_reports.export import OfficialReport, write_official_html
from annual_reports.facts import Section
from annual_reports.form import Form, form_by_code, uniform_forms
from tests.unit.export.html_grid import grids

FORMS = [pytest.param(form, id=form.code) for form in uniform_forms()]


def distinct(form: Form) -> dict[tuple[str, str, str], str]:
    return {key: str(1000 + number) for number, key in enumerate(form.cell_keys)}


def report(form: Form, **changes: object) -> OfficialReport:
    base = OfficialReport(form.code, "示例市", form.first_year, distinct(form))
    return replace(base, **changes)  # type: ignore[arg-type]


def texts(page: str, path: str) -> list[str]:
    return [str(found) for found in html.document_fromstring(page).xpath(path)]


@pytest.mark.parametrize("form", FORMS)
def test_table_3_puts_every_cell_at_its_row_and_column(form: Form) -> None:
    grid = grids(write_official_html(report(form)))["table-3"]
    table, cells = form.table("3"), distinct(form)
    rows = [row for row in table.rows if not row.replaces]
    assert {len(line) for line in grid} == {10}
    assert len(grid) == 3 + len(rows)
    assert grid[2][3:] == [column.label_zh for column in table.columns]
    for line, row in zip(grid[3:], rows, strict=True):
        assert line[2] == row.label_zh
        assert line[3:] == [cells["3", row.code, column.code] for column in table.columns]


@pytest.mark.parametrize("form", FORMS)
def test_table_3_nests_each_row_in_its_groups(form: Form) -> None:
    grid = grids(write_official_html(report(form)))["table-3"]
    stub = {line[2]: line[:2] for line in grid}
    assert stub["1.属于国家秘密"] == ["三、本年度办理结果", "（三）不予公开"]
    assert stub["5.要求行政机关确认或重新出具已获取信息"] == [
        "三、本年度办理结果",
        "（五）不予处理",
    ]
    assert stub["（七）总计"] == ["三、本年度办理结果", "（七）总计"]
    assert stub["四、结转下年度继续办理"] == ["四、结转下年度继续办理"] * 2


def test_table_3_head_spans_applicants_and_organisations() -> None:
    grid = grids(write_official_html(report(form_by_code("2021"))))["table-3"]
    corner = form_by_code("2021").table("3").corner
    assert grid[0] == [corner[0]] * 3 + [corner[1]] * 7
    assert grid[1] == [corner[0]] * 3 + ["自然人", *[corner[2]] * 5, "总计"]


@pytest.mark.parametrize("form", FORMS)
def test_table_2_has_a_heading_and_a_header_for_each_article(form: Form) -> None:
    grid = grids(write_official_html(report(form)))["table-2"]
    table, cells = form.table("2"), distinct(form)
    headings = [line[0] for line in grid if len(set(line)) == 1]
    assert headings == [group.label_zh for group in table.groups]
    for row in table.rows:
        place = next(number for number, line in enumerate(grid) if line[0] == row.label_zh)
        header = next(line for line in reversed(grid[:place]) if line[0] == "信息内容")
        expected = {table.column(code).label_zh: cells["2", row.code, code] for code in row.columns}
        assert dict(zip(header[1:], grid[place][1:], strict=True)) == expected


@pytest.mark.parametrize("form", FORMS)
def test_table_4_is_one_line_under_three(form: Form) -> None:
    grid = grids(write_official_html(report(form)))["table-4"]
    cells = distinct(form)
    assert len(grid) == 4
    assert grid[0] == ["行政复议"] * 5 + ["行政诉讼"] * 10
    assert grid[1][5:] == ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5
    assert grid[2] == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 3
    assert grid[3] == [cells[key] for key in form.cell_keys if key[0] == "4"]


def test_single_row_of_the_old_form_replaces_the_three_of_the_new() -> None:
    form = form_by_code("2021")
    row = form.table("3").row("other")
    cells = {key: value for key, value in distinct(form).items() if key[1] not in row.replaces}
    cells |= {("3", "other", column): "7" for column in row.columns}
    grid = grids(write_official_html(report(form, cells=cells)))["table-3"]
    line = next(line for line in grid if "其他处理" in line[2])
    assert line == ["三、本年度办理结果", "（六）其他处理", "（六）其他处理", *["7"] * 7]
    assert not [line for line in grid if "逾期不补正" in line[2]]


def test_missing_row_and_table_are_not_printed_and_blanks_stay_empty() -> None:
    form = form_by_code("2021")
    cells = {
        key: value
        for key, value in distinct(form).items()
        if key[0] != "4" and key[1] != "other_misc"
    }
    cells["3", "disclosed", "research"] = ""
    tables = grids(write_official_html(report(form, cells=cells)))
    assert set(tables) == {"table-2", "table-3"}
    assert [line[5] for line in tables["table-3"] if line[2] == "（一）予以公开"] == [""]
    assert not [line for line in tables["table-3"] if line[2] == "3.其他"]


def test_head_carries_title_date_source_and_further_tags() -> None:
    page = write_official_html(
        report(
            form_by_code("2019"),
            published_on=date(2020, 1, 31),
            source_url="https://example.org/?a=1&b=2",
            meta=(("DataKind", "demo"),),
        )
    )
    tags = dict(zip(texts(page, "//meta/@name"), texts(page, "//meta/@content"), strict=True))
    assert tags["ArticleTitle"] == "示例市2019年政府信息公开工作年度报告"
    assert tags["PubDate"] == "2020-01-31"
    assert tags["Url"] == "https://example.org/?a=1&b=2"
    assert tags["DataKind"] == "demo"
    assert texts(page, "//title/text()") == [tags["ArticleTitle"]]
    assert texts(page, "//meta/@charset") == ["utf-8"]


def test_unknown_date_and_source_leave_no_tag() -> None:
    names = texts(write_official_html(report(form_by_code("2021"))), "//meta/@name")
    assert "PubDate" not in names
    assert "Url" not in names


def test_six_headings_stand_in_order_without_prose() -> None:
    form = form_by_code("2021")
    page = write_official_html(report(form))
    assert texts(page, "//h2/text()") == [part.label_zh for part in form.sections]
    assert texts(page, "//p") == []


def test_prose_is_escaped_and_stands_under_its_heading() -> None:
    prose = Section("problems", "五、存在的问题", "一是<少>。\n二是慢。")
    page = write_official_html(report(form_by_code("2021"), sections=(prose,), note="注&释"))
    after = "//h2[text()='五、存在的问题']/following-sibling::p/text()"
    assert texts(page, after) == ["一是<少>。", "二是慢。"]
    assert texts(page, "//footer//text()") == ["注&释"]


def test_cell_or_section_unknown_to_the_form_is_refused() -> None:
    form = form_by_code("2021")
    with pytest.raises(ValueError, match="3/other_services/total"):
        write_official_html(report(form, cells={("3", "other_services", "total"): "1"}))
    with pytest.raises(ValueError, match="annex"):
        write_official_html(report(form, sections=(Section("annex", "", ""),)))
