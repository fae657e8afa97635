"""修订记录: every revision of the selection, the newest first."""

from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.ui import columns
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import open_agency
from annual_reports.ui.paging import Listed, draw_pages, listed
from annual_reports.ui.revision_words import NEEDED, facts_words
from annual_reports.ui.tables import draw_choice
from annual_reports.ui.words import t

_ROUND: Final = "revision_rounds"  # a new key for the table: nothing is chosen on coming back


def draw_revision_log(filters: Filters) -> None:
    """How many reports were changed, and each time what; a row leads to the version."""
    st.subheader(t("revisions.heading"), anchor=False)
    found = listed("revisions", partial(filters.ask, "revisions_list"), _with_facts, (filters,))
    if found.is_empty:
        st.info(t("revisions.none"), icon=":material/info:")
        return
    st.markdown(t("revisions.headline", **_counts(filters.ask("revisions_summary").iloc[0])))
    st.caption(t("revisions.open"))
    _draw_rows(found)


def _counts(summary: Any) -> dict[str, int]:
    names = {"table_3": "table_3_revised"}
    facts = ("reports", "revised", "revisions", "table_3")
    return {fact: int(summary[names.get(fact, fact)]) for fact in facts}


def _with_facts(revisions: pd.DataFrame) -> pd.DataFrame:
    rows = revisions[list(NEEDED)].to_dict("records")
    return revisions.assign(facts=[facts_words(row) for row in rows])


def _draw_rows(found: Listed) -> None:
    key = f"revisions_{st.session_state.get(_ROUND, 0)}"
    chosen = draw_choice("revisions_list", found.rows, columns.REVISIONS, key=key, is_single=True)
    draw_pages(found)
    for row in chosen.to_dict("records"):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        open_agency(row["agency_id"], int(row["year"]), row["report_id"])
