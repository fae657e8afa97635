"""The only place where pages get data, and the only one that caches it."""

import os
from pathlib import Path
from typing import Any, Final, Protocol

import pandas as pd
import streamlit as st

from annual_reports.catalogue import query
from annual_reports.pipeline import BUILDS
from annual_reports.warehouse import Warehouse, current_build_id, open_warehouse


def builds_directory() -> Path:
    """Where the warehouse is: ANNUAL_REPORTS_BUILDS, else data/build."""
    return Path(os.environ.get("ANNUAL_REPORTS_BUILDS", BUILDS))


def warehouse() -> Warehouse:
    """The current build, opened once; raises MissingWarehouse where there is none."""
    directory = builds_directory()
    return _open(str(directory), current_build_id(directory))


@st.cache_resource(max_entries=2, show_spinner=False)
def _open(directory: str, build_id: str | None) -> Warehouse:
    del build_id  # part of the cache key only
    return open_warehouse(Path(directory))


def ask(query_id: str, /, **params: Any) -> pd.DataFrame:
    """The answer to a question of queries/. Lists are given as tuples."""
    current = warehouse()
    return _ask(current.build_id, query(query_id).sql, query_id, tuple(sorted(params.items())))


@st.cache_data(max_entries=500, show_spinner=False)
def _ask(
    build_id: str, sql: str, query_id: str, params: tuple[tuple[str, Any], ...]
) -> pd.DataFrame:
    del build_id, sql  # part of the cache key only
    return warehouse().ask(query_id, **dict(params))


class Answers(Protocol):
    """What answers the questions of queries/: the current build, or uploads under check."""

    @property
    def build_id(self) -> str:
        """What is said of where the answers come from."""

    def ask(self, query_id: str, /, **params: Any) -> pd.DataFrame:
        """The answer to a question."""


class _Published:
    """The current build, whichever it is when asked."""

    @property
    def build_id(self) -> str:
        return warehouse().build_id

    def ask(self, query_id: str, /, **params: Any) -> pd.DataFrame:
        return ask(query_id, **params)


PUBLISHED: Final[Answers] = _Published()


def agencies() -> pd.DataFrame:
    """All agencies, with the years they have reports of."""
    return ask("selectable_agencies")
