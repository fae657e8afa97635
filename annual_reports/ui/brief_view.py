"""The dialog that offers a brief as DOCX, and as PDF where a converter is installed."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from annual_reports.errors import AnnualReportsError
from annual_reports.export.brief import Brief
from annual_reports.export.brief_docx import brief_docx
from annual_reports.export.letter import DOCX_MIME
from annual_reports.extract.readers.office import is_installed, to_pdf
from annual_reports.ui.origin import file_name
from annual_reports.ui.page import draw_error
from annual_reports.ui.words import t

_MADE: Final = "brief_pdf"  # the last PDF, with the title it is of


def draw_brief_button(make: Callable[[], Brief], who: str, year: int) -> None:
    """A button that makes a brief and offers to save it."""
    if st.button(t("brief.button"), icon=":material/description:", key="brief"):
        st.dialog(t("brief.dialog"))(_draw_brief)(make, who, year)


def _draw_brief(make: Callable[[], Brief], who: str, year: int) -> None:
    brief = make()
    name = (who, str(year), t("brief.file"))
    st.markdown(t("brief.what", title=brief.title))
    st.download_button(
        t("brief.docx"),
        lambda: brief_docx(brief),
        file_name=file_name(*name, ending="docx"),
        mime=DOCX_MIME,
        on_click="ignore",
        icon=":material/download:",
    )
    if not is_installed():
        st.caption(t("brief.pdf.missing"))
        return
    if st.button(t("brief.pdf.make"), icon=":material/picture_as_pdf:"):
        _convert(brief)
    made = st.session_state.get(_MADE)
    if made and made[0] == brief:
        st.download_button(
            t("brief.pdf"),
            made[1],
            file_name=file_name(*name, ending="pdf"),
            mime="application/pdf",
            on_click="ignore",
            icon=":material/download:",
        )


def _convert(brief: Brief) -> None:
    try:
        with st.spinner(t("brief.pdf.making")):
            st.session_state[_MADE] = (brief, to_pdf(brief_docx(brief)))
    except AnnualReportsError as error:
        draw_error(error)
