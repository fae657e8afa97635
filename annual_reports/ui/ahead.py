"""Questions that a page is about to ask, put to the database while it is still being drawn."""

import logging
from collections.abc import Callable
from functools import partial
from threading import BoundedSemaphore, Thread
from typing import Any, Final

from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from annual_reports.ui import state

_LOG: Final = logging.getLogger(__name__)
_AT_ONCE: Final = 2  # threads for all readers together: more would only be in each other's way
_FREE: Final = BoundedSemaphore(_AT_ONCE)

Question = Callable[[], Any]


def ahead(*questions: Question) -> None:
    """Ask these, which keep their answers, one after the other in another thread.

    The page goes on, and finds an answer known or waits for the rest of it. Where all threads
    are taken nothing is asked ahead: the page asks for itself, as it does what failed here.
    """
    if not _FREE.acquire(blocking=False):
        return
    thread = Thread(target=state.within_run(partial(_ask_all, questions)))
    add_script_run_ctx(thread, get_script_run_ctx())
    thread.start()


def _ask_all(questions: tuple[Question, ...]) -> None:
    try:
        for question in questions:
            question()
    except Exception:
        _LOG.debug("ahead.failed", exc_info=True)
    finally:
        _FREE.release()
