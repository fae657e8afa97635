"""Where a reader writes a statement; it stands in the address, so that it can be sent."""

from typing import Final
from urllib.parse import quote_plus

import streamlit as st

from annual_reports.catalogue import queries_in
from annual_reports.ui import state
from annual_reports.ui.words import labels, lang, t

_MOST: Final = 6_000  # characters of an address that every server on the way takes
_TEXT: Final = "sql_text"
_EXAMPLE: Final = "sql_example"
_STYLE: Final = "<style>.st-key-sql_text textarea{font-family:monospace}</style>"
_LONG: Final = "sql_too_long_for_the_address"


def draw_editor() -> str:
    """Examples, the box, the button: the statement to run. The first example to begin with."""
    st.html(_STYLE)
    _draw_examples()
    sql = _statement()
    st.session_state[_TEXT] = sql
    with st.form("sql_form", border=False):
        st.text_area(t("sql.text"), key=_TEXT, height=260)
        st.form_submit_button(
            t("sql.run"), type="primary", icon=":material/play_arrow:", on_click=_take_text
        )
    if st.session_state.get(_LONG) == sql:
        st.caption(t("sql.link.long", most=f"{_MOST:,}"))
    else:
        state.show("sql", sql)
    st.caption(t("sql.mind"))
    return sql


def _draw_examples() -> None:
    titles = {example.query_id: example.title(lang()) for example in queries_in("examples")}
    st.session_state[_EXAMPLE] = None
    st.selectbox(
        t("sql.example"),
        list(titles),
        format_func=labels(titles, titles.__getitem__),
        index=None,
        placeholder=t("sql.example.choose"),
        key=_EXAMPLE,
        on_change=_take_example,
    )


def _statement() -> str:
    kept: str = st.session_state.get(_LONG, "")
    return state.get("sql") or kept or queries_in("examples")[0].sql


def _take_text() -> None:
    _keep(st.session_state[_TEXT])


def _take_example() -> None:
    chosen = st.session_state[_EXAMPLE]
    _keep(next((entry.sql for entry in queries_in("examples") if entry.query_id == chosen), ""))
    state.clear("sql_chart", "sql_x", "sql_y", "sql_by")


def _keep(sql: str) -> None:
    is_long = len(quote_plus(sql)) > _MOST
    state.put("sql", "" if is_long else sql)
    st.session_state[_LONG] = sql if is_long else ""
