"""Long lists a page at a time: only the rows in view are asked for, put into words and sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.ui import state
from annual_reports.ui.tables import Part, Rows, draw_table
from annual_reports.ui.words import t

ROWS: Final = 100
_DIGITS: Final = 6  # of the number of a page in an address: enough for any list
_BUTTON: Final = 40  # pixels of a page's number; the arrows with their margins take three
_BUTTONS: Final = 8

Words = Callable[[pd.DataFrame], pd.DataFrame]


def same(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows that need no further words."""
    return frame


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list.

    ``frame`` has its rows in words, ``total`` counts the rows of all pages, ``number`` is the
    page (from 1), and ``all_rows`` makes the rows of all pages in words when it is called.
    """

    name: str
    frame: pd.DataFrame
    total: int
    number: int
    all_rows: Callable[[], pd.DataFrame]

    @property
    def is_empty(self) -> bool:
        """Whether the list has no rows at all."""
        return not self.total

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // ROWS))

    @property
    def rows(self) -> Rows:
        """The rows shown, to be drawn as a table."""
        return Part(self.frame, self.all_rows) if self.pages > 1 else self.frame


def listed(
    name: str,
    ask: Callable[..., pd.DataFrame],
    words: Words,
    about: tuple[object, ...] = (),
) -> Listed:
    """The page of the list ``name`` that the address says.

    ``ask`` gives the rows from ``first`` on, so many as ``rows`` says, with the number of all in
    ``all_rows``; ``words`` puts them into words. ``about`` is what the list is of: when
    that changes the list begins anew, and so it does where the address says a page beyond its end.
    """
    number = _number(name, about)
    frame = ask(first=(number - 1) * ROWS, rows=ROWS)
    if frame.empty and number > 1:
        number, frame = 1, ask(first=0, rows=ROWS)
    if number == 1:
        state.clear(_choice(name))
    total = 0 if frame.empty else int(frame["all_rows"].iloc[0])
    return Listed(name, words(frame), total, number, lambda: words(ask(first=0, rows=None)))


def _choice(name: str) -> str:
    """What the page of a list is called in the address."""
    return f"{name}_page"


def _number(name: str, about: tuple[object, ...]) -> int:
    """The page that is chosen, unless it was chosen of another list."""
    said = state.get(_choice(name))
    number = int(said) if said.isdecimal() and len(said) <= _DIGITS else 1
    kept = f"listed_{name}"
    last_about, last_number = st.session_state.get(kept, (about, 0))
    if last_about != about and last_number == number:
        number = 1
    number = max(1, number)
    st.session_state[kept] = (about, number)
    return number


def draw_listed(
    query_id: str, of: Listed, columns: Mapping[str, str], *, drill: bool = True
) -> None:
    """The rows shown as a table, and the way to the others."""
    draw_table(query_id, of.rows, columns, key=of.name, drill=drill)
    draw_pages(of)


def draw_pages(of: Listed) -> None:
    """Which rows of how many are shown, and the way to the others; nothing where all are."""
    if of.pages == 1:
        return
    first = (of.number - 1) * ROWS + 1
    facts = {"first": first, "last": first + len(of.frame) - 1, "total": of.total}
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.pagination(
            of.pages,
            width=_BUTTON * (min(of.pages, _BUTTONS) + 3),
            **state.bound(_choice(of.name), of.number, _unless_first),
        )
        st.caption(t("list.page", **{name: numbers.count(n) for name, n in facts.items()}))


def _unless_first(number: Any) -> str:
    """Keep the first page out of the address."""
    return "" if number == 1 else str(number)
