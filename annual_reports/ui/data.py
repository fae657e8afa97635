"""The only place where pages get data, and the only one that caches it.

Who has a scope of regions is answered from a database that holds these regions alone
(warehouse/slicing.py), whatever is asked. The regions are part of every key of a cache.
"""

import os
import pickle
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

import pandas as pd
import pyarrow as pa
import streamlit as st

from annual_reports.catalogue import query
from annual_reports.charts import Chart, Style
from annual_reports.errors import RefusedStatement
from annual_reports.extract.document import Document
from annual_reports.pipeline import BUILDS
from annual_reports.rendering import PageImage, document_of, pages_of
from annual_reports.sandbox import SELECTION, Task, ask_freely
from annual_reports.ui import access, state
from annual_reports.ui.bounded import Bounded
from annual_reports.verdicts import FILE as VERDICTS
from annual_reports.verdicts import VerdictLog
from annual_reports.warehouse import (
    Slice,
    Warehouse,
    build_path,
    current_build_id,
    open_slice,
    open_warehouse,
)

_NULLABLE: Final = {
    pa.bool_(): pd.BooleanDtype(), pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype(),
}  # fmt: skip
_LONG: Final = 2_000  # rows: shorter answers are kept by number, longer ones by their bytes
_LONG_BYTES: Final = 512 * 1024 * 1024
T = TypeVar("T")
_State = tuple[str, str, int | None, tuple[str, ...] | None]


def builds_directory() -> Path:
    """Where the warehouse is: ANNUAL_REPORTS_BUILDS, else data/build."""
    return Path(os.environ.get("ANNUAL_REPORTS_BUILDS", BUILDS))


def warehouse() -> Warehouse:
    """The current build, opened once, or what of it who is asking may know of.

    A run keeps to the build that it began with.
    Raises MissingWarehouse where there is none, Denied where nobody known is asking.
    """
    return state.once("warehouse", _warehouse)


def _warehouse() -> Warehouse:
    directory, within = builds_directory(), access.regions()
    build_id = current_build_id(directory)
    if within is None:
        return _open(str(directory), build_id)
    return _open_slice(str(directory), build_id, within).warehouse


@st.cache_resource(max_entries=2, show_spinner=False)
def _open(directory: str, build_id: str | None) -> Warehouse:
    del build_id  # part of the cache key only
    return open_warehouse(Path(directory))


@st.cache_resource(max_entries=24, show_spinner=False)
def _open_slice(directory: str, build_id: str | None, within: tuple[str, ...]) -> Slice:
    del build_id  # part of the cache key only
    return open_slice(Path(directory), within)


def _file() -> Path:
    """The file of what ``warehouse`` gives."""
    directory, within = builds_directory().resolve(), access.regions()
    current = warehouse()
    if within is None:
        return build_path(directory, current.build_id)
    return _open_slice(str(builds_directory()), current.build_id, within).path


def verdicts() -> VerdictLog:
    """What people decided about findings: a file beside the builds, which no build touches."""
    return VerdictLog(builds_directory() / VERDICTS)


def ask(query_id: str, /, **params: Any) -> pd.DataFrame:
    """The answer to a question of queries/. Lists are given as tuples."""
    current, asked = warehouse(), query(query_id)
    settled = verdicts().version() if asked.reads_verdicts else None
    named = tuple(sorted(params.items()))
    about = (current.build_id, asked.sql, settled, access.regions())
    answer = kept_answer(about, query_id, named)
    if len(answer) > _LONG:
        _LONG_ANSWERS.used((about, query_id, named), int(answer.memory_usage().sum()))
    # A shallow copy: who changes it changes nothing of what others are given.
    return answer.copy(deep=False)


@st.cache_resource(max_entries=500, show_spinner=False)
def kept_answer(about: _State, query_id: str, params: tuple[tuple[str, Any], ...]) -> pd.DataFrame:
    """The answer as long as build, question, verdicts and regions are those of ``about``."""
    _, _, settled, _ = about
    latest = verdicts().latest() if settled else None
    return warehouse().ask(query_id, latest, **dict(params))


_LONG_ANSWERS: Final[Bounded[tuple[Any, ...]]] = Bounded(
    _LONG_BYTES, lambda key: kept_answer.clear(*key)
)


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


class Found(NamedTuple):
    """What a reader's own statement gave; ``is_cut`` where there was more."""

    frame: pd.DataFrame
    is_cut: bool
    seconds: float


def ask_sql(sql: str, selection: Mapping[str, Any]) -> Found | RefusedStatement:
    """The answer to a reader's own statement about a selection, or why there is none."""
    named = tuple((name, selection[name]) for name in SELECTION)
    try:
        return _ask_sql(str(_file()), sql, named)
    except RefusedStatement as busy:
        return busy


@st.cache_data(max_entries=5, show_spinner=False)
def _ask_sql(
    file: str, sql: str, selection: tuple[tuple[str, Any], ...]
) -> Found | RefusedStatement:
    """The same; a refusal stays as it is too, unless it is only for now."""
    try:
        answer = ask_freely(Task(sql, file, dict(selection)))
    except RefusedStatement as refusal:
        if refusal.code == "sql-busy":
            raise
        return refusal
    table = pa.ipc.open_stream(answer.stream).read_all()
    frame = table.to_pandas(types_mapper=_NULLABLE.get)
    return Found(frame, answer.is_cut, answer.seconds)


@st.cache_data(max_entries=20, show_spinner=False)
def held_document(path: str, digest: str) -> Document:
    """The file that a report was read from, as its reader gives it; raises UnreadableFile."""
    return document_of(Path(path), digest)


@st.cache_data(max_entries=20, show_spinner=False)
def held_pages(path: str, digest: str, numbers: tuple[int, ...]) -> dict[int, PageImage]:
    """Pages of the PDF that a report was read from, by number; raises UnreadableFile."""
    return pages_of(Path(path), digest, numbers)


def drawn(make: Callable[..., Chart | None], /, *given: Any, **named: Any) -> Chart | None:
    """The chart that ``make`` draws of frames and choices, once for all readers: not to be changed.

    Frames are compared by all that is in them, however long they are.
    """
    return kept_chart(make.__name__, (warehouse().build_id, access.regions()), given, named, make)


def _contents(frame: pd.DataFrame) -> bytes:
    """What tells frames apart: a digest of names, types and values, missing ones among them.

    Equal frames may differ in it where they hold objects that Arrow does not know.
    """
    stream = pa.BufferOutputStream()
    try:
        table = pa.Table.from_pandas(frame)
    except pa.ArrowException:
        return sha256(pickle.dumps(frame)).digest()
    with pa.ipc.new_stream(stream, table.schema) as writer:
        writer.write_table(table)
    return sha256(stream.getvalue()).digest()


def _look(style: Style) -> tuple[str, str, str]:
    """What tells styles apart over one build: its names and titles are those of the language."""
    return style.lang, style.theme, style.scope


@st.cache_resource(
    max_entries=200, show_spinner=False, hash_funcs={Style: _look, pd.DataFrame: _contents}
)
def kept_chart(
    name: str,
    about: tuple[str, tuple[str, ...] | None],
    given: tuple[Any, ...],
    named: Mapping[str, Any],
    _make: Callable[..., Chart | None],
) -> Chart | None:
    """The chart ``_make`` draws; ``name`` and ``about`` are in the key because it is not."""
    del name, about
    return _make(*given, **named)


def agencies() -> pd.DataFrame:
    """All agencies, with the years they have reports of; one frame for all, not to be changed."""
    return state.once("agencies", _agencies_of_run)


def _agencies_of_run() -> pd.DataFrame:
    return _agencies(str(builds_directory()), warehouse().build_id, access.regions())


@st.cache_resource(max_entries=24, show_spinner=False)
def _agencies(directory: str, build_id: str, within: tuple[str, ...] | None) -> pd.DataFrame:
    del directory, build_id, within  # part of the cache key only
    return ask("selectable_agencies")


def of_agencies(make: Callable[..., T], *given: str) -> T:
    """What ``make`` makes of all agencies: once a build and regions, not to be changed."""
    about = (str(builds_directory()), warehouse().build_id, access.regions())
    made: T = _of_agencies(make.__qualname__, given, about, make)
    return made


@st.cache_resource(max_entries=48, show_spinner=False)
def _of_agencies(
    name: str,
    given: tuple[str, ...],
    about: tuple[str, str, tuple[str, ...] | None],
    _make: Callable[..., Any],
) -> Any:
    del name, about  # part of the cache key only
    return _make(agencies(), *given)


def agency_labels(column: str) -> Mapping[str, Any]:
    """What that column of ``agencies`` says, by agency_id; one for all, not to be changed."""
    return of_agencies(_labels, column)


def _labels(known: pd.DataFrame, column: str) -> Mapping[str, Any]:
    return dict(zip(known["agency_id"], known[column], strict=True))
