"""One cell of a report where it stands: its table or page as published, framed."""

from typing import Any

import streamlit as st

from annual_reports.errors import UnreadableFile
from annual_reports.rendering import page_html, page_of, table_html, tables_with
from annual_reports.ui.data import held_document, held_pages
from annual_reports.ui.page import draw_error
from annual_reports.ui.source_html import source_html
from annual_reports.ui.words import plain, t


def draw_cell(report: Any, cell: Any) -> None:
    """The source of a report with the place of ``cell`` framed; where that cannot be, why."""
    if not cell["locator"]:
        st.info(t("evidence.no-place"), icon=":material/info:")
        return
    try:
        pieces = _pieces(report["path"], report["sha256"], cell["locator"])
    except UnreadableFile as error:
        draw_error(error)
        return
    if pieces:
        st.html(source_html(pieces))
    else:
        st.info(t("evidence.no-table", at=plain(cell["locator"])), icon=":material/info:")


def _pieces(path: str, digest: str, locator: str) -> list[str]:
    marks = {locator: "chosen"}
    place = page_of(locator)
    if place:
        page = held_pages(path, digest, (place[0],)).get(place[0])
        return [page_html(page, marks, t("import.page", number=place[0]))] if page else []
    tables = tables_with(held_document(path, digest), {locator})
    return [table_html(table, marks) for table in tables]
