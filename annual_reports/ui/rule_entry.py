"""The dictionary of rules: one entry in full, all of them as a table."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports.catalogue import queries_in
from annual_reports.ui import columns
from annual_reports.ui.choices import choose
from annual_reports.ui.dictionary import look_up
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import QUALITY_PAGE
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import lang, t


def draw_rules(filters: Filters) -> None:
    """Search, the entry that is open, and the table of all that were found."""
    rules = filters.ask("rule_dictionary")
    parts = ("title", "checks", "ask")
    worded = rules.assign(**{part: rules[f"{part}_{lang()}"] for part in parts})
    look_up(worded, _draw_found)


def _draw_found(found: pd.DataFrame) -> None:
    titles = dict(zip(found["rule"], found["title"], strict=True))
    chosen = choose("rule", t("choose.rule"), list(titles), word=titles.__getitem__)
    draw_entry(found[found["rule"] == chosen].iloc[0])
    st.subheader(t("definitions.all-rules", n=len(found)), anchor=False)
    draw_table("rule_dictionary", found, columns.RULE_DICTIONARY)


def draw_entry(entry: Any) -> None:
    """What a rule checks, what is asked where it objects, and how far it got here."""
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(entry["title"], anchor=False, width="content")
            st.badge(t(f"severity.{entry['severity']}"), color="gray")
        st.caption(t("definitions.rule-code", rule=entry["rule"]))
        facts = {name: int(entry[name]) for name in ("judged", "failed", "not_judged")}
        said = (
            t("definitions.checks", words=entry["checks"]),
            t("definitions.ask", words=entry["ask"]),
            t("definitions.judged" if facts["judged"] else "definitions.judged.none", **facts),
        )
        st.markdown("\n".join(f"- {line}" for line in said))
        if facts["failed"]:
            link = t("definitions.to-findings")
            st.page_link(QUALITY_PAGE, label=link, icon=":material/rule:")
        with st.expander(t("definitions.sql")):
            st.code(_statement(entry["rule"]), language="sql", wrap_lines=True)


def _statement(rule: str) -> str:
    return next(check.sql for check in queries_in("checks") if check.query_id == rule)
