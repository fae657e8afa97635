"""Which readings a build holds, and whose report each one is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq

from annual_reports.extract import find_agency
from annual_reports.facts import Evidence
from annual_reports.registry import Registry
from annual_reports.store import FactStore, Known
from annual_reports.warehouse import Placement


def place_readings(
    store: FactStore, known: Sequence[Known], live: Mapping[str, Path], registry: Registry
) -> Iterator[Placement]:
    """The readings of the files at hand (key → path), and older ones of the same paths.

    ``known`` are all readings of the store. A file that was replaced by another of its name
    stays as an earlier revision.
    """
    replaced = _replaced(known, live)
    order = {key: place for place, key in enumerate((*live, *replaced))}
    for chunk in store.chunks():
        for key, evidence in _agency_evidence(chunk):
            path = live.get(key) or replaced.get(key)
            if path is not None:
                entry = registry.entry_for(path)
                found = find_agency(evidence, entry, registry)
                yield Placement(
                    key, path.as_posix(), order[key], key in live,
                    found.agency_id, found.name, found.evidence, found.problems,
                )  # fmt: skip


def _replaced(known: Sequence[Known], live: Mapping[str, Path]) -> dict[str, Path]:
    """Of each path at hand the last readings of other bytes that once stood there."""
    paths = {path.as_posix() for path in live.values()}
    here = [reading for reading in known if reading.path in paths]
    at_hand = {(r.path, r.sha256) for r in here if r.key in live}
    latest = {(r.path, r.sha256): r for r in here}
    return {
        reading.key: Path(reading.path) for place, reading in latest.items() if place not in at_hand
    }


def _agency_evidence(chunk: Path) -> Iterator[tuple[str, list[Evidence]]]:
    """Every key of a chunk with what its report says of its agency."""
    keys = pq.read_table(chunk / "heads.parquet", columns=["key"])["key"].to_pylist()
    said: dict[str, list[Evidence]] = {key: [] for key in keys}
    rows = pq.read_table(chunk / "evidence.parquet")
    for row in rows.filter(pc.equal(rows["field"], "agency")).to_pylist():
        said[row["key"]].append(_claim(row))
    yield from said.items()


def _claim(row: dict[str, Any]) -> Evidence:
    return Evidence(row["field"], row["value"], row["source"], row["quote"])


def idle_chunks(known: Sequence[Known], used: Iterable[str]) -> set[str]:
    """The chunks none of whose readings is used."""
    used = set(used)
    needed = {reading.chunk for reading in known if reading.key in used}
    return {reading.chunk for reading in known} - needed
