"""Where reports come from: files, folders, patterns and ZIP archives, each report a Source."""

import glob
import lzma
import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from annual_reports.errors import UnreadableFile
from annual_reports.extract import read_bytes
from annual_reports.extract.readers.limits import MAX_FILE, check_bytes

NOT_REPORTS: Final = frozenset({"agencies.csv", "manifest.csv", "corrections.toml"})
_ARCHIVE: Final = ".zip"
_UTF8_NAMES: Final = 0x800
_DAMAGED: Final = (
    BadZipFile,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
)


class Source(NamedTuple):
    """One file to read; ``archive`` is the ZIP that holds it as ``member``, if any.

    ``path`` is what a user is shown: for a member, the archive's path and the name in it.
    """

    path: Path
    archive: Path | None = None
    member: str = ""


def find_sources(places: Iterable[Path]) -> Iterator[Source]:
    """The files to read, each once, in a steady order; hidden files and the registry are none.

    A place is a file, a folder, a ZIP archive or a pattern with ``*``.
    """
    seen: set[Path] = set()
    for place in places:
        for path in _files(place):
            if path.resolve() not in seen and path.name not in NOT_REPORTS:
                seen.add(path.resolve())
                yield from _in_file(_as_seen_from_here(path))


def _files(place: Path) -> Iterator[Path]:
    if place.is_dir():
        found = sorted(path for path in place.rglob("*") if path.is_file())
        hidden = (any(p.startswith(".") for p in path.relative_to(place).parts) for path in found)
        yield from (path for path, is_hidden in zip(found, hidden, strict=True) if not is_hidden)
    elif not place.exists() and glob.has_magic(str(place)):
        names = glob.iglob(str(place), recursive=True)  # noqa: PTH207 Path.glob takes no absolute one
        yield from (path for path in map(Path, sorted(names)) if path.is_file())
    else:
        yield place


def _as_seen_from_here(path: Path) -> Path:
    """The path as a user would type it: short below the working folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _in_file(path: Path) -> Iterator[Source]:
    if path.suffix.lower() != _ARCHIVE or not path.is_file():
        yield Source(path)
        return
    try:
        members = _members(path)
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        yield Source(path)  # reading it says what is wrong with it
        return
    for name in sorted(members):
        parts = PurePosixPath(name).parts
        hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
        if not hidden and parts and parts[-1] not in NOT_REPORTS:
            yield Source(path.joinpath(*(part for part in parts if part != "/")), path, name)


def read_source(source: Source) -> bytes:
    """The bytes of the report; raises UnreadableFile with the reason."""
    if source.archive is None:
        return read_bytes(source.path)
    try:
        package, info = _archive(source.archive), _members(source.archive)[source.member]
        check_bytes(source.path, info.file_size)
        with package.open(info) as stream:
            data = stream.read(MAX_FILE + 1)  # the directory may state less than there is
    except RuntimeError as error:  # zipfile's way to ask for a password
        raise UnreadableFile("encrypted-file", file=source.path.as_posix(), found="ZIP") from error
    except _DAMAGED as error:
        reason = f"ZIP: {error}"
        raise UnreadableFile("file-unreadable", file=source.path.name, found=reason) from error
    check_bytes(source.path, len(data))
    return data


@lru_cache(maxsize=4)
def _archive(path: Path) -> ZipFile:
    return ZipFile(path)


@lru_cache(maxsize=4)
def _members(path: Path) -> dict[str, ZipInfo]:
    """The files of the archive by name."""
    return {_name(info): info for info in _archive(path).infolist() if not info.is_dir()}


def _name(info: ZipInfo) -> str:
    """The name as written: archives made on Chinese Windows keep it in GBK, unmarked."""
    if info.flag_bits & _UTF8_NAMES:
        return info.filename
    raw = info.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename
