"""A first look at uploaded files: each is read in a process of its own and nothing is kept."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.errors import UnreadableFile
from annual_reports.extract import report_of
from annual_reports.extract.document import Document
from annual_reports.extract.readers import read_document
from annual_reports.facts import Report
from annual_reports.importing.limits import MAX_FILES, MAX_TOTAL, TOTAL_MEGABYTES
from annual_reports.importing.names import safe_name, shown_name
from annual_reports.parallel import Failure, Processes
from annual_reports.reading import MAX_SECONDS, attempted, stopped
from annual_reports.registry import ManifestEntry
from annual_reports.sources import unfold


class Upload(NamedTuple):
    """What a user handed in: a report or a ZIP archive of reports."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the uploads, still unread.

    ``shown`` is what the user calls it, ``name`` what it may be called on this machine;
    ``refusal`` where it could not be taken.
    """

    shown: str
    name: str
    data: bytes = field(default=b"", repr=False)
    sha256: str = ""
    refusal: UnreadableFile | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What an item says: a report with the document it was read from, or a refusal.

    The report's agency is still open; ``entry`` is what a person said of the file beforehand.
    """

    item: Item
    entry: ManifestEntry | None = None
    report: Report | None = None
    document: Document | None = None
    refusal: UnreadableFile | None = None


Asked = tuple[Item, ManifestEntry | None]
Answer = tuple[Report, Document] | UnreadableFile
_BATCH: Final = 8  # files handed to a process together


def unfold_uploads(uploads: Iterable[Upload]) -> list[Item]:
    """The files of all uploads, archives unfolded; what is beyond the limits is refused.

    The same bytes count once, under the first name.
    """
    items: list[Item] = []
    seen: set[str] = set()
    taken, size = 0, 0
    for path, data in _files(uploads):
        item = _item(path, data, taken, size)
        if not item.refusal:
            if item.sha256 in seen:
                continue
            seen.add(item.sha256)
            taken, size = taken + 1, size + len(item.data)
        items.append(item)
        if item.refusal and item.refusal.code in {"too-many-files", "too-much-at-once"}:
            break  # the first one refused stands for all that follow
    return items


def _files(uploads: Iterable[Upload]) -> Iterator[tuple[Path, bytes | UnreadableFile]]:
    for upload in uploads:
        yield from unfold(Path(shown_name(upload.name)), upload.data)


def _item(path: Path, data: bytes | UnreadableFile, taken: int, size: int) -> Item:
    shown, name = shown_name(path.as_posix()), safe_name(path.name)
    if isinstance(data, UnreadableFile):
        return Item(shown, name, refusal=data)
    if taken >= MAX_FILES:
        refusal = UnreadableFile("too-many-files", file=shown, expected=MAX_FILES)
        return Item(shown, name, refusal=refusal)
    if size + len(data) > MAX_TOTAL:
        limit = f"{TOTAL_MEGABYTES} MB"
        refusal = UnreadableFile("too-much-at-once", file=shown, expected=limit)
        return Item(shown, name, refusal=refusal)
    return Item(shown, name, data, sha256(data).hexdigest())


def look(
    items: Sequence[Item], entries: Mapping[str, ManifestEntry] | None = None
) -> Iterator[Looked]:
    """What each item says, in their order; ``entries``, by digest, win over what it says itself.

    A file that takes more than a minute, too much memory or brings its reader down is refused.
    """
    told = entries or {}
    found = _answers([(item, told.get(item.sha256)) for item in items if not item.refusal])
    for item in items:
        if item.refusal:
            yield Looked(item, refusal=item.refusal)
        else:
            yield _looked(item, told.get(item.sha256), next(found))


def _answers(asked: Sequence[Asked]) -> Iterator[Answer | Failure]:
    """What becomes of each, in their order."""
    batches = [tuple(asked[at : at + _BATCH]) for at in range(0, len(asked), _BATCH)]
    workers = max(1, min(os.cpu_count() or 1, len(batches)))
    found = Processes(workers).map(_read_some, batches, seconds=MAX_SECONDS, pieces=_BATCH)
    for _, answer in found:
        yield from (answer,) if isinstance(answer, Failure) else answer


def _looked(item: Item, entry: ManifestEntry | None, answer: Answer | Failure) -> Looked:
    if isinstance(answer, Failure):
        answer = stopped(Path(item.name), answer.reason)
    if isinstance(answer, UnreadableFile):
        return Looked(item, entry, refusal=answer)
    report, document = answer
    return Looked(item, entry, report, document)


def _read_some(asked: Sequence[Asked]) -> list[Answer]:
    """The work of another process."""
    return [
        attempted(Path(item.name), partial(_report_and_document, item, entry))
        for item, entry in asked
    ]


def _report_and_document(item: Item, entry: ManifestEntry | None) -> tuple[Report, Document]:
    document = read_document(Path(item.name), item.data)
    return report_of(document, item.sha256, entry), document
