"""The sentences at the top of the overview: the answer before any chart."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.ui.eras import is_broken
from annual_reports.ui.filters import Filters
from annual_reports.ui.movement import movement_of
from annual_reports.ui.words import agency_name, lang, metric_titles, t

_SAID = ("new_requests", "disclosure_rate", "review_corrected_rate")


def draw_headlines(filters: Filters, metrics: pd.DataFrame, year: int) -> None:
    """What happened in ``year``: asked, disclosed and by whom it moved, corrected, open."""
    latest = metrics[metrics["year"] == year].set_index("metric_id")
    sentences = [
        _sentence(latest.loc[metric_id], metric_id)
        for metric_id in _SAID
        if metric_id in latest.index
    ]
    moved = movement_of(filters, "disclosure_rate", (year - 1, year))
    movers = moved[(moved["part"] == "both") & moved["is_end"]]
    if len(movers) and movers["part_agencies"].iloc[0] > 1:
        sentences.insert(2, _movers_sentence(movers))
    st.markdown(t("headline.year", year=year) + "\n" + "\n".join(f"- {said}" for said in sentences))


def _sentence(row: Any, metric_id: str) -> str:
    unit = row["unit"]
    facts = {
        "title": metric_titles()[metric_id],
        "value": numbers.measure(
            row["value"], unit, lang(), row["numerator"], row["denominator"]
        ),
    }  # fmt: skip
    if numbers.is_missing(row["change"]):
        if is_broken(row):
            return t("headline.break", **facts, reason=t(f"break.{row['year']}"))
        return t("headline.level", **facts)
    return t(
        "headline.change",
        **facts,
        change=numbers.change(row["change"], unit, lang()),
        last=numbers.plain(row["last_value"], unit),
        agencies=row["comparable_reports"],
    )


def _movers_sentence(movers: pd.DataFrame) -> str:
    up = movers.sort_values("contribution", ascending=False).iloc[0]
    down = movers.sort_values("contribution").iloc[0]
    parts = [
        t(
            f"headline.mover.{side}",
            agency=agency_name(row["agency_id"]),
            points=numbers.change(row["contribution"], "rate", lang()),
        )
        for side, row in (("up", up), ("down", down))
        if (row["contribution"] > 0) == (side == "up") and row["contribution"] != 0
    ]
    return t("headline.movers", parts=t("list.semicolon").join(parts))
