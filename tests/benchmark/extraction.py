"""The whole extraction of a report beside other tools' step to its tables."""

from typing import Final

from annual_reports.extract import read_report
from annual_reports.extract.geometry import places
from annual_reports.extract.recognise import memory
from tests.benchmark.corpus import File, files_of
from tests.benchmark.measure import alone, milliseconds, peak_megabytes, table
from tests.benchmark.peers import PEERS, Peer

HEAD: Final = (
    "format", "files", "kB", "reports/s/core", "ms new layout", "ms known layout",
    "peak MB", "beside", "ms", "times as long",
)  # fmt: skip


def report() -> str:
    """The table of all formats; each is measured in a process of its own."""
    rows = []
    for kind in PEERS:
        rows += alone(_rows, kind)
    return table(HEAD, rows)


def _rows(kind: str) -> list[tuple[str, ...]]:
    """A row for each tool beside it; peak memory is that of the extraction alone."""
    files = files_of(kind)
    new = sum(milliseconds(lambda file=file: _read_new(file)) for file in files) / len(files)  # type: ignore[misc]
    known = sum(milliseconds(lambda file=file: _read(file)) for file in files) / len(files)  # type: ignore[misc]
    peak = peak_megabytes()
    size = sum(len(data) for _, data in files) / len(files) / 1024
    own = (
        kind,
        str(len(files)),
        f"{size:.0f}",
        f"{1000 / known:.0f}",
        f"{new:.2f}",
        f"{known:.2f}",
    )
    return [(*own, f"{peak:.0f}", *_beside(peer, files, known)) for peer in PEERS[kind]]


def _beside(peer: Peer, files: list[File], own: float) -> tuple[str, str, str]:
    total = sum(milliseconds(lambda data=data: peer(data)) for _, data in files)  # type: ignore[misc]
    mean = total / len(files)
    return peer.__name__, f"{mean:.2f}", f"{own / mean:.2f}"


def _read(file: File) -> None:
    read_report(*file)


def _read_new(file: File) -> None:
    """Read it as the first of its layout."""
    memory.KNOWN.forget()
    places.KNOWN.forget()
    read_report(*file)
