"""A link that opens the view as it stands."""

from urllib.parse import urlencode

import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.words import t


def draw_link_button() -> None:
    """A button that shows the link, to be copied."""
    with st.popover(t("link.button"), icon=":material/link:", width="stretch"):
        st.caption(t("link.what"))
        st.code(link(), language=None, wrap_lines=True)


def link() -> str:
    """The address of this page with every choice in it."""
    address = (st.context.url or "").partition("?")[0]
    return f"{address}?{urlencode(state.shown())}"
