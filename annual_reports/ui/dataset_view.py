"""The whole data set to take along: its extent and size are said before it is made."""

from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.catalogue import Query
from annual_reports.ui.choices import choose
from annual_reports.ui.data import verdicts, warehouse
from annual_reports.ui.filters import Filters
from annual_reports.ui.offered import offered_in
from annual_reports.ui.origin import file_name
from annual_reports.ui.page import scope_words
from annual_reports.ui.words import lang, t
from annual_reports.warehouse.dataset import SIZE, Extent, tables, write_dataset

_MADE: Final = "dataset_made"  # the folder of the ZIP, which goes with the session
_EXTENTS: Final = ("selection", "all")


def draw_dataset(filters: Filters) -> None:
    """Choose the extent, see the size, make the ZIP, save it."""
    st.caption(t("dataset.what"))
    words = {"selection": t("dataset.extent.selection"), "all": _all_words(filters)}
    chosen = choose("dataset", t("dataset.extent"), _EXTENTS, word=words.__getitem__)
    wanted = filters if chosen == "selection" else _all_of(filters)
    extent = _extent(wanted)
    sizes = wanted.ask(SIZE).set_index("query_id")
    rows = sizes["rows"]
    about = {"reports": numbers.count(rows["dataset_reports"]), "rows": numbers.count(rows.sum())}
    st.markdown(t("dataset.size", **about, size=_megabytes(sizes["megabytes"].sum())))
    if st.button(t("dataset.make"), icon=":material/folder_zip:"):
        _make(wanted, extent)
    _draw_made(wanted)


def _all_words(filters: Filters) -> str:
    return t("dataset.extent.all.demo" if filters.is_demo else "dataset.extent.all.real")


def _all_of(filters: Filters) -> Filters:
    """All reports of the kind of data in view: fiction and reality are never in one file."""
    years = offered_in(is_demo=filters.is_demo).years
    return replace(
        filters, region=None, kinds=None, agencies=None, year_from=years[0], year_to=years[-1]
    )


def _extent(filters: Filters) -> Extent:
    """The filters as the writer of the data set wants them, with what was decided so far."""
    years = f"{filters.year_from}–{filters.year_to}"
    log = verdicts()
    settled = log.latest() if log.version() else None
    return Extent(asdict(filters), scope_words(filters), years, settled)


def _make(wanted: Filters, extent: Extent) -> None:
    """Write the ZIP into a folder that is gone when the session is, and say how far it is."""
    bar = st.progress(0.0)

    def say(number: int, asked: Query) -> None:
        bar.progress(number / len(tables()), t("dataset.making", table=asked.title(lang())))

    folder = TemporaryDirectory(prefix="annual-reports-")
    files = write_dataset(warehouse(), extent, Path(folder.name) / "data.zip", say)
    bar.empty()
    st.session_state[_MADE] = (folder, wanted, warehouse().build_id, files)


def _draw_made(wanted: Filters) -> None:
    """The way to the ZIP, as long as it is of this extent and this build."""
    folder, of, build_id, files = st.session_state.get(_MADE, (None, None, None, 0))
    if folder is None or (of, build_id) != (wanted, warehouse().build_id):
        return
    made = Path(folder.name) / "data.zip"
    size = _megabytes(made.stat().st_size / 1_000_000)
    st.caption(t("dataset.made", size=size, n=files))
    st.download_button(
        t("dataset.save"),
        made.read_bytes,
        file_name=file_name(t("dataset.file"), build_id, ending="zip"),
        mime="application/zip",
        on_click="ignore",
        icon=":material/download:",
    )


def _megabytes(size: float) -> str:
    if pd.isna(size) or size < 1:
        return t("dataset.size.small")
    return t("dataset.size.mb", n=numbers.count(round(size)))
