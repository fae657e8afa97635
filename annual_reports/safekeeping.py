"""Saves what cannot be made again as one ZIP with checksums, and brings it back.

Beside the builds: verdicts, the log of acts, imported reports, and what the warehouse was built
from. From the folders of reports: registry, corrections, attention lines, expected counts, limits.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from annual_reports import audit, recipe, verdicts
from annual_reports.errors import AnnualReportsError
from annual_reports.ledger import PATIENCE
from annual_reports.pipeline import DATA, imports_in
from annual_reports.registry import AGENCIES, MANIFEST, UNPUBLISHED
from annual_reports.releasing import switching
from annual_reports.warehouse.limits import EXPECTED, LIMITS
from annual_reports.warehouse.rulings import FILES as RULINGS

_CONTENTS: Final = "contents.json"
_VERSION: Final = 1
_DATABASES: Final = (verdicts.FILE, audit.FILE)
_LAID_DOWN: Final = (AGENCIES, MANIFEST, UNPUBLISHED, *RULINGS, EXPECTED, LIMITS)
_BUILDS: Final = "builds"


class Restored(NamedTuple):
    """Files that were brought back, and those that gave way to them, under their new names."""

    files: tuple[Path, ...]
    set_aside: tuple[Path, ...]


def back_up(builds: Path, target: Path) -> int:
    """Write the archive; how many files it holds.

    Raises AnnualReportsError where ``target`` is there already or cannot be written, or
    something is being built.
    """
    if target.exists():
        raise AnnualReportsError("backup-exists", file=target.as_posix())
    unfinished = target.with_name(f"{target.name}.part")
    with TemporaryDirectory() as held, switching(builds):
        try:
            count = _pack(unfinished, dict(_found(builds, Path(held))))
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    return count


def _pack(target: Path, files: Mapping[str, tuple[Path, Path]]) -> int:
    """Write the files under their names, last of all the list of them with their checksums."""
    told = {}
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, (file, _) in files.items():
            data = file.read_bytes()
            archive.writestr(name, data)
            told[name] = sha256(data).hexdigest()
        origins = {name.split("/")[0]: str(home) for name, (_, home) in files.items()}
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        contents = {"version": _VERSION, "made_at": made_at, "folders": origins, "files": told}
        archive.writestr(_CONTENTS, json.dumps(contents, ensure_ascii=False, indent=1))
    return len(told)


def _found(builds: Path, held: Path) -> Iterator[tuple[str, tuple[Path, Path]]]:
    """By its name in the archive each file and the folder it belongs to."""
    for name in filter(lambda name: (builds / name).exists(), _DATABASES):
        _copy_database(builds / name, held / name)
        yield f"{_BUILDS}/{name}", (held / name, builds)
    others = [builds / recipe.FILE, *sorted(imports_in(builds).rglob("*"))]
    for file in (one for one in others if one.is_file() and one.name != ".lock"):
        yield f"{_BUILDS}/{file.relative_to(builds).as_posix()}", (file, builds)
    for place, folder in enumerate(_folders(builds)):
        for name in (name for name in _LAID_DOWN if (folder / name).is_file()):
            yield f"folder-{place}/{name}", (folder / name, folder)


def _folders(builds: Path) -> list[Path]:
    """The folders of reports that the warehouse is built from, the shipped one first."""
    paths = recipe.Recipe.read(builds).paths
    return list(dict.fromkeys([DATA, *(at if at.is_dir() else at.parent for at in paths)]))


def _copy_database(source: Path, target: Path) -> None:
    """The very bytes, while nobody else may write."""
    try:
        with closing(sqlite3.connect(source, timeout=PATIENCE, isolation_level=None)) as con:
            con.execute("BEGIN IMMEDIATE")
            shutil.copyfile(source, target)
    except sqlite3.Error as error:
        raise AnnualReportsError(
            "file-unreadable", file=source.as_posix(), found=str(error)
        ) from error


def restore(archive: Path, builds: Path, *, replaces: bool = False) -> Restored:
    """Bring everything back to where it was; what belongs beside the builds goes to ``builds``.

    A file that is there and differs stops it, unless ``replaces``: then the old one is set
    aside beside it. Raises AnnualReportsError, before anything is changed, for an archive that
    is damaged, and where a file is in the way.
    """
    with TemporaryDirectory(dir=_made(builds)) as held, switching(builds):
        contents = _unpack(archive, Path(held))
        homes = _homes(contents["folders"], builds)
        moves = [(Path(held) / name, _home(homes, name)) for name in contents["files"]]
        fresh = [(new, old) for new, old in moves if not _is_same(new, old)]
        in_the_way = [old for _, old in fresh if old.exists()]
        if in_the_way and not replaces:
            named = ", ".join(file.as_posix() for file in in_the_way[:5])
            raise AnnualReportsError("restore-in-the-way", file=named, found=len(in_the_way))
        return _put(fresh)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _unpack(archive: Path, target: Path) -> Mapping[str, Any]:
    """Take the archive apart below ``target`` if every file is as it was saved."""
    try:
        with ZipFile(archive) as held:
            contents = json.loads(held.read(_CONTENTS))
            files, names = contents["files"], set(held.namelist()) - {_CONTENTS}
            if contents["version"] != _VERSION or names != set(files):
                raise _damaged(archive, f"{len(names)} / {len(files)}")
            for name, digest in files.items():
                data = held.read(name)
                if not _is_safe(name) or sha256(data).hexdigest() != digest:
                    raise _damaged(archive, name)
                place = target / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
            return dict(contents)
    except (BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError) as error:
        raise _damaged(archive, str(error)) from error
    except OSError as error:
        found = error.strerror or str(error)
        raise AnnualReportsError("file-unreadable", file=archive.name, found=found) from error


def _damaged(archive: Path, found: str) -> AnnualReportsError:
    return AnnualReportsError("backup-damaged", file=archive.name, found=found)


def _is_safe(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return len(parts) > 1 and not {"..", "/"} & set(parts) and "\\" not in name and ":" not in name


def _homes(folders: Mapping[str, str], builds: Path) -> Mapping[str, Path]:
    """Where each folder of the archive belongs: the shipped data is always that of this program."""
    return {name: Path(home) for name, home in folders.items()} | {
        _BUILDS: builds, "folder-0": DATA,
    }  # fmt: skip


def _home(homes: Mapping[str, Path], name: str) -> Path:
    folder, rest = name.split("/", 1)
    return homes[folder] / rest


def _is_same(new: Path, old: Path) -> bool:
    return old.is_file() and old.read_bytes() == new.read_bytes()


def _put(moves: list[tuple[Path, Path]]) -> Restored:
    aside = []
    stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
    for new, old in moves:
        old.parent.mkdir(parents=True, exist_ok=True)
        if old.exists():
            aside.append(old.rename(old.with_name(f".{old.name}.before-{stamp}")))
        shutil.move(new, old)
    return Restored(tuple(old for _, old in moves), tuple(aside))
