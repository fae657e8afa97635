"""Which agency the profile shows: by name or former name, and from one to the next."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.agency_offer import offer
from annual_reports.ui.choices import choose, chosen_of
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import agency_name, t


def choose_agency(held: pd.DataFrame, filters: Filters) -> Any:
    """The agency to show: from the URL or a click, else the first of the selection."""
    options = held["agency_id"].tolist()
    first = next((agency for agency in filters.agencies or () if agency in options), options[0])
    current = chosen_of("profile", options, first)
    former = dict(zip(held["agency_id"], held["former_names"], strict=True))
    left, back, on = st.columns([7, 1.5, 1.5], vertical_alignment="bottom")
    with left:
        offered = offer(held, [current], "profile")
        chosen = choose(
            "profile", t("choose.agency"), offered, current, lambda code: _label(code, former)
        )
    at = options.index(chosen)
    with back:
        _draw_step(options[at - 1] if at else "", "chevron_left", "profile.previous")
    with on:
        _draw_step(
            options[at + 1] if at + 1 < len(options) else "", "chevron_right", "profile.next"
        )
    return held[held["agency_id"] == chosen].iloc[0]


def _label(agency_id: str, former: dict[str, Any]) -> str:
    """The name, with former ones behind it, so that these are found as well."""
    names = [str(name) for name in former.get(agency_id, ())]
    said = t("profile.former", names=t("list.comma").join(names)) if names else ""
    name = agency_name(agency_id)
    return t("profile.label", name=name, former=said) if said else name


def _draw_step(agency_id: str, icon: str, key: str) -> None:
    """The way to the agency before or after; its report of the year stays chosen."""

    def go() -> None:
        state.put("profile", agency_id)
        state.clear("revision")

    words = f"{t(key)}{t('list.colon')}{agency_name(agency_id)}" if agency_id else t(key)
    st.button(
        t(key), key=key, icon=f":material/{icon}:", help=words, on_click=go,
        disabled=not agency_id, width="stretch",
    )  # fmt: skip
