"""Numbers as written, and what is written where there is none."""

import math

import pytest

from annual_reports import format as numbers


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (1234567, "1,234,567"), (20510.953, "20,510.95"), (math.nan, "—"), (None, "—")],
)
def test_count(value: float | None, written: str) -> None:
    assert numbers.count(value) == written


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (None, "—", "—"),
        (9_999_999, "9,999,999", "9,999,999"),
        (12_345_678, "1,235 万", "12.35M"),
        (123_456_789, "1.23 亿", "123M"),
        (12_345_678_901, "123 亿", "12.35B"),
        (-12_345_678, "-1,235 万", "-12.35M"),
    ],
)
def test_only_counts_too_long_for_their_place_are_rounded(
    value: float | None, zh: str, en: str
) -> None:
    assert numbers.rounded_count(value, "zh") == zh
    assert numbers.rounded_count(value, "en") == en


def test_a_balance_carries_its_sign() -> None:
    written = [numbers.plain(value, "balance") for value in (1200, 0, -3, None)]
    assert written == ["+1,200", "±0", "−3", "—"]


def test_rate_carries_what_it_rests_on() -> None:
    assert numbers.rate_of(275 / 805, 275, 805, "zh") == "34.2\u2009%（275/805）"
    assert numbers.rate_of(None, 0, 0, "en") == "— (0/0)"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (6.24, "rate", "+6.2 个百分点"),
        (-12.5, "count", "−12.5 %"),
        (0.0, "rate", "±0.0 个百分点"),
        (math.nan, "rate", "—"),
        (-9, "balance", "−9 件"),
    ],
)
def test_change(value: float, unit: str, written: str) -> None:
    assert numbers.change(value, unit, "zh") == written


@pytest.mark.parametrize(
    ("value", "status", "written"),
    [
        (0.0, "number", "0"),
        (73802895.90, "number", "73,802,895.9"),
        (5949.088667, "number", "5,949.088667"),
        (-18.0, "number", "-18"),
        (math.nan, "blank", "空"),
        (math.nan, "absent", "未报"),
        (math.nan, "unreadable", "无法辨认"),
    ],
)
def test_cell(value: float, status: str, written: str) -> None:
    assert numbers.cell(value, status, "zh") == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (22.5, "count", "22.5"),
        (1325.5, "items", "1,325.5"),
        (43.67, "count", "43.67"),
        (100, "count", "100"),
        (22.5, "amount_wan", "22.50"),
    ],
)
def test_a_half_of_a_count_has_one_decimal_and_money_two(
    value: float, unit: str, written: str
) -> None:
    assert numbers.plain(value, unit) == written
