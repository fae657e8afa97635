"""The letter to one agency about one report: what does not add up, what to confirm."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.export.letter import DOCX_MIME, Letter, letter_docx
from annual_reports.ui import state
from annual_reports.ui.choices import choose
from annual_reports.ui.data import ask
from annual_reports.ui.filters import Filters
from annual_reports.ui.rules import PLACE, with_words
from annual_reports.ui.words import agency_name, t

_MOST: Final = 200  # reports to choose from
_DIGITS: Final = 4  # of a year


def draw_letter(filters: Filters) -> None:
    """Choose a report with findings that stand and take the letter about it."""
    reports = _reports(filters)
    if reports.empty:
        st.info(t("letter.none"), icon=":material/info:")
        return
    rows = {f"{row['agency_id']}|{row['year']}": row for row in reports.to_dict("records")}
    named = {code: f"{agency_name(row['agency_id'])} · {row['year']}" for code, row in rows.items()}
    chosen = choose("letter", t("choose.letter"), list(named), word=named.__getitem__)
    left_out = int(reports["all_rows"].iloc[0]) - len(rows)
    if left_out:
        st.caption(t("letter.more", n=numbers.count(left_out)))
    report = rows[chosen]
    letter = letter_about(_standing(report["report_id"]), report, is_demo=filters.is_demo)
    st.code(letter.text, language=None, wrap_lines=True)
    st.download_button(
        t("letter.download"),
        lambda: letter_docx(letter),
        file_name=f"{letter.title}-{agency_name(report['agency_id'])}.docx",
        mime=DOCX_MIME,
        on_click="ignore",
        icon=":material/download:",
    )


def _reports(filters: Filters) -> pd.DataFrame:
    """The first reports that can be written about, and the one that is asked for."""
    agency_id, _, year = state.get("letter").rpartition("|")
    asked = int(year) if year.isdecimal() and len(year) <= _DIGITS else None
    return filters.ask("letter_reports", agency_id=agency_id, year=asked, rows=_MOST)


def _standing(report_id: str) -> pd.DataFrame:
    """What of a report is to be asked, in the order of the list of findings."""
    found = ask("report_findings", report_id=report_id)
    order = ["severity", "rule", *PLACE, "finding_id"]
    return with_words(found[found["is_standing"]].sort_values(order))


def letter_about(findings: pd.DataFrame, report: Any, *, is_demo: bool) -> Letter:
    """The letter about the findings of a report, with their words (``ui.rules.with_words``).

    ``report`` is a row of letter_reports.
    """
    agency, points = agency_name(report["agency_id"]), report["findings"]
    facts = {"year": report["year"], "agency": agency, "n": points}
    return Letter(
        title=t("letter.title", **facts),
        salutation=t("letter.salutation", **facts),
        opening=t("letter.opening", **facts),
        points=[_point(row) for row in findings.to_dict("records")],
        closing=[t("letter.closing", **facts)],
        notes=[t("letter.demo")] if is_demo else [],
    )


def _point(row: Any) -> str:
    """Where, what, and what is asked."""
    quoted = t("letter.quote", quote=row["quote"]) if row["quote"] else ""
    facts = {"place": row["place"], "message": row["message"], "ask": row["ask"]}
    return t("letter.point", **facts, quote=quoted)
