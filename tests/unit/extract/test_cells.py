import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annual_reports.extract.cells import read_cell
from annual_reports.facts import Status

FULL_WIDTH = str.maketrans("0123456789.,+-", "０１２３４５６７８９．，＋－")
MINUS = "-－−–—‐‑﹣"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("0", "0", ""),
        ("０", "0", ""),
        ("  12\n", "12", ""),
        ("\u00a07\u3000", "7", ""),
        ("\u200b7\ufeff", "7", ""),
        ("+2", "2", ""),
        ("＋２", "2", ""),
        ("-18", "-18", ""),
        ("- 18", "-18", ""),
        ("-0", "0", ""),
        ("1,024", "1024", ""),
        ("1，024", "1024", ""),
        ("13,575,394,432.52", "13575394432.52", ""),
        ("251000元", "251000", "元"),
        ("13575394432.52元", "13575394432.52", "元"),
        ("12.5万元", "12.5", "万元"),
        ("12.5 万元", "12.5", "万元"),
        ("3亿元", "3", "亿元"),
        ("100元整", "100", "元"),
        ("0件", "0", "件"),
        ("73802895.90", "73802895.90", ""),
        ("5949.088667", "5949.088667", ""),
        ("0.00", "0.00", ""),
    ],
)
def test_a_printed_number_is_read_exactly(text: str, value: str, unit: str) -> None:
    reading = read_cell(text)
    assert (str(reading.value), reading.status, reading.unit) == (value, Status.NUMBER, unit)


@pytest.mark.parametrize("sign", MINUS)
def test_any_minus_is_a_minus(sign: str) -> None:
    assert read_cell(f"{sign}18").value == Decimal(-18)


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "\u3000", "\u200b", "\n\t", "\ufeff \u00a0"])
def test_nothing_printed_is_blank(text: str) -> None:
    assert read_cell(text).status is Status.BLANK


@pytest.mark.parametrize("text", ["/", "／", "—", "——", "-", "－", "--", "\\", " — ", "*"])
def test_a_dash_is_a_dash(text: str) -> None:
    assert read_cell(text).status is Status.DASH


@pytest.mark.parametrize(
    "text", ["无", "无此项", "无此项目", "暂无", "没有", "无。", "（无）", "不涉及"]
)
def test_words_for_nothing_are_words(text: str) -> None:
    assert read_cell(text).status is Status.WORDS


@pytest.mark.parametrize(
    "text",
    [
        "2 3",
        "1 024",
        "1\n2",
        "-\n18",
        "1,02",
        "1,0245",
        "12,34",
        "0,123",
        "00",
        "0000000",
        "007",
        "12%",
        "1/2",
        "1-2",
        "2023-01-31",
        "12（含上年结转2件）",
        "约12",
        "①",
        "12①",
        "12²",
        "12^1",
        "x³",
        "١٢",
        "१२",
        "𝟏𝟐",
        "一",
        "十二",
        "1.2.3",
        "5.",
        ".5",
        "1e5",
        "1_000",
        "0x10",
        "NaN",
        "Infinity",
        "++2",
        "1万2千",
        "见附件",
        "9" * 16,
    ],
)
def test_anything_else_is_unreadable(text: str) -> None:
    reading = read_cell(text)
    assert (reading.value, reading.status) == (None, Status.UNREADABLE)


def test_the_column_gives_the_unit_where_the_cell_does_not() -> None:
    assert read_cell("5", "万元").unit == "万元"
    assert read_cell("5元", "万元").unit == "元"
    assert read_cell("", "万元") == (None, Status.BLANK, "万元")


@given(st.text())
def test_no_text_raises_and_only_numbers_have_a_value(text: str) -> None:
    reading = read_cell(text)
    assert (reading.value is not None) == (reading.status is Status.NUMBER)


@given(st.text(alphabet="0123456789０５.,，．+-－—/ \u00a0\n件元万亿无①²١%（）", max_size=14))
def test_a_number_has_exactly_the_digits_of_its_text(text: str) -> None:
    reading = read_cell(text)
    if reading.value is not None:
        digits = re.sub(r"[^0-9]", "", text.translate(str.maketrans("０５", "05")))
        assert re.sub(r"[^0-9]", "", str(reading.value)) == digits


@given(
    st.integers(-(10**14), 10**14),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", "件", "元", "万元", " 条"]),
    st.sampled_from(["", " ", "\u00a0", "\u3000", "\n"]),
)
def test_a_formatted_number_reads_back(
    number: int, grouped: bool, wide: bool, unit: str, pad: str
) -> None:
    text = f"{number:,}" if grouped else str(number)
    text = text.translate(FULL_WIDTH) if wide else text
    reading = read_cell(f"{pad}{text}{unit}{pad}")
    assert (reading.value, reading.unit) == (Decimal(number), unit.strip())


@given(st.decimals(0, 10**9, places=6, allow_nan=False))
def test_decimals_stay_as_printed(number: Decimal) -> None:
    assert str(read_cell(f"{number:f}").value) == f"{number:f}"


@given(st.lists(st.integers(0, 999), min_size=2, max_size=7), st.sampled_from([" ", "\n", "  "]))
def test_several_numbers_are_never_one(numbers: list[int], gap: str) -> None:
    assert read_cell(gap.join(map(str, numbers))).status is Status.UNREADABLE
