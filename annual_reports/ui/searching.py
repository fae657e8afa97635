"""The one way in which rows are searched: every word must stand in their texts."""

from typing import Final

import pandas as pd
import streamlit as st

OFFERED: Final = 2_000
"""How many entries a list of choices holds: the browser is sent all of them at every rerun."""


def draw_search(key: str, label: str) -> str:
    """What is written in a search field above a list of choices, without spaces around it."""
    written = st.text_input(label, key=key, placeholder=label, label_visibility="collapsed")
    return written.strip()


def with_every_word(entries: pd.DataFrame, wanted: str) -> pd.DataFrame:
    """The rows in whose texts every one of the words stands, whatever their case."""
    if not wanted.split():
        return entries
    texts = entries.select_dtypes(include=["object", "string"]).fillna("").astype(str)
    columns = [texts[name].tolist() for name in texts]
    whole = ["\n".join(row).lower() for row in zip(*columns, strict=True)]
    return entries[have_every_word(pd.Series(whole, entries.index, dtype="str"), wanted)]


def have_every_word(texts: pd.Series, wanted: str) -> pd.Series:
    """Which of these texts, all in small letters, have every one of the words."""
    have = pd.Series(data=True, index=texts.index)
    for word in wanted.lower().split():
        have &= texts.str.contains(word, regex=False)
    return have
