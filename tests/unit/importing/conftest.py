"""Two real reports in a build of their own."""

from pathlib import Path

import pytest

from tests.unit.importing.uploads import Tree, two_reports


@pytest.fixture
def builds(tmp_path: Path) -> Path:
    """A build of 平潭 2019 and 2020."""
    return two_reports(tmp_path)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Lists every file of the test's folder."""
    return lambda: {path for path in tmp_path.rglob("*") if path.is_file()}
