"""What one report gives to a number: its cells or its sentence, each where it is printed."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.ui import columns, state
from annual_reports.ui.cell_source import draw_cell
from annual_reports.ui.data import ask
from annual_reports.ui.number import Number, title_of
from annual_reports.ui.page import open_agency
from annual_reports.ui.rules import with_places
from annual_reports.ui.stated_view import stated_html
from annual_reports.ui.tables import draw_choice
from annual_reports.ui.words import agency_name, lang, plain, short_path, t


def draw_part(number: Number, report: Any) -> None:
    """The report, what of it enters the number, and the source of it."""
    name = agency_name(str(report["agency_id"]))
    facts = {"agency": name, "year": report["year"], "title": title_of(number)}
    st.subheader(t("evidence.part", **facts), anchor=False)
    _draw_file(report)
    terms = ask("number_terms", report_id=report["report_id"], number=number.what)
    if not terms.empty:
        _draw_terms(report, terms)
    else:
        _draw_stated(number, report)


def _draw_file(report: Any) -> None:
    """From which file, where it was published, and the way to the agency."""
    if not report["is_current"]:
        st.warning(t("evidence.superseded", revision=report["revision"]), icon=":material/history:")
    with st.container(horizontal=True, vertical_alignment="center", wrap=True):
        st.caption(t("evidence.file", file=plain(short_path(report["path"]))))
        url = report["source_url"]
        if isinstance(url, str) and url.startswith(("http://", "https://")):
            st.link_button(t("evidence.url"), url, type="tertiary", icon=":material/open_in_new:")
        year = int(report["year"])
        if st.button(t("evidence.profile"), type="tertiary", icon=":material/account_balance:"):
            version = "" if report["is_current"] else str(report["report_id"])
            open_agency(str(report["agency_id"]), year, version)


def _draw_terms(report: Any, terms: pd.DataFrame) -> None:
    """The cells that enter the number, and the one chosen where it is printed."""
    shown = with_places(terms).assign(
        side=[t(f"evidence.side.{side}") for side in terms["side"]],
        sign=["−" if sign < 0 else "+" for sign in terms["sign"]],
        counted=terms["value"],
    )
    keys = terms["table_code"] + "/" + terms["row_code"] + "/" + terms["column_code"]
    if len(terms) > 1:
        picked = draw_choice(
            "number_terms", shown, columns.TERMS, key=f"terms_{report['report_id']}", is_single=True
        )
        if not picked.empty:
            state.put("cell", keys.loc[picked.index[0]])
    asked = state.get("cell")
    at = next(iter(terms.index[keys == asked]), terms.index[0])
    _draw_printed(terms.loc[at], str(shown["place"].loc[at]))
    draw_cell(report, terms.loc[at])


def _draw_printed(cell: Any, place: str) -> None:
    """What is printed in the cell and how it was taken."""
    value = numbers.cell(cell["printed_value"], cell["status"], lang())
    facts = {"place": place, "value": value, "raw": plain(cell["raw"]) or t("status.blank")}
    said = t("evidence.printed", **facts, at=plain(cell["locator"]))
    if cell["is_derived"]:
        said += t("evidence.derived", value=numbers.count(cell["value"]))
    st.markdown(said)


def _draw_stated(number: Number, report: Any) -> None:
    """The sentence in which the text states the number, where it is one of those."""
    figures = ask("report_stated_figures", report_id=report["report_id"])
    said = figures[figures["figure"] == number.what]
    if said.empty:
        st.info(t("evidence.not-said"), icon=":material/info:")
        return
    st.caption(t("evidence.stated"))
    st.html(stated_html(said))
