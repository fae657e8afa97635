"""Tables as they are shown: figures to the right, downloads below, a click leads to the agency."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple

import pandas as pd
import streamlit as st

from annual_reports.catalogue import query
from annual_reports.charts.paths import node_name
from annual_reports.export.tables import (
    CSV_MIME,
    PARQUET_MIME,
    XLSX_MIME,
    csv_bytes,
    parquet_bytes,
    xlsx_bytes,
)
from annual_reports.form import form_by_code, short_label, stated_label
from annual_reports.i18n import catalogue
from annual_reports.ui.data import PUBLISHED, Answers
from annual_reports.ui.later import later
from annual_reports.ui.origin import fiction_note, file_name
from annual_reports.ui.page import open_agency, open_number
from annual_reports.ui.words import agency_name, lang, short_path, source_name, t

_Mode = Literal["single-row", "multi-row", "single-cell"]
_HOST = r"^https?://([^/?#]+)"  # what is shown of an address: whose it is
_FORMATS: Mapping[str, str] = {
    "count": "localized",
    "amount": "%,.2f",
    "rate": "percent",
    "change": "%+.1f",
    "points": "%+.2f",
    "year": "%d",
}
_ADVICE: Mapping[tuple[bool, bool], str] = {
    (True, False): "table.drill",
    (False, True): "table.trace",
    (True, True): "table.trace-or-drill",
}
_READABLE: Mapping[str, Callable[[str], str]] = {
    "agency": agency_name,
    "table2": lambda code: short_label("2", code, lang()),
    "table3": lambda code: short_label("3", code, lang()),
    "table4": lambda code: short_label("4", code, lang()),
    "flow_node": lambda code: node_name(code, lang()),
    "form": lambda code: form_by_code(code).label(lang()),
    "kind": lambda code: t(f"kind.{code}"),
    "agency_list": lambda codes: t("list.comma").join(map(agency_name, codes.split(";"))),
    "part": lambda code: t(f"charts.part.{code}"),
    "movement_part": lambda code: t(f"movement.part.{code}"),
    "state": lambda code: t(f"submission.{code}"),
    "stated": lambda code: stated_label(code, lang()),
    "exactness": lambda code: t(f"exactness.{code}"),
    "agreement": lambda code: t(f"agreement.{code}"),
    "rule_state": lambda code: t(f"charts.rule-state.{code}"),
    "band": lambda code: t(f"charts.band.{code}"),
    "verdict": lambda code: t(f"verdict.{code}"),
    "severity": lambda code: t(f"severity.{code}"),
    "fact": lambda code: t(f"fact.{code}"),
    "status": lambda code: t(f"status.{code}"),
    "source": source_name,
    "path": short_path,
}


class Part(NamedTuple):
    """Those rows of a long answer that are shown; ``whole`` makes all of them, to be saved."""

    frame: pd.DataFrame
    whole: Callable[[], pd.DataFrame]


Rows = pd.DataFrame | Part


def most_of(frame: pd.DataFrame, whole: Callable[[], pd.DataFrame]) -> Rows:
    """The rows of the agencies that are shown, a part where ``agencies`` counts more of them."""
    return frame if has_all(frame) else Part(frame, whole)


def has_all(frame: pd.DataFrame, counted: str = "agencies") -> bool:
    """Whether the rows are of all agencies that the column ``counted`` counts."""
    return frame.empty or bool(frame["agency_id"].nunique() >= frame[counted].max())


def frame_of(rows: Rows) -> pd.DataFrame:
    """The rows that are shown."""
    return rows.frame if isinstance(rows, Part) else rows


def draw_table(
    query_id: str,
    rows: Rows,
    columns: Mapping[str, str],
    *,
    key: str = "",
    drill: bool = False,
    held: Answers = PUBLISHED,
) -> None:
    """Draw ``columns`` of a query's answer: name of a column → its kind.

    Kinds: text, link, date, year, count, amount, rate, change, points, series, and agency,
    others by their words (see _READABLE). Where the frame has a column ``number`` a click on a
    figure opens it; with ``drill`` the choice of a row or name opens the agency of its
    ``agency_id``.
    """
    title = query(query_id).title(lang())
    draw_frame(title, rows, columns, key or query_id, held.build_id, drill=drill)


def draw_frame(
    title: str,
    rows: Rows,
    columns: Mapping[str, str],
    key: str,
    build_id: str,
    *,
    drill: bool = False,
) -> None:
    """The same for a frame that no query gave, under a title of its own."""
    frame = frame_of(rows)
    shown = readable(frame.loc[:, list(columns)], columns)
    has_numbers = _has_numbers(frame)
    modes: list[_Mode] = ["single-row"] if drill else []
    modes += ["single-cell"] if has_numbers else []
    selection = _draw_grid(title, shown, columns, f"table_{key}", modes)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        draw_downloads(title, _saved(rows, shown, columns), key, build_id)
        if modes:
            st.caption(t(_ADVICE[drill, has_numbers]))
    if modes:
        open_behind(frame, selection, drill=drill)


def draw_choice(
    query_id: str,
    rows: Rows,
    columns: Mapping[str, str],
    *,
    key: str,
    is_single: bool = False,
) -> pd.DataFrame:
    """Draw ``columns`` of a query's answer as a table of which rows can be chosen: those rows."""
    frame = frame_of(rows)
    shown = readable(frame.loc[:, list(columns)], columns)
    title = query(query_id).title(lang())
    modes: list[_Mode] = ["single-row" if is_single else "multi-row"]
    modes += ["single-cell"] if _has_numbers(frame) else []
    selection = _draw_grid(title, shown, columns, f"choice_{key}", modes)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        draw_downloads(title, _saved(rows, shown, columns), key, PUBLISHED.build_id)
    if _has_numbers(frame):
        open_behind(frame, selection, drill=True, rows=False)
    chosen: pd.DataFrame = frame.iloc[selection.selection.rows]
    return chosen


def _saved(
    rows: Rows, shown: pd.DataFrame, columns: Mapping[str, str]
) -> pd.DataFrame | Callable[[], pd.DataFrame]:
    """The table to be saved, or what makes it of all rows where those shown are a part."""
    if not isinstance(rows, Part):
        return shown.rename(columns=heading)
    whole = rows.whole
    return lambda: readable(whole().loc[:, list(columns)], columns).rename(columns=heading)


def _draw_grid(
    title: str, shown: pd.DataFrame, columns: Mapping[str, str], key: str, modes: list[_Mode]
) -> Any:
    """The table and what is selected in it: rows, a cell; nothing without a mode."""
    return st.dataframe(
        shown,
        hide_index=True,
        placeholder="—",
        column_config={
            name: _column(name, "text" if kind == "link" and not are_links(shown[name]) else kind)
            for name, kind in columns.items()
        },
        key=key,
        on_select="rerun" if modes else "ignore",
        selection_mode=modes or "single-row",
        alt=t("table.alt", title=title, rows=len(shown)),
    )


def _has_numbers(frame: pd.DataFrame) -> bool:
    """Whether ``number``, or ``number_`` and a column's name, holds addresses of numbers."""
    named = [name for name in frame.columns if name.startswith("number")]
    return any(frame[name].astype(str).str.contains("@").any() for name in named)


def open_behind(frame: pd.DataFrame, selection: Any, *, drill: bool, rows: bool = True) -> None:
    """Open what a click in a table stands for: a name or row the agency, else the number."""
    for position, column in selection.selection.cells:
        picked = frame.iloc[position]
        if drill and column == "agency_id":
            _open_agency_of(picked)
        address = picked.get(f"number_{column}", picked.get("number"))
        if isinstance(address, str) and address:
            open_number(address)
    for position in selection.selection.rows if rows and drill else ():
        _open_agency_of(frame.iloc[position])


def _open_agency_of(picked: Any) -> None:
    year = picked.get("year")
    open_agency(picked["agency_id"], None if pd.isna(year) else int(year))


def heading(name: str) -> str:
    """What stands over a column."""
    return t(f"column.{name}")


def draw_downloads(
    title: str,
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    key: str,
    build_id: str,
    more_notes: Mapping[str, str] | None = None,
) -> None:
    """Buttons that save the frame as CSV, XLSX and Parquet, named for the build it comes from.

    What makes a frame is called when a button is pressed. ``more_notes`` are added to what
    workbook and Parquet say of their origin.
    """
    notes = {t("notes.title"): title, t("notes.build"): build_id, t("notes.origin"): t("app.name")}
    notes |= fiction_note(build_id) | dict(more_notes or {})
    makers: Mapping[str, tuple[Callable[[], bytes], str]] = {
        "CSV": (lambda: csv_bytes(_made(frame)), CSV_MIME),
        "XLSX": (lambda: xlsx_bytes(_made(frame), title, notes), XLSX_MIME),
        "Parquet": (lambda: parquet_bytes(_made(frame), notes), PARQUET_MIME),
    }
    for style, (make, mime) in makers.items():
        st.download_button(
            t("table.download", style=style),
            later(make),
            file_name=file_name(title, build_id, ending=style.lower(), build_id=build_id),
            mime=mime,
            key=f"save_{key}_{style}",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )


def _made(frame: pd.DataFrame | Callable[[], pd.DataFrame]) -> pd.DataFrame:
    return frame if isinstance(frame, pd.DataFrame) else frame()


def readable(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """Codes replaced by what they are called."""
    shown = frame.copy()
    for name, kind in columns.items():
        if kind == "yes":
            yes = t("yes")
            shown[name] = [yes if not pd.isna(flag) and flag else "" for flag in shown[name]]
        if kind in _READABLE:
            shown[name] = _in_words(shown[name], _READABLE[kind])
    return shown


def _in_words(codes: Iterable[object], word: Callable[[str], str]) -> list[str]:
    """What each code is called; every word is looked up once, however many rows say it."""
    said = list(codes)
    words = {code: word(code) for code in set(said) if isinstance(code, str)}
    return [words[code] if isinstance(code, str) else "" for code in said]


def are_links(addresses: Iterable[object]) -> bool:
    """Whether all of them lead to a web page; what a report may state otherwise stays text."""
    return all(re.match(_HOST, said) for said in addresses if isinstance(said, str) and said)


def _column(name: str, kind: str) -> Any:
    label, words = heading(name), _explained(name)
    if kind == "series":
        return st.column_config.LineChartColumn(label, width="small")
    if kind == "link":
        return st.column_config.LinkColumn(label, display_text=_HOST)
    if kind == "date":
        return st.column_config.DateColumn(label, format="YYYY-MM-DD")
    if kind in _FORMATS:
        return st.column_config.NumberColumn(label, format=_FORMATS[kind], help=words)
    return st.column_config.TextColumn(label, help=words)


def _explained(name: str) -> str | None:
    """What a heading means, where that needs saying."""
    return t(f"help.{name}") if f"help.{name}" in catalogue() else None
