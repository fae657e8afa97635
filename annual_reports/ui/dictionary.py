"""A dictionary as it is looked up: searched by any word; and the codes of the forms."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from annual_reports.ui import columns, state
from annual_reports.ui.data import ask
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_empty
from annual_reports.ui.searching import with_every_word
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import lang, t


def look_up(entries: pd.DataFrame, draw: Callable[[pd.DataFrame], None]) -> None:
    """A box to search ``entries`` in, and what ``draw`` makes of those that have every word."""
    found = with_every_word(entries, draw_find())
    if found.empty:
        draw_nothing()
    else:
        draw(found)


def draw_find() -> str:
    """The box to search in, and what is sought."""
    sought = state.get("find")
    st.text_input(
        t("definitions.find"),
        placeholder=t("definitions.find.hint"),
        icon=":material/search:",
        **state.bound("find", sought),
    )
    return sought


def draw_nothing() -> None:
    """That nothing has all the words that are sought."""
    draw_empty(t("definitions.nothing"), t("definitions.nothing.advice"))


def draw_codes(filters: Filters) -> None:
    """The code of every cell of every form; the same whatever is selected."""
    del filters
    st.markdown(t("definitions.cells"))
    cells = ask("form_codes")
    parts = ("table", "group", "row", "column")
    words = {f"{part}_label": cells[f"{part}_label_{lang()}"] for part in parts}
    look_up(cells.assign(**words), _draw_cells)


def _draw_cells(found: pd.DataFrame) -> None:
    st.caption(t("definitions.found", n=len(found)))
    draw_table("form_codes", found, columns.FORM_CODES)
