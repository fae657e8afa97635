"""From paths to a published warehouse: find files, read what is new, publish what was read."""

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from annual_reports.demo import write_demo
from annual_reports.errors import AnnualReportsError, UnreadableFile
from annual_reports.parallel import Mapper, Processes
from annual_reports.placing import idle_chunks, place_readings
from annual_reports.reading import Outcome, read_all
from annual_reports.recipe import Recipe
from annual_reports.registry import (
    AGENCIES,
    MANIFEST,
    UNPUBLISHED,
    Registry,
    read_agencies,
    read_registry,
)
from annual_reports.releasing import Terms, gate_for, release, switching
from annual_reports.sources import Source, find_sources
from annual_reports.store import FactStore
from annual_reports.warehouse import Build, Placement, current_build_id, publish
from annual_reports.warehouse.rulings import read_rulings

PROJECT: Final = Path(__file__).parent.parent
DATA: Final = PROJECT / "data"
BUILDS: Final = DATA / "build"
_LOG: Final = logging.getLogger(__name__)
_STORE: Final = "facts"

Progress = Callable[[Iterable[Outcome], int], Iterable[Outcome]]


def _plainly(outcomes: Iterable[Outcome], total: int) -> Iterable[Outcome]:
    return outcomes


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build took in and what it had to leave out.

    ``fresh`` counts the files that were read in this run, by the ending of their names.
    """

    build: Build
    refusals: tuple[UnreadableFile, ...]
    fresh: Mapping[str, int]


@dataclass(slots=True)
class _Gathered:
    rank: Mapping[Path, int]  # of several files with one reading the highest stands for it
    live: dict[str, Path] = field(default_factory=dict)
    refusals: list[UnreadableFile] = field(default_factory=list)
    fresh: Counter[str] = field(default_factory=Counter)

    def tell(self) -> None:
        """Write down what was read and refused."""
        files = len(self.live) + len(self.refusals)
        counts = {"files": files, "fresh": self.fresh.total(), "refused": len(self.refusals)}
        _LOG.info("build.read", extra=counts)

    def take(self, outcome: Outcome) -> None:
        if outcome.refusal:
            outcome.refusal.path = outcome.path
            self.refusals.append(outcome.refusal)
            told = {"path": outcome.path.as_posix(), "code": outcome.refusal.code}
            _LOG.warning("file.refused", extra=told)
        else:
            self.fresh[outcome.path.suffix.lower().lstrip(".")] += outcome.is_fresh
            known = self.live.get(outcome.key, outcome.path)
            self.live[outcome.key] = max(known, outcome.path, key=self.rank.__getitem__)


def build_warehouse(
    paths: Sequence[Path] = (),
    *,
    to: Path = BUILDS,
    with_demo: bool = True,
    progress: Progress = _plainly,
    mapper: Mapper = Processes(),  # noqa: B008 immutable
    terms: Terms = Terms(),  # noqa: B008 immutable
) -> BuildResult:
    """Read every report under ``paths`` (the shipped ones when none is given) and publish them.

    The reports that were imported are always among them, each as the latest revision of its
    report. A file that cannot be read is named among the refusals and harms no other. What was
    read before is not read again; what is new, ``mapper`` reads. Raises AnnualReportsError when
    nothing at all could be read, a registry file or correction is faulty, another build goes on
    for too long, or the disk does not take it; RefusedBuild where the build fails its checks.
    The old build then stays.
    """
    recipe = Recipe.of(paths, with_demo=with_demo)
    with switching(to, terms.wait):
        result = _build(paths, to, recipe, progress, mapper, terms)
        recipe.write(to)
    return result


def rebuild_warehouse(
    to: Path,
    *,
    progress: Progress = _plainly,
    terms: Terms = Terms(),  # noqa: B008 immutable
) -> BuildResult:
    """Build again what was built there last; where nothing was built, the shipped data.

    Raises like a build, and where it is not known what the build there was made from, or that
    was facts without the reports.
    """
    if current_build_id(to) and not Recipe.is_kept(to):
        raise AnnualReportsError("recipe-missing", file=to.as_posix())
    recipe = Recipe.read(to)
    if recipe.facts:
        raise AnnualReportsError("built-of-facts", file=recipe.facts.as_posix())
    return build_warehouse(
        recipe.paths, to=to, with_demo=recipe.with_demo, progress=progress, terms=terms
    )


def _build(
    paths: Sequence[Path],
    to: Path,
    recipe: Recipe,
    progress: Progress,
    mapper: Mapper,
    terms: Terms,
) -> BuildResult:
    imports = imports_in(to)
    registry = registry_for(paths, with_demo=recipe.with_demo, imports=imports)
    places = [*(paths or [DATA / "reports"]), *([_demo(to)] if recipe.with_demo else [])]
    places += [imports] if imports.exists() else []
    store = FactStore(to / _STORE)
    gathered = _gather(list(find_sources(places)), registry, store, progress, mapper, imports)
    gathered.tell()
    if not gathered.live:
        named = ", ".join(path.as_posix() for path in places)
        raise AnnualReportsError("nothing-to-build", file=named)
    readings = store.known()
    placed = place_readings(store, readings, gathered.live, registry)
    placements = [_with_precedence(one, imports) for one in placed]
    known = _known_here(registry, paths, placements)
    beside = list(dict.fromkeys(_folders(paths))) if paths else [DATA]
    rulings = read_rulings(beside)
    told = [*beside, *([DATA / "demo"] if recipe.with_demo else [])]
    gate = gate_for(to, imports, recipe, terms, DATA, told)
    build = release(
        to,
        terms.who,
        lambda: publish(
            to, known, store.files(), placements, gathered.refusals, rulings, gate=gate
        ),
    )
    store.drop_unfinished()
    store.drop(idle_chunks(readings, (placed.key for placed in placements)))
    return BuildResult(build, tuple(gathered.refusals), gathered.fresh)


def imports_in(builds: Path) -> Path:
    """The folder of the reports that were imported into the warehouse there."""
    return builds / "imports"


def _with_precedence(placed: Placement, imports: Path) -> Placement:
    """An imported report is later than those of any folder, and than those imported before it."""
    if not _is_within(imports, Path(placed.path)):
        return placed
    return placed._replace(precedence=placed.place + 1)


def _is_within(folder: Path, path: Path) -> bool:
    return path.absolute().is_relative_to(folder.absolute())


def _gather(
    sources: Sequence[Source],
    registry: Registry,
    store: FactStore,
    progress: Progress,
    mapper: Mapper,
    imports: Path,
) -> _Gathered:
    order = {source.path: place for place, source in enumerate(sources)}
    imported = {path for path in order if _is_within(imports, path)}
    gathered = _Gathered({path: at if path in imported else -at for path, at in order.items()})
    for outcome in progress(read_all(sources, registry, store, mapper), len(sources)):
        gathered.take(outcome)
    in_order = sorted(gathered.live.items(), key=lambda item: order[item[1]])
    gathered.live = dict(in_order)
    return gathered


def registry_for(
    paths: Sequence[Path] = (), *, with_demo: bool = False, imports: Path | None = None
) -> Registry:
    """The shipped registry, with the registry files of the given folders added."""
    added = [*([DATA / "demo"] if with_demo else []), *_folders(paths)]
    folders = dict.fromkeys([DATA, *added, *([imports] if imports else [])])
    names = (AGENCIES, MANIFEST, UNPUBLISHED)
    return read_registry(*([folder / name for folder in folders] for name in names))


def registry_of(builds: Path) -> Registry:
    """The registry by which the warehouse there is built."""
    recipe = Recipe.read(builds)
    return registry_for(recipe.paths, with_demo=recipe.with_demo, imports=imports_in(builds))


def _folders(paths: Iterable[Path]) -> list[Path]:
    return [(path if path.is_dir() else path.parent).resolve() for path in paths]


def _known_here(
    registry: Registry, paths: Sequence[Path], placements: Iterable[Placement]
) -> Registry:
    """The registry of a build of own files: shipped agencies without a report are not expected."""
    if not paths:
        return registry
    own = {agency.agency_id for at in _folders(paths) for agency in read_agencies(at / AGENCIES)}
    kept = own | {placed.agency_id for placed in placements}
    shipped = {agency.agency_id for agency in read_agencies(DATA / AGENCIES)} - kept
    known = (agency for agency in registry.agencies if agency.agency_id not in shipped)
    return replace(registry, agencies=tuple(known))


def _demo(to: Path) -> Path:
    """Write the fictional city's reports anew; they are not kept in the repository."""
    target = to / "demo"
    made_of = (AGENCIES, "flaws.csv", "revisions.csv")
    write_demo(target, *(DATA / "demo" / name for name in made_of))
    return target
