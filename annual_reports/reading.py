"""Files to facts at scale: what is known is not read again, the rest is read on all cores."""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import pyarrow as pa

from annual_reports.errors import AnnualReportsError, UnreadableFile
from annual_reports.extract import read_report
from annual_reports.facts import Report
from annual_reports.parallel import MAX_MEMORY, Failure, Mapper, Processes
from annual_reports.registry import ManifestEntry, Registry
from annual_reports.sources import Source, read_source
from annual_reports.store import FactStore, Reading, tables_of

R = TypeVar("R")
MAX_SECONDS: Final = 60.0  # for one file
_BATCH: Final = 50
_BATCH_BYTES: Final = 4 * 1024 * 1024
_CODE: Final = Path(__file__).parent
_READING_CODE: Final = ("extract", "form", "facts.py", "store/columns.py")


class Task(NamedTuple):
    """A file to read, what the manifest says of it, and the key of the reading.

    ``data`` are its bytes where it is read by a machine that may not see the file.
    """

    source: Source
    entry: ManifestEntry | None
    key: str
    size: int
    data: bytes | None = None


class Outcome(NamedTuple):
    """What became of a file: a reading in the store under ``key``, or a refusal."""

    path: Path
    key: str
    refusal: UnreadableFile | None = None
    is_fresh: bool = True  # read in this run


class Batch(NamedTuple):
    """What became of some files, and what was read of them as tables for the store."""

    outcomes: list[Outcome]
    read: dict[str, pa.Table]


def read_all(
    sources: Iterable[Source],
    registry: Registry,
    store: FactStore,
    mapper: Mapper = Processes(),  # noqa: B008 immutable
) -> Iterator[Outcome]:
    """What becomes of each file; readings are kept in the store as they come, each once.

    A file that takes more than MAX_SECONDS, too much memory or brings its reader down is
    refused, and no other suffers.
    """
    known = {reading.key for reading in store.known()}
    settled: list[Outcome] = []
    tasks = _tasks(sources, registry, known, settled, with_data=not mapper.shares_files)
    found = mapper.map(read_batch, _batches(tasks), seconds=MAX_SECONDS, pieces=_BATCH)
    for batch, answer in found:
        yield from settled
        settled.clear()
        if isinstance(answer, Failure):
            yield from (_stopped(task, answer) for task in batch)
        else:
            store.add(answer.read)
            yield from answer.outcomes
    yield from settled


def _stopped(task: Task, failure: Failure) -> Outcome:
    path = task.source.path
    return Outcome(path, "", stopped(path, failure.reason))


def _tasks(
    sources: Iterable[Source],
    registry: Registry,
    known: set[str],
    settled: list[Outcome],
    *,
    with_data: bool,
) -> Iterator[Task]:
    """The files that must be read; what is known or cannot be opened is ``settled`` at once."""
    for source in sources:
        entry = registry.entry_for(source.path)
        try:
            data = read_source(source)
        except UnreadableFile as refusal:
            settled.append(Outcome(source.path, "", refusal))
            continue
        key = reading_key(source.path, data, entry)
        if key in known:
            settled.append(Outcome(source.path, key, is_fresh=False))
        else:
            yield Task(source, entry, key, len(data), data if with_data else None)


def _batches(tasks: Iterable[Task]) -> Iterator[tuple[Task, ...]]:
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if len(batch) == _BATCH or size > _BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def read_batch(batch: tuple[Task, ...]) -> Batch:
    """Read some files: the work of one process."""
    readings: list[Reading] = []
    outcomes: list[Outcome] = []
    for task in batch:
        path = task.source.path
        report = attempted(path, partial(_read, task))
        if isinstance(report, UnreadableFile):
            outcomes.append(Outcome(path, "", report))
        else:
            readings.append(Reading(task.key, report, datetime.now(UTC)))
            outcomes.append(Outcome(path, task.key))
    return Batch(outcomes, tables_of(readings))


def _read(task: Task) -> Report:
    path, data = task.source.path, task.data
    if data is None:
        return read_report(path, read_source(task.source), task.entry)
    if reading_key(path, data, task.entry) != task.key:
        raise AnnualReportsError("cluster-other-program")
    return read_report(path, data, task.entry)


def attempted(path: Path, read: Callable[[], R]) -> R | UnreadableFile:
    """What reading the file gives, or why it has to be refused."""
    try:
        return read()
    except UnreadableFile as refusal:
        return refusal
    except MemoryError:
        return stopped(path, "memory")
    except AnnualReportsError:
        raise
    except Exception as error:  # a slip of ours must cost one file, not the others
        found = f"{type(error).__name__}: {error}"
        return UnreadableFile("reader-failed", file=path.name, found=found)


def stopped(path: Path, reason: str) -> UnreadableFile:
    """The refusal of a file whose reading came to nothing, for the reason of a Failure."""
    limit = f"{MAX_MEMORY // 1024**3} GB" if reason == "memory" else f"{MAX_SECONDS:.0f} s"
    return UnreadableFile(f"reading-{reason}", file=path.name, expected=limit)


def reading_key(path: Path, data: bytes, entry: ManifestEntry | None) -> str:
    """What a reading depends on, as one text: bytes, name, manifest and the reading code."""
    told = (entry.year, entry.published_on, entry.source_url) if entry else ()
    digest = sha256(f"{code_version()}\0{path.name}\0{told}\0".encode())
    digest.update(data)
    return digest.hexdigest()


@cache
def code_version() -> str:
    """A digest of the code that reads: when it changes, files are read anew."""
    digest = sha256()
    for name in _READING_CODE:
        place = _CODE / name
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in files:
            if file.suffix in {".py", ".toml"}:
                digest.update(file.read_bytes())
    return digest.hexdigest()
