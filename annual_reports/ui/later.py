"""What is made only when it is asked for: after the run, in another thread, as if within it."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from annual_reports.ui import state


def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """``make``, to be called when a button is pressed: language and person are those of this run.

    Streamlit calls what a download button is given in a thread that knows no session.
    """
    context, within = get_script_run_ctx(), state.within_run(make)

    def made() -> bytes:
        with ThreadPoolExecutor(1, initializer=add_script_run_ctx, initargs=(None, context)) as one:
            return one.submit(within).result()

    return made
