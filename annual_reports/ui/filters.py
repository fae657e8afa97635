"""The filters of the sidebar: which agencies and years, and on which basis they are added up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.catalogue import query
from annual_reports.ui import state
from annual_reports.ui.agency_offer import offer
from annual_reports.ui.ahead import ahead
from annual_reports.ui.choices import choose
from annual_reports.ui.data import ask
from annual_reports.ui.offered import Offered, agencies_within, offered
from annual_reports.ui.region_offer import offer_regions
from annual_reports.ui.words import agency_names, everywhere, labels, region_name, t

BASES: Final = ("consolidated", "members")
_FILTERS: Final = ("region", "kind", "agency", "from", "to", "basis")
_SHOWN: Final = "filters_shown"
_KINDS: Final = ("government", "department", "zone", "township", "other")


@dataclass(frozen=True, slots=True)
class Filters:
    """A selection in the terms of queries/; None means no restriction."""

    is_demo: bool
    region: str | None
    kinds: tuple[str, ...] | None
    agencies: tuple[str, ...] | None
    year_from: int
    year_to: int
    basis: str

    def ask(self, query_id: str, **more: Any) -> pd.DataFrame:
        """Put a question about this selection; ``more`` are parameters beyond the filters."""
        known: Mapping[str, Any] = {**asdict(self), **more}
        return ask(query_id, **{name: known[name] for name in query(query_id).params})

    def ahead(self, *query_ids: str, **more: Any) -> None:
        """Put these questions while the page is drawn, in the order in which it asks them."""
        ahead(*(partial(self.ask, query_id, **more) for query_id in query_ids))


def draw_filters() -> Filters:
    """Draw the filters and return what they say, checked against what exists."""
    both = offered()
    is_demo = _draw_data(both)
    known = both[is_demo]
    region = _draw_region(known)
    kinds = _draw_kinds(known.kinds)
    chosen = _draw_agencies(agencies_within(known, region, kinds))
    year_from, year_to = _draw_years(known.years)
    basis = _draw_basis()
    if any(state.get(name) != state.DEFAULTS[name] for name in _FILTERS):
        st.button(t("filter.clear"), on_click=state.clear, args=_FILTERS, width="stretch")
    filters = Filters(is_demo, region, kinds or None, chosen or None, year_from, year_to, basis)
    st.session_state[_SHOWN] = filters
    return filters


def shown_filters() -> Filters | None:
    """The selection of the page that is shown; None before there is one."""
    shown: Filters | None = st.session_state.get(_SHOWN)
    return shown


def _draw_data(both: Mapping[bool, Offered]) -> bool:
    kinds = [name for name in ("demo", "real") if both[name == "demo"].years]
    if len(kinds) < 2:  # noqa: PLR2004
        return kinds == ["demo"]
    current = state.get("data") if state.get("data") in kinds else kinds[0]

    def store() -> None:
        state.clear(*_FILTERS)
        state.put("data", st.session_state["widget_data"])

    st.session_state["widget_data"] = current
    state.show("data", current)
    st.radio(
        t("filter.data"),
        kinds,
        format_func=labels(kinds, lambda name: t(f"filter.data.{name}")),
        key="widget_data",
        on_change=store,
    )
    return current == "demo"


def _draw_region(known: Offered) -> str | None:
    options = ["", *offer_regions(known.regions, known.upper, state.get("region"))]
    all_of_them = everywhere()
    current = choose(
        "region",
        t("filter.region"),
        options,
        word=lambda path: region_name(path) if path else all_of_them,
    )
    return current or None


def _draw_kinds(held: frozenset[str]) -> tuple[str, ...]:
    options = [kind for kind in _KINDS if kind in held]
    current = [kind for kind in state.get_list("kind") if kind in options]
    st.multiselect(
        t("filter.kind"),
        options,
        format_func=labels(options, lambda kind: t(f"kind.{kind}")),
        placeholder=t("filter.any"),
        **state.bound("kind", current, ",".join),
    )
    return tuple(current)


def _draw_agencies(known: pd.DataFrame) -> tuple[str, ...]:
    asked = state.get_list("agency")
    held = set(known.loc[known["agency_id"].isin(asked), "agency_id"]) if asked else set()
    current = [agency for agency in asked if agency in held]
    options = offer(known, current, "agency")
    st.multiselect(
        t("filter.agency"),
        options,
        format_func=labels(options, agency_names().__getitem__),
        placeholder=t("filter.any"),
        **state.bound("agency", current, ",".join),
    )
    return tuple(current)


def _draw_years(years: Sequence[int]) -> tuple[int, int]:
    if not years:
        return 0, 0
    first, last = years[0], years[-1]
    chosen_from = _year(state.get("from"), first, years)
    chosen_to = max(chosen_from, _year(state.get("to"), last, years))
    left, right = st.columns(2)
    with left:
        st.selectbox(t("filter.from"), years, **state.bound("from", chosen_from, _unless(first)))
    with right:
        later = [year for year in years if year >= chosen_from]
        st.selectbox(t("filter.to"), later, **state.bound("to", chosen_to, _unless(last)))
    state.show("from", str(chosen_from))
    state.show("to", str(chosen_to))
    return chosen_from, chosen_to


def _unless(default: int) -> Callable[[int], str]:
    """Keep a year out of the URL where it is the default."""
    return lambda year: "" if year == default else str(year)


def _year(value: str, default: int, years: Sequence[int]) -> int:
    return int(value) if value.isdecimal() and int(value) in years else default


def _draw_basis() -> str:
    current = state.get("basis") if state.get("basis") in BASES else BASES[0]
    st.radio(
        t("filter.basis"),
        BASES,
        format_func=labels(BASES, lambda basis: t(f"basis.{basis}")),
        help=t("filter.basis.help"),
        **state.bound("basis", current),
    )
    return current
