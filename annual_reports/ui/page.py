"""What every page has: its head, the line that says what it rests on, and its empty states."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import quote_plus, urlencode

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.errors import AnnualReportsError, MissingWarehouse
from annual_reports.ui import state
from annual_reports.ui.data import warehouse
from annual_reports.ui.filters import Filters, draw_filters
from annual_reports.ui.words import (
    agency_name,
    everywhere,
    lang,
    metric_titles,
    plain,
    region_name,
    t,
)

_LOG: Final = logging.getLogger(__name__)

AGENCY_PAGE: Final = "annual_reports/app_pages/agency.py"
MOVEMENT_PAGE: Final = "annual_reports/app_pages/movement.py"
EVIDENCE_PAGE: Final = "annual_reports/app_pages/evidence.py"
QUALITY_PAGE: Final = "annual_reports/app_pages/quality.py"
DEFINITIONS_PAGE: Final = "annual_reports/app_pages/definitions.py"
TIMELINESS_PAGE: Final = "annual_reports/app_pages/timeliness.py"


def draw_page(
    page_id: str,
    body: Callable[[Filters], None],
    always: Callable[[], None] | None = None,
    *,
    counts: str = "held_reports",
    ahead: tuple[str, ...] = (),
) -> None:
    """Draw a page: filters at the side, head, scope line, then ``body`` for what is chosen.

    Without a warehouse, or with an empty selection, the page says what to do instead;
    ``always`` is drawn whatever is selected. A selection is empty that holds no agency and none
    of what ``counts`` names: reports held, or for a page about those missing ``known_agencies``.
    ``ahead`` are the questions about the selection alone that ``body`` asks, in its order.
    """
    try:
        with st.sidebar:
            filters = draw_filters()
    except MissingWarehouse as error:
        draw_head(page_id, is_demo=False)
        draw_error(error)
        return
    try:
        with told_where(page_id, warehouse().build_id):
            filters.ahead(*ahead)
            _draw_body(page_id, filters, body, always, counts)
    except MissingWarehouse as error:  # damaged since it was opened
        draw_error(error)


@contextmanager
def told_where(page_id: str, build_id: str) -> Iterator[None]:
    """Write down an error with the page and the build it came from, and let it pass."""
    try:
        yield
    except Exception:
        _LOG.exception("page.failed", extra={"page": page_id, "build": build_id})
        raise


def _draw_body(
    page_id: str,
    filters: Filters,
    body: Callable[[Filters], None],
    always: Callable[[], None] | None,
    counts: str,
) -> None:
    draw_head(page_id, is_demo=filters.is_demo)
    scope = filters.ask("scope").iloc[0]
    st.caption(scope_line(filters, scope))
    if scope[counts] == 0 and scope["held_agencies"] == 0:
        draw_empty(t("empty.selection"), t("empty.selection.advice"))
    else:
        body(filters)
    if always:
        always()


def draw_head(page_id: str, *, is_demo: bool = False) -> None:
    """The title of a page, the badge where fiction is in view, and the page's question."""
    with st.container(horizontal=True, vertical_alignment="center", wrap=True):
        st.title(t(f"page.{page_id}"), anchor=False, width="content")
        if is_demo:
            st.badge(
                t("badge.demo"),
                icon=":material/science:",
                color="orange",
                help=t("badge.demo.help"),
            )
    st.markdown(t(f"page.{page_id}.question"))


def scope_line(filters: Filters, scope: Any) -> str:
    """Scope, years, coverage, findings and build in one line."""
    current = warehouse()
    counted = {
        "agencies": "held_agencies", "held": "held_reports", "known": "known_reports",
        "wholes": "summed_wholes", "members": "summed_members",
        "errors": "errors", "questions": "questions",
    }  # fmt: skip
    return t(
        "scope.line",
        scope=scope_words(filters),
        years=_years(scope["first_year"], scope["last_year"]),
        **{word: numbers.count(scope[column]) for word, column in counted.items()},
        build=current.build_id,
        built=f"{current.built_at:%Y-%m-%d %H:%M}",
    )


def scope_words(filters: Filters) -> str:
    """What the filters chose, in words."""
    words = [region_name(filters.region) if filters.region else everywhere()]
    if filters.kinds:
        words.append(t("list.comma").join(t(f"kind.{kind}") for kind in filters.kinds))
    if filters.agencies:
        shown = [agency_name(agency) for agency in filters.agencies[:3]]
        more = len(filters.agencies) - len(shown)
        words.append(t("list.comma").join(shown) + (t("list.more", more=more) if more else ""))
    return " · ".join(words)


def _years(first: Any, last: Any) -> str:
    if pd.isna(first):
        return t("scope.no-years")
    return f"{first}" if first == last else f"{first}–{last}"


def draw_empty(message: str, advice: str) -> None:
    """An empty state: what is not there, and what to do."""
    st.info(f"**{message}**\n\n{advice}", icon=":material/info:")


def draw_error(error: AnnualReportsError) -> None:
    """An error a user may meet: what happened and what to do next."""
    st.error(
        f"**{error.title(lang())}**\n\n{plain(error.message(lang()))}\n\n{error.advice(lang())}",
        icon=":material/error:",
    )


def draw_denied(denied: AnnualReportsError) -> None:
    """What the reader may not do here, which is no fault of anything."""
    words = (plain(denied.message(lang())), denied.advice(lang()))
    st.info("\n\n".join([f"**{denied.title(lang())}**", *words]), icon=":material/lock:")


def open_number(address: str) -> None:
    """Go to where that number comes from."""
    state.put("number", address)
    state.clear("part", "cell")
    st.switch_page(EVIDENCE_PAGE, query_params=state.address())


def number_link(address: str) -> str:
    """The address, relative to any page, that opens the same in this language."""
    return f"evidence?number={quote_plus(address)}&{state.once('link_ending', _link_ending)}"


def _link_ending() -> str:
    return urlencode({"lang": lang(), "data": state.get("data")})


def draw_definition_link(metric_id: str, label: str = "") -> None:
    """The way to a measure's entry in the dictionary; the selection stays as it is."""
    st.page_link(
        DEFINITIONS_PAGE,
        label=label or t("definitions.link"),
        icon=":material/menu_book:",
        icon_position="right",
        help=t("definitions.link.of", metric=metric_titles()[metric_id]),
        query_params=state.address(dictionary="measures", metric=metric_id, find=""),
    )


def open_agency(agency_id: str, year: int | None = None, version: str = "") -> None:
    """Go to an agency's profile; ``version`` is the report_id of one of several of that year."""
    state.put("profile", agency_id)
    state.put("report", str(year) if year else "")
    state.put("revision", version)
    st.switch_page(AGENCY_PAGE, query_params=state.address())
