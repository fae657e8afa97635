"""文本雷同: the pairs of reports of a year whose texts are largely the same."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.ui import columns, state
from annual_reports.ui.choices import choose
from annual_reports.ui.filters import Filters
from annual_reports.ui.pairs import choose_pair
from annual_reports.ui.tables import draw_choice
from annual_reports.ui.words import t

_ROUND: Final = "radar_rounds"  # a new key for the table: nothing is chosen after a pair is opened


def draw_radar(filters: Filters) -> None:
    """The pairs of the chosen year; a row leads to the two reports."""
    years = list(range(filters.year_to, filters.year_from - 1, -1))
    year = choose("radar", t("radar.year"), years)
    pairs = filters.ask("text_pairs_list", year=year)
    basis = filters.ask("text_basis", year=year).iloc[0]
    _draw_answer(pairs, basis, year)
    if not pairs.empty:
        _draw_pairs(pairs)
    st.caption(t("radar.basis", **_facts(basis)))


def _draw_answer(pairs: pd.DataFrame, basis: Any, year: int) -> None:
    if not pairs.empty:
        near = int(pairs["is_near"].sum())
        st.markdown(t("radar.found", year=year, pairs=len(pairs), near=near))
    elif basis["comparable"]:
        st.success(t("radar.none", year=year), icon=":material/check_circle:")
    else:
        st.info(t("radar.too-little", year=year), icon=":material/info:")


def _facts(basis: Any) -> dict[str, int]:
    names = {
        "reports": "reports", "comparable": "comparable", "clauses": "clauses",
        "counted": "counted_clauses", "short": "short_clauses", "formula": "formula_clauses",
        "common": "common_clauses", "agencies": "common_from",
    }  # fmt: skip
    return {fact: int(basis[column]) for fact, column in names.items()}


def _draw_pairs(pairs: pd.DataFrame) -> None:
    st.caption(t("radar.open"))
    key = f"pairs_{st.session_state.get(_ROUND, 0)}"
    named = pairs.assign(own_share=pairs["share"])
    chosen = draw_choice("text_pairs_list", named, columns.TEXT_PAIRS, key=key, is_single=True)
    for row in chosen.to_dict("records"):
        open_found(row)


def open_found(pair: Any) -> None:
    """Show the two reports of a row of text_pairs_list, what they have in common marked."""
    choose_pair(pair["other_agency_id"], pair["other_year"], pair["agency_id"], pair["year"])
    state.put("view", "pair")
    state.put("marks", "shared")
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()
