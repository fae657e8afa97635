"""A list of which one is chosen; the choice stands in the address like any other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.words import labels

T = TypeVar("T", str, int)


def choose(
    name: str,
    label: str,
    options: Sequence[T],
    first: T | None = None,
    word: Callable[[str], str] = str,
) -> T:
    """One of the options: what the choice ``name`` says, else ``first``, else the first of them.

    ``word`` says what an option is called, given as it stands in the address.
    """
    given = state.get(name)
    default = options[0] if first is None else first
    chosen = next((option for option in options if str(option) == given), default)
    words = labels(map(str, options), word)
    st.selectbox(
        label, options, format_func=lambda option: words(str(option)), **state.bound(name, chosen)
    )
    return chosen
