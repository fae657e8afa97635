"""Pages that show other pages in frames: what is found of them is joined to one document."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from lxml.etree import _Element

from annual_reports.extract.document import Document, Paragraph, RawCell, RawTable
from annual_reports.extract.readers.limits import MAX_FILE, check_cells

Finder = Callable[[str], bytes | None]  # the content a ``src`` leads to; None if it is not had
_EXTRA: Final = re.compile(r"[?#].*", re.DOTALL)
_MAX_FRAMES: Final = 100
_PAGES: Final = frozenset({".html", ".htm", ".shtml", ".xhtml", ".mht"})


def frame_sources(root: _Element) -> list[str]:
    """The sources of the frames, and of the sheets of a workbook that was saved as a page."""
    frames = [frame.get("src", "") for frame in root.iter("frame", "iframe")]
    links = root.iter("link")
    sheets = [link.get("href", "") for link in links if link.get("id", "").lower() == "shlink"]
    known = dict.fromkeys(source.strip() for source in (*frames, *sheets))
    return [source for source in known if source and not source.startswith(("javascript:", "#"))]


def beside(path: Path) -> Finder:
    """Finds what was saved with the page: files in a folder beside it that bears its name.

    Browsers and office programs call it ``<name>_files`` or ``<name>.files``. Nothing else
    is opened: no address, no absolute path, nothing that leads out of that folder, and so
    no other report that happens to lie in the same place.
    """

    def find(source: str) -> bytes | None:
        name = (
            unquote(source.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0])
            .replace("\\", "/")
            .removeprefix("./")
        )
        folder_name = name.split("/")[0]
        folder = path.parent / folder_name
        is_own = folder_name[: len(path.stem)] == path.stem and folder_name.endswith("files")
        if not is_own or "\0" in name or Path(name).suffix.lower() not in _PAGES:
            return None
        try:
            target = (path.parent / name).resolve()
            is_within = target.is_relative_to(folder.resolve()) and not folder.is_symlink()
            if is_within and target.is_file() and target.stat().st_size <= MAX_FILE:
                return target.read_bytes()
        except (OSError, ValueError):
            return None
        return None

    return find


class FrameReader:
    """Reads a page and the pages it shows, each once."""

    def __init__(
        self, read_page: Callable[[bytes], tuple[Document, _Element]], find: Finder
    ) -> None:
        self._read_page = read_page
        self._find = find
        self._seen: set[str] = set()

    def read(self, data: bytes) -> Document:
        """The page; with frames that hold tables, or with all if it has no table itself."""
        document, root = self._read_page(data)
        sources = frame_sources(root)
        del root
        frames = list(self._frames(sources))
        chosen = [
            (source, frame) for source, frame in frames if frame.tables or not document.tables
        ]
        return _joined(document, chosen) if chosen else document

    def _frames(self, sources: list[str]) -> Iterator[tuple[str, Document]]:
        """The pages, depth first without recursion; one that cannot be read is left out."""
        waiting = sources[::-1]
        while waiting and len(self._seen) < _MAX_FRAMES:
            source = waiting.pop()
            content = None if source in self._seen else self._find(source)
            self._seen.add(source)
            if content and content.strip():
                document, root = self._read_page(content)
                waiting.extend(frame_sources(root)[::-1])
                yield source, document


def _joined(main: Document, frames: list[tuple[str, Document]]) -> Document:
    paragraphs = list(main.paragraphs)
    tables = list(main.tables)
    for source, frame in frames:
        before = len(tables)
        paragraphs += (
            Paragraph(line.text, line.table and line.table + before) for line in frame.paragraphs
        )
        tables += (_moved(table, before, source) for table in frame.tables)
    check_cells(main.path, sum(len(row) for table in tables for row in table.rows))
    shown = tuple(pair for _, frame in frames for pair in frame.meta)
    return replace(
        main,
        meta=(*main.meta, *shown) if main.tables else (*shown, *main.meta),
        paragraphs=tuple(paragraphs),
        tables=tuple(tables),
        pictures=main.pictures + sum(frame.pictures for _, frame in frames),
    )


def _moved(table: RawTable, before: int, source: str) -> RawTable:
    """The table with its number in the joined document; its cells say in which frame they are."""
    moved: dict[int, RawCell] = {}
    for row in table.rows:
        for cell in row:
            if cell is not None and id(cell) not in moved:
                moved[id(cell)] = cell._replace(locator=f"frame {source}, {cell.locator}")
    rows = (tuple(cell and moved[id(cell)] for cell in row) for row in table.rows)
    return RawTable(table.number + before, tuple(rows), table.layout)
