"""All that is known of the findings in view, to be worked on in other programs."""

import pandas as pd
import streamlit as st

from annual_reports.ui import columns, state
from annual_reports.ui.data import PUBLISHED
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import scope_words
from annual_reports.ui.tables import draw_downloads, heading, readable
from annual_reports.ui.words import agency_name, t

_NARROWED = ("rule", "severity", "verdict")


def draw_findings_export(shown: pd.DataFrame, filters: Filters) -> None:
    """Buttons that save every finding in view with cell, values, question, verdict and source."""
    if shown.empty:
        return
    title = t("export.findings")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(t("export.findings.how", n=len(shown)))
        draw_downloads(
            title, export_frame(shown), "all_findings", PUBLISHED.build_id, _notes(shown, filters)
        )


def export_frame(shown: pd.DataFrame) -> pd.DataFrame:
    """The findings with their words (``ui.rules.with_words``) under the headings of the export."""
    told = shown.assign(
        agency_code=shown["agency_id"],
        agency_name=[agency_name(code) for code in shown["agency_id"]],
        is_reopened=[t("yes") if reopened else "" for reopened in shown["is_reopened"]],
        published_on=shown["published_on"].dt.strftime("%Y-%m-%d"),
    )
    chosen = columns.FINDINGS_EXPORT
    return readable(told.loc[:, list(chosen)], chosen).rename(columns=heading)


def _notes(shown: pd.DataFrame, filters: Filters) -> dict[str, str]:
    """What the reader had chosen, so that the file can be read without the page."""
    years = f"{filters.year_from}–{filters.year_to}"
    notes = {t("notes.scope"): scope_words(filters), t("notes.years"): years}
    for name in _NARROWED:
        one = state.get(name)
        is_narrowed = one and set(shown[name]) == {one}
        words = shown["title"].iloc[0] if name == "rule" else t(f"{name}.{shown[name].iloc[0]}")
        notes[t(f"choose.{name}")] = words if is_narrowed else t(f"choose.{name}.all")
    return notes | {t("notes.count"): str(len(shown))}
