"""The files of the builds beside each other, and the pointer that says which one is in place."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

POINTER: Final = "CURRENT"
_NAME: Final = re.compile(r"[\w-]{1,100}")


def build_path(directory: Path, build_id: str) -> Path:
    """Where the file of a build stands."""
    return directory / f"warehouse-{build_id}.duckdb"


def facts_path(directory: Path, build_id: str) -> Path:
    """Where the facts of a build stand as Parquet, unless it was made of such itself."""
    return directory / f"facts-{build_id}"


def build_ids(directory: Path) -> list[str]:
    """The builds whose files are there, the newest first."""
    files = directory.glob("warehouse-*.duckdb")
    return sorted((file.stem.removeprefix("warehouse-") for file in files), reverse=True)


def pointer(directory: Path) -> str | None:
    """What CURRENT says, as far as it can be a build; None where there is no such file."""
    try:
        said = (directory / POINTER).read_bytes().decode("utf-8", "replace").strip()
    except FileNotFoundError:
        return None
    return said if _NAME.fullmatch(said) else ""


def current_build_id(directory: Path) -> str | None:
    """The build that CURRENT names, or None where nothing is built or its file is gone."""
    build_id = pointer(directory)
    return build_id if build_id and build_path(directory, build_id).exists() else None


def put_in_place(directory: Path, build_id: str) -> None:
    """Point CURRENT at a build: who looks meanwhile sees the old one or the new one."""
    fresh = directory / f"{POINTER}.new"
    with fresh.open("w", encoding="utf-8") as stream:
        stream.write(build_id)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(directory / POINTER)


def drop_old_builds(directory: Path, kept: int) -> None:
    """Keep the newest few beside the one in place, with their facts; an open one may stay."""
    current = current_build_id(directory)
    others = [build_id for build_id in build_ids(directory) if build_id != current]
    for build_id in others[kept:]:
        with suppress(OSError):
            build_path(directory, build_id).unlink()
    _drop_stray_facts(directory)


def _drop_stray_facts(directory: Path) -> None:
    """Remove facts of which there is no build, or not yet."""
    for facts in directory.glob("facts-*"):
        if not build_path(directory, facts.name.removeprefix("facts-")).exists():
            shutil.rmtree(facts, ignore_errors=True)


def drop_unfinished(directory: Path) -> None:
    """Remove what builds that were killed have left. No other may be building there."""
    for file in _unfinished(directory):
        with suppress(OSError):
            file.unlink()
    _drop_stray_facts(directory)


def _unfinished(directory: Path) -> Iterator[Path]:
    yield from directory.glob("warehouse-*.part*")
    yield from directory.glob("warehouse-*.duckdb.wal")
    yield from (directory / "spill").glob("duckdb_temp*")
