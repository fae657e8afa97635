"""The pages of the dashboard, its language switch, and what its address says."""

from contextlib import suppress
from typing import Final

import streamlit as st

from annual_reports.errors import MissingWarehouse
from annual_reports.i18n import LANGS
from annual_reports.logs import start_logging
from annual_reports.pipeline import PROJECT
from annual_reports.ui import state
from annual_reports.ui.choices import switch
from annual_reports.ui.link_view import draw_link_button
from annual_reports.ui.opening import open_beforehand
from annual_reports.ui.sign_in_view import draw_person, draw_refusal, is_new_owner, refusal
from annual_reports.ui.style import draw_style
from annual_reports.ui.words import lang, t

PAGES = (
    "overview",
    "volume",
    "applications",
    "disputes",
    "movement",
    "agencies",
    "agency",
    "compare",
    "quality",
    "timeliness",
    "evidence",
    "definitions",
    "sql",
    "importing",
)
ADDRESSES = {"importing": "import"}
_SCRIPT: Final = PROJECT / "dashboard.py"
_OPENED: Final = [ADDRESSES.get(page, page) for page in PAGES if page != "importing"]
LANGUAGES = {"zh": "中文", "en": "English"}


def _draw_language() -> None:
    """The language switch."""
    switch("lang", "语言 · Language", LANGS, LANGUAGES.__getitem__, first=lang())


def run() -> None:
    """Route to the page and keep its choices in the address."""
    st.set_page_config(page_title="年报看板", page_icon="📊", layout="wide")
    start_logging()
    draw_style()
    state.begin_run()
    pages = [
        st.Page(
            f"annual_reports/app_pages/{page}.py",
            title=t(f"page.{page}"),
            url_path=ADDRESSES.get(page, page),
            default=page == PAGES[0],
        )
        for page in PAGES
    ]
    if refused := refusal():
        st.navigation(pages, position="hidden")
        _draw_language()
        draw_refusal(refused)
        state.end_run("")
        return
    if is_new_owner():
        st.rerun()
    current = st.navigation({t("app.name"): pages}, expanded=True)
    with st.sidebar:
        draw_person()
        _draw_language()
    current.run()
    with suppress(MissingWarehouse):  # which the page has told
        open_beforehand(_SCRIPT, _OPENED)
    state.end_run(current.url_path)
    with st.sidebar:
        draw_link_button()
