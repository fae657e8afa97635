"""Choices of one among several, as a list or side by side; each stands in the address."""

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
    chosen = chosen_of(name, options, first)
    words = labels(map(str, options), word)
    st.selectbox(
        label, options, format_func=lambda option: words(str(option)), **state.bound(name, chosen)
    )
    return chosen


def switch(
    name: str,
    label: str,
    options: Sequence[T],
    word: Callable[[str], str],
    first: T | None = None,
    *,
    is_labelled: bool = True,
) -> T:
    """The same for a few alternatives, which all stand side by side."""
    chosen = chosen_of(name, options, first)
    words = labels(map(str, options), word)
    st.segmented_control(
        label,
        options,
        format_func=lambda option: words(str(option)),
        required=True,
        label_visibility="visible" if is_labelled else "collapsed",
        **state.bound(name, chosen),
    )
    return chosen


def chosen_of(name: str, options: Sequence[T], first: T | None = None) -> T:
    """What ``choose`` gives, without drawing it."""
    given = state.get(name)
    default = options[0] if first is None else first
    return next((option for option in options if str(option) == given), default)
