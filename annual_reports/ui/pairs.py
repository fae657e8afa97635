"""Which two reports stand beside each other: chosen on the page, kept in the URL."""

from typing import Any, Final, NamedTuple

import streamlit as st

from annual_reports.charts.marks import Row, rows_of
from annual_reports.ui import state
from annual_reports.ui.agency_offer import offer
from annual_reports.ui.choices import choose
from annual_reports.ui.data import ask
from annual_reports.ui.filters import Filters
from annual_reports.ui.offered import Held, offered_in
from annual_reports.ui.words import agency_name, t

COMPARE_PAGE: Final = "annual_reports/app_pages/compare.py"


class Side(NamedTuple):
    """One of the two reports, and the years of which its agency has others."""

    agency_id: str
    year: int
    report_id: str
    form: str
    years: tuple[int, ...]

    @property
    def name(self) -> str:
        """Agency and year in words."""
        return t("compare.name", agency=agency_name(self.agency_id), year=self.year)


def draw_pair(filters: Filters) -> tuple[Side, Side] | None:
    """Draw the choice of two reports: the chosen ones, None where there are none at all.

    Without a choice the agency is the one filtered or looked at last, else the first with
    two years, and the reports are its two newest, the older one at the left.
    """
    held = offered_in(is_demo=filters.is_demo).held
    if not held.ids:
        return None
    right_id = _agency("right", held, _first(filters, held))
    left_id = _agency("left", held, right_id)
    right = _report("right", right_id)
    left = _report("left", left_id, before=right)
    columns = st.columns([3, 1.2, 1, 3, 1.2], vertical_alignment="bottom")
    _draw_side("left", left, held, columns[0], columns[1])
    with columns[2]:
        st.button(
            t("compare.swap"),
            icon=":material/swap_horiz:",
            on_click=choose_pair,
            args=(right.agency_id, right.year, left.agency_id, left.year),
            width="stretch",
        )
    _draw_side("right", right, held, columns[3], columns[4])
    return left, right


def choose_pair(left_id: str, left_year: int, right_id: str, right_year: int) -> None:
    """Set these two reports beside each other."""
    chosen = {
        "left": left_id,
        "left_year": left_year,
        "right": right_id,
        "right_year": right_year,
    }
    for name, value in chosen.items():
        state.put(name, str(value))


def open_pair(left_id: str, left_year: int, right_id: str, right_year: int) -> None:
    """Go to the page that compares these two reports."""
    choose_pair(left_id, left_year, right_id, right_year)
    state.put("view", "pair")
    st.switch_page(COMPARE_PAGE, query_params=state.address())


def _first(filters: Filters, held: Held) -> str:
    wanted = (*(filters.agencies or ()), state.get("profile"))
    return next((agency for agency in wanted if agency in held.places), held.first_with_two)


def _agency(side: str, held: Held, default: str) -> str:
    chosen = state.get(side)
    return chosen if chosen in held.places else default


def _report(side: str, agency_id: str, before: Side | None = None) -> Side:
    """The report of the year chosen; else the newest, or the one that goes with ``before``."""
    reports = _current(agency_id)
    years = tuple(row["year"] for row in reports)
    given = state.get(f"{side}_year")
    year = int(given) if given.isdecimal() and int(given) in years else years[0]
    if year != _number(given) and before:
        is_same = before.agency_id == agency_id
        fitting = (y for y in years if (y < before.year if is_same else y == before.year))
        year = next(fitting, year)
    row = reports[years.index(year)]
    return Side(agency_id, year, row["report_id"], row["form"], years)


def _number(given: str) -> int | None:
    return int(given) if given.isdecimal() else None


def _current(agency_id: str) -> list[Row]:
    """The reports of the agency that no later version replaces, the newest year first."""
    reports = ask("agency_reports", agency_id=agency_id)
    named = reports[["year", "report_id", "form", "is_current"]]
    return [row for row in rows_of(named) if row["is_current"]]


def _draw_side(side: str, chosen: Side, held: Held, left: Any, right: Any) -> None:
    with left:
        known = offer(held.frame, [chosen.agency_id], side)
        choose(side, t(f"compare.{side}"), known, chosen.agency_id, agency_name)
    with right:
        choose(f"{side}_year", t(f"compare.{side}-year"), chosen.years, chosen.year)
