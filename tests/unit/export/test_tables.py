"""Tables for other programs: nothing in them is run as a formula, and nothing is lost."""

import csv
from io import BytesIO, StringIO

import openpyxl
import pandas as pd
import pytest

from annual_reports.export.tables import csv_bytes, xlsx_bytes

FORMULAS = [
    '=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1",
    "－", "＋1", "＠A1",
]  # fmt: skip


@pytest.mark.parametrize("words", FORMULAS)
def test_text_that_a_spreadsheet_would_run_is_text(words: str) -> None:
    frame = pd.DataFrame({"text": [words], "number": [-5.0]})
    rows = list(csv.reader(StringIO(csv_bytes(frame).decode("utf-8-sig"), newline="")))
    assert rows[1] == [f"'{words}", "-5.0"]  # a number keeps its sign
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
