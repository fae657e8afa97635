"""An agency's year in plain sentences: each from a row of figures, none without its number."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.charts.marks import rows_of
from annual_reports.ui.data import ask
from annual_reports.ui.words import day, lang, metric_titles, t

SAID: Final = (
    "new_requests",
    "disclosure_rate",
    "withheld_rate",
    "closure_rate",
    "carried_out",
    "review_corrected_rate",
)


def draw_reading(history: pd.DataFrame, agency_id: str, report: Any) -> None:
    """What the report says in figures, beside last year and the peers, and what objects."""
    st.markdown("\n".join(f"- {said}" for said in sentences(history, agency_id, report)))


def sentences(history: pd.DataFrame, agency_id: str, report: Any) -> list[str]:
    """One sentence a measure that is known, then publication and findings."""
    year = int(report["year"])
    position = ask("agency_position", agency_id=agency_id, year=year)
    places = {row["metric_id"]: row for row in rows_of(position)}
    known = {row["metric_id"]: row for row in rows_of(history[history["year"] == year])}
    said = [_measure(known[code], places.get(code)) for code in SAID if code in known]
    return [*said, _report(report)]


def _measure(row: Any, place: Any) -> str:
    """Value with n/d, change on last year, the peers and the place among them."""
    unit = row["unit"]
    base = (row["numerator"], row["denominator"])
    value = numbers.measure(row["value"], unit, lang(), *base)
    parts = [t("reading.value", title=metric_titles()[row["metric_id"]], value=value)]
    if row["change"] is not None:
        parts.append(t("reading.change", change=numbers.change(row["change"], unit, lang())))
    if place and place["firm_peers"]:
        parts += _among(place)
    return t("list.semicolon").join(parts) + t("reading.end")


def _among(place: Any) -> list[str]:
    """The peers' figure, the place among them, and whether the difference is beyond chance."""
    unit = place["unit"]
    value = place["peer_rate"] if unit == "rate" else place["peer_median"]
    key = "reading.peers.rate" if unit == "rate" else "reading.peers.count"
    facts = {"value": numbers.measure(value, unit, lang()), "n": place["firm_peers"]}
    parts = [t(key, **facts)]
    if place["place"] is not None:
        parts.append(t("reading.place", place=place["place"], of=place["placed_agencies"]))
    if place["peer_band"]:
        parts.append(t(f"reading.band.{place['peer_band']}"))
    return parts


def _report(report: Any) -> str:
    """When it was published and how much in it is to be asked."""
    summary = ask("report_summary", report_id=report["report_id"]).iloc[0]
    facts = {"errors": summary["contradictions"], "questions": summary["questions"]}
    return t("reading.report", day=day(report["published_on"]), **facts)
