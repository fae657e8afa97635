"""Web pages: the tables with their spans, and all text as lines."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.etree import _Element, iterwalk

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document, RawCell, RawTable
from annual_reports.extract.readers.decoding import decode
from annual_reports.extract.readers.frames import FrameReader, beside
from annual_reports.extract.readers.grid import Written, expand
from annual_reports.extract.readers.limits import Budget, check_tags
from annual_reports.extract.readers.lines import paragraphs, text_reader
from annual_reports.extract.readers.paths import Paths
from annual_reports.extract.readers.pictures import count_pictures
from annual_reports.extract.readers.signatures import is_text

FORMAT: Final = "HTML"
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|tbody|tr|td|div|p|span|h\d|section"
    r"|article|center|font|style|script)\b",
    re.IGNORECASE,
)
_CELLS: Final = ("td", "th")


def accepts(path: Path, head: bytes) -> bool:
    """Whether the bytes, or failing that the name, are those of a web page."""
    if _MARKUP.search(decode(head)):
        return is_text(head.replace(b"\0", b""))
    is_named = path.suffix.lower() in {".html", ".htm", ".shtml", ".xhtml"}
    return is_named and b"<" in head and is_text(head)


def read(path: Path, data: bytes) -> Document:
    """The page as a document, with the frames that were saved beside it.

    A table with a single cell is a mere box and counts as part of the text around it.
    Raises UnreadableFile when the bytes hold no markup at all or more than the limits.
    """
    return FrameReader(lambda page: read_page(path, page), beside(path)).read(data)


def read_page(path: Path, data: bytes) -> tuple[Document, _Element]:
    """The page alone, and its tree."""
    root = _parse(path, data)
    elements = [table for table in root.iter("table") if not _is_box(table)]
    known, paths, budget = frozenset(elements), Paths(), Budget(path)
    tables = {
        element: RawTable(number, tuple(budget.rows(_grid(number, element, known, paths))))
        for number, element in enumerate(elements, 1)
    }
    document = Document(
        path=path,
        format="html",
        meta=tuple(_meta(root)),
        paragraphs=tuple(paragraphs(root, tables)),
        tables=tuple(tables.values()),
        pictures=count_pictures(root),
    )
    return document, root


def _parse(path: Path, data: bytes) -> _Element:
    check_tags(path, data)
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(decode(data).encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise UnreadableFile("file-unreadable", file=path.name, found=str(error)) from error
    if root is None:
        raise UnreadableFile("empty-file", file=path.name)
    if any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log):
        raise UnreadableFile("too-deep", file=path.name)
    root.extend(list(root.itersiblings("*")))  # what stands after an early </html>
    return root


def _meta(root: _Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("title", "meta", "link"):
        if element.tag == "title":
            yield "title", " ".join((element.text or "").split())
        elif element.tag == "link":
            if element.get("rel") == "canonical":
                yield "canonical", (element.get("href") or "").strip()
        elif name := element.get("name") or element.get("property"):
            yield name, (element.get("content") or "").strip()


def _is_box(table: _Element) -> bool:
    """Whether the table has one cell only, cells of tables within it not counted."""
    cells = _own(table, *_CELLS)
    return next(cells, None) is None or next(cells, None) is None


def _own(table: _Element, *tags: str) -> Iterator[_Element]:
    """The elements of the table that stand in no table within it."""
    walk = iterwalk(table, events=("start",), tag=("table", *tags))
    for _, element in walk:
        if element.tag != "table":
            yield element
        elif element is not table:
            walk.skip_subtree()


def _grid(
    number: int, table: _Element, tables: frozenset[_Element], paths: Paths
) -> Iterator[tuple[RawCell | None, ...]]:
    nested = next(table.iterdescendants("table"), None) is not None
    own = _own(table, "tr") if nested else table.iter("tr")
    text_of = text_reader(table, tables if nested else frozenset())
    return expand(number, (_cells(paths.of(row), row, text_of) for row in own))


def _cells(path: str, row: _Element, text_of: Callable[[_Element], str]) -> Iterator[Written]:
    """The cells of the row, each with its XPath, such as ``…/tr[2]/td[3]``."""
    counts = {"td": 0, "th": 0}
    for cell in row.iterchildren(*_CELLS):
        tag = cell.tag
        counts[tag] = place = counts[tag] + 1
        colspan, rowspan = cell.get("colspan"), cell.get("rowspan")
        yield (
            text_of(cell),
            f"{path}/{tag}[{place}]",
            _span(colspan, 1) if colspan else 1,
            _span(rowspan, 0) if rowspan else 1,
        )


def _span(value: str, least: int) -> int:
    """A span as written, 1 where it is no sensible number; ``least`` is the smallest lawful."""
    digits = value.strip()
    if not (digits.isascii() and digits.isdigit() and int(digits[:6]) >= least):
        return 1
    return int(digits[:6])
