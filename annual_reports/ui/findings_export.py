"""All that is known of the findings in view, to be worked on in other programs."""

import pandas as pd
import streamlit as st

from annual_reports.ui import columns
from annual_reports.ui.data import PUBLISHED
from annual_reports.ui.filters import Filters
from annual_reports.ui.findings_choice import Narrowed
from annual_reports.ui.page import scope_words
from annual_reports.ui.paging import Listed
from annual_reports.ui.tables import draw_downloads, heading, readable
from annual_reports.ui.words import agency_name, t


def draw_findings_export(found: Listed, narrowed: Narrowed, filters: Filters) -> None:
    """Buttons that save every finding in view with cell, values, question, verdict and source."""
    if found.is_empty:
        return
    notes = {**_notes(filters, narrowed), t("notes.count"): str(found.total)}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(t("export.findings.how", n=found.total))
        draw_downloads(
            t("export.findings"),
            lambda: export_frame(found.all_rows()),
            "all_findings",
            PUBLISHED.build_id,
            notes,
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


def _notes(filters: Filters, narrowed: Narrowed) -> dict[str, str]:
    """What the reader had chosen, so that the file can be read without the page."""
    years = f"{filters.year_from}–{filters.year_to}"
    notes = {t("notes.scope"): scope_words(filters), t("notes.years"): years}
    return notes | {t(f"choose.{name}"): said for name, said in narrowed.words.items()}
