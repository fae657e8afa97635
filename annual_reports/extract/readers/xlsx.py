"""XLSX packages made safe for the library that reads them, and honest about what it drops."""

import re
from pathlib import Path
from typing import Final, NamedTuple

from lxml import etree
from lxml.etree import _Element

from annual_reports.errors import UnreadableFile
from annual_reports.extract.readers.limits import MAX_UNPACKED, check_bytes, check_cells
from annual_reports.extract.readers.packages import pack, unpack

_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_BOOK: Final = "xl/workbook.xml"
_STRINGS: Final = "xl/sharedstrings.xml"
_PICTURES: Final = ("xl/media/",)
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)
_MARKS: Final = {"superscript": "^", "subscript": "_"}
_DATA: Final = (".xml", ".rels")


class Checked(NamedTuple):
    """The package to read and the number of pictures left out of it."""

    data: bytes
    pictures: int


def checked(path: Path, data: bytes) -> Checked:
    """The package with its XML parts only, each verified, its sheets of bearable size.

    Cells that show an error and formulas without a stored result are written as text:
    read as empty they would pass for cells left blank. Raises UnreadableFile when the
    package is damaged, encrypted or beyond a limit.
    """
    pictures = 0

    def is_wanted(name: str) -> bool:
        nonlocal pictures
        pictures += name.startswith(_PICTURES)
        return name.lower().endswith(_DATA)

    parts = unpack(path, data, is_wanted)
    if _BOOK not in map(str.lower, parts):
        raise UnreadableFile("unknown-format", file=path.name, found="ZIP", expected="XLSX")
    lengths: list[int] = []
    for name in [name for name in parts if name.lower() == _STRINGS]:
        root = _parse(path, parts[name])
        lengths = _string_lengths(root)
        parts[name] = _written(root)
    for name, content in parts.items():
        if _SHEET.fullmatch(name):
            parts[name] = _checked_sheet(path, content, lengths)
    return Checked(pack(parts), pictures)


def _parse(path: Path, content: bytes) -> _Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except etree.LxmlError as error:
        raise UnreadableFile("file-unreadable", file=path.name, found=str(error)) from error


def _string_lengths(root: _Element) -> list[int]:
    return [sum(len(text) for text in item.itertext()) for item in root.iterchildren("{*}si")]


def _checked_sheet(path: Path, content: bytes, lengths: list[int]) -> bytes:
    root = _parse(path, content)
    row = column = last_row = last_column = characters = 0
    for element in root.iter("{*}row", "{*}c"):
        if etree.QName(element).localname == "row":
            row, column = _number(element.get("r", "")) or row + 1, 0
            continue
        row, column = _place(path, element, row, column)
        _show_what_is_dropped(element)
        value = element.findtext("{*}v")
        if value is not None or element.find("{*}is") is not None:
            last_row, last_column = max(last_row, row), max(last_column, column)
            characters += _length(element, value or "", lengths)
    check_cells(path, last_row * last_column)
    check_bytes(path, characters, MAX_UNPACKED)
    return _written(root)


def _written(root: _Element) -> bytes:
    _mark_raised(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _show_what_is_dropped(cell: _Element) -> None:
    formula, value = cell.find("{*}f"), cell.find("{*}v")
    if cell.get("t") == "e":
        cell.set("t", "str")
    elif formula is not None and (value is None or value.text is None) and cell.get("t") != "str":
        if value is None:
            value = etree.SubElement(cell, formula.tag.replace("}f", "}v"))
        value.text = "=" + (formula.text or "")
        cell.set("t", "str")


def _place(path: Path, cell: _Element, row: int, column: int) -> tuple[int, int]:
    """Row and column of the cell, from 1; without a reference it is the next of its row."""
    reference = cell.get("r")
    if reference is None:
        return max(row, 1), column + 1
    match = _PLACE.fullmatch(reference)
    if match is None:
        raise UnreadableFile("file-unreadable", file=path.name, found=f"cell {reference[:20]}")
    return int(match[2]), _column_number(match[1].upper())


def _number(digits: str) -> int:
    return int(digits[:8]) if digits.isascii() and digits.isdigit() else 0


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _length(cell: _Element, value: str, lengths: list[int]) -> int:
    if cell.get("t") == "s":
        place = _number(value)
        return lengths[place] if place < len(lengths) else 0
    return len(value)


def _mark_raised(root: _Element) -> None:
    """Raised or lowered text must never merge with the digits beside it."""
    for align in root.iter("{*}vertAlign"):
        mark = _MARKS.get(align.get("val", ""), "")
        run = next(align.iterancestors("{*}r"), None)
        text = run.find("{*}t") if run is not None else None
        if text is not None:
            text.text = mark + (text.text or "")
