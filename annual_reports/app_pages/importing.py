"""年报导入: from a pile of files to checked data, or only a self-check before publishing."""

from typing import Any

import streamlit as st

from annual_reports.errors import AnnualReportsError
from annual_reports.ui.audit_view import draw_audit
from annual_reports.ui.import_view import draw_one
from annual_reports.ui.keep_view import draw_keep_all, draw_kept
from annual_reports.ui.page import draw_empty, draw_error, draw_head
from annual_reports.ui.pile_view import draw_pile, draw_uploader
from annual_reports.ui.shelf_view import draw_shelf
from annual_reports.ui.uploads import registry, seen
from annual_reports.ui.words import t


def body() -> None:
    """Files in, what they say, and what may be done with them."""
    draw_head("importing")
    try:
        known = registry()
    except AnnualReportsError as error:
        draw_error(error)
        return
    files = draw_uploader()
    draw_kept()
    if not files:
        draw_empty(t("import.empty"), t("import.empty.advice"))
    else:
        with st.spinner(t("import.looking")):
            bar = st.empty()
            pile = seen(files, known, lambda done, total: _show(bar, done, total))
            bar.empty()
        if pile:
            one = draw_pile(pile)
            draw_keep_all(pile, known)
            draw_one(one, known)
        else:
            draw_empty(t("import.nothing"), t("import.nothing.advice"))
    draw_shelf(known)
    draw_audit()


def _show(bar: Any, done: int, total: int) -> None:
    if total > 1:
        bar.progress(done / total, t("import.reading", done=done, total=total))


body()
