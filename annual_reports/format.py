"""Numbers as they are written: thousands, one decimal for rates, and what stands for no number."""

import math
from decimal import Decimal
from typing import Final

from annual_reports.i18n import text

NOT_COMPUTABLE: Final = "—"
_THIN: Final = "\u2009"
_ROOM: Final = 9
_COUNTED: Final = ("count", "items")
_FULL: Final = 100  # units that are told without decimals
_STEPS: Final = {
    "zh": (("largest", 100_000_000), ("large", 10_000)),
    "en": (("largest", 1_000_000_000), ("large", 1_000_000)),
}


def is_missing(value: float | None) -> bool:
    """Whether there is no number (None or NaN, as frames have it)."""
    return value is None or math.isnan(value)


def count(value: float | None) -> str:
    """A count or amount with thousands separators; decimals only where there are any."""
    if value is None or math.isnan(value):
        return NOT_COMPUTABLE
    if float(value).is_integer():
        return f"{int(value):,}"
    return f"{value:,.2f}"


def rounded_count(value: float | None, lang: str) -> str:
    """A count where there is no room for more than nine characters: longer ones are rounded."""
    if value is None or len(count(value)) <= _ROOM:
        return count(value)
    size, unit = next(step for step in _STEPS[lang] if abs(value) >= step[1])
    digits = 0 if abs(value) / unit >= _FULL else 2
    return text(f"format.rounded.{size}", lang, value=f"{value / unit:,.{digits}f}")


def rate(value: float | None) -> str:
    """A share as percent with one decimal."""
    return NOT_COMPUTABLE if value is None or math.isnan(value) else f"{100 * value:.1f}{_THIN}%"


def rate_of(value: float | None, above: float | None, below: float | None, lang: str) -> str:
    """A share with what it rests on: 34.2 %（275/805）."""
    if is_missing(above) or is_missing(below):
        return rate(value)
    return text("format.rate-of", lang, rate=rate(value), above=count(above), below=count(below))


def balance(value: float | None) -> str:
    """A number that may be negative, with its sign."""
    if value is None or math.isnan(value):
        return NOT_COMPUTABLE
    return f"{_sign(value)}{count(abs(value))}"


def _sign(value: float) -> str:
    return "+" if value > 0 else "−" if value < 0 else "±"


def plain(value: float | None, unit: str) -> str:
    """A value of a measure without its unit and what it rests on."""
    if unit == "balance":
        return balance(value)
    if unit == "rate":
        return rate(value)
    written = count(value)
    # A median of counts ends in a half at most; an amount of money has two decimals.
    return written.removesuffix("0") if unit in _COUNTED and "." in written else written


def measure(
    value: float | None,
    unit: str,
    lang: str,
    above: float | None = None,
    below: float | None = None,
) -> str:
    """A value in its unit: count, items, amount_wan, balance, days, index or rate."""
    if unit == "rate":
        return rate_of(value, above, below, lang)
    if value is None or math.isnan(value):
        return NOT_COMPUTABLE
    if unit == "days":
        return days(value, lang)
    if unit == "index":
        return f"{value:,.1f}"
    return text(f"format.{unit}", lang, value=plain(value, unit))


def change(value: float | None, unit: str, lang: str) -> str:
    """A change: percentage points for rates, the difference for days and balances, else percent."""
    if value is None or math.isnan(value):
        return NOT_COMPUTABLE
    if unit == "balance":
        return measure(value, unit, lang)
    key = {"rate": "format.points", "days": "format.more-days"}.get(unit, "format.percent")
    return text(key, lang, value=f"{_sign(value)}{abs(value):,.1f}")


def days(value: float, lang: str) -> str:
    """Days from a deadline in words: early, on the day or late; halves where a median has them."""
    side = "early" if value < 0 else "late" if value > 0 else "on-the-day"
    return text(f"format.days.{side}", lang, n=f"{abs(value):g}")


def exact(value: float) -> str:
    """A number with thousands separators and all the decimals it was printed with."""
    digits = format(Decimal(repr(float(value))), ",f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def cell(value: float | None, status: str, lang: str) -> str:
    """A cell of the form: its number, or the word for why there is none."""
    if status == "number" and value is not None and not math.isnan(value):
        return exact(value)
    return text(f"status.{status}", lang)
