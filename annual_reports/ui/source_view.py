"""The tables of an upload as they were read, each beside the place it was read from."""

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.errors import UnreadableFile
from annual_reports.importing import Looked
from annual_reports.rendering import PageImage, page_html, page_of, table_html, tables_with
from annual_reports.ui.form_view import CellKey, cell_key, tables_html
from annual_reports.ui.rules import place_of
from annual_reports.ui.source_html import source_html
from annual_reports.ui.uploads import pages_of
from annual_reports.ui.words import lang, plain, t

_STYLE: Final = """<style>
.st-key-beside .official table{min-width:0;font-size:.74rem}
.st-key-beside .official th,.st-key-beside .official td{padding:.18rem .25rem}
</style>"""
_CHOSEN: Final = "upload_cell"


def draw_beside(
    looked: Looked, form: str, cells: pd.DataFrame, findings: pd.DataFrame, problems: pd.DataFrame
) -> None:
    """Every table of the form at the left, at the right what of the file it was read from."""
    chosen = _choose_cell(cells, findings)
    st.caption(t("import.legend"))
    marks = _marks(cells, findings, problems, chosen)
    pages = _pages(looked, cells)
    with st.container(key="beside"):
        for code, html in tables_html(form, cells, findings, chosen):
            left, right = st.columns(2)
            left.html(html)
            places = set(cells["locator"][cells["table_code"] == code]) - {""}
            with right:
                is_focus = chosen is not None and chosen[0] == code
                _draw_source(looked, places, marks, pages, is_focus=is_focus)


def _choose_cell(cells: pd.DataFrame, findings: pd.DataFrame) -> CellKey | None:
    """The cell to show in the source; those objected to come first."""
    objected = [cell_key(row) for row in findings.to_dict("records")]
    rows = {cell_key(row): row for row in cells.to_dict("records")}
    order = list(dict.fromkeys([*(key for key in objected if key in rows), *rows]))
    labels = {key: _label(rows[key], key in objected) for key in order}
    before = st.session_state.get(_CHOSEN)
    chosen: CellKey | None = st.selectbox(
        t("import.cell"),
        order,
        index=order.index(before) if before in labels else None,
        format_func=lambda key: labels.get(key, ""),
        placeholder=t("import.cell.none"),
        key=f"{_CHOSEN}_{lang()}",
    )
    st.session_state[_CHOSEN] = chosen
    return chosen


def _label(row: Any, is_objected: bool) -> str:
    value = numbers.cell(row["value"], row["status"], lang())
    return f"{'! ' if is_objected else ''}{place_of(row)} = {value}"


def _marks(
    cells: pd.DataFrame, findings: pd.DataFrame, problems: pd.DataFrame, chosen: CellKey | None
) -> dict[str, str]:
    """By place in the source: what is to be seen there; the last that applies counts."""
    places = {cell_key(row): row["locator"] for row in cells.to_dict("records")}
    marks = dict.fromkeys(filter(None, places.values()), "read")
    doubted = (place for at in problems["locator"] for place in at.split("; "))
    marks |= dict.fromkeys(filter(None, doubted), "doubted")
    objected = (places.get(cell_key(row), "") for row in findings.to_dict("records"))
    marks |= dict.fromkeys(filter(None, objected), "objected")
    if chosen and places.get(chosen):
        marks[places[chosen]] = "chosen"
    return marks


def _pages(looked: Looked, cells: pd.DataFrame) -> Mapping[int, PageImage] | UnreadableFile:
    """The pages of a PDF that numbers were read from."""
    places = map(page_of, cells["locator"])
    wanted = tuple(sorted({place[0] for place in places if place}))
    return pages_of(looked.item, wanted) if wanted else {}


def _draw_source(
    looked: Looked,
    places: set[str],
    marks: Mapping[str, str],
    pages: Mapping[int, PageImage] | UnreadableFile,
    *,
    is_focus: bool,
) -> None:
    """The tables or pages that hold these places; with a chosen cell only the one with that."""
    if is_focus:
        places = {place for place in places if marks.get(place) == "chosen"} or places
    if isinstance(pages, UnreadableFile):
        st.warning(plain(pages.message(lang())), icon=":material/warning:")
        return
    numbered = sorted({at[0] for at in map(page_of, places) if at and at[0] in pages})
    shown = [
        page_html(pages[number], marks, t("import.page", number=number)) for number in numbered
    ]
    if not shown and looked.document:
        shown = [table_html(table, marks) for table in tables_with(looked.document, places)]
    if not shown:
        st.caption(t("import.no-source"))
        return
    st.caption(t("import.source", file=plain(looked.item.name)))
    st.html(_STYLE + source_html(shown))
