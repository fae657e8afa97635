"""Agencies to choose from: all of them, or where they are too many those that a search finds."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from annual_reports.ui import searching
from annual_reports.ui.searching import draw_search, with_every_word
from annual_reports.ui.words import t

_NAMES: Final = ("name", "name_en", "agency_id")
_LISTS: Final = ("former_names", "aliases")


def offer(known: pd.DataFrame, kept: Sequence[str], key: str) -> list[str]:
    """The agency_id of those to choose from; ``kept`` are chosen already and always among them.

    Where ``known`` are more than a list holds, a search field is drawn, and how many were found.
    """
    most = searching.OFFERED
    if len(known) <= most:
        return known["agency_id"].tolist()
    written = draw_search(f"find_{key}", t("choose.find-agency"))
    found = find_agencies(known, written) if written else known
    if found.empty:
        st.caption(t("choose.no-agency"))
    elif len(found) > most:
        st.caption(t("choose.more-agencies", shown=most, found=len(found)))
    return list(dict.fromkeys([*kept, *found["agency_id"].head(most)]))


def find_agencies(known: pd.DataFrame, words: str) -> pd.DataFrame:
    """Those with every one of these words in a name, a former one, an alias or the id."""
    lists = {name: known[name].map("\n".join) for name in _LISTS}
    return known.loc[with_every_word(known[list(_NAMES)].assign(**lists), words).index]
