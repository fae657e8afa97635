"""Charts as they are shown: the title as text, the figure, its data one click away."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import pandas as pd
import streamlit as st

from annual_reports.catalogue import query
from annual_reports.charts import CONFIG, Chart, Style
from annual_reports.ui.columns import Columns
from annual_reports.ui.filters import Filters
from annual_reports.ui.number import parse_number
from annual_reports.ui.page import draw_definition_link, open_agency, open_number, scope_words
from annual_reports.ui.picture_view import draw_picture_button, theme
from annual_reports.ui.tables import Rows, draw_table, frame_of, has_all
from annual_reports.ui.words import agency_names, break_years, lang, metric_titles, t

OPEN: Final = False
"""Whether folds are open before a reader opens them."""


class Excerpt(NamedTuple):
    """The rows that a chart draws, and what makes those of all agencies, for its table."""

    frame: pd.DataFrame
    whole: Callable[[], pd.DataFrame]


def excerpt_of(
    frame: pd.DataFrame, agencies: str, whole: Callable[[], pd.DataFrame]
) -> pd.DataFrame | Excerpt:
    """The frame where it has all agencies that its column ``agencies`` counts."""
    return frame if has_all(frame, agencies) else Excerpt(frame, whole)


def style(filters: Filters) -> Style:
    """How charts are to look for this reader and selection."""
    return Style(
        lang=lang(),
        theme=theme(),
        scope=scope_words(filters),
        agency_names=agency_names(),
        metric_titles=metric_titles(),
        break_years=break_years(),
    )


def draw_chart(
    chart: Chart | None,
    query_id: str,
    rows: Rows | Excerpt,
    columns: Columns,
    *,
    key: str = "",
    complete: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
) -> None:
    """Draw a chart and below it, folded, the rows it was made of.

    ``complete`` adds to a frame what only the table shows, once that is drawn.
    A click on a mark opens the number that it stands for, else the agency. The definition of
    the measure that it shows is one click away.
    """
    key = key or query_id
    data = rows.frame if isinstance(rows, Excerpt) else frame_of(rows)
    with st.container(border=True):
        if chart is None:
            st.caption(t("empty.chart", title=query(query_id).title(lang())))
            return
        st.markdown(f"**{chart.title}**")
        st.caption(chart.subtitle)
        leads_to = _leads_to(chart)
        event = st.plotly_chart(
            chart.sheet,
            theme=None,
            key=f"chart_{key}",
            on_select="rerun" if leads_to else "ignore",
            selection_mode="points",
            config=dict(CONFIG),
            alt=chart.alt,
        )
        if fold := open_fold(key):
            with fold:
                if leads_to:
                    st.caption(t(f"chart.{leads_to}"))
                shown = rows.whole() if isinstance(rows, Excerpt) else rows
                shown = complete(frame_of(shown)) if complete else shown
                draw_table(query_id, shown, columns, key=key, drill="agency_id" in data)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            draw_picture_button(chart, data, key)
            if chart.metric_id:
                draw_definition_link(chart.metric_id)
    if leads_to:
        _follow_click(event)


def open_fold(key: str) -> Any:
    """A fold for a table; None until a reader opens it.

    Streamlit sends what is in a fold even while it is shut, so a table is made when it is seen.
    """
    fold = st.expander(t("chart.data"), expanded=OPEN, key=f"data_{key}", on_change="rerun")
    return fold if fold.open else None


def draw_reason(words: str) -> None:
    """In the place of a chart, why there is none."""
    with st.container(border=True):
        st.caption(words)


def _leads_to(chart: Chart) -> str:
    """What a click on its marks opens: ``trace`` a number, ``drill`` an agency, or nothing."""
    traces = chart.sheet.to_dict()["data"]
    found = [keys for trace in traces for keys in trace.get("customdata", ()) if keys]
    if any(parse_number(keys[-1]) for keys in found):
        return "trace"
    known = agency_names()
    return "drill" if any(keys[0] in known for keys in found) else ""


def _follow_click(event: Any) -> None:
    known = agency_names()
    for point in event.selection.points:
        custom = point.get("customdata") or [""]
        codes = list(custom.values()) if isinstance(custom, dict) else custom
        if parse_number(codes[-1]):
            open_number(codes[-1])
        if codes[0] in known:
            open_agency(codes[0])
