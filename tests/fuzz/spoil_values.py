"""Changes to what is printed in single cells."""

from collections.abc import Callable
from decimal import Decimal
from random import Random

from tests.fuzz.paper import NOTHING, Paper, Spot, Truth

FULL = str.maketrans("0123456789.,-+", "０１２３４５６７８９．，－＋")
HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
DIGITS = (10, 14, 15, 16, 20, 40)
MARKS = ("\u200b", "\u200e", "\u200f", "\u2060", "\u00ad", "\ufeff")
NO_NUMBERS = (
    "-", "—", "——", "－", "/", "\\", "*", "无", "０件无", "不涉及", "暂无", "……", "见附件", "#REF!",
    "○", "O", "l2", "Ⅳ", "½", "①", "十二", "1e3", "1/2", "1:2", "50%", "约12", "12余", "<5", ">12",
    "12(其中3)", "12（3）", "12*", "12①", "3+4", "2-1", "--5", "+-5", "5-", "1..2", "1.2.3", "1,2",
    "12,34", "1,0000", ",123", "12-13", "12~13", "1月2日", "第1项", "1、", "1.", "（1）", "00",
    "007",
    "0 0", "１ ２", "٣", "𝟝", "5^2", "5²", "NaN", "inf", "0x10", "12;13", "12、13", "12/13", "TRUE",
    "+", ".", ",", "。", "0.0.0", "1\u3000000", "1\u00a0024", "1'024", "1．0．2", "一", "百",
    "1百2",
)  # fmt: skip


def _thousands(number: int, rng: Random) -> tuple[str, Truth]:
    number += rng.choice([1000, 10**6])
    return f"{number:,}", frozenset({Decimal(number)})


def _negative(number: int, rng: Random) -> tuple[str, Truth]:
    sign = rng.choice("-－−–")
    return f"{sign}{number}", frozenset({Decimal(-number)})


def _decimal(number: int, rng: Random) -> tuple[str, Truth]:
    text = f"{number}.{rng.randrange(10 ** rng.randint(1, 6))}"
    return text, frozenset({Decimal(text)})


def _unit(number: int, rng: Random) -> tuple[str, Truth]:
    unit = rng.choice(["件", "元", "万元", "条", "人次", "项", " 件", "万"])
    return f"{number}{unit}", frozenset({Decimal(number)})


def _huge(_: int, rng: Random) -> tuple[str, Truth]:
    text = "".join(rng.choices("123456789", k=rng.choice(DIGITS)))
    return text, frozenset({Decimal(text)})


def _full(number: int, rng: Random) -> tuple[str, Truth]:
    return str(number).translate(FULL), frozenset({Decimal(number)})


def _han(number: int, rng: Random) -> tuple[str, Truth]:
    return str(number).translate(HAN), frozenset({Decimal(number)})


def _marked(number: int, rng: Random) -> tuple[str, Truth]:
    text = str(number)
    at = rng.randint(0, len(text))
    return text[:at] + rng.choice(MARKS) + text[at:], frozenset({Decimal(number)})


def _padded(number: int, rng: Random) -> tuple[str, Truth]:
    around = [rng.choice(["", " ", "\n", "\u3000", "\u00a0", "\t"]) for _ in range(2)]
    return f"{around[0]}{number}{around[1]}", frozenset({Decimal(number)})


def _split(number: int, rng: Random) -> tuple[str, Truth]:
    """Whether 1 2 is a broken 12 or two numbers nobody can tell."""
    text = str(number + 10)
    at = rng.randint(1, len(text) - 1)
    return text[:at] + rng.choice([" ", "\n", "\u3000", "  "]) + text[at:], NOTHING


def _reversed(number: int, rng: Random) -> tuple[str, Truth]:
    return f"\u202e{number}", NOTHING


def _no_number(_: int, rng: Random) -> tuple[str, Truth]:
    return rng.choice(NO_NUMBERS), NOTHING


def _blank(_: int, rng: Random) -> tuple[str, Truth]:
    return rng.choice(["", " ", "\u00a0", "\u200b"]), NOTHING


PRINTINGS: tuple[Callable[[int, Random], tuple[str, Truth]], ...] = (
    _thousands,
    _negative,
    _decimal,
    _unit,
    _huge,
    _full,
    _han,
    _marked,
    _padded,
    _split,
    _split,
    _reversed,
    _no_number,
    _no_number,
    _no_number,
    _blank,
)


def other_printings(rng: Random, paper: Paper) -> None:
    """One to twenty values printed in another way."""
    spots = list(paper.spots())
    for spot in rng.sample(spots, min(len(spots), rng.choice([1, 3, 20]))):
        reprint(spot, rng)


def reprint(spot: Spot, rng: Random) -> None:
    number = next(iter(spot.says), Decimal(7))
    is_count = number == number.to_integral_value() and 0 <= number < 10**9
    spot.text, spot.says = rng.choice(PRINTINGS)(int(number) if is_count else 7, rng)


def one_way_throughout(rng: Random, paper: Paper) -> None:
    """Every value of the report in the same way."""
    way = rng.choice([_full, _thousands, _unit, _marked, _padded, _negative])
    for spot in paper.spots():
        if spot.says and max(spot.says) == (number := int(max(spot.says))) >= 0:
            spot.text, spot.says = way(number, rng)


def blanks(rng: Random, paper: Paper) -> None:
    """A part of the values left out or struck."""
    share, text = rng.choice([0.2, 0.5, 0.9]), rng.choice(["", "", "/", "—", "无"])
    for spot in paper.spots():
        if rng.random() < share:
            spot.text, spot.says = text, NOTHING


def misspelt_labels(rng: Random, paper: Paper) -> None:
    """Labels and headings with a slip; each is still what it was, or nobody knows."""
    labels = [spot for table in paper.tables for spot in table.labels()]
    for spot in rng.sample(labels, min(len(labels), rng.choice([1, 2, 6]))):
        at = rng.randrange(len(spot.text))
        way = rng.choice(["drop", "double", "foreign", "blank", "junk", "gone", "space", "half"])
        spot.text = {
            "drop": spot.text[:at] + spot.text[at + 1 :],
            "double": spot.text[:at] + spot.text[at] + spot.text[at:],
            "foreign": spot.text[:at] + rng.choice("某乙囗?Xx、") + spot.text[at + 1 :],
            "blank": spot.text[:at] + rng.choice([" ", "\n", "\u3000"]) + spot.text[at:],
            "junk": "".join(rng.choices("囗卍※某abc", k=rng.randint(1, 8))),
            "gone": "",
            "space": " ".join(spot.text),
            "half": spot.text[: len(spot.text) // 2 + 1],
        }[way]
