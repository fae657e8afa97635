"""What the pages of a large build show first, asked once before a reader opens them.

Over many reports a new view takes seconds, and most readers begin with the same one: everything,
as a page opens. The server reads its own pages for that, as a reader without limits would; what
they asked and drew is kept as for any reader.
"""

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Final

import pandas as pd
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from annual_reports.ui import access
from annual_reports.ui.data import builds_directory, of_agencies, warehouse

_FROM: Final = "ANNUAL_REPORTS_OPEN_FROM"
_LARGE: Final = 50_000  # reports: over fewer a new view takes no more than half a second
_LOG: Final = logging.getLogger(__name__)


def open_beforehand(script: Path, addresses: Sequence[str]) -> None:
    """Begin to read these pages of ``script`` in a thread, once a build, if that is large.

    Large is a build of ANNUAL_REPORTS_OPEN_FROM reports and more, where nothing is set of 50,000.
    Only where who is asking may know of all regions: of parts nobody knows who will ask.
    """
    said = os.environ.get(_FROM, "")
    large = int(said) if said.isdecimal() else _LARGE
    if access.regions() is None and of_agencies(_reports) >= large:
        _begun(str(builds_directory()), warehouse().build_id, script, tuple(addresses))


def _reports(known: pd.DataFrame) -> int:
    return int(known["reports"].sum())


@st.cache_resource(max_entries=2, show_spinner=False)
def _begun(directory: str, build_id: str, script: Path, addresses: tuple[str, ...]) -> Thread:
    del directory, build_id  # part of the cache key only
    thread = Thread(target=_read_all, args=(script, addresses), name="opening", daemon=True)
    thread.start()
    return thread


def _read_all(script: Path, addresses: Sequence[str]) -> None:
    begun = monotonic()
    for address in addresses:
        _read(script, address)
    seconds = round(monotonic() - begun, 1)
    _LOG.info("opening.done", extra={"pages": len(addresses), "seconds": seconds})


def _read(script: Path, address: str) -> None:
    """Run the script for one page, in a session of its own that nobody sees."""
    session = SessionState()
    access.stand_for_everyone(session)
    shared = SafeSessionState(session, lambda: None)
    pages = PagesManager(str(script), ScriptCache())
    runner = LocalScriptRunner(str(script), shared, pages, user_info={})
    runner.request_rerun(RerunData(page_name=address))
    runner.start()
    runner.join()
