"""The builds that are kept, and going back to one of them."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from annual_reports.errors import AnnualReportsError, MissingWarehouse
from annual_reports.warehouse.builds import (
    build_ids,
    build_path,
    current_build_id,
    put_in_place,
)
from annual_reports.warehouse.read import open_build


class State(StrEnum):
    """Whether a build can be put in place; the words are ``build-state.<state>`` in i18n."""

    CURRENT = "current"
    USABLE = "usable"
    UNUSABLE = "unusable"  # damaged, or made by another version of the program


class KeptBuild(NamedTuple):
    """A build there; when it was made (UTC) is known of one that can be opened."""

    build_id: str
    built_at: datetime | None
    megabytes: float
    state: State


def kept_builds(directory: Path) -> list[KeptBuild]:
    """The builds whose files are there, the newest first."""
    current = current_build_id(directory)
    return [_kept(directory, build_id, current) for build_id in build_ids(directory)]


def _kept(directory: Path, build_id: str, current: str | None) -> KeptBuild:
    size = build_path(directory, build_id).stat().st_size / 1e6
    try:
        built_at = open_build(directory, build_id).built_at
    except MissingWarehouse:
        return KeptBuild(build_id, None, size, State.UNUSABLE)
    state = State.CURRENT if build_id == current else State.USABLE
    return KeptBuild(build_id, built_at, size, state)


def roll_back(directory: Path, build_id: str | None = None) -> str:
    """Put an older build in place: the one named, else the newest usable one before the current.

    Dashboards follow with their next rerun. Raises AnnualReportsError where there is no such
    build or it cannot be used; then nothing is changed. No other may build there meanwhile.
    """
    chosen = build_id or _before_current(directory)
    if chosen not in build_ids(directory):
        raise AnnualReportsError("no-such-build", file=directory.as_posix(), found=chosen or "—")
    open_build(directory, chosen)
    put_in_place(directory, chosen)
    return chosen


def _before_current(directory: Path) -> str | None:
    current = current_build_id(directory)
    for build in kept_builds(directory):
        if build.state is State.USABLE and (current is None or build.build_id < current):
            return build.build_id
    return None
