"""What other tools do with the same files: their table step alone, without any meaning."""

import csv
import logging
from collections.abc import Callable
from email import message_from_bytes
from io import BytesIO, StringIO
from typing import Final

import lxml.html
import openpyxl
import pandas as pd
import pdfplumber
from docx import Document

logging.getLogger("pdfminer").setLevel(logging.ERROR)
Peer = Callable[[bytes], object]


def lxml_parse(data: bytes) -> object:
    """The bare parse of a page."""
    return lxml.html.document_fromstring(data)


def lxml_parse_part(data: bytes) -> object:
    """The bare parse of the page in a saved page."""
    message = message_from_bytes(data)
    part = next(part for part in message.walk() if part.get_content_type() == "text/html")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    return lxml.html.document_fromstring(content)


def pandas_read_html(data: bytes) -> object:
    """The tables of a page as frames."""
    return pd.read_html(BytesIO(data))


def pdfplumber_tables(data: bytes) -> object:
    """The tables of every page of a PDF file."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [page.extract_tables() for page in pdf.pages]


def python_docx_walk(data: bytes) -> object:
    """The text of every cell of a Word file, row by row."""
    document = Document(BytesIO(data))
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def openpyxl_walk(data: bytes) -> object:
    """The value of every cell of a workbook."""
    book = openpyxl.load_workbook(BytesIO(data), read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def csv_reader(data: bytes) -> object:
    """The fields of every line."""
    return list(csv.reader(StringIO(data.decode())))


def split_lines(data: bytes) -> object:
    """The text by lines and bars, as little as can be done."""
    return [line.split("|") for line in data.decode().splitlines()]


PEERS: Final[dict[str, tuple[Peer, ...]]] = {
    "HTML": (lxml_parse, pandas_read_html),
    "MHT": (lxml_parse_part,),
    "DOCX": (python_docx_walk,),
    "PDF": (pdfplumber_tables,),
    "XLSX": (openpyxl_walk,),
    "CSV": (csv_reader,),
    "text": (split_lines,),
}
