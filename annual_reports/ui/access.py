"""Who is asking, and what they may do and see: asked anew in every run, kept nowhere.

Without a file of people (ANNUAL_REPORTS_ACCESS) only who sits at this machine gets in, and may
do all; ``ANNUAL_REPORTS_ACCESS=open`` lets in everyone who reaches the address.
"""

import logging
import os
import re
import time
from functools import lru_cache
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.runtime.state import SessionState

from annual_reports.access import (
    EVERYONE,
    Access,
    Action,
    Person,
    ProxySettings,
    load_access,
    name_from_proxy,
    name_from_token,
)
from annual_reports.errors import Denied, InvalidAccess
from annual_reports.ui import state

_FILE: Final = "ANNUAL_REPORTS_ACCESS"
_OPEN: Final = "open"
_OWN: Final = "run_of_the_server_itself"
_FORWARDED: Final = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "Via")
_HERE: Final = {"localhost", "127.0.0.1", "[::1]", ""}
_LOG: Final = logging.getLogger(__name__)


def person() -> Person:
    """Who is asking; raises Denied where nobody known is, InvalidAccess where the file is wrong."""
    return state.once("person", _person)


def regions() -> tuple[str, ...] | None:
    """The regions that who is asking may know of, None without limit; raises as ``person``."""
    return person().regions


def may(action: Action) -> bool:
    """Whether who is asking may do that."""
    return person().may(action)


def demand(action: Action) -> Person:
    """Who is asking; raises Denied where their role does not allow that."""
    asking = person()
    if not asking.may(action):
        raise Denied(f"denied-{action.name.lower()}")
    return asking


def demand_region(region_path: str) -> None:
    """Raises Denied where that region is not among those of who is asking."""
    if not person().sees(region_path):
        raise Denied("denied-region", found=region_path)


def settings() -> Access | None:
    """How people are known; None where nobody signs in. Raises InvalidAccess."""
    file = os.environ.get(_FILE, "")
    if file in {"", _OPEN}:
        return None
    try:
        changed = Path(file).stat().st_mtime_ns
    except OSError as error:
        raise InvalidAccess(
            "access-invalid", file=Path(file).name, found=error.strerror, expected="TOML"
        ) from error
    return _settings(file, changed)


@lru_cache(maxsize=2)
def _settings(file: str, changed: int) -> Access:
    del changed  # part of the key only
    try:
        return load_access(Path(file))
    except InvalidAccess as error:
        _LOG.error("%s", error)
        raise


def stand_for_everyone(session: SessionState) -> None:
    """Let this session, which has no browser, see all. No browser can say that of its own."""
    session[_OWN] = True


def _person() -> Person:
    if st.session_state.get(_OWN):
        return EVERYONE
    access = settings()
    if access is None:
        if os.environ.get(_FILE) == _OPEN or _is_local():
            return EVERYONE
        raise Denied("sign-in-unset")
    name = _name(access)
    known = access.people.get(name) if name else None
    if known is None:
        raise Denied("sign-in-unknown" if name else "sign-in-needed", found=name or "")
    return known


def _name(access: Access) -> str | None:
    if isinstance(access.sign_in, ProxySettings):
        return name_from_proxy(access.sign_in, st.context.headers.get_all)
    claims = {key: st.user.get(key) for key in st.user}
    return name_from_token(access.sign_in, claims, time.time())


def _is_local() -> bool:
    """Whether the browser runs on this machine, asked for it, and no proxy stands between.

    Streamlit gives an address only where it is another machine's. A page of another site can
    have its own name lead here, but cannot ask for this one.
    """
    headers = st.context.headers
    if isinstance(st.context.ip_address, str) or _host(headers.get("Host", "")) not in _HERE:
        return False
    return not any(name in headers for name in _FORWARDED)


def _host(said: str) -> str:
    """The name in a Host header, without the port."""
    return re.sub(r":\d+$", "", said).lower()
