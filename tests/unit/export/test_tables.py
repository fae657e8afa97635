"""Tables for other programs: nothing in them is run as a formula, and nothing is lost."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from annual_reports.export.tables import csv_bytes, parquet_bytes, xlsx_bytes

FORMULAS = [
    '=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1",
    "－", "＋1", "＠A1",
]  # fmt: skip


@pytest.mark.parametrize("words", FORMULAS)
def test_text_that_a_spreadsheet_would_run_is_text(words: str) -> None:
    frame = pd.DataFrame({"text": [words], "number": [-5.0], words: [0]})
    rows = list(csv.reader(StringIO(csv_bytes(frame).decode("utf-8-sig"), newline="")))
    assert rows[0] == ["text", "number", f"'{words}"]
    assert rows[1] == [f"'{words}", "-5.0", "0"]  # a number keeps its sign
    sheet = openpyxl.load_workbook(BytesIO(xlsx_bytes(frame, "t", {"note": words})))["t"]
    cell = sheet["A2"]
    assert cell.data_type == "s"
    assert cell.value.strip() == words.replace("\r", "_x000D_").strip()
    assert sheet["B2"].value == -5


def test_text_longer_than_a_cell_of_a_workbook_is_cut_where_it_shows() -> None:
    frame = pd.DataFrame({"text": ["字" * 40_000]})
    sheet = openpyxl.load_workbook(BytesIO(xlsx_bytes(frame, "t", {})))["t"]
    assert len(sheet["A2"].value) == 32_767
    assert sheet["A2"].value.endswith("…")


def test_parquet_keeps_types_text_and_notes() -> None:
    frame = pd.DataFrame(
        {
            "机关": ["=1+1", "乙"],
            "公开率": [0.5, float("nan")],
            "件数": pd.array([3, None], dtype="Int64"),
            "日期": pd.to_datetime(["2025-01-31", None]),
            "历年": [[1.0, 2.0], None],
        }
    )
    read = parquet.read_table(BytesIO(parquet_bytes(frame, {"注意": "虚构"})))
    assert read["机关"].to_pylist() == ["=1+1", "乙"]
    assert read["公开率"].to_pylist() == [0.5, None]
    assert read["件数"].to_pylist() == [3, None]
    assert read.schema.field("件数").type == pa.int64()
    assert pa.types.is_timestamp(read.schema.field("日期").type)
    assert read["历年"].to_pylist() == [[1.0, 2.0], None]
    assert read.schema.metadata["注意".encode()].decode() == "虚构"
