"""What moved a measure, as it is shown: in a sentence, as steps, by row of the form."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from annual_reports import charts
from annual_reports import format as numbers
from annual_reports.charts import Chart
from annual_reports.charts.marks import crossed
from annual_reports.charts.waterfall import points
from annual_reports.form import short_label
from annual_reports.ui import columns
from annual_reports.ui.data import drawn
from annual_reports.ui.eras import why_no_change
from annual_reports.ui.figures import draw_chart, draw_reason, excerpt_of, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.movement import Years, movement_of
from annual_reports.ui.page import MOVEMENT_PAGE, draw_empty
from annual_reports.ui.words import break_years, lang, metric_titles, t


def draw_movers(filters: Filters, year: int) -> None:
    """Which agencies moved the disclosure rate, and the way to the page that says more."""
    metric_id = "disclosure_rate"
    data = movement_of(filters, metric_id, (year - 1, year))
    chart = drawn(charts.rate_movers, data, style(filters), metric_id, year)
    reason = why_no_change(filters, metric_id, year)
    if chart is None and reason:
        draw_reason(reason)
    else:
        _draw_parts(filters, chart, data, metric_id, (year - 1, year))
    st.page_link(MOVEMENT_PAGE, label=t("movement.more"), icon=":material/stacked_bar_chart:")


def draw_movement(filters: Filters, metric_id: str, years: Years) -> None:
    """The change of a measure as a sentence, by agency and by row; else why there is none."""
    data = movement_of(filters, metric_id, years)
    if data.empty:
        _draw_none(metric_id, years)
        return
    st.markdown(_sentence(data, metric_id, years))
    chart = drawn(charts.movement_waterfall, data, style(filters), metric_id, years)
    _draw_parts(filters, chart, data, metric_id, years)
    _draw_rows(filters, metric_id, years)


def _draw_parts(
    filters: Filters, chart: Chart | None, data: pd.DataFrame, metric_id: str, years: Years
) -> None:
    """The chart, and below it the parts of all agencies under the headings of the table."""

    def named(data: pd.DataFrame) -> pd.DataFrame:
        return data.assign(held_in=data["part"], contribution_amount=data["contribution"])

    rows = excerpt_of(
        named(data), "agencies", lambda: named(movement_of(filters, metric_id, years, None))
    )
    unit = data["unit"].iloc[0] if len(data) else "rate"
    draw_chart(chart, "movement", rows, columns.movement(unit))


def _draw_none(metric_id: str, years: Years) -> None:
    edges = crossed(years, break_years().get(metric_id, ()))
    title = metric_titles()[metric_id]
    if edges:
        facts = {"title": title, "base": years[0], "year": years[1], "reason": _reasons(edges)}
        draw_empty(t("movement.break", **facts), t("movement.break.advice"))
    else:
        facts = {"title": title, "base": years[0], "year": years[1]}
        draw_empty(t("movement.none", **facts), t("movement.none.advice"))


def _sentence(data: pd.DataFrame, metric_id: str, years: Years) -> str:
    """The change, then its parts: the agencies themselves, their shares, who came and went."""
    first = data.head(1).to_dict("records")[0]
    kind = "rate" if first["unit"] == "rate" else "amount"
    said = [_change(first, kind, metric_id, years), _both(first, kind)]
    said += [
        t(
            f"movement.sentence.{row['part']}.{kind}",
            agencies=row["part_agencies"],
            points=points(row["part_contribution"], row["unit"]),
        )
        for row in data.drop_duplicates("part").to_dict("records")
        if row["part"] != "both"
    ]
    return "\n".join(f"- {sentence}" for sentence in said)


def _reasons(edges: Sequence[int]) -> str:
    return t("list.semicolon").join(t(f"break.{edge}") for edge in edges)


def _change(row: Any, kind: str, metric_id: str, years: Years) -> str:
    """The totals of both years and the change between them."""
    last, this = (
        numbers.measure(
            row[f"whole_{prefix}value"],
            row["unit"],
            lang(),
            row[f"whole_{prefix}numerator"],
            row[f"whole_{prefix}denominator"],
        )
        for prefix in ("last_", "")
    )
    facts = {"title": metric_titles()[metric_id], "base": years[0], "year": years[1]}
    change = points(row["change"], row["unit"])
    return t(f"movement.sentence.{kind}", **facts, last=last, this=this, change=change)


def _both(row: Any, kind: str) -> str:
    """The part of the agencies with both years, which stand first; of a rate in its two effects."""
    facts = {
        "agencies": row["part_agencies"],
        "points": points(row["part_contribution"], row["unit"]),
    }
    if kind == "rate":
        facts |= {name: points(row[f"all_{name}"], "rate") for name in ("within", "mix")}
    return t(f"movement.sentence.both.{kind}", **facts)


def _draw_rows(filters: Filters, metric_id: str, years: Years) -> None:
    """Which reasons or outcomes make up the change, for a measure that is a sum of rows."""
    data = filters.ask(
        "movement_rows", metric_id=metric_id, base_year=years[0], year=years[1], basis="members"
    )
    if data.empty:
        return
    chart = drawn(charts.movement_rows, data, style(filters), metric_id, years)
    codes = zip(data["table_code"], data["row_code"], strict=True)
    shown = data.assign(
        row=[short_label(table, code, lang()) for table, code in codes],
        contribution_amount=data["contribution"],
    )
    draw_chart(chart, "movement_rows", shown, columns.movement_rows(data["unit"].iloc[0]))
