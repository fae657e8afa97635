"""A writer of small OpenDocument spreadsheets: one sheet of texts and merged cells."""

from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.fuzz.making import rows_of
from tests.fuzz.paper import Paper, Table
from tests.unit.extract.written import places_of

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ODS_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style")
)


def ods(paper: Paper) -> bytes:
    rows = "".join(
        _ods_row([part]) if isinstance(part, str) else _ods_table(part) for part in paper.parts
    )
    body = f'<table:table table:name="A">{rows}</table:table>'
    content = (
        f"<office:document-content {ODS_SPACES}><office:body><office:spreadsheet>{body}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", ODS_TYPE)
        package.writestr("content.xml", content.encode())
    return stream.getvalue()


def _ods_row(texts: list[str]) -> str:
    return f"<table:table-row>{''.join(_ods_cell(t, 1, 1) for t in texts)}</table:table-row>"


def _ods_cell(text: str, across: int, down: int) -> str:
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n") if line)
    spans = f'table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"'
    return f"<table:table-cell {spans}>{lines}</table:table-cell>"


def _ods_table(part: Table) -> str:
    rows = rows_of(part.grid)
    cells: list[dict[int, str]] = [{} for _ in rows]
    for row, column, bottom, right, text in places_of(rows):
        for r in range(row, min(bottom + 1, len(rows))):
            for c in range(column, right + 1):
                cells[r][c] = "<table:covered-table-cell/>"
        cells[row][column] = _ods_cell(text, right - column + 1, bottom - row + 1)
    blank = "<table:table-cell/>"
    lines = ("".join(line.get(c, blank) for c in range(max(line, default=0) + 1)) for line in cells)
    return "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
