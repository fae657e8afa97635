"""Statements meant to get out: none may read, write, tell of the machine or outlast its limit."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import gettempdir

import pytest

from annual_reports.errors import RefusedStatement
from annual_reports.i18n import LANGS
from annual_reports.parallel import Failure
from annual_reports.pipeline import BuildResult
from annual_reports.sandbox import ROWS, SECONDS, Answer
from tests.sandbox.conftest import Outcome, Put, rows, statements

HOSTILE = statements("hostile.txt")
HEAVY = statements("heavy.txt")
Shipped = tuple[Path, BuildResult]


def state_of(folder: Path) -> Mapping[str, str]:
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def outcomes(put: Put, shipped: Shipped) -> Mapping[str, Outcome]:
    before = state_of(shipped[0])
    found = put(HOSTILE)
    assert state_of(shipped[0]) == before
    return found


def words(outcome: Outcome) -> str:
    """All that comes back of an outcome."""
    if isinstance(outcome, RefusedStatement):
        parts = (outcome.title, outcome.message, outcome.advice)
        return "\n".join(part(lang) for lang in LANGS for part in parts)
    return str(rows(outcome))


def test_there_are_enough_of_them() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 250


@pytest.mark.parametrize("statement", HOSTILE)
def test_a_hostile_statement_is_refused_in_plain_words(
    outcomes: Mapping[str, Outcome], shipped: Shipped, statement: str
) -> None:
    outcome = outcomes[statement]
    assert isinstance(outcome, RefusedStatement), outcome
    said = words(outcome)
    for secret in (str(shipped[0]), str(Path.home()), "/root", "root:", os.environ["PATH"]):
        if secret not in statement:
            assert secret not in said
    assert "\n" not in outcome.message("zh")


def test_no_file_was_written(outcomes: Mapping[str, Outcome]) -> None:
    assert outcomes
    assert not list(Path(gettempdir()).glob("hostile*"))


@pytest.fixture(scope="module")
def heavy(put: Put) -> Mapping[str, Outcome]:
    return put(HEAVY)


@pytest.mark.parametrize("statement", HEAVY)
def test_a_heavy_statement_ends_within_its_limits(
    heavy: Mapping[str, Outcome], statement: str
) -> None:
    outcome = heavy[statement]
    if isinstance(outcome, Answer):
        assert len(outcome.stream) < 25_000_000
        assert len(rows(outcome)) <= ROWS
        assert outcome.seconds <= SECONDS + 1
    elif isinstance(outcome, RefusedStatement):
        assert outcome.code in {"sql-time", "sql-memory", "sql-large", "sql-failed"}
    else:
        assert isinstance(outcome, Failure)
