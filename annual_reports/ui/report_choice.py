"""Which report of an agency is shown: its year, and of a revised one the version."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.choices import choose
from annual_reports.ui.words import day, t


def choose_report(reports: pd.DataFrame) -> Any:
    """The newest report unless a year is chosen, the current version unless another is.

    ``reports`` as of agency_reports; None where no report is current.
    """
    current = reports[reports["is_current"]]
    if current.empty:
        return None
    chosen = choose("report", t("choose.report"), [int(year) for year in current["year"]])
    versions = reports[reports["year"] == chosen]
    return versions.iloc[0] if len(versions) == 1 else _choose_version(versions)


def _choose_version(versions: pd.DataFrame) -> Any:
    """One of the versions, which stand with the newest first."""
    rows = {row["report_id"]: row for row in versions.to_dict("records")}
    chosen = choose(
        "revision", t("choose.revision"), list(rows), word=lambda code: _version_name(rows[code])
    )
    return versions[versions["report_id"] == chosen].iloc[0]


def _version_name(report: Any) -> str:
    key = "revision.version.current" if report["is_current"] else "revision.version"
    return t(key, revision=report["revision"], date=day(report["published_on"]))


def draw_standing(report: Any, reports: pd.DataFrame) -> None:
    """Of a superseded version: that it is one, and the way to the current version."""
    if report["is_current"]:
        return
    newest = reports[(reports["year"] == report["year"]) & reports["is_current"]].iloc[0]
    facts = {"newest": newest["revision"], "date": day(newest["published_on"])}
    said = t("revision.superseded", revision=report["revision"], **facts)
    st.warning(said, icon=":material/history:")
    st.button(t("revision.superseded.open"), on_click=state.clear, args=("revision",))


def heading_of(report: Any) -> str:
    """What stands over a report: its year, and that it is superseded where it is."""
    heading = t("report.heading", year=report["year"])
    if report["is_current"]:
        return heading
    return t("revision.superseded.heading", heading=heading, revision=report["revision"])
