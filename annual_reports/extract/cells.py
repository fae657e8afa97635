"""What is printed in a cell becomes a value: the only place where text becomes a number."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from annual_reports.facts import Status

_PLAIN: Final = str.maketrans(
    "０１２３４５６７８９．，＋" + "－−–‒‐‑﹣—―─", "0123456789.,+" + "-" * 10
)
_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_DASH: Final = re.compile(r"[-/／\\＼*＊\s]+")
_UNIT: Final = r"(?:[百千万亿]{0,2}(?:元整?|件次?|人次?|条|个|项|宗|份|次|起|例|部|篇|户)|万|亿)"
_NUMBER: Final = re.compile(
    r"(?P<sign>[+-])?[^\S\n]?"
    r"(?P<digits>(?:0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,15})?)"
    rf"[^\S\n]?(?P<unit>{_UNIT})?"
)
_NOTHING: Final = re.compile(
    r"[无無零]|暂无(?:数据)?|没有(?:发生)?|[未不]涉及|未发生|不适用|N/?A|n/?a"
    r"|无(?:此|该|相关)(?:类|项)?(?:项目|情况|事项|内容|数据)?|无(?:内容|数据|情况)"
)


class Reading(NamedTuple):
    """A value as printed, without its unit; ``value`` is None unless ``status`` is NUMBER."""

    value: Decimal | None
    status: Status
    unit: str


@lru_cache(maxsize=8192)
def read_cell(text: str, unit: str = "") -> Reading:
    """What stands in a cell whose column is in ``unit`` unless the cell names its own.

    Only a text that is one well-formed number and nothing else, a unit aside, is a
    number: no digits are picked out of words, joined over blanks or converted from other
    scripts, and zeros run together are not taken for one.
    """
    plain = _INVISIBLE.sub("", text).strip()
    if not plain:
        return Reading(None, Status.BLANK, unit)
    plain = plain.translate(_PLAIN)
    if match := _NUMBER.fullmatch(plain):
        value = Decimal(match["digits"].replace(",", ""))
        if match["sign"] == "-" and value:
            value = -value
        return Reading(value, Status.NUMBER, (match["unit"] or "").removesuffix("整") or unit)
    return Reading(None, _status_without_number(plain), unit)


def _status_without_number(plain: str) -> Status:
    if _DASH.fullmatch(plain):
        return Status.DASH
    words = "".join(plain.split()).strip("。.（）()")
    return Status.WORDS if _NOTHING.fullmatch(words) else Status.UNREADABLE
