from pathlib import Path

import pytest

from annual_reports.demo import Planted, read_flaws
from annual_reports.demo.documents import demo_documents
from annual_reports.demo.edits import DOCUMENT, PAGE
from annual_reports.demo.figures import AgencyYear, city_figures
from annual_reports.export import OfficialReport
from annual_reports.registry import Agency, read_registry

DEMO = Path(__file__).parents[3] / "data" / "demo"


@pytest.fixture(scope="session")
def agencies_csv() -> Path:
    return DEMO / "agencies.csv"


@pytest.fixture(scope="session")
def flaws_csv() -> Path:
    return DEMO / "flaws.csv"


@pytest.fixture(scope="session")
def agencies(agencies_csv: Path) -> tuple[Agency, ...]:
    return read_registry([agencies_csv], []).agencies


@pytest.fixture(scope="session")
def planted(flaws_csv: Path) -> tuple[Planted, ...]:
    return read_flaws(flaws_csv)


@pytest.fixture(scope="session")
def rewritten(planted: tuple[Planted, ...]) -> set[tuple[str, int]]:
    """The reports whose prose or page bears a planted flaw."""
    return {
        (flaw.agency_id, flaw.year)
        for flaw in planted
        if any(edit.stage in (DOCUMENT, PAGE) and edit.verb != "published" for edit in flaw.edits)
    }


@pytest.fixture(scope="session")
def known(agencies: tuple[Agency, ...]) -> dict[tuple[str, int], AgencyYear]:
    return city_figures(agencies)


@pytest.fixture(scope="session")
def documents(
    known: dict[tuple[str, int], AgencyYear], planted: tuple[Planted, ...]
) -> dict[tuple[str, int], OfficialReport]:
    return demo_documents(known, planted)
