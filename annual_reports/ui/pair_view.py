"""Two reports side by side: the answer in a sentence, the tables, the text."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.form import section_label
from annual_reports.ui import columns
from annual_reports.ui.choices import switch
from annual_reports.ui.data import ask
from annual_reports.ui.pair_tables import difference, pair_tables_html, printed
from annual_reports.ui.pair_texts import different, in_common, legend_html, section_html
from annual_reports.ui.pairs import Side
from annual_reports.ui.rules import with_places
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import lang, t

MARKS = ("diff", "shared")


def draw_comparison(left: Side, right: Side) -> None:
    """Everything that is said of the two reports."""
    if left == right:
        st.info(t("compare.same"), icon=":material/info:")
    ids = {"left_id": left.report_id, "right_id": right.report_id}
    reuse, cells = ask("compare_reuse", **ids), ask("compare_cells", **ids)
    whole = reuse[reuse["section_code"] == ""].iloc[0]
    _draw_headline(whole, cells)
    _draw_texts(left, right, reuse)
    _draw_tables(right, cells)


def _draw_headline(whole: Any, cells: pd.DataFrame) -> None:
    facts = {"cells": len(cells), "different": int(cells["is_different"].sum())}
    if not (whole["left_counted"] and whole["right_counted"]):
        st.markdown(t("compare.headline.no-text", **facts))
        return
    rates = {side: _rate(whole, side) for side in ("left", "right")}
    st.markdown(t("compare.headline", **rates, **facts))
    if not whole["is_enough"]:
        counted = {side: int(whole[f"{side}_counted"]) for side in ("left", "right")}
        st.warning(t("compare.little-text", **counted), icon=":material/info:")


def _rate(row: Any, side: str) -> str:
    shared, counted = row[f"{side}_shared"], row[f"{side}_counted"]
    if not counted:
        return numbers.NOT_COMPUTABLE
    return numbers.rate_of(row[f"{side}_share"], shared, counted, lang())


def _draw_reuse(reuse: pd.DataFrame) -> None:
    """The rates by section, and what was counted."""
    whole = reuse[reuse["section_code"] == ""].iloc[0]
    counted = whole["left_counted_clauses"] + whole["right_counted_clauses"]
    facts = {name: int(whole[f"{name}_clauses"]) for name in ("short", "formula", "common")}
    clauses = int(whole["left_clauses"] + whole["right_clauses"])
    st.caption(t("compare.basis", clauses=clauses, counted=int(counted), **facts))
    named = reuse.assign(section=[_section(code) for code in reuse["section_code"]])
    with st.expander(t("compare.reuse"), expanded=True):
        draw_table("compare_reuse", named, columns.COMPARED_TEXTS)


def _section(code: str) -> str:
    return section_label(code, lang()) if code else t("compare.whole")


def _draw_texts(left: Side, right: Side, reuse: pd.DataFrame) -> None:
    """The sections of both, aligned by their code."""
    st.subheader(t("compare.texts"), anchor=False)
    if not (reuse["left_clauses"].sum() + reuse["right_clauses"].sum()):
        st.info(t("compare.texts.none"), icon=":material/info:")
        return
    _draw_reuse(reuse)
    how = switch("marks", t("compare.texts.how"), MARKS, lambda mark: t(f"compare.texts.{mark}"))
    st.html(legend_html(how))
    texts = _marked_texts(left, right, how)
    for row in reuse[reuse["section_code"] != ""].to_dict("records"):
        code = row["section_code"]
        st.markdown(f"**{_section(code)}**")
        if row["left_counted"] or row["right_counted"]:
            rates = {side: _rate(row, side) for side in ("left", "right")}
            st.caption(t("compare.texts.rates", **rates))
        st.html(section_html((left.name, right.name), texts.get(code, (None, None))))


def _marked_texts(left: Side, right: Side, how: str) -> dict[str, tuple[str | None, str | None]]:
    """The text of each section on both sides as HTML; None where a report lacks the section."""
    told = (ask("report_sections", report_id=side.report_id) for side in (left, right))
    bodies = [dict(zip(frame["section_code"], frame["body"], strict=True)) for frame in told]
    codes = dict.fromkeys((*bodies[1], *bodies[0]))
    if how == MARKS[0]:
        return {code: different(bodies[0].get(code), bodies[1].get(code)) for code in codes}
    ids = {"left_id": left.report_id, "right_id": right.report_id}
    grouped = ask("compare_clauses", **ids).groupby(["side", "section_code"], sort=False)
    marked = {key: in_common(clauses) for key, clauses in grouped}
    return {
        code: (
            marked.get(("left", code), "") if code in bodies[0] else None,
            marked.get(("right", code), "") if code in bodies[1] else None,
        )
        for code in codes
    }


def _draw_tables(right: Side, cells: pd.DataFrame) -> None:
    """The official tables with what differs, and the list of it."""
    st.subheader(t("compare.tables"), anchor=False)
    changed = cells[cells["is_different"]]
    if changed.empty:
        st.success(t("compare.tables.same"), icon=":material/check_circle:")
    st.caption(t("compare.tables.legend", left=t("compare.left-mark")))
    for html in pair_tables_html(right.form, cells):
        st.html(html)
    if not changed.empty:
        with st.expander(t("compare.tables.list", n=len(changed))):
            draw_table("compare_cells", with_sides(changed), columns.COMPARED_CELLS)


def with_sides(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells with ``place``, what each side prints, and the difference with its sign."""
    records = cells.to_dict("records")
    return with_places(cells).assign(
        left_printed=[printed(row, "left") for row in records],
        right_printed=[printed(row, "right") for row in records],
        difference=[difference(row) for row in records],
    )
