"""Where reports come from: files, folders, patterns and ZIP archives, each report a Source."""

import glob
import lzma
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from annual_reports.errors import UnreadableFile
from annual_reports.extract import read_bytes
from annual_reports.extract.readers.limits import MAX_FILE, check_bytes
from annual_reports.registry import AGENCIES, MANIFEST, UNPUBLISHED

NOT_REPORTS: Final = frozenset(
    {AGENCIES, MANIFEST, UNPUBLISHED, "corrections.toml", "attention.toml"}
)
_ARCHIVE: Final = ".zip"
_UTF8_NAMES: Final = 0x800
_BROKEN: Final = (BadZipFile, OSError, ValueError, NotImplementedError)
_DAMAGED: Final = (*_BROKEN, EOFError, KeyError, zlib.error, lzma.LZMAError)


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
        _, members = _archive(path)
    except _BROKEN:
        yield Source(path)  # reading it says what is wrong with it
        return
    for name in _reports_among(members):
        yield Source(_shown(path, name), path, name)


def _reports_among(names: Iterable[str]) -> Iterator[str]:
    """The names that may be reports, in order: hidden files and the registry are none."""
    for name in sorted(names):
        parts = PurePosixPath(name).parts
        hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
        if not hidden and parts and parts[-1] not in NOT_REPORTS:
            yield name


def _shown(archive: Path, member: str) -> Path:
    return archive.joinpath(*(part for part in PurePosixPath(member).parts if part != "/"))


def source_at(path: Path) -> Source:
    """The source that a user is shown under that path, in an archive or not.

    Raises UnreadableFile where there is none.
    """
    archive = next((parent for parent in path.parents if parent.is_file()), None)
    inside = (source for source in _in_file(archive) if source.path == path) if archive else ()
    found = Source(path) if path.is_file() else next(iter(inside), None)
    if found is None:
        raise UnreadableFile("file-gone", file=path.as_posix())
    return found


def read_source(source: Source) -> bytes:
    """The bytes of the report; raises UnreadableFile with the reason."""
    if source.archive is None:
        return read_bytes(source.path)
    with _said_plainly(source.path):
        package, members = _archive(source.archive)
        return _unpacked(source.path, package, members[source.member])


def unfold(path: Path, data: bytes) -> Iterator[tuple[Path, bytes | UnreadableFile]]:
    """The files that these bytes are: those in the ZIP archive, if it is one, else themselves.

    One at a time and never on disk; what cannot be unpacked comes with the reason.
    """
    try:
        package = ZipFile(BytesIO(data)) if path.suffix.lower() == _ARCHIVE else None
    except _BROKEN:
        package = None
    if package is None:
        yield path, data
        return
    members = _files_of(package)
    for name in _reports_among(members):
        shown = _shown(path, name)
        try:
            with _said_plainly(shown):
                held = _unpacked(shown, package, members[name])
        except UnreadableFile as refusal:
            yield shown, refusal
        else:
            yield shown, held


def _unpacked(path: Path, package: ZipFile, info: ZipInfo) -> bytes:
    check_bytes(path, info.file_size)
    with package.open(info) as stream:
        data = stream.read(MAX_FILE + 1)  # the directory may state less than there is
    check_bytes(path, len(data))
    return data


@contextmanager
def _said_plainly(path: Path) -> Iterator[None]:
    """What is wrong with an archive as an error for users."""
    try:
        yield
    except RuntimeError as error:  # zipfile's way to ask for a password
        raise UnreadableFile("encrypted-file", file=path.as_posix(), found="ZIP") from error
    except _DAMAGED as error:
        reason = f"ZIP: {error}"
        raise UnreadableFile("file-unreadable", file=path.name, found=reason) from error


def _archive(path: Path) -> tuple[ZipFile, dict[str, ZipInfo]]:
    """The archive and its files by name, opened anew when the file has changed."""
    stat = path.stat()
    return _opened(path, (stat.st_mtime_ns, stat.st_size))


@lru_cache(maxsize=4)
def _opened(path: Path, state: tuple[int, int]) -> tuple[ZipFile, dict[str, ZipInfo]]:
    del state  # part of the cache key only
    package = ZipFile(path)
    return package, _files_of(package)


def _files_of(package: ZipFile) -> dict[str, ZipInfo]:
    """The files of the archive by name."""
    return {_name(info): info for info in package.infolist() if not info.is_dir()}


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
