"""Who did what is written down and stays."""

import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from annual_reports.audit import NOBODY, Act, AuditLog, audit_log
from annual_reports.errors import AnnualReportsError
from annual_reports.i18n import LANGS, text


def test_acts_are_told_newest_first_with_who_and_what(tmp_path: Path) -> None:
    log = audit_log(tmp_path)
    assert log.latest() == []
    log.add(Act.IMPORT, "王芳", numbers=["00001"])
    log.add(Act.PUBLISH, " ", build="b")
    told = [(line.number, line.who, line.act, line.details) for line in log.latest()]
    assert told == [
        (2, NOBODY, Act.PUBLISH, {"build": "b"}),
        (1, "王芳", Act.IMPORT, {"numbers": ["00001"]}),
    ]
    assert len(log.latest(1)) == 1


@pytest.mark.parametrize("statement", ["DELETE FROM acts", "UPDATE acts SET who = 'other'"])
def test_a_line_can_be_neither_changed_nor_removed(tmp_path: Path, statement: str) -> None:
    log = audit_log(tmp_path)
    log.add(Act.SETTLE, "a")
    with sqlite3.connect(log.file) as con, pytest.raises(sqlite3.IntegrityError):
        con.execute(statement)
    assert [line.who for line in log.latest()] == ["a"]


def test_many_may_write_at_once_from_the_first_line_on(tmp_path: Path) -> None:
    def write() -> None:
        for _ in range(5):
            audit_log(tmp_path).add(Act.SETTLE, "a")

    threads = [Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [line.number for line in audit_log(tmp_path).latest()] == list(range(20, 0, -1))


def test_a_damaged_log_is_named_and_every_act_has_words(tmp_path: Path) -> None:
    (tmp_path / "audit.sqlite").write_bytes(b"no database" * 100)
    with pytest.raises(AnnualReportsError) as told:
        AuditLog(tmp_path / "audit.sqlite").add(Act.SETTLE, "a")
    assert "audit.sqlite" in told.value.message("en")
    assert all(text(f"audit.{act}", lang) for act in Act for lang in LANGS)
