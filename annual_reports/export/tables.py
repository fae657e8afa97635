"""Tables for other programs: CSV that Excel opens, XLSX with a sheet of notes, typed Parquet."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

import pandas as pd
import pyarrow as pa
import xlsxwriter
from pyarrow import parquet

CSV_MIME = "text/csv"
XLSX_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARQUET_MIME = "application/vnd.apache.parquet"
_NO_FORMULAS = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MOST_CHARACTERS = 32_767  # in a cell of a workbook


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """The frame as CSV in UTF-8 with a byte order mark; nothing stands where there is no value.

    Text that a spreadsheet would run as a formula, in cells and headings, is preceded by an
    apostrophe, which readers of the file may take off again. Numbers stay as they are.
    """
    safe = frame.map(_harmless).rename(columns=_harmless)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def xlsx_bytes(frame: pd.DataFrame, sheet: str, notes: Mapping[str, str]) -> bytes:
    """The frame as a workbook: one sheet of data, one of notes (source, scope, build)."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, _NO_FORMULAS) as book:
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        data = book.add_worksheet(_sheet_name(sheet))
        data.freeze_panes(1, 0)
        data.write_row(0, 0, [str(name) for name in frame.columns], head)
        for number, row in enumerate(frame.itertuples(index=False), start=1):
            data.write_row(number, 0, [_plain(value) for value in row])
        data.autofit()
        about = book.add_worksheet("说明 Notes")
        for number, (name, value) in enumerate(notes.items()):
            about.write_row(number, 0, [name, value])
        about.autofit()
    return stream.getvalue()


def parquet_bytes(frame: pd.DataFrame, notes: Mapping[str, str]) -> bytes:
    """The frame as Parquet: numbers, dates and text as such, notes as metadata of the file.

    Text is as it is: what reads Parquet runs no formulas.
    """
    table = pa.Table.from_pandas(frame, preserve_index=False)
    said = {name.encode(): value.encode() for name, value in notes.items()}
    stream = BytesIO()
    parquet.write_table(table.replace_schema_metadata(said), stream, compression="zstd")
    return stream.getvalue()


def _harmless(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _plain(value: Any) -> Any:
    """What a workbook cell can hold, … where text was too long; None leaves it empty."""
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if value is None or pd.isna(value):
        return None
    if isinstance(value, str):
        return value if len(value) <= _MOST_CHARACTERS else f"{value[: _MOST_CHARACTERS - 1]}…"
    if isinstance(value, bool | int | float):
        return value
    return value.item() if hasattr(value, "item") else str(value)


def _sheet_name(title: str) -> str:
    return "".join(char for char in title if char not in "[]:*?/\\'")[:31] or "data"
