"""What is drawn of more agencies than a plot can show: what stands out, and some of the others."""

from typing import Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.style import Style

MOST: Final = 1_500
"""Marks in a plot: more hide each other, and a phone is slow to draw them."""


def sampled(frame: pd.DataFrame, first: pd.DataFrame) -> pd.DataFrame:
    """At most about MOST rows of a frame with an index of its own, in its order.

    Of a longer one: the rows ``first``, and of the others every so many, so that they are spread
    as all are.
    """
    if len(frame) <= MOST:
        return frame
    is_kept = frame.index.isin(first.index)
    others = frame.index[~is_kept]
    step = len(others) / max(MOST - int(is_kept.sum()), 1)
    even = others[[int(at * step) for at in range(int(len(others) / step))]] if step > 1 else others
    return frame[is_kept | frame.index.isin(even)]


def sample_note(style: Style, key: str, drawn: int, total: int) -> str:
    """How many of all are drawn, which of them in any case, and where the others are."""
    if drawn == total:
        return ""
    first = style.say(f"sample.{key}")
    return style.say("sample", n=fmt.count(drawn), total=fmt.count(total), first=first)
