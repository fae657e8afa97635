"""The letter to one agency about one report: what does not add up, what to confirm."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports.export.letter import DOCX_MIME, Letter, letter_docx
from annual_reports.ui.choices import choose
from annual_reports.ui.words import agency_name, t


def draw_letter(found: pd.DataFrame, *, is_demo: bool) -> None:
    """Choose a report with findings that stand and take the letter about it."""
    standing = found[found["is_standing"]]
    if standing.empty:
        st.info(t("letter.none"), icon=":material/info:")
        return
    named = {
        f"{row['agency_id']}|{row['year']}": f"{agency_name(row['agency_id'])} · {row['year']}"
        for row in standing[["agency_id", "year"]].drop_duplicates().to_dict("records")
    }
    chosen = choose("letter", t("choose.letter"), list(named), word=named.__getitem__)
    agency_id, year = chosen.split("|")
    of_report = (standing["agency_id"] == agency_id) & (standing["year"] == int(year))
    letter = letter_about(standing[of_report], is_demo=is_demo)
    st.code(letter.text, language=None, wrap_lines=True)
    st.download_button(
        t("letter.download"),
        lambda: letter_docx(letter),
        file_name=f"{letter.title}-{agency_name(agency_id)}.docx",
        mime=DOCX_MIME,
        on_click="ignore",
        icon=":material/download:",
    )


def letter_about(findings: pd.DataFrame, *, is_demo: bool) -> Letter:
    """The letter about the findings of one report, with their words (``ui.rules.with_words``)."""
    rows = findings.to_dict("records")
    first = rows[0]
    points = first["standing_in_report"]
    facts = {"year": first["year"], "agency": agency_name(first["agency_id"]), "n": points}
    return Letter(
        title=t("letter.title", **facts),
        salutation=t("letter.salutation", **facts),
        opening=t("letter.opening", **facts),
        points=[_point(row) for row in rows],
        closing=[t("letter.closing", **facts)],
        notes=[t("letter.demo")] if is_demo else [],
    )


def _point(row: Any) -> str:
    """Where, what, and what is asked."""
    quoted = t("letter.quote", quote=row["quote"]) if row["quote"] else ""
    facts = {"place": row["place"], "message": row["message"], "ask": row["ask"]}
    return t("letter.point", **facts, quote=quoted)
