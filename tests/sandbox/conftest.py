"""Statements put to the sandbox as its own process runs them, many to a process to save time."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from annual_reports.errors import RefusedStatement
from annual_reports.parallel import Failure, run_each
from annual_reports.pipeline import BuildResult
from annual_reports.sandbox import SECONDS, Answer, Task, work

Outcome = Answer | RefusedStatement | Failure
Put = Callable[[Iterable[str]], dict[str, Outcome]]
SELECTION: dict[str, Any] = {
    "is_demo": True, "region": None, "kinds": None, "agencies": None,
    "year_from": 2016, "year_to": 2025,
}  # fmt: skip


def statements(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


def rows(outcome: Outcome) -> list[dict[str, Any]]:
    assert isinstance(outcome, Answer), outcome
    found: list[dict[str, Any]] = pa.ipc.open_stream(outcome.stream).read_all().to_pylist()
    return found


@pytest.fixture(scope="session")
def put(shipped: tuple[Path, BuildResult]) -> Put:
    """What becomes of statements over the shipped data."""
    database = str(shipped[1].build.path)

    def all_of(texts: Iterable[str]) -> dict[str, Outcome]:
        tasks = [Task(text, database, SELECTION) for text in texts]
        workers = min(2, len(tasks))
        answered = run_each(work, tasks, workers=workers, seconds=SECONDS + 10)
        return {task.sql: outcome for task, outcome in answered}

    return all_of
