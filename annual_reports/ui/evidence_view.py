"""A number taken apart: what it is, the reports that make it up, and the SQL behind it."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from annual_reports.catalogue import queries_in, query
from annual_reports.charts.groups import group_name
from annual_reports.form import form_by_code
from annual_reports.ui import columns, state
from annual_reports.ui.data import agency_labels
from annual_reports.ui.figures import style
from annual_reports.ui.filters import Filters
from annual_reports.ui.number import (
    Number,
    formula_of,
    selection_of,
    title_of,
    value_of,
    years_of,
)
from annual_reports.ui.page import draw_definition_link, scope_words
from annual_reports.ui.paging import draw_pages, listed, same
from annual_reports.ui.tables import draw_choice
from annual_reports.ui.words import agency_name, lang, t


def parts_of(number: Number, filters: Filters) -> pd.DataFrame:
    """The reports that may enter the number, from number_parts."""
    chosen = _in_its_data(number, selection_of(number, filters))
    return chosen.ask("number_parts", number=number.what, **narrowed(number))


def narrowed(number: Number) -> dict[str, str | None]:
    """What of the selection the number is of: one form, or one group of agencies."""
    grouping, code = number.group
    form = number.whose if number.scope == "form" else None
    return {"form": form, "grouping": grouping, "group_code": code}


def _in_its_data(number: Number, chosen: Filters) -> Filters:
    """The selection in the data, real or fictional, that the number's agency belongs to."""
    if number.scope != "agency":
        return chosen
    own = agency_labels("is_demo").get(number.whose, chosen.is_demo)
    return replace(chosen, is_demo=bool(own))


def draw_number(number: Number, parts: pd.DataFrame, filters: Filters) -> None:
    """The number with its numerator and denominator, its formula and whose it is."""
    whole = parts.iloc[0]
    value = value_of(
        whole["whole"], whole["unit"], whole["whole_numerator"], whole["whole_denominator"]
    )
    facts = {"title": title_of(number), "years": years_of(number), "value": value}
    st.markdown(t("evidence.number", **facts))
    scope = whose_words(number, filters)
    st.caption(t("evidence.formula", formula=formula_of(number), scope=scope))
    if number.is_measure:
        draw_definition_link(number.what)


def whose_words(number: Number, filters: Filters) -> str:
    """Of whom the number is, in words."""
    if number.scope == "agency":
        return agency_name(number.whose)
    chosen = selection_of(number, filters)
    words, basis = scope_words(chosen), t(f"basis.{chosen.basis}")
    parts = [words, *_part_words(number, chosen), basis]
    return t("list.path").join(parts)


def _part_words(number: Number, chosen: Filters) -> list[str]:
    """The form or group that the number is of, if it is one."""
    if number.scope == "form":
        return [form_by_code(number.whose).label(lang())]
    grouping, code = number.group
    return [] if code == "*" else [group_name(style(chosen), code, grouping)]


def draw_parts(number: Number, parts: pd.DataFrame) -> str:
    """The reports, the largest first, to choose one from: the report chosen, or none."""
    known = parts[parts["is_part"]]
    others = len(parts) - len(known)
    if len(parts) == 1:
        return str(parts["report_id"].iloc[0])
    words = "evidence.parts" if not others else "evidence.parts.some"
    st.subheader(t("evidence.parts.title"), anchor=False)
    st.caption(t(words, n=len(known), others=others))
    picked = _draw_rows(number, parts)
    if not picked.empty:
        state.put("part", str(picked["report_id"].iloc[0]))
        state.clear("cell")
    asked = state.get("part")
    if asked in set(parts["report_id"]):
        return asked
    st.caption(t("evidence.choose"))
    return ""


def _draw_rows(number: Number, parts: pd.DataFrame) -> pd.DataFrame:
    """A page of the reports; the one that is picked in it."""
    found = listed("parts", partial(_rows_of, parts), same, (number,))
    shown = columns.parts(str(parts["unit"].iloc[0]))
    key = f"parts_{number.what}_{years_of(number)}_{found.number}"
    picked = draw_choice("number_parts", found.rows, shown, key=key, is_single=True)
    draw_pages(found)
    return picked


def _rows_of(parts: pd.DataFrame, first: int, rows: int | None) -> pd.DataFrame:
    end = None if rows is None else first + rows
    return parts.iloc[first:end].assign(all_rows=len(parts))


def draw_sql(number: Number) -> None:
    """The SQL by which the number is made, as it is run."""
    with st.expander(t("evidence.sql")):
        found = (metric for metric in queries_in("metrics") if metric.query_id == number.what)
        for metric in found:
            st.caption(t("evidence.sql.measure", file=f"queries/metrics/{metric.query_id}.sql"))
            st.code(metric.sql, language="sql")
            st.caption(t("evidence.sql.current", file="queries/derive/counted_reports.sql"))
            st.code(_kept_sql(), language="sql")
        st.caption(t("evidence.sql.parts", file="queries/trends/number_parts.sql"))
        st.code(query("number_parts").sql, language="sql")


def _kept_sql() -> str:
    """How it is decided which reports count."""
    return next(entry.sql for entry in queries_in("derive") if entry.query_id == "counted_reports")
