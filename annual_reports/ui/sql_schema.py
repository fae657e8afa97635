"""What a statement can ask for: tables and columns with what they mean."""

from dataclasses import asdict

import pandas as pd
import streamlit as st

from annual_reports.i18n import catalogue
from annual_reports.sandbox import DICTIONARIES, TABLES
from annual_reports.ui import columns
from annual_reports.ui.choices import choose
from annual_reports.ui.data import PUBLISHED, Found, ask_sql
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_error
from annual_reports.ui.tables import draw_frame
from annual_reports.ui.words import lang, t
from annual_reports.warehouse.dataset import column_meaning

_PREFIX = "dataset_"


def draw_schema(filters: Filters) -> None:
    """All tables, and the columns of the one that is chosen."""
    with st.expander(t("sql.schema")):
        st.caption(t("sql.schema.what"))
        listed = pd.DataFrame(
            [{"sql_table": name, "sql_meaning": _table_meaning(name)} for name in TABLES]
        )
        draw_frame(t("sql.schema"), listed, columns.SQL_TABLES, "sql_tables", PUBLISHED.build_id)
        offered = ("none", *TABLES)
        chosen = choose("sql_table", t("sql.schema.table"), offered, word=_table_word)
        if chosen != "none":
            _draw_columns(chosen, filters)


def _table_word(name: str) -> str:
    return t("sql.schema.none") if name == "none" else name


def _draw_columns(table: str, filters: Filters) -> None:
    found = ask_sql(f"DESCRIBE {table}", asdict(filters))
    if not isinstance(found, Found):
        draw_error(found)
        return
    described = pd.DataFrame(
        {
            "sql_column": found.frame["column_name"],
            "sql_type": found.frame["column_type"],
            "sql_meaning": [_column_meaning(table, name) for name in found.frame["column_name"]],
        }
    )
    draw_frame(table, described, columns.SQL_COLUMNS, "sql_columns", PUBLISHED.build_id)


def _table_meaning(table: str) -> str:
    if table in DICTIONARIES:
        return t(f"sql.table.{table}")
    return t(f"dataset.table.{table.removeprefix(_PREFIX)}")


def _column_meaning(table: str, column: str) -> str:
    own = f"sql.column.{column}"
    if table in DICTIONARIES and own in catalogue():
        return t(own)
    return column_meaning(table.removeprefix(_PREFIX), column, lang())
