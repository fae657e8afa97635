"""Numbers in prose: whatever way they are written, they are read back or not at all."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annual_reports.extract.narrative import figures_of
from annual_reports.extract.narrative.numbers import numeral
from annual_reports.facts import Exactness, Section, StatedFigure
from annual_reports.form import stated_kinds

WORDED = {
    "items_published": "2023年，我局主动公开政府信息{}条，内容涉及民生。",
    "policy_interpretations": "全年共发布政策解读{}篇。",
    "requests_received": "本年度共收到政府信息公开申请{}件。",
    "requests_closed": "收到的政府信息公开申请依法办理，全年办结{}件。",
    "carried_in": "上年结转政府信息公开申请{}件，均已办理。",
    "carried_out": "申请结转下年度继续办理{}件。",
    "disclosed": "政府信息公开申请办结后，予以公开{}件。",
    "reviews": "因政府信息公开被申请行政复议{}件。",
    "lawsuits": "因政府信息公开被提起行政诉讼{}件。",
    "processing_fee": "本年度收取信息处理费{}元。",
}
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
UNITS = "零一二三四五六七八九"
CHINESE = st.text(
    st.sampled_from("全年上下主动公开政府信息申请收到办结未没无复议诉讼处理费解读条件元约余万"
                    "0123456789０１２一二三十百千两零，。；、：（）《》其中累计截至2023年局\n 　")
)  # fmt: skip


def read(text: str, section: str = "overview") -> tuple[StatedFigure, ...]:
    return figures_of([Section(section, "", text)], 2023, ("青山县水利局",))


def in_numerals(number: int) -> str:
    """As a Chinese numeral, place by place: independent of the code under test."""
    said = ""
    for place, digit in enumerate(reversed(str(number))):
        mark = ("", "十", "百", "千")[place % 4]
        said = (
            (UNITS[int(digit)] + mark if digit != "0" else "零")
            + ("万" if place == 4 else "")
            + said
        )
    said = re.sub("零+", "零", said).replace("零万", "万").removesuffix("零") or "零"
    return said.removeprefix("一") if said.startswith("一十") else said


NOTATIONS = {
    "digits": str,
    "separated": lambda number: f"{number:,}",
    "full width": lambda number: str(number).translate(FULL_WIDTH),
    "numerals": in_numerals,
    "two as 两": lambda number: in_numerals(number).replace("二千", "两千").replace("二百", "两百"),
    "blanks": lambda number: f" {number} ",
    "line break": lambda number: f"\n{number}",
}  # fmt: skip


@given(
    st.integers(0, 99_999_999),
    st.sampled_from(sorted(WORDED)),
    st.sampled_from(sorted(NOTATIONS)),
)
def test_a_number_in_any_notation_is_read_back(number: int, code: str, notation: str) -> None:
    text = WORDED[code].format(NOTATIONS[notation](number))
    (figure,) = [figure for figure in read(text) if figure.code == code]
    assert figure.value == number
    rounded = notation in ("numerals", "two as 两") and number and number % 10_000 == 0
    assert figure.exactness == (Exactness.APPROXIMATE if rounded else Exactness.EXACT)
    assert text[figure.start : figure.end] == figure.raw


@given(st.integers(1, 9_999_999), st.sampled_from(["{}余", "{}多", "约{}", "近{}", "将近{}"]))
def test_an_approximation_is_said(number: int, form: str) -> None:
    (figure,) = read(WORDED["items_published"].format(form.format(number)))
    assert (figure.value, figure.exactness) == (number, Exactness.APPROXIMATE)


@given(st.integers(1, 9_999_999), st.sampled_from(["超过{}条", "逾{}条", "突破{}条", "{}条以上"]))
def test_a_lower_bound_is_said(number: int, form: str) -> None:
    (figure,) = read(f"全年主动公开政府信息{form.format(number)}。")
    assert (figure.value, figure.exactness) == (number, Exactness.AT_LEAST)


@given(st.decimals("0.0001", "999", places=4, allow_nan=False))
def test_ten_thousands_are_exact_only_to_the_last_piece(number: Decimal) -> None:
    (figure,) = read(WORDED["items_published"].format(f"{number}万"))
    assert (figure.value, figure.exactness) == (number * 10_000, Exactness.EXACT)


@given(CHINESE)
def test_no_text_is_too_odd_and_every_figure_stands_where_it_is_said_to(text: str) -> None:
    for figure in read(text, "disputes"):
        assert text[figure.start : figure.end] == figure.raw
        assert figure.raw in figure.sentence
        assert figure.value >= 0
        assert figure.code in {kind.code for kind in stated_kinds()}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read(text)
    read(f"全年主动公开政府信息{text}条")


@given(st.integers(0, 99_999_999))
def test_numerals_are_read_back(number: int) -> None:
    assert numeral(in_numerals(number)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0), ("〇", 0), ("两", 2), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105),
        ("一百一十", 110), ("两千零三十", 2030), ("一万", 10_000), ("一万零五", 10_005),
        ("十二万三千四百五十六", 123_456), ("三千零一十万", 30_100_000),
    ],
)  # fmt: skip
def test_numerals(text: str, value: int) -> None:
    assert numeral(text) == value


@pytest.mark.parametrize(
    "text",
    ["两三百", "一百五", "二〇二三", "百", "一百二百", "十十", "零五", "一万五", "万", "三五"],
)
def test_what_is_no_whole_numeral_is_not_read(text: str) -> None:
    assert numeral(text) is None
