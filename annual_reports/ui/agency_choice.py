"""Which agency the profile shows: by name or former name, and from one to the next."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from annual_reports.ui import state
from annual_reports.ui.agency_offer import offer
from annual_reports.ui.choices import choose
from annual_reports.ui.data import of_agencies
from annual_reports.ui.filters import Filters
from annual_reports.ui.offered import Held
from annual_reports.ui.words import agency_name, t


def choose_agency(held: Held, filters: Filters) -> Any:
    """The agency to show: from the URL or a click, else the first of the selection."""
    wanted = (state.get("profile"), *(filters.agencies or ()))
    current = next((agency for agency in wanted if agency in held.places), held.first)
    former = of_agencies(_former)
    left, back, on = st.columns([7, 1.5, 1.5], vertical_alignment="bottom")
    with left:
        known = offer(held.frame, [current], "profile")
        chosen = choose(
            "profile", t("choose.agency"), known, current, lambda code: _label(code, former)
        )
    before, after = held.beside(chosen)
    with back:
        _draw_step(before, "chevron_left", "profile.previous")
    with on:
        _draw_step(after, "chevron_right", "profile.next")
    return held.row(chosen)


def _former(known: pd.DataFrame) -> Mapping[str, list[str]]:
    """The former names of the agencies that have any."""
    pairs = zip(known["agency_id"], known["former_names"], strict=True)
    return {agency_id: [str(name) for name in names] for agency_id, names in pairs if len(names)}


def _label(agency_id: str, former: Mapping[str, list[str]]) -> str:
    """The name, with former ones behind it, so that these are found as well."""
    names = former.get(agency_id)
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
