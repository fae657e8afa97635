import pytest

from annual_reports.extract.document import Paragraph
from annual_reports.extract.sections import sections_of
from annual_reports.facts import Section
from annual_reports.form import form_by_code

LABELS = form_by_code("2021").sections
CODES = [label.code for label in LABELS]


def sections(*lines: str | Paragraph, tables: frozenset[int] = frozenset()) -> list[Section]:
    paragraphs = [line if isinstance(line, Paragraph) else Paragraph(line) for line in lines]
    return list(sections_of(paragraphs, LABELS, tables))


def test_each_heading_opens_its_section() -> None:
    lines = [text for label in LABELS for text in (label.label_zh, f"{label.code}的内容。")]
    found = sections("标题", *lines)
    assert [(s.code, s.heading, s.text) for s in found] == [
        (label.code, label.label_zh, f"{label.code}的内容。") for label in LABELS
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "一、总体情况",
        "一、 总 体 情 况",
        "一. 总体情况",
        "　　一、总体情况　",
        "一、总体情况：",
        "（一）总体情况",
        "总体情况",
        "一、概述",
    ],
)
def test_headings_are_known_in_any_style(heading: str) -> None:
    (section,) = sections(heading, "内容")
    assert (section.code, section.text) == ("overview", "内容")


@pytest.mark.parametrize("joint", ["。", "：", " ", "　", ""])
def test_a_heading_may_run_into_its_text(joint: str) -> None:
    (section,) = sections(f"一、总体情况{joint}2023年，我局公开信息10条。", "又一段。")
    assert (section.code, section.heading) == ("overview", "一、总体情况")
    assert section.text == "2023年，我局公开信息10条。\n又一段。"


def test_a_misprinted_chapter_is_known() -> None:
    (section,) = sections("五、存在的主要问题及其改进情况", "内容")
    assert section.code == "problems"


def test_subheadings_of_the_same_words_open_nothing() -> None:
    found = sections(
        "一、总体情况", "（二）主动公开政府信息情况", "甲", "二、主动公开政府信息情况", "乙"
    )
    assert [(s.code, s.text) for s in found] == [
        ("overview", "（二）主动公开政府信息情况\n甲"),
        ("proactive", "乙"),
    ]


@pytest.mark.parametrize(
    "line", ["总体情况良好。", "我局主动公开政府信息情况如下：", "二、2023年培训"]
)
def test_sentences_open_nothing(line: str) -> None:
    assert sections(line, "内容") == []


def test_text_in_tables_of_the_form_is_left_out() -> None:
    lines = ["二、主动公开政府信息情况", Paragraph("规章", 1), Paragraph("在版式表格里", 2), "后文"]
    (section,) = sections(*lines, tables=frozenset({1}))
    assert section.text == "在版式表格里\n后文"


def test_a_table_of_contents_does_not_hide_the_sections() -> None:
    contents = [label.label_zh for label in LABELS]
    found = sections(*contents, *(t for label in LABELS for t in (label.label_zh, "内容")))
    assert [section.code for section in found] == CODES
    assert {section.text for section in found} == {"内容"}


def test_sections_in_another_order_keep_that_order() -> None:
    found = sections("二、主动公开政府信息情况", "甲", "一、总体情况", "乙")
    assert [section.code for section in found] == ["proactive", "overview"]


def test_an_empty_section_is_there_and_a_missing_one_is_not() -> None:
    found = sections("一、总体情况", "六、其他需要报告的事项", "无")
    assert [(s.code, s.text) for s in found] == [("overview", ""), ("other_matters", "无")]
