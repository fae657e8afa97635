"""数据查询: the data of the selection asked in SQL of the reader's own; result, chart, link."""

from dataclasses import asdict

import streamlit as st

from annual_reports.errors import RefusedStatement
from annual_reports.sandbox import SECONDS
from annual_reports.ui.data import ask_sql
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_error, draw_page
from annual_reports.ui.sql_editor import draw_editor
from annual_reports.ui.sql_result import draw_result
from annual_reports.ui.sql_schema import draw_schema
from annual_reports.ui.words import t


def body(filters: Filters) -> None:
    """The editor, what the statement gives or why not, and what can be asked."""
    sql = draw_editor()
    with st.spinner(t("sql.running", seconds=SECONDS)):
        found = ask_sql(sql, asdict(filters))
    if isinstance(found, RefusedStatement):
        draw_error(found)
    else:
        draw_result(sql, found, filters)
    draw_schema(filters)


draw_page("sql", body)
