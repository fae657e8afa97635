"""A number in prose: its digits or numerals, its approximation, its unit, and what they mean."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from annual_reports.extract.cells import read_cell
from annual_reports.facts import Exactness

_DIGITS: Final = "零一二三四五六七八九"
_POWERS: Final = {"千": 1000, "百": 100, "十": 10}
_SCALES: Final = {"": 1, "百": 100, "千": 1000, "万": 10**4}
_NUMERALS: Final = "零〇一二两三四五六七八九十百千万"
_UNITS: Final = "条件项则篇次份期场部宗起例人元万"
_BEFORE: Final = "大约|将近|接近|约|近|超过|突破|不低于|高于|多于|逾|超"
_BEFORE_END: Final = re.compile(rf"(?:{_BEFORE})(?:为|有)?$")
_LONGEST_BEFORE: Final = 4
_LIMITS: Final = frozenset(("超过", "突破", "不低于", "高于", "多于", "逾", "超", "以上"))
_PARTS: Final = ("digits", "han", "scale", "unit", "before", "some", "more", "after")
_ANY: Final = re.compile(rf"[\d{_NUMERALS}][\d{_NUMERALS},，.]*[余多来]?[百千万]?[余多]?[{_UNITS}]")


class Stated(NamedTuple):
    """What a number in prose says; ``value`` is in 元 for money."""

    value: Decimal
    exactness: Exactness


def number_pattern(units: Iterable[str]) -> str:
    """A regular expression for one number in one of these units, its parts as named groups.

    It does not begin within a number, after 第, or at the end of a range.
    """
    listed = "|".join(sorted(units, key=len, reverse=True))
    return (
        rf"(?P<number>(?:(?P<before>{_BEFORE})(?:为|有)?)?"
        rf"(?<![\d./第~～\-—－几数好{_NUMERALS}])(?<!\d[ ,，])(?<![\d{_NUMERALS}][至到])"
        rf"(?:(?P<digits>\d{{1,3}}(?:[,，]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<han>[{_NUMERALS}]+))"
        rf"(?P<some>余|多|来)?(?P<scale>[百千万])?(?P<more>余|多)?"
        rf"(?P<unit>{listed})(?P<after>以上|左右|上下)?)"
    )


def number_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where something like a number in a unit stands, with a word of approximation before it."""
    for found in _ANY.finditer(text, start, end):
        edge = max(start, found.start() - _LONGEST_BEFORE)
        before = _BEFORE_END.search(text, edge, found.start())
        yield before.start() if before else found.start(), found.end()


def read_number(match: re.Match[str]) -> Stated | None:
    """What the number found with ``number_pattern`` says; None where it is not well formed."""
    return _read(*match.group(*_PARTS))


@lru_cache(maxsize=4096)
def _read(
    digits: str | None, han: str | None, scale_word: str | None, unit: str, *rough: str | None
) -> Stated | None:
    is_rough = any(rough)
    scale = _SCALES[scale_word or ""] * (10**4 if unit.startswith("万") else 1)
    value = _value_of(digits, han or "", is_rough=is_rough)
    if value is None:
        return None
    whole = value * scale
    if whole != whole.to_integral_value() and "元" not in unit:
        return None
    exactness = Exactness.EXACT
    if not _LIMITS.isdisjoint(rough):
        exactness = Exactness.AT_LEAST
    elif is_rough or _is_rounded(value, scale, han or ""):
        exactness = Exactness.APPROXIMATE
    return Stated(_plain(whole), exactness)


def _value_of(digits: str | None, han: str, *, is_rough: bool) -> Decimal | None:
    if digits:
        return read_cell(digits).value
    return numeral(han if not is_rough or han[0] not in "百千万" else f"一{han}")


def _is_rounded(value: Decimal, scale: int, han: str) -> bool:
    """Whether less than the last piece is printed: 1.2万 may be anything from 11500 on."""
    if han:
        return han.endswith("万") or scale > 1
    decimals = -int(value.as_tuple().exponent)
    return bool(scale > 10 ** max(decimals, 0))


def _plain(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value.normalize()


@lru_cache(maxsize=1024)
def numeral(text: str) -> Decimal | None:
    """The value of a Chinese numeral below 一亿; None unless it is written as that number is."""
    plain = text.replace("两", "二").replace("〇", "零")
    plain = f"一{plain}" if plain.startswith("十") else plain
    total = below = digit = 0
    for char in plain:
        if char in _POWERS:
            below, digit = below + digit * _POWERS[char], 0
        elif char == "万":
            total, below, digit = (below + digit) * _SCALES["万"], 0, 0
        else:
            digit = _DIGITS.index(char)
    value = total + below + digit
    return Decimal(value) if plain == _written(value) else None


def _written(number: int) -> str:
    """The number as a numeral in full; 一十 for 十."""
    for mark, power in (("万", 10_000), *_POWERS.items()):
        if number >= power:
            high, low = divmod(number, power)
            gap = "零" if 0 < low < power // 10 else ""
            return f"{_written(high)}{mark}{gap}{_written(low) if low else ''}"
    return _DIGITS[number]
