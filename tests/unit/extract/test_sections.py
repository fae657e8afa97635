import pytest
from hypothesis import given
from hypothesis import strategies as st

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


STYLES = {
    "一、": [f"{numeral}、" for numeral in "一二三四五六"],
    "一.": [f"{numeral}. " for numeral in "一二三四五六"],
    "（一）": [f"（{numeral}）" for numeral in "一二三四五六"],
    "(1)": [f"({place})" for place in range(1, 7)],
    "1.": [f"{place}. " for place in range(1, 7)],
    "1、": [f"{place}、" for place in range(1, 7)],
    "第一部分": [f"第{numeral}部分　" for numeral in "一二三四五六"],
    "第一章": [f"第{numeral}章 " for numeral in "一二三四五六"],
    "Ⅰ": [f"{numeral}、" for numeral in "ⅠⅡⅢⅣⅤⅥ"],
    "I.": ["I. ", "II. ", "III. ", "IV. ", "V. ", "VI. "],
}
NAMES = [label.label_zh.split("、", 1)[1] for label in LABELS]


@pytest.mark.parametrize("joint", ["\n", "。", "：", "  "])
@pytest.mark.parametrize("style", sorted(STYLES))
def test_headings_are_known_in_every_numbering(style: str, joint: str) -> None:
    lines = [
        f"{number}{name}{joint}{code}的内容。"
        for number, name, code in zip(STYLES[style], NAMES, CODES, strict=True)
    ]
    found = sections(*"\n".join(lines).split("\n"))
    assert [(s.code, s.text) for s in found] == [(code, f"{code}的内容。") for code in CODES]


@pytest.mark.parametrize("deeper", ["（一）", "(1)", "1.", "1、"])
def test_subheadings_of_the_same_words_never_open_a_section(deeper: str) -> None:
    numbers = STYLES[deeper]
    lines = [
        "一、总体情况",
        f"{numbers[0]}主动公开政府信息情况",
        "甲",
        f"{numbers[1]}收到和处理政府信息公开申请情况",
        "乙",
        f"{numbers[2]}行政复议和行政诉讼情况。丙",
        "五、存在的主要问题及改进情况",
        f"{numbers[0]}存在的问题及改进情况",
        "丁",
        "六、其他需要报告的事项",
        "无",
    ]
    found = sections(*lines)
    assert [(s.code, s.text) for s in found] == [
        ("overview", "\n".join(lines[1:6])),
        ("problems", "\n".join(lines[7:9])),
        ("other_matters", "无"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("三、收到和处理政府信息", "公开申请情况"),
        ("三、收到和处理政府信息公开申请", "情况"),
        ("三、", "收到和处理政府信息公开申请情况"),
        ("三、收到和处理", "政府信息公开申请情况："),
    ],
)
def test_a_heading_may_stand_on_two_lines(lines: tuple[str, str]) -> None:
    found = sections("一、总体情况", "甲", *lines, "乙", "五、存在的主要问题及改进情况", "丙")
    assert [(s.code, s.text) for s in found] == [
        ("overview", "甲"), ("requests", "乙"), ("problems", "丙"),
    ]  # fmt: skip


def test_a_heading_on_two_lines_may_run_into_its_text() -> None:
    found = sections("一、总体情况", "甲", "三、收到和处理政府信息公开申", "请情况。共收到5件。")
    assert [(s.code, s.heading, s.text) for s in found] == [
        ("overview", "一、总体情况", "甲"),
        ("requests", "三、收到和处理政府信息公开申请情况", "共收到5件。"),
    ]


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("三、收到和处里政府信息公开申请情况", "requests"),
        ("三、收到和处理政府信息公开申请请情况。", "requests"),
        ("四、政府信息公开行政复议行政诉讼的情况：", "disputes"),
        ("五、存在的主要间题及改进情况", "problems"),
        ("五、政府信息公开工作存在的主要问题及改进情况", "problems"),
        ("六、其它需要报告的事项", "other_matters"),
        ("六其他需要报告的事项", "other_matters"),
        ("六 其他需要报告的事项", "other_matters"),
    ],
)
def test_a_slip_in_a_heading_is_forgiven(heading: str, code: str) -> None:
    found = sections("一、总体情况", "甲", heading, "内容")
    assert [(s.code, s.text) for s in found] == [("overview", "甲"), (code, "内容")]


def test_a_slip_in_a_heading_that_runs_into_its_text_is_forgiven() -> None:
    found = sections("一、总体情况", "甲", "三、收到和处里政府信息公开申请情况。共收到5件。")
    assert [(s.code, s.text) for s in found] == [("overview", "甲"), ("requests", "共收到5件。")]


@pytest.mark.parametrize(
    "line",
    [
        "三、存在不足",
        "二、加强主动公开",
        "七、附件",
        "三是收到和处理政府信息公开申请情况良好",
        "（三）收到申请情况",
        "3.其他",
    ],
)
def test_other_numbered_lines_belong_to_the_section(line: str) -> None:
    found = sections("一、总体情况", line, "六、其他需要报告的事项", "无")
    assert [(s.code, s.text) for s in found] == [("overview", line), ("other_matters", "无")]


@given(
    st.lists(st.text("一二三四五六、（）(1).总体情况主动公开政府信息收到申请 \u3000，。：Ⅰ第部分"))
)
def test_no_lines_are_too_odd(lines: list[str]) -> None:
    found = sections(*lines)
    assert len({section.code for section in found}) == len(found)
    text = "\n".join(lines)
    for section in found:
        assert all(piece in text for piece in section.text.split("\n"))
