"""What a reader's statement gave: rows, chart, files."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.charts import CONFIG, Axes, result_chart
from annual_reports.sandbox import BYTES, ROWS
from annual_reports.ui.choices import choose, switch
from annual_reports.ui.data import PUBLISHED, Found
from annual_reports.ui.figures import style
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_empty, scope_words
from annual_reports.ui.picture_view import draw_picture_button
from annual_reports.ui.tables import draw_downloads
from annual_reports.ui.words import plain, t

_CHARTS: Final = ("none", "bar", "line", "scatter")
_NO_SERIES: Final = "-"
_FEW: Final = 60  # rows that make a readable chart unasked


def draw_result(sql: str, found: Found, filters: Filters) -> None:
    """How many rows there are, the chart, the rows themselves and the files of them."""
    if found.frame.empty:
        draw_empty(t("sql.rows.none"), t("sql.rows.none.advice"))
        return
    st.markdown(_extent(found))
    _draw_chart(found.frame, filters)
    st.dataframe(found.frame, hide_index=True, placeholder="—", key="sql_rows")
    notes = {t("sql.note"): sql, t("sql.note.scope"): scope_words(filters)}
    with st.container(horizontal=True, gap="small"):
        draw_downloads(t("sql.result"), found.frame, "sql", PUBLISHED.build_id, notes)


def _extent(found: Found) -> str:
    facts = {"rows": numbers.count(len(found.frame)), "seconds": f"{found.seconds:.2f}"}
    if not found.is_cut:
        return t("sql.rows", **facts)
    limits = {"most": numbers.count(ROWS), "megabytes": BYTES // 1_000_000}
    return t("sql.rows.cut", **facts, **limits)


def _draw_chart(frame: pd.DataFrame, filters: Filters) -> None:
    """The chart that the reader chooses, with what it leaves out said below its title."""
    numeric = [str(name) for name in frame if _is_number(frame[name].dtype)]
    kinds = _CHARTS if numeric else ("none",)
    kind = switch("sql_chart", t("sql.chart"), kinds, lambda code: t(f"sql.chart.{code}"),
                  first=_first_kind(frame, numeric))  # fmt: skip
    if not numeric:
        st.caption(t("sql.chart.impossible"))
    if kind == "none":
        return
    axes = _choose_axes(frame, numeric)
    drawn = result_chart(frame, style(filters), kind, axes)
    with st.container(border=True):
        if drawn is None:
            st.caption(t("sql.chart.nothing"))
            return
        st.markdown(f"**{plain(drawn.title)}**")
        st.caption(plain(drawn.subtitle))
        st.plotly_chart(
            drawn.sheet, theme=None, key="chart_sql", config=dict(CONFIG), alt=drawn.alt
        )
        draw_picture_button(drawn, frame, "sql")


def _is_number(kind: Any) -> bool:
    return pd.api.types.is_numeric_dtype(kind) and not pd.api.types.is_bool_dtype(kind)


def _first_kind(frame: pd.DataFrame, numeric: list[str]) -> str:
    if not numeric or len(frame.columns) == 1 or len(frame) > _FEW:
        return "none"
    return "line" if "year" in frame else "bar"


def _choose_axes(frame: pd.DataFrame, numeric: list[str]) -> Axes:
    """Columns for across, up and the series: years or the first column, the last number, words."""
    names = [str(name) for name in frame]
    across, up, each = st.columns(3)
    with across:
        x = choose("sql_x", t("sql.x"), names, "year" if "year" in names else names[0])
    with up:
        y = choose("sql_y", t("sql.y"), numeric, numeric[-1])
    words = [name for name in names if name not in (*numeric, x)]
    guess = words[0] if words and frame[x].duplicated().any() else _NO_SERIES
    with each:
        by = choose("sql_by", t("sql.by"), [_NO_SERIES, *words], guess, _series_word)
    return Axes(x, y, "" if by == _NO_SERIES else by)


def _series_word(name: str) -> str:
    return t("sql.by.none") if name == _NO_SERIES else name
