"""What the registry knows of an agency: in one line on its profile, of all as a table."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.i18n import catalogue
from annual_reports.ui import columns
from annual_reports.ui.data import ask
from annual_reports.ui.dictionary import draw_find, draw_nothing
from annual_reports.ui.filters import Filters
from annual_reports.ui.paging import draw_listed, listed
from annual_reports.ui.tables import heading
from annual_reports.ui.words import agency_name, region_name, t

_CODED: Final = ("level", "kind")
_SEARCHED: Final = ("kind.", "level.", "tier.")
_HEADINGS: Final = {"level": "level_words", "kind": "kind_words", "sector": "sector"}


def draw_registry(agency: Any) -> None:
    """Region, level, kind, sector, names; what is only guessed from the name says so."""
    facts = [
        region_name(agency["region_path"]),
        *(_fact(agency, field) for field in (*_CODED, "sector")),
    ]
    if len(agency["former_names"]):
        facts.append(t("profile.former", names=t("list.comma").join(agency["former_names"])))
    if isinstance(agency["merged_into"], str):
        into = agency_name(agency["merged_into"])
        facts.append(t("profile.merged", year=agency["active_until"], into=into))
    if not agency["is_registered"]:
        facts.append(t("profile.unregistered"))
    st.markdown(" · ".join(fact for fact in facts if fact))


def _fact(agency: Any, field: str) -> str:
    word = t(f"{field}.{agency[field]}") if field in _CODED else str(agency[field])
    return t("registry.guessed", word=word) if field in agency["guessed"] else word


def draw_place(agency: Any, year: int) -> None:
    """Beside whom the agency is set, and how much it was asked in that year."""
    rows = ask("agency_place", agency_id=agency["agency_id"], year=year)
    if rows.empty:
        return
    place = rows.iloc[0]
    words = t("registry.peers", words=peer_words(place["peer_scope"], place["peers"], agency))
    st.caption(t("list.semicolon").join([words, *_tier(place, year)]))


def peer_words(scope: str, peers: int, agency: Any) -> str:
    """Whom an agency is set beside, and why not beside those closer to it."""
    if scope == "kind-level" and agency["sector"]:
        scope = "kind-level.sector"
    if scope == "none" and agency["is_consolidated"]:
        scope = "none.consolidated"
    facts = {
        "peers": int(peers),
        "kind": t(f"kind.{agency['kind']}"),
        "level": t(f"level.{agency['level']}"),
        "sector": agency["sector"],
    }
    return t(f"registry.peers.{scope}", **facts)


def _tier(place: Any, year: int) -> list[str]:
    if not isinstance(place["tier"], str):
        return []
    asked = numbers.count(place["new_requests"])
    return [t("registry.tier", year=year, n=asked, tier=tier_name(place["tier"]))]


def tier_name(code: str) -> str:
    """What a tier of requests is called."""
    return t(f"tier.{code}")


def draw_agencies(filters: Filters) -> None:
    """Every agency of the selection as it is registered or guessed, with its peers."""
    st.markdown(t("definitions.agencies"))
    sought = tuple(draw_find().lower().split())
    coded = {code: t(code) for code in catalogue() if code.startswith(_SEARCHED)}
    named = {"find": sought, "codes": tuple(coded), "words": tuple(coded.values())}
    ask = partial(filters.ask, "agency_registry", **named)
    found = listed("agencies", ask, in_words, (filters, sought))
    if found.is_empty:
        draw_nothing()
        return
    st.caption(t("definitions.agencies.found", n=numbers.count(found.total)))
    draw_listed("agency_registry", found, columns.AGENCY_REGISTRY)


def in_words(registry: pd.DataFrame) -> pd.DataFrame:
    """The agencies in the chosen language."""
    rows = registry.to_dict("records")
    return registry.assign(
        name=[agency_name(row["agency_id"]) for row in rows],
        region=[region_name(row["region_path"]) for row in rows],
        level_words=[t(f"level.{row['level']}") for row in rows],
        kind_words=[t(f"kind.{row['kind']}") for row in rows],
        guesses=[_listed([heading(_HEADINGS[field]) for field in row["guessed"]]) for row in rows],
        formerly=[_listed(row["former_names"]) for row in rows],
        peer_words=[peer_words(row["peer_scope"], row["peers"], row) for row in rows],
        tier_words=[tier_name(row["tier"]) if isinstance(row["tier"], str) else "" for row in rows],
    )


def _listed(words: Sequence[str]) -> str:
    return t("list.comma").join(words)
