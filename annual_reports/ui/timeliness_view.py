"""Publication on time: the sentences at the head, and the lists of late and missing reports."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.ui import columns
from annual_reports.ui.filters import Filters
from annual_reports.ui.rules import refusals_with_words
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import agency_name, day, lang, t

NOT_HELD: Final = ("unpublished", "unusable", "missing")
_PARTS: Final = ("in_time", "late", "undated", *NOT_HELD)


def draw_headline(filters: Filters, year: int) -> None:
    """What became of the reports due for ``year``, and whether it is better than before."""
    row = filters.ask("timeliness_summary", year=year).iloc[0]
    said = [_due(row)]
    if row["dated"]:
        said.append(_shares(row))
    if row["comparable"]:
        said.append(_compared(row))
    if row["late"]:
        said.append(_latest(row))
    for key, count in (("not-due", row["not_due"]), ("found-since", row["found_since"])):
        said += [t(f"timeliness.{key}", n=numbers.count(count))] if count else []
    head = t("timeliness.head", year=year, until=day(row["known_until"]))
    st.markdown(head + "\n" + "\n".join(f"- {sentence}" for sentence in said))


def _due(row: Any) -> str:
    if not row["due"]:
        return t("timeliness.none-due")
    parts = [
        t(f"timeliness.part.{state}", n=numbers.count(row[state]), **_of_them(row, state))
        for state in _PARTS
        if row[state]
    ]
    due = numbers.count(row["due"])
    return t("timeliness.due", due=due, parts=t("list.semicolon").join(parts))


def _of_them(row: Any, state: str) -> Mapping[str, str]:
    return {"last": numbers.count(row["last_moment"])} if state == "in_time" else {}


def _shares(row: Any) -> str:
    late, last = (
        numbers.rate_of(row[f"{name}_share"], row[name], row["dated"], lang())
        for name in ("late", "last_moment")
    )
    median = numbers.days(row["median_days"], lang())
    return t("timeliness.share", late=late, last=last, median=median)


def _compared(row: Any) -> str:
    facts = {
        "n": row["comparable"], "before": row["last_late"], "now": row["comparable_late"],
        "again": row["late_again"],
    }  # fmt: skip
    return t("timeliness.compared", **{name: numbers.count(n) for name, n in facts.items()})


def _latest(row: Any) -> str:
    key = "timeliness.latest.equal" if row["equally_late"] > 1 else "timeliness.latest"
    return t(
        key,
        agency=agency_name(row["latest_agency"]),
        n=numbers.count(row["equally_late"]),
        days=numbers.days(row["latest_days"], lang()),
    )


def draw_late(submissions: pd.DataFrame) -> None:
    """The reports that came late, of the newest year and day first."""
    st.subheader(t("timeliness.late"), anchor=False)
    late = submissions[submissions["state"] == "late"]
    if not late.empty:
        draw_table("submissions", late, columns.LATE, key="late", drill=True)
    elif submissions["published_on"].notna().any():
        st.success(t("timeliness.no-late"), icon=":material/check_circle:")
    else:
        st.info(t("timeliness.no-dates"), icon=":material/info:")


def draw_not_held(submissions: pd.DataFrame, counts: Mapping[str, int]) -> None:
    """The reports due that are not held, by what is known of them."""
    st.subheader(t("timeliness.not-held"), anchor=False)
    missing = submissions[submissions["state"].isin(NOT_HELD)]
    if missing.empty:
        st.success(t("timeliness.all-held"), icon=":material/check_circle:")
        return
    st.markdown(_counted(counts, NOT_HELD))
    draw_table("submissions", _with_reasons(missing), columns.NOT_HELD, key="not_held", drill=True)
    st.caption(t("timeliness.not-held.how"))


def _counted(counts: Mapping[str, int], states: tuple[str, ...]) -> str:
    said = [
        t("timeliness.counted", state=t(f"submission.{state}"), n=numbers.count(counts[state]))
        for state in states
        if counts.get(state)
    ]
    return t("list.semicolon").join(said)


def _with_reasons(missing: pd.DataFrame) -> pd.DataFrame:
    """With ``message``: why the file at hand was not taken, else how it is known to be missing."""
    at_hand = missing[missing["path"].notna()]
    at_hand = at_hand.assign(path=[PurePath(path).name for path in at_hand["path"]])
    reasons = dict(refusals_with_words(at_hand)["message"])
    known = {at: said for at, said in missing["source"].items() if isinstance(said, str)}
    return missing.assign(message=[(known | reasons).get(at, "") for at in missing.index])


def draw_undated(submissions: pd.DataFrame, counts: Mapping[str, int]) -> None:
    """The reports whose day of publication is unknown, by name."""
    st.subheader(t("timeliness.undated"), anchor=False)
    undated = submissions[submissions["state"] == "undated"]
    if undated.empty:
        st.success(t("timeliness.all-dated"), icon=":material/check_circle:")
        return
    st.markdown(_counted(counts, ("undated",)))
    draw_table("submissions", undated, columns.UNDATED, key="undated", drill=True)
