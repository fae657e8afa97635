"""Two real reports in a build of their own."""

from pathlib import Path
from shutil import copy

import pytest

from annual_reports.pipeline import build_warehouse
from tests.unit.importing.uploads import REPORTS, Tree


@pytest.fixture
def builds(tmp_path: Path) -> Path:
    """A build of 平潭 2019 and 2020."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for year in (2019, 2020):
        copy(REPORTS / f"pingtan-{year}.html", folder)
    build_warehouse([folder], to=tmp_path / "build", with_demo=False, workers=1)
    return tmp_path / "build"


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Lists every file of the test's folder."""
    return lambda: {path for path in tmp_path.rglob("*") if path.is_file()}
