"""Uploads made from shipped reports, looked at, checked and kept."""

from collections.abc import Callable, Iterable
from pathlib import Path
from shutil import copy

from annual_reports.importing import Arrival, Checked, Claim, Looked, Upload, check, look
from annual_reports.importing import unfold_uploads as unfold
from annual_reports.parallel import Processes
from annual_reports.pipeline import DATA, build_warehouse, registry_of
from annual_reports.reading import Outcome
from annual_reports.warehouse import open_warehouse

REPORTS = DATA / "reports"
Tree = Callable[[], set[Path]]


def two_reports(folder: Path) -> Path:
    """A build of 平潭 2019 and 2020, from files beside it."""
    source = folder / "reports"
    source.mkdir()
    for year in (2019, 2020):
        copy(REPORTS / f"pingtan-{year}.html", source)
    build_warehouse([source], to=folder / "build", with_demo=False, mapper=Processes(1))
    return folder / "build"


def upload(name: str, *changes: tuple[str, str], as_name: str = "") -> Upload:
    """A shipped report with some of its text replaced."""
    text = (REPORTS / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Upload(as_name or name, text.encode())


def looked(*uploads: Upload) -> list[Looked]:
    """What the uploads say."""
    return list(look(unfold(uploads)))


def checks(builds: Path, *uploads: Upload) -> list[Checked]:
    """The uploads checked beside what the build holds."""
    looks = looked(*uploads)
    found = check(looks, {}, registry_of(builds), open_warehouse(builds))
    return [found[item.item.sha256] for item in looks]


def arrival(builds: Path, one: Upload, **said: object) -> Arrival:
    """An upload as 平潭's, ready to be kept."""
    agency = registry_of(builds).agency("pingtan")
    (item,) = unfold([one])
    return Arrival(item.name, item.data, Claim(agency, **said))  # type: ignore[arg-type]


def plainly(outcomes: Iterable[Outcome], total: int) -> Iterable[Outcome]:
    return outcomes


def revisions(builds: Path) -> list[tuple[str, bool, int]]:
    """The reports of the build: id, whether it is current, and year."""
    held = open_warehouse(builds).connection
    rows = held.execute("SELECT report_id, is_current, year FROM reports ORDER BY report_id")
    return rows.fetchall()
