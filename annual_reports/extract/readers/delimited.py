"""Tables as text with a separator, as spreadsheet programs export them (CSV, TSV)."""

import csv
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Final

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers.decoding import decode
from annual_reports.extract.readers.limits import MAX_LINE, check_cells, check_text
from annual_reports.extract.readers.sheets import Sheet, document_of
from annual_reports.extract.readers.signatures import is_text

FORMAT: Final = "CSV"
_NAMES: Final = frozenset({".csv", ".tsv"})
_SEPARATORS: Final = (",", "\t", ";", "，")


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes are text and the name says that it is a table."""
    return path.suffix.lower() in _NAMES and is_text(head)


def read(path: Path, data: bytes) -> Document:
    """The table; cells that were merged before the export are known in their first place only.

    Raises UnreadableFile when there are too many cells or a cell is too long.
    """
    text = decode(data)
    check_text(path, text)
    separator = max(_SEPARATORS, key=text.count)
    check_cells(path, text.count(separator))
    csv.field_size_limit(MAX_LINE)
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise UnreadableFile("file-unreadable", file=path.name, found=str(error)) from error
    document = document_of(path, "csv", [Sheet(path.stem, rows)])
    return replace(document, meta=())  # the file's name is no title printed in it
