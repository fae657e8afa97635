"""Findings to choose from, and the verdict that is given on them, which can be taken back."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from annual_reports.access import Action
from annual_reports.audit import Act
from annual_reports.errors import AnnualReportsError, Denied
from annual_reports.ui import access, columns
from annual_reports.ui.audit_view import note
from annual_reports.ui.data import verdicts
from annual_reports.ui.filters import Filters
from annual_reports.ui.findings_choice import Narrowed, choose_findings
from annual_reports.ui.page import draw_denied, draw_error
from annual_reports.ui.paging import Listed, draw_pages, listed
from annual_reports.ui.rules import rules_of, with_words
from annual_reports.ui.tables import draw_choice
from annual_reports.ui.words import labels, t
from annual_reports.verdicts import Entry, Mark, Verdict

_LAST: Final = "last_settled"
_WHO: Final = "settled_by"
_ROUND: Final = "settled_rounds"  # a new key for the table: nothing is chosen after a verdict


def draw_settling(filters: Filters) -> tuple[Listed, Narrowed]:
    """The findings with filters; those chosen can be settled together.

    Gives back the page of them that is shown, and of which findings it is.
    """
    narrowed = choose_findings(rules_of(filters))
    ask = partial(filters.ask, "findings_list", **narrowed.codes)
    found = listed("findings", ask, with_words, (filters, narrowed.codes))
    if found.is_empty:
        st.success(t("quality.no-findings"), icon=":material/check_circle:")
    else:
        key = _key(found, narrowed)
        chosen = draw_choice("findings_list", found.rows, columns.FINDINGS, key=key)
        draw_pages(found)
        _draw_form(chosen)
    _draw_undo()
    return found, narrowed


def _key(found: Listed, narrowed: Narrowed) -> str:
    """What the table is called: other rows make another, in which none is chosen yet."""
    parts = ["findings", str(st.session_state.get(_ROUND, 0))]
    parts += [code for code in narrowed.codes.values() if code]
    return "_".join([*parts, f"page{found.number}"] if found.number > 1 else parts)


def _draw_form(chosen: pd.DataFrame) -> None:
    """What is to be said of the chosen findings, by whom."""
    if chosen.empty:
        st.caption(t("settle.choose"))
        return
    try:
        signed_in = access.demand(Action.SETTLE).name
    except Denied as denied:
        draw_denied(denied)
        return
    st.markdown(t("settle.chosen", n=len(chosen)))
    with st.form("settle", border=True):
        options = [verdict.value for verdict in Verdict]
        verdict = st.radio(
            t("settle.verdict"),
            options,
            format_func=labels(options, lambda code: t(f"verdict.{code}")),
            horizontal=True,
            index=1,
            key="settle_verdict",
        )
        left, right = st.columns([1, 2])
        with left:
            who = _draw_who(signed_in)
        with right:
            comment = st.text_input(t("settle.comment"), max_chars=500)
        if st.form_submit_button(t("settle.save"), type="primary", icon=":material/task_alt:"):
            _settle(chosen, Verdict(verdict), who.strip(), comment.strip())


def _draw_who(signed_in: str) -> str:
    """Who decides: whoever is signed in, else what is written."""
    said = signed_in or st.session_state.get(_WHO, "")
    written = st.text_input(t("settle.who"), said, max_chars=40, disabled=bool(signed_in))
    return signed_in or written


def _settle(chosen: pd.DataFrame, verdict: Verdict, who: str, comment: str) -> None:
    if not who:
        st.error(t("settle.who.missing"), icon=":material/error:")
        return
    marks = [
        Mark(row["finding_id"], row["values_hash"])
        for row in chosen[["finding_id", "values_hash"]].to_dict("records")
    ]
    try:
        access.demand(Action.SETTLE)
        entries = verdicts().settle(marks, verdict, who, comment)
        note(Act.SETTLE, who, verdict=verdict, findings=[mark.finding_id for mark in marks])
    except AnnualReportsError as error:
        draw_error(error)
        return
    st.session_state[_WHO] = who
    _done(entries)


def _done(entries: Sequence[Entry]) -> None:
    """Remember what was done last, forget what was chosen and show the new state."""
    st.session_state[_LAST] = list(entries)
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()


def _draw_undo() -> None:
    """What was done last in this session, and the button that takes it back."""
    entries: list[Entry] = st.session_state.get(_LAST, [])
    if not entries:
        return
    said = t("settle.done", n=len(entries), verdict=t(f"verdict.{entries[0].verdict}"))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.success(said, icon=":material/task_alt:")
        if st.button(t("settle.undo"), icon=":material/undo:", key="settle_undo"):
            try:
                asking = access.demand(Action.SETTLE)
                who = asking.name or entries[0].who
                back = verdicts().undo(entries, who)
                note(Act.SETTLE, who, verdict="undo", findings=[one.finding_id for one in back])
            except AnnualReportsError as error:
                draw_error(error)
                return
            _done([])
