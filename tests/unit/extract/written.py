"""Made reports written in the formats that agencies publish, with the official layout."""

import csv
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.unit.extract.made_reports import TITLES, Made, Rows, page_of

HEADINGS = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
)
SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
# Debian packs what reads and writes workbooks on its own.
HAS_CALC = SOFFICE is not None and any(Path(SOFFICE).resolve().parent.glob("*sclo.*"))
Place = tuple[int, int, int, int, str]


def places_of(rows: Rows) -> list[Place]:
    """Row, column, last row, last column and text of every cell, spans taken into account."""
    taken: set[tuple[int, int]] = set()
    places = []
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            last_row, last_column = row + cell.rowspan - 1, column + cell.colspan - 1
            places.append((row, column, last_row, last_column, cell.text))
            taken |= {
                (covered_row, covered_column)
                for covered_row in range(row, last_row + 1)
                for covered_column in range(column, last_column + 1)
            }
    return places


def number_or_text(text: str) -> int | float | str | None:
    """What a clerk's spreadsheet holds: numbers as numbers, nothing as nothing."""
    if not text:
        return None
    try:
        return float(text) if "." in text else int(text)
    except ValueError:
        return text


def add_rows(sheet: Worksheet, first: int, rows: Rows, value: Callable[[str], Any]) -> int:
    for row, column, last_row, last_column, text in places_of(rows):
        sheet.cell(first + row, column + 1, value(text))
        if (last_row, last_column) != (row, column):
            sheet.merge_cells(None, first + row, column + 1, first + last_row, last_column + 1)
    return first + len(rows)


def book_of(made: Made, value: Callable[[str], Any] = number_or_text) -> Workbook:
    """All tables below each other in one sheet, with headings and prose between them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = TITLES[made.form]
    sheet["A2"] = "一、总体情况"
    sheet["A3"] = "正文。"
    row = 4
    for heading, rows in zip(HEADINGS, made.tables.values(), strict=True):
        sheet.cell(row, 1, heading)
        row = add_rows(sheet, row + 1, rows, value) + 1
    sheet.cell(row, 1, "五、存在的主要问题及改进情况")
    return book


def sheets_of(made: Made) -> Workbook:
    """A sheet for each table."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for code, rows in made.tables.items():
        add_rows(book.create_sheet(f"表{code}"), 1, rows, number_or_text)
    return book


def xlsx(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def csv_of(made: Made) -> str:
    stream = StringIO()
    sheet = book_of(made, str).worksheets[0]
    csv.writer(stream).writerows(sheet.iter_rows(values_only=True))
    return stream.getvalue()


def mhtml(parts: Mapping[str, str], charset: str = "utf-8") -> bytes:
    """A saved page: the first part is the main one, all by their addresses."""
    message = MIMEMultipart("related", type="text/html")
    for address, content in parts.items():
        part = MIMEText(content, "html", charset)
        part["Content-Location"] = address
        message.attach(part)
    return message.as_bytes()


def mhtml_of(made: Made) -> bytes:
    return mhtml({"http://example.gov.cn/report.html": page_of(made)})


def converted(content: bytes, name: str, target: str, folder: Path) -> bytes:
    """The file as an office suite saves it in another format."""
    assert SOFFICE
    source = folder / name
    source.write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = [SOFFICE, f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    subprocess.run(  # noqa: S603
        [*command, "--outdir", str(folder / "out"), str(source)],
        check=True,
        timeout=120,
        capture_output=True,
        env={**os.environ, "HOME": str(folder)},
    )
    return (folder / "out" / f"{source.stem}.{target.split(':', maxsplit=1)[0]}").read_bytes()
