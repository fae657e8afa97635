"""Verdicts: kept, taken back, given by many at once, none lost."""

import multiprocessing
import sqlite3
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from annual_reports.errors import AnnualReportsError
from annual_reports.verdicts import Entry, Mark, Verdict, VerdictLog
from annual_reports.verdicts import log as layouts

A, B = Mark("a", "1"), Mark("b", "2")
WRITERS, EACH = 20, 10


def verdicts(log: VerdictLog) -> dict[str, str]:
    rows = log.latest().to_pylist()
    return {row["finding_id"]: row["verdict"] for row in rows}


def test_there_is_nothing_before_the_first_verdict(tmp_path: Path) -> None:
    log = VerdictLog(tmp_path / "deep" / "v.sqlite")
    assert (log.version(), log.history("a"), log.latest().num_rows) == (0, [], 0)
    assert not log.file.exists()


def test_the_last_verdict_on_each_finding_counts_and_all_are_kept(tmp_path: Path) -> None:
    log = VerdictLog(tmp_path / "v.sqlite")
    log.settle([A, B], Verdict.CONFIRMED, "王", "已电话核实")
    log.settle([A], Verdict.CORRECTED, "李")
    assert verdicts(log) == {"a": "corrected", "b": "confirmed"}
    first, second = log.history("a")
    assert (first.verdict, first.comment, first.who) == (Verdict.CONFIRMED, "已电话核实", "王")
    assert (second.number, log.version()) == (3, 3)
    assert VerdictLog(log.file).history("b")[0].settled_at == first.settled_at


def test_undo_gives_back_what_was_there_before_and_is_logged(tmp_path: Path) -> None:
    log = VerdictLog(tmp_path / "v.sqlite")
    log.settle([A], Verdict.CONFIRMED, "王", "属实")
    given = log.settle([A, B], Verdict.FALSE_ALARM, "王")
    log.undo(given, "王")
    assert verdicts(log) == {"a": "confirmed", "b": "open"}
    assert log.history("a")[-1].comment == "属实"
    assert len(log.history("a")) == 3


def test_what_somebody_else_settled_since_is_not_taken_back(tmp_path: Path) -> None:
    log = VerdictLog(tmp_path / "v.sqlite")
    given = log.settle([A, B], Verdict.FALSE_ALARM, "王")
    log.settle([B], Verdict.CONFIRMED, "李")
    with pytest.raises(AnnualReportsError) as error:
        log.undo(given, "王")
    assert "李" in error.value.message("zh")
    assert verdicts(log) == {"a": "false-alarm", "b": "confirmed"}  # all or none


def _write(file: Path, writer: int) -> list[Entry]:
    log = VerdictLog(file)
    own = [Mark(f"{writer}-{turn}", "x") for turn in range(EACH)]
    shared = Mark("shared", str(writer))
    return [log.settle([mark, shared], Verdict.CONFIRMED, str(writer))[0] for mark in own]


def test_twenty_who_write_at_once_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "v.sqlite"
    spawned = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(WRITERS, mp_context=spawned) as pool:
        given = [
            entry for part in pool.map(_write, [file] * WRITERS, range(WRITERS)) for entry in part
        ]
    log = VerdictLog(file)
    assert len({entry.number for entry in given}) == WRITERS * EACH
    assert log.version() == 2 * WRITERS * EACH
    assert len(log.history("shared")) == WRITERS * EACH
    assert set(verdicts(log)) == {"shared", *(entry.finding_id for entry in given)}


def test_a_file_that_is_no_log_is_named(tmp_path: Path) -> None:
    file = tmp_path / "v.sqlite"
    file.write_bytes(b"no database at all, but some text " * 50)
    with pytest.raises(AnnualReportsError, match=r"v\.sqlite"):
        VerdictLog(file).latest()


def test_a_log_of_a_later_version_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "v.sqlite"
    with sqlite3.connect(file) as con:
        con.execute("PRAGMA user_version = 99")
    with pytest.raises(AnnualReportsError, match="99"):
        VerdictLog(file).settle([A], Verdict.CONFIRMED, "王")


def test_a_file_of_an_older_layout_is_brought_to_todays_with_its_verdicts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also from before layouts were numbered; a second opening does not go the steps again."""
    file = tmp_path / "verdicts.sqlite"
    VerdictLog(file).settle([Mark("f", "v")], Verdict.CONFIRMED, "王芳", "核实")
    with sqlite3.connect(file) as con:
        con.execute("DROP INDEX verdicts_by_finding")
        con.execute("PRAGMA user_version = 0")
    monkeypatch.setattr(
        layouts, "_STEPS", (*layouts._STEPS, ("CREATE INDEX later ON verdicts (who)",))
    )
    for _ in range(2):
        (entry,) = VerdictLog(file).history("f")
        assert (entry.verdict, entry.who, entry.comment) == (Verdict.CONFIRMED, "王芳", "核实")
    with sqlite3.connect(file) as con:
        assert con.execute("PRAGMA user_version").fetchall() == [(2,)]
        indexes = con.execute("SELECT name FROM sqlite_master WHERE type = 'index'").fetchall()
    assert {("verdicts_by_finding",), ("later",)} <= set(indexes)
