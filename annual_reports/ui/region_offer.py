"""Regions to choose from: all of them, or where they are too many some and what a search finds."""

from bisect import bisect_left
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from annual_reports.ui import searching
from annual_reports.ui.searching import draw_search, with_every_word
from annual_reports.ui.words import t


def offer_regions(regions: Sequence[str], upper: Sequence[str], chosen: str) -> list[str]:
    """Those to choose from, in their order; what is chosen and what is near it always among them.

    ``regions`` are paths in the order of their characters. Where they are more than a list holds
    it has the ``upper`` ones, or those that a search finds, and says so.
    """
    if len(regions) <= searching.OFFERED:
        return list(regions)
    written = draw_search("find_region", t("choose.find-region"))
    found = _found(regions, written) if written else upper
    every = len(found if written else regions)
    shown = sorted({*found[: searching.OFFERED], *_near(regions, chosen)})
    if not found:
        st.caption(t("choose.no-region"))
    elif len(shown) < every:
        st.caption(t("choose.more-regions", shown=len(shown), found=every))
    return shown


def upper_regions(regions: Sequence[str]) -> tuple[str, ...]:
    """As many whole levels of regions from the top as a list holds, at least the first."""
    depths = [path.count("/") for path in regions]
    deepest, fitting = min(depths, default=0), 0
    for depth in sorted(set(depths)):
        fitting += depths.count(depth)
        if fitting <= searching.OFFERED:
            deepest = depth
    return tuple(path for path, depth in zip(regions, depths, strict=True) if depth <= deepest)


def _found(regions: Sequence[str], words: str) -> list[str]:
    paths = pd.DataFrame({"path": regions})
    return with_every_word(paths, words)["path"].tolist()


def _near(regions: Sequence[str], chosen: str) -> list[str]:
    """The region chosen, those it lies in, and those right below it, as far as they are known."""
    parts = chosen.split("/")
    above = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
    first, end = bisect_left(regions, f"{chosen}/"), bisect_left(regions, f"{chosen}0")
    inside = regions[first:end] if chosen else []
    below = [path for path in inside if path.count("/") == len(parts)]
    known = [path for path in above if _holds(regions, path)]
    return [*known, *below[: searching.OFFERED]]


def _holds(regions: Sequence[str], path: str) -> bool:
    at = bisect_left(regions, path)
    return at < len(regions) and regions[at] == path
