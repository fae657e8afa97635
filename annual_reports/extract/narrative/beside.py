"""What a sentence says of a figure right after it: the parts of a total, its yearly change.

Parts are read where the list is whole: in brackets or to the end of the sentence, every item
a label and a number in the unit of the total. Of anything else there is no figure.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from annual_reports.extract.cells import read_cell
from annual_reports.extract.narrative.scope import is_of_channel
from annual_reports.facts import Exactness
from annual_reports.form import stated_kinds

_LISTED: Final = re.compile(r"[，,]?(?P<bracket>[（(])?(?:其中|包括|分别为|分别是)[：:，,]?")
_ITEM: Final = re.compile(
    r"(?P<label>[^\d。；;（）()]{1,40}?)(?P<number>\d[\d,，]*)(?P<unit>[条件项则篇])"
    r"(?:[（(][^（）()]*[）)])?(?P<sep>[，,、；;]|(?=[）)。]|$))"
)
_REST: Final = re.compile(r"[，,、；;]?(?:其[他它余]|剩余)")
_CLAUSES: Final = re.compile(r"[，,]")
_WAYS: Final = {"增长": 1, "上升": 1, "增加": 1, "提高": 1, "下降": -1, "减少": -1, "降低": -1}
_ROUGH: Final = {
    "": Exactness.EXACT,
    "约": Exactness.APPROXIMATE,
    "近": Exactness.APPROXIMATE,
    "超过": Exactness.AT_LEAST,
    "超": Exactness.AT_LEAST,
    "逾": Exactness.AT_LEAST,
}


class Beside(NamedTuple):
    """A figure that stands beside another, from ``start`` to ``end`` of the plain sentence."""

    code: str
    value: Decimal
    unit: str
    exactness: Exactness
    start: int
    end: int


def parts_after(code: str, plain: str, unit: str, place: int) -> Beside | None:
    """The sum of the parts of a total of items that ends at ``place``.

    It is exact where the list closes with 其他, else the least that the total can be. One item
    may go out by several channels, so that a list of channels has no sum.
    """
    listed = _LISTED.match(plain, place) if code == "items_published" else None
    if listed is None:
        return None
    items = list(_items(plain, listed.end()))
    if len(items) <= 1 or not _is_whole(plain, items, unit, in_brackets=bool(listed["bracket"])):
        return None
    values = [read_cell(item["number"]).value for item in items]
    if None in values or any(is_of_channel(item["label"]) for item in items):
        return None
    total = sum((value for value in values if value is not None), Decimal(0))
    exactness = Exactness.EXACT if _REST.match(items[-1]["label"]) else Exactness.AT_LEAST
    return Beside("items_parts", total, "", exactness, listed.end(), items[-1].end())


def _items(plain: str, place: int) -> Iterator[re.Match[str]]:
    while item := _ITEM.match(plain, place):
        yield item
        place = item.end()


def _is_whole(plain: str, items: list[re.Match[str]], unit: str, *, in_brackets: bool) -> bool:
    """Whether the items are the list and nothing else: one unit, its end where they end."""
    end = plain[items[-1].end() : items[-1].end() + 1]
    if any(item["unit"] != unit for item in items):
        return False
    if in_brackets:
        return end in ("）", ")")
    return end in ("", "。") and not any(_CLAUSES.search(item["label"]) for item in items)


def growth_after(code: str, plain: str, place: int, year: int) -> Beside | None:
    """The change against last year, in percent, of a figure that ends at ``place``."""
    if f"growth_{code}" not in _growth_codes():
        return None
    found = _growth(year).match(plain, place)
    value = read_cell(found["number"]).value if found else None
    if found is None or value is None:
        return None
    signed = value * _WAYS[found["way"]]
    rough = _ROUGH[found["rough"] or ""]
    return Beside(f"growth_{code}", signed, "%", rough, found.start("way"), found.end())


@lru_cache(maxsize=1)
def _growth_codes() -> frozenset[str]:
    return frozenset(kind.code for kind in stated_kinds() if kind.code.startswith("growth_"))


@lru_cache(maxsize=32)
def _growth(year: int) -> re.Pattern[str]:
    last = rf"(?:上一?年度?|去年度?|{year - 1}年度?)"
    return re.compile(
        rf"[，,（(]?(?:同比|(?:较|比|与){last}(?:同期)?(?:相比)?[，,]?)(?P<way>{'|'.join(_WAYS)})了?"
        rf"(?P<rough>{'|'.join(filter(None, _ROUGH))})?(?P<number>\d+(?:\.\d+)?)[%％]"
    )
