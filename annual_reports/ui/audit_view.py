"""Who did what: written down where it is done, shown to administrators."""

import pandas as pd
import streamlit as st

from annual_reports.access import Action
from annual_reports.audit import Act, Line, audit_log
from annual_reports.errors import AnnualReportsError
from annual_reports.ui import access, columns
from annual_reports.ui.data import builds_directory
from annual_reports.ui.page import draw_error
from annual_reports.ui.tables import draw_frame
from annual_reports.ui.words import t

_SHOWN = 1000  # the last acts


def note(act: Act, who: str = "", /, **details: object) -> None:
    """Write down what was just done, by whoever is signed in, else by ``who``.

    Raises AnnualReportsError when the log cannot be written.
    """
    audit_log(builds_directory()).add(act, access.person().name or who, **details)


def draw_audit() -> None:
    """The last acts, for administrators who are limited to no region."""
    asking = access.person()
    if not asking.may(Action.PUBLISH) or asking.regions is not None:
        return
    try:
        lines = audit_log(builds_directory()).latest(_SHOWN)
    except AnnualReportsError as error:
        draw_error(error)
        return
    if not lines:
        return
    title = t("audit.title")
    with st.expander(t("audit.shown", acts=len(lines))):
        rows = pd.DataFrame(map(_row, lines))
        draw_frame(title, rows, columns.ACTS, "acts", "acts")


def _row(line: Line) -> dict[str, object]:
    told = (f"{name}: {_words(value)}" for name, value in line.details.items())
    return {
        "number": str(line.number),
        "done_at": line.done_at.replace("T", " ").partition("+")[0],
        "who": line.who,
        "act": t(f"audit.{line.act}"),
        "details": "; ".join(told),
    }


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
