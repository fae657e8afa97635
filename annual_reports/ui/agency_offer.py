"""Agencies to choose from: all of them, or where they are too many those that a search finds."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from annual_reports.ui import searching
from annual_reports.ui.searching import draw_search, have_every_word
from annual_reports.ui.words import t


def offer(known: pd.DataFrame, kept: Sequence[str], key: str) -> list[str]:
    """The agency_id of those to choose from; ``kept`` are chosen already and always among them.

    Where ``known`` are more than a list holds, a search field is drawn, and how many were found.
    """
    most = searching.OFFERED
    if len(known) <= most:
        return known["agency_id"].tolist()
    written = draw_search(f"find_{key}", t("choose.find-agency"))
    found = find_agencies(known, written) if written else known["agency_id"]
    if found.empty:
        st.caption(t("choose.no-agency"))
    elif len(found) > most:
        st.caption(t("choose.more-agencies", shown=most, found=len(found)))
    return list(dict.fromkeys([*kept, *found.head(most)]))


def find_agencies(known: pd.DataFrame, words: str) -> pd.Series:
    """The agency_id of those with every one of these words in what is ``searched`` of them."""
    found: pd.Series = known.loc[have_every_word(known["searched"], words), "agency_id"]
    return found
