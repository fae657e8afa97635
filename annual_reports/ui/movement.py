"""What moved a measure between two years: the question, and the choice of the years."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import pandas as pd
import streamlit as st

from annual_reports.charts.marks import crossed
from annual_reports.ui.choices import choose
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import break_years, metric_titles, t

Years = tuple[int, int]
"""The earlier and the later year."""


_DRAWN: Final = 9  # places that charts draw: eight agencies, and from the ninth on the rest


def movement_of(
    filters: Filters, metric_id: str, years: Years, most: int | None = _DRAWN
) -> pd.DataFrame:
    """The agencies' parts in the change, of their own reports, never of consolidated ones.

    Without ``most`` those of all agencies, else of each kind the largest, and who moved most.
    """
    asked = {"metric_id": metric_id, "base_year": years[0], "year": years[1], "most": most}
    return filters.ask("movement", basis="members", **asked)


def choose_movement(filters: Filters) -> tuple[str, Years | None]:
    """Let the reader choose a measure and two years; no years where there are not two."""
    known = filters.ask("metrics_by_year")
    titles = {
        code: title for code, title in metric_titles().items() if code in set(known["metric_id"])
    }
    first = "disclosure_rate" if "disclosure_rate" in titles else next(iter(titles))
    left, middle, right = st.columns((2, 1, 1))
    with left:
        metric_id = choose("moved", t("choose.metric"), list(titles), first, titles.__getitem__)
    held = sorted(known.loc[known["metric_id"] == metric_id, "year"].tolist())
    if len(held) <= 1:
        return metric_id, None
    newest = comparable_years(held, break_years().get(metric_id, ()))
    with right:
        year = choose("year", t("movement.year"), held[:0:-1], newest[1])
    earlier = [other for other in held if other < year][::-1]
    with middle:
        base = choose("base", t("movement.base"), earlier, _before(year, newest, earlier))
    return metric_id, (base, year)


def comparable_years(years: Sequence[int], breaks: Sequence[int]) -> Years:
    """The two newest of at least two rising years without a break between; else the newest two."""
    pairs = list(pairwise(years))[::-1]
    return next((pair for pair in pairs if not crossed(pair, breaks)), pairs[0])


def _before(year: int, newest: Years, earlier: Sequence[int]) -> int:
    return newest[0] if year == newest[1] else earlier[0]
