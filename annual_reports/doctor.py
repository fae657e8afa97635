"""Looks at everything the program needs on this machine and says what to do."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import Final, NamedTuple

from packaging.requirements import Requirement

from annual_reports.audit import audit_log
from annual_reports.errors import AnnualReportsError
from annual_reports.pipeline import BUILDS, PROJECT
from annual_reports.verdicts import FILE as VERDICTS
from annual_reports.verdicts import VerdictLog
from annual_reports.warehouse import build_path, open_warehouse

_OLDEST_PYTHON: Final = (3, 11)
_ROOM: Final = 500_000_000  # bytes for what a build spills
_BUILDS_OF_ROOM: Final = 3  # sizes of the build in place
_TOOLS: Final = {"office": ("soffice", "libreoffice"), "browser": ("chromium", "google-chrome")}


class State(StrEnum):
    """How it stands with something; the words are ``doctor.<state>`` in i18n."""

    OK = "ok"
    WARNING = "warning"  # something optional is missing
    FAILURE = "failure"


class Finding(NamedTuple):
    """One thing looked at: ``doctor.<code>``, and where it is not well ``doctor.<code>.advice``."""

    code: str
    state: State
    found: str


def examine(builds: Path = BUILDS) -> Iterator[Finding]:
    """Everything in turn; nothing is changed but for files that are written and removed."""
    checks: tuple[Callable[[], Finding], ...] = (
        _python,
        _packages,
        lambda: _tool("office"),
        _fonts,
        lambda: _tool("browser"),
        lambda: _warehouse(builds),
        lambda: _logs(builds),
        lambda: _writable("folder", builds),
        lambda: _writable("temporary", Path(gettempdir())),
        lambda: _room(builds),
    )
    for check in checks:
        yield check()


def _python() -> Finding:
    is_new = sys.version_info >= _OLDEST_PYTHON
    return Finding("python", State.OK if is_new else State.FAILURE, sys.version.split()[0])


def _packages() -> Finding:
    """Whether what is pinned in requirements.txt is installed in those versions."""
    lines = (PROJECT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = [Requirement(line) for line in lines if line.strip() and line.lstrip()[0] not in "#-"]
    here = [one for one in pinned if one.marker is None or one.marker.evaluate()]
    off = [f"{one.name} {_installed(one.name)}" for one in here if not _is_met(one)]
    return Finding("packages", State.FAILURE if off else State.OK, ", ".join(off) or str(len(here)))


def _is_met(one: Requirement) -> bool:
    return one.specifier.contains(_installed(one.name), prereleases=True)


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "0"


def _tool(code: str) -> Finding:
    found = next(filter(None, map(shutil.which, _TOOLS[code])), None)
    return Finding(code, State.OK if found else State.WARNING, found or "—")


def _fonts() -> Finding:
    """Fonts for Chinese on this machine: for the PDF of a brief. Readers use their own."""
    asked = shutil.which("fc-list")
    if not asked:
        return Finding("fonts", State.OK if os.name == "nt" else State.WARNING, "fc-list: —")
    told = subprocess.run(  # noqa: S603 a fixed command
        [asked, ":lang=zh", "family"], capture_output=True, text=True, check=False
    )
    families = sorted(set(told.stdout.splitlines()))
    return Finding("fonts", State.OK if families else State.WARNING, "; ".join(families[:3]) or "—")


def _warehouse(builds: Path) -> Finding:
    try:
        held = open_warehouse(builds)
        held.ask("build_by_ending")
    except AnnualReportsError as error:
        return Finding("warehouse", State.FAILURE, f"{error.code}: {builds.as_posix()}")
    days = (datetime.now(UTC).replace(tzinfo=None) - held.built_at).days
    return Finding("warehouse", State.OK, f"{held.build_id} ({days} d)")


def _logs(builds: Path) -> Finding:
    try:
        VerdictLog(builds / VERDICTS).version()
        audit_log(builds).latest(1)
    except AnnualReportsError as error:
        return Finding("logs", State.FAILURE, str(error.facts.get("file")))
    return Finding("logs", State.OK, builds.as_posix())


def _nearest(folder: Path) -> Path:
    """The folder, or what is there of the way to it."""
    return next(at for at in (folder, *folder.absolute().parents) if at.exists())


def _writable(code: str, folder: Path) -> Finding:
    there = _nearest(folder)
    try:
        with TemporaryFile(dir=there) as stream:
            stream.write(b"0")
    except OSError as error:
        return Finding(code, State.FAILURE, f"{there.as_posix()} ({error.strerror})")
    return Finding(code, State.OK, there.as_posix())


def _room(builds: Path) -> Finding:
    free = shutil.disk_usage(_nearest(builds)).free
    try:
        size = build_path(builds, open_warehouse(builds).build_id).stat().st_size
    except AnnualReportsError:
        size = 0
    state = State.OK if free > _ROOM + _BUILDS_OF_ROOM * size else State.WARNING
    state = State.FAILURE if free < size else state
    return Finding("room", state, f"{free / 1e9:.1f} GB")
