"""Warehouses that many tests look at, built once a session through the real pipeline."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import settings

from annual_reports.pipeline import DATA, BuildResult, build_warehouse
from tests.fuzz.summary import write_summary
from tests.support import RULE_TABLE

# Hypothesis without a deadline: shared machines pause at will.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was fuzzed, and what is planted in the demo and was found, by rule."""
    write_summary(terminalreporter)
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for line in dict(report.user_properties).get(RULE_TABLE, ()):
                terminalreporter.write_line(str(line))


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildResult]:
    """The shipped data: real reports and the demo."""
    to = tmp_path_factory.mktemp("shipped")
    return to, build_warehouse(to=to)


@pytest.fixture(scope="session")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One real report and nothing else."""
    to = tmp_path_factory.mktemp("single")
    build_warehouse([DATA / "reports" / "yandu-coop-2019.html"], to=to, with_demo=False)
    return to


@pytest.fixture
def _clean_caches() -> Iterator[None]:
    """Streamlit's caches outlive a test's session."""
    st.cache_data.clear()
    st.cache_resource.clear()
    yield
    st.cache_data.clear()
    st.cache_resource.clear()
