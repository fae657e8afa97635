"""The dictionary of measures: one entry in full, all of them as a table."""

from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.catalogue import queries_in
from annual_reports.ui import columns
from annual_reports.ui.choices import choose
from annual_reports.ui.dictionary import look_up
from annual_reports.ui.filters import BASES, Filters
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import formula_words, lang, metric_titles, t


def draw_measures(filters: Filters) -> None:
    """Search, the entry that is open, and the table of all that were found."""

    def draw(found: pd.DataFrame) -> None:
        ids = found["metric_id"].tolist()
        chosen = choose("metric", t("choose.metric"), ids, word=metric_titles().__getitem__)
        draw_entry(filters, found[found["metric_id"] == chosen].iloc[0])
        st.subheader(t("definitions.all-measures", n=len(found)), anchor=False)
        draw_table("metric_dictionary", found, columns.MEASURE_DICTIONARY)

    look_up(in_words(filters.ask("metric_dictionary")), draw)


def in_words(entries: pd.DataFrame) -> pd.DataFrame:
    """The entries in the chosen language."""
    rows = entries.to_dict("records")
    return entries.assign(
        metric=entries[f"title_{lang()}"],
        formula_words=[formula_words(row) for row in rows],
        unit_words=[t(f"unit.{row['unit']}") for row in rows],
        direction_words=[t(f"definitions.direction.{row['direction']}") for row in rows],
        caveat=entries[f"caveat_{lang()}"],
        breaks=[t("list.comma").join(str(year) for year in row["break_years"]) for row in rows],
    )


def draw_entry(filters: Filters, entry: Any) -> None:
    """All that is to know about one measure, and the statements that make it."""
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(entry["metric"], anchor=False, width="content")
            st.badge(entry["unit_words"], color="gray")
            st.badge(entry["direction_words"], color="gray")
        st.markdown(f"**{entry['metric']}** = {entry['formula_words']}")
        st.caption(t("definitions.codes", metric=entry["metric_id"], formula=entry["formula"]))
        st.markdown("\n".join(f"- {said}" for said in _facts(filters, entry)))
        with st.expander(t("definitions.sql")):
            st.caption(t("definitions.sql.measure"))
            st.code(entry["statement"], language="sql", wrap_lines=True)
            st.caption(t("definitions.sql.quantities"))
            st.code(_quantities(), language="sql", wrap_lines=True)


def _quantities() -> str:
    """The statement that makes the quantities of every report from its cells."""
    return next(made.sql for made in queries_in("derive") if made.query_id == "report_metrics")


def _facts(filters: Filters, entry: Any) -> list[str]:
    """Denominator, caveat, breaks, and what is held of it in the selection."""
    below = entry[f"denominator_{lang()}"]
    is_rate = entry["unit"] == "rate"
    return [
        t("definitions.denominator", words=below) if is_rate else t("definitions.no-denominator"),
        t("definitions.caveat", words=entry["caveat"]),
        *(_breaks(entry) or [t("definitions.no-break")]),
        _coverage(entry),
        _latest(filters, entry["metric_id"]),
    ]


def _breaks(entry: Any) -> list[str]:
    return [
        t("definitions.break", year=year, reason=t(f"break.{year}"))
        for year in entry["break_years"]
    ]


def _coverage(entry: Any) -> str:
    facts = {"reports": int(entry["reports"]), "chosen": int(entry["chosen_reports"])}
    if not facts["reports"]:
        return t("definitions.no-reports", **facts)
    years = {"first": int(entry["first_year"]), "last": int(entry["last_year"])}
    words = t("definitions.reports", **facts, **years)
    empty = int(entry["reports_without_cases"])
    return words + (t("definitions.without-cases", n=empty) if empty else "")


def _latest(filters: Filters, metric_id: str) -> str:
    """The value of the whole selection in the newest year, from both kinds of total."""
    said = {basis: _value(filters, metric_id, basis) for basis in BASES}
    if len(set(said.values())) == 1:
        return t("definitions.latest", values=said[BASES[0]])
    words = [t(f"definitions.latest.{basis}", words=value) for basis, value in said.items()]
    return t("definitions.latest", values=t("list.semicolon").join(words))


def _value(filters: Filters, metric_id: str, basis: str) -> str:
    """The newest value, with its year and, on few cases, its interval."""
    metrics = filters.ask("metrics_by_year", basis=basis)
    rows = metrics[metrics["metric_id"] == metric_id].sort_values("year")
    if rows.empty:
        return t("definitions.latest.none")
    row = rows.iloc[-1]
    counts = (row["numerator"], row["denominator"])
    value = numbers.measure(row["value"], row["unit"], lang(), *counts)
    said = t("definitions.latest.year", year=row["year"], value=value)
    if not row["is_small"] or numbers.is_missing(row["low"]):
        return said
    ends = {"low": numbers.rate(row["low"]), "high": numbers.rate(row["high"])}
    return said + t("definitions.interval", **ends)
