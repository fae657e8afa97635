"""What the reader has chosen. It lives in the URL, so that any view can be sent as a link."""

from collections.abc import Callable
from threading import local
from typing import Any, Final, TypeVar

import streamlit as st

DEFAULTS: Final = {
    "lang": "zh",
    "data": "",
    "region": "",
    "kind": "",
    "agency": "",
    "from": "",
    "to": "",
    "basis": "consolidated",
}
_CHOICES: Final = "choices"
_WRITTEN: Final = "written_to_url"
_USED: Final = "used_in_this_run"
_SHOWN: Final = "shown_in_this_run"
_PAGE: Final = "page_of_last_run"
_TAKEN: Final = "taken_from_url"

T = TypeVar("T")


class _Run(local):
    """What was made for the run that goes on in this thread; None outside of runs."""

    made: dict[str, Any] | None = None


_RUN: Final = _Run()


def begin_run() -> None:
    """Take up what the URL says; an address without choices keeps what was chosen before."""
    choices = st.session_state.setdefault(_CHOICES, {})
    given = dict(st.query_params)
    st.session_state[_TAKEN] = bool(given) and given != st.session_state.get(_WRITTEN)
    if st.session_state[_TAKEN]:
        choices.clear()
        choices.update(given)
    st.session_state[_USED] = set()
    st.session_state[_SHOWN] = {}
    _RUN.made = {}


def once(name: str, make: Callable[[], T]) -> T:
    """What is the same all through a run: made at its first use, not to be changed.

    Not kept in the session: thousands of words on a page ask for it, and the session is slow.
    """
    if _RUN.made is None:
        return make()
    if name not in _RUN.made:
        _RUN.made[name] = make()
    made: T = _RUN.made[name]
    return made


def within_run(make: Callable[[], T]) -> Callable[[], T]:
    """``make`` with what this run made once, for another thread to call after the run."""
    known = _RUN.made

    def made() -> T:
        _RUN.made = known
        try:
            return make()
        finally:
            _RUN.made = None

    return made


def end_run(page_id: str) -> None:
    """Write the choices that this page used into the URL, leaving out what is the default.

    Every writing is a step in the browser's history. So an address that the reader came with,
    by a link or by going back, is left as it is: else the way back would lead here again.
    """
    used = st.session_state[_USED]
    shown = {
        name: value
        for name, value in st.session_state[_CHOICES].items()
        if name in used and value != DEFAULTS.get(name, "")
    }
    given = dict(st.query_params)
    was_written = bool(st.session_state.get(_WRITTEN))
    is_back = was_written and not given and st.session_state.get(_PAGE) == page_id
    if shown != given and not is_back and not st.session_state[_TAKEN]:
        st.query_params.from_dict(shown)
    st.session_state[_WRITTEN] = dict(st.query_params)
    st.session_state[_PAGE] = page_id
    _RUN.made = None


def shown() -> dict[str, str]:
    """Every choice as this page shows it, defaults too.

    A link with these opens the same view also when newer reports have changed the defaults.
    """
    said = {**dict(st.query_params), **st.session_state[_SHOWN]}
    return {name: value for name, value in said.items() if value}


def show(name: str, value: str) -> None:
    """Note what a choice is on this page, whether it was made or is the default."""
    st.session_state[_SHOWN][name] = value


def get(name: str) -> str:
    """The chosen value, or the default."""
    st.session_state[_USED].add(name)
    value: str = st.session_state[_CHOICES].get(name, DEFAULTS.get(name, ""))
    return value


def get_list(name: str) -> tuple[str, ...]:
    """The chosen values of a choice of several."""
    return tuple(part for part in get(name).split(",") if part)


def put(name: str, value: str) -> None:
    """Choose a value."""
    st.session_state[_CHOICES][name] = value


def clear(*names: str) -> None:
    """Go back to the defaults of these choices."""
    for name in names:
        st.session_state[_CHOICES].pop(name, None)


def address(**more: str) -> dict[str, str]:
    """All that is chosen, with these choices instead, as it stands in an address."""
    chosen = {**st.session_state[_CHOICES], **more}
    return {name: value for name, value in chosen.items() if value != DEFAULTS.get(name, "")}


def bound(name: str, current: object, encode: Callable[..., str] = str) -> dict[str, Any]:
    """Arguments that tie a widget to a choice: the widget shows ``current`` and stores changes."""
    key = f"widget_{name}"
    st.session_state[key] = current
    show(name, encode(current))

    def store() -> None:
        put(name, encode(st.session_state[key]))

    return {"key": key, "on_change": store}
