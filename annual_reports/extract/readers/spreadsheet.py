"""Workbooks (XLSX, XLS, ODS): every sheet that is shown, numbers as they are printed."""

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import biff, ods, xlsx
from annual_reports.extract.readers.limits import check_cells
from annual_reports.extract.readers.ole import BOOKS, OLE
from annual_reports.extract.readers.packages import ZIP
from annual_reports.extract.readers.sheets import Sheet, document_of
from annual_reports.extract.readers.signatures import head_of

FORMAT: Final = "XLSX/XLS/ODS"
_SIGNIFICANT: Final = 15  # digits of a number that spreadsheet programs show
_BOOK_NAMES: Final = frozenset(name.encode() for name in BOOKS)
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes are a container with a workbook in it."""
    if head.startswith(ZIP):
        is_named = path.suffix.lower() in {".xlsx", ".xlsm"} and b"word/" not in head
        return is_named or b"xl/workbook.xml" in head or _is_ods(path, head)
    return head.startswith(OLE) and not _BOOK_NAMES.isdisjoint(head.split(b"\n"))


def _is_ods(path: Path, head: bytes) -> bool:
    return _ODS in head or (path.suffix.lower() == ".ods" and b"\ncontent.xml" in head)


def read(path: Path, data: bytes) -> Document:
    """The workbook's sheets as tables; hidden sheets are not shown, so they are left out.

    Raises UnreadableFile when the file is damaged, encrypted or too large.
    """
    if data.startswith(OLE):
        book = biff.checked(path, data)
        return _read_with_calamine(path, "xls", book.data, book.shown)
    if _is_ods(path, head_of(data)):
        shown = ods.read(path, data)
        return document_of(path, "ods", shown.sheets, shown.pictures)
    safe = xlsx.checked(path, data)
    document = _read_with_calamine(path, "xlsx", safe.data, {})
    return replace(document, pictures=safe.pictures)


def _read_with_calamine(path: Path, file_format: str, data: bytes, shown: biff.Shown) -> Document:
    try:
        with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            return document_of(path, file_format, _sheets(path, book, shown))
    except (UnreadableFile, KeyboardInterrupt, SystemExit):
        raise
    except PasswordError as error:
        raise UnreadableFile("encrypted-file", file=path.name, found=file_format.upper()) from error
    except BaseException as error:  # a panic of the library is no Exception
        found = f"{file_format.upper()}: {type(error).__name__}"
        raise UnreadableFile("file-unreadable", file=path.name, found=found) from error


def _sheets(path: Path, book: CalamineWorkbook, shown: biff.Shown) -> list[Sheet]:
    sheets = []
    for place, about in enumerate(book.sheets_metadata):
        if about.visible == SheetVisibleEnum.Visible and about.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(place)
            check_cells(path, sheet.total_height * sheet.total_width)
            values = sheet.to_python(skip_empty_area=False)
            rows = [[printed(value) for value in row] for row in values]
            for (row, column), text in shown.get(place, {}).items():
                if row < len(rows) and column < len(rows[row]):
                    rows[row][column] = text
            sheets.append(Sheet(about.name, rows, sheet.merged_cell_ranges or ()))
    return sheets


def printed(value: Any) -> str:
    """The value as a spreadsheet program shows it, as far as can be told without its format."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{Decimal(f'{value:.{_SIGNIFICANT}g}'):f}"
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    return str(value)
