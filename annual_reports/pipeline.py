"""From paths to a published warehouse: find files, read each for itself, publish what was read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from annual_reports.demo import write_demo
from annual_reports.errors import AnnualReportsError, UnreadableFile
from annual_reports.extract import extract_report
from annual_reports.facts import Report
from annual_reports.registry import Registry, read_agencies, read_registry
from annual_reports.warehouse import Build, publish

PROJECT: Final = Path(__file__).parent.parent
DATA: Final = PROJECT / "data"
BUILDS: Final = DATA / "build"
_AGENCIES: Final = "agencies.csv"
_MANIFEST: Final = "manifest.csv"

Progress = Callable[[Sequence[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build took in and what it had to leave out."""

    build: Build
    reports: tuple[Report, ...]
    refusals: tuple[UnreadableFile, ...]


def build_warehouse(
    paths: Sequence[Path] = (),
    *,
    to: Path = BUILDS,
    with_demo: bool = True,
    progress: Progress = iter,
) -> BuildResult:
    """Read every report under ``paths`` (the shipped ones when none is given) and publish them.

    A file that cannot be read is named among the refusals and harms no other. Raises
    AnnualReportsError when nothing at all could be read or a registry file is faulty.
    """
    registry = registry_for(paths, with_demo=with_demo)
    places = [*(paths or [DATA / "reports"]), *([_demo(to)] if with_demo else [])]
    files = list(find_files(places))
    reports, refusals = read_files(progress(files), registry)
    if not reports:
        named = ", ".join(path.as_posix() for path in places)
        raise AnnualReportsError("nothing-to-build", file=named)
    build = publish(to, _known_here(registry, paths, reports), reports, refusals)
    return BuildResult(build, tuple(reports), tuple(refusals))


def registry_for(paths: Sequence[Path] = (), *, with_demo: bool = False) -> Registry:
    """The shipped registry, with agencies.csv and manifest.csv of the given folders added."""
    demo = [DATA / "demo"] if with_demo else []
    folders = dict.fromkeys([DATA, *demo, *_folders(paths)])
    return read_registry(
        [folder / _AGENCIES for folder in folders], [folder / _MANIFEST for folder in folders]
    )


def _folders(paths: Iterable[Path]) -> list[Path]:
    return [(path if path.is_dir() else path.parent).resolve() for path in paths]


def _known_here(registry: Registry, paths: Sequence[Path], reports: Sequence[Report]) -> Registry:
    """The registry of a build of own files: shipped agencies without a report are not expected."""
    if not paths:
        return registry
    own = {agency.agency_id for at in _folders(paths) for agency in read_agencies(at / _AGENCIES)}
    kept = own | {report.identity.agency_id for report in reports}
    shipped = {agency.agency_id for agency in read_agencies(DATA / _AGENCIES)} - kept
    known = (agency for agency in registry.agencies if agency.agency_id not in shipped)
    return replace(registry, agencies=tuple(known))


def find_files(places: Iterable[Path]) -> Iterator[Path]:
    """The files to read, each once, in a steady order; hidden files and the registry are none."""
    seen: set[Path] = set()
    for place in places:
        found = sorted(path for path in place.rglob("*") if path.is_file())
        for path in found if place.is_dir() else [place]:
            is_hidden = any(part.startswith(".") for part in path.relative_to(place).parts)
            if path.resolve() not in seen and path.name not in {_AGENCIES, _MANIFEST}:
                seen.add(path.resolve())
                if not is_hidden:
                    yield _as_seen_from_here(path)


def _as_seen_from_here(path: Path) -> Path:
    """The path as a user would type it: short below the working folder."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def read_files(
    files: Iterable[Path], registry: Registry
) -> tuple[list[Report], list[UnreadableFile]]:
    """Read each file for itself; what cannot be read is returned, not raised."""
    reports: list[Report] = []
    refusals: list[UnreadableFile] = []
    for path in files:
        try:
            reports.append(extract_report(path, registry))
        except UnreadableFile as refusal:
            refusals.append(refusal)
    return reports, refusals


def _demo(to: Path) -> Path:
    """Write the fictional city's reports anew; they are not kept in the repository."""
    target = to / "demo"
    write_demo(target, DATA / "demo" / _AGENCIES, DATA / "demo" / "flaws.csv")
    return target
