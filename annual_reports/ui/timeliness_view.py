"""Publication on time: the sentences at the head, and the lists of late and missing reports."""

from collections.abc import Mapping
from functools import partial
from pathlib import PurePath
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.ui import columns
from annual_reports.ui.filters import Filters
from annual_reports.ui.paging import Listed, Words, draw_listed, listed, same
from annual_reports.ui.rules import refusals_with_words
from annual_reports.ui.words import agency_name, day, lang, t

NOT_HELD: Final = ("unpublished", "unusable", "missing")
_PARTS: Final = ("in_time", "late", "undated", *NOT_HELD)

Counts = Mapping[str, int]  # reports due, by state


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


def draw_late(filters: Filters, counts: Counts) -> None:
    """The reports that came late, of the newest year and day first."""
    st.subheader(t("timeliness.late"), anchor=False)
    if "late" in counts:
        draw_listed("submissions", _of_states(filters, "late", ("late",)), columns.LATE)
    elif "in_time" in counts:
        st.success(t("timeliness.no-late"), icon=":material/check_circle:")
    else:
        st.info(t("timeliness.no-dates"), icon=":material/info:")


def _of_states(filters: Filters, name: str, states: tuple[str, ...], words: Words = same) -> Listed:
    return listed(name, partial(filters.ask, "submissions", states=states), words, (filters,))


def draw_not_held(filters: Filters, counts: Counts) -> None:
    """The reports due that are not held, by what is known of them."""
    st.subheader(t("timeliness.not-held"), anchor=False)
    if counts.keys().isdisjoint(NOT_HELD):
        st.success(t("timeliness.all-held"), icon=":material/check_circle:")
        return
    st.markdown(_counted(counts, NOT_HELD))
    missing = _of_states(filters, "not_held", NOT_HELD, _with_reasons)
    draw_listed("submissions", missing, columns.NOT_HELD)
    st.caption(t("timeliness.not-held.how"))


def _counted(counts: Counts, states: tuple[str, ...]) -> str:
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


def draw_undated(filters: Filters, counts: Counts) -> None:
    """The reports whose day of publication is unknown, by name."""
    st.subheader(t("timeliness.undated"), anchor=False)
    if "undated" not in counts:
        st.success(t("timeliness.all-dated"), icon=":material/check_circle:")
        return
    st.markdown(_counted(counts, ("undated",)))
    draw_listed("submissions", _of_states(filters, "undated", ("undated",)), columns.UNDATED)
