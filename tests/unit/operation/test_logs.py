"""Events are lines of JSON with what they are about."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from annual_reports.cli import main
from annual_reports.logs import start_logging
from annual_reports.pipeline import DATA
from annual_reports.ui.page import told_where


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    log = logging.getLogger("annual_reports")
    before = log.level, log.propagate, list(log.handlers)
    monkeypatch.setenv("ANNUAL_REPORTS_LOG", str(tmp_path / "log.jsonl"))
    yield tmp_path / "log.jsonl"
    for handler in set(log.handlers) - set(before[2]):
        log.removeHandler(handler)
        handler.close()
    log.level, log.propagate = before[:2]


def test_a_build_writes_its_steps_and_refusals(lines: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "空.html").touch()
    (folder / "a.html").write_bytes((DATA / "reports" / "yandu-coop-2019.html").read_bytes())
    start_logging()
    start_logging()
    command = ["build", str(folder), "--to", str(tmp_path / "b")]
    assert CliRunner().invoke(main, command).exit_code == 0
    told = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    steps = [line["step"] for line in told if line["event"] == "build.step"]
    assert steps == ["derive", "lay_out", "measure", "judge", "conclude"]
    assert [line["event"] for line in told] == [
        "file.refused", "build.read", *["build.step"] * len(steps), "build.filled",
        "build.published",
    ]  # fmt: skip
    assert all({"timestamp", "level", "logger"} <= set(line) for line in told)
    assert (told[0]["path"].split("/")[-1], told[0]["code"]) == ("空.html", "empty-file")
    assert (told[1]["files"], told[1]["refused"]) == (2, 1)
    assert told[-1]["reports"] == 1


def test_an_error_on_a_page_is_written_with_page_and_build(lines: Path) -> None:
    start_logging()
    with pytest.raises(ZeroDivisionError), told_where("volume", "build-1"):
        _ = 1 / 0
    (line,) = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert (line["event"], line["page"], line["build"]) == ("page.failed", "volume", "build-1")
    assert "ZeroDivisionError" in line["exc_info"]
