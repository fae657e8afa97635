"""A build of many files: read once, revised, corrected, from folders, patterns and archives."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from annual_reports import reading
from annual_reports.errors import AnnualReportsError, UnreadableFile
from annual_reports.extract import read_report
from annual_reports.facts import Report
from annual_reports.parallel import Failure, Processes, run_each
from annual_reports.pipeline import DATA, PROJECT, build_warehouse
from annual_reports.sources import find_sources, read_source
from annual_reports.store import FactStore
from annual_reports.warehouse import open_warehouse

REPORTS = DATA / "reports"
CORRECTION = """
[[corrections]]
agency_id = "pingtan"
year = 2020
cell = "3/closed_total/natural_person"
old = "{old}"
new = 26
reason = "outcomes add up to 26"
who = "tester"
when = "2026-11-01"
"""


def cell(builds: Path, report_id: str, key: str) -> list[tuple[object, ...]]:
    held = open_warehouse(builds).connection
    return held.execute(
        "SELECT value::DOUBLE, raw, status FROM cells WHERE report_id = ?"
        " AND concat_ws('/', table_code, row_code, column_code) = ?",
        [report_id, key],
    ).fetchall()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for year in (2019, 2020):
        shutil.copy(REPORTS / f"pingtan-{year}.html", folder)
    return folder


def build(folder: Path, *paths: Path, workers: int = 1) -> tuple[Path, int]:
    """Where the build is and how many files it had to read."""
    to = folder.parent / "build"
    result = build_warehouse(paths or [folder], to=to, with_demo=False, mapper=Processes(workers))
    return to, sum(result.fresh.values())


def test_an_unchanged_file_is_not_read_again(folder: Path) -> None:
    assert build(folder)[1] == 2
    builds, read = build(folder)
    assert read == 0
    assert cell(builds, "pingtan-2020", "3/closed_total/natural_person") == [(20.0, "20", "number")]
    shutil.copy(REPORTS / "pingtan-2021.html", folder)
    assert build(folder)[1] == 1


def test_a_replaced_file_becomes_a_revision_and_what_changed_is_told(folder: Path) -> None:
    build(folder)
    path = folder / "pingtan-2020.html"
    text = path.read_text(encoding="utf-8")
    assert text.count(">20<") >= 1
    path.write_text(text.replace(">20<", ">26<"), encoding="utf-8")
    builds, read = build(folder)
    assert read == 1
    held = open_warehouse(builds)
    revisions = held.connection.execute(
        "SELECT report_id, is_current FROM reports WHERE year = 2020 ORDER BY revision"
    )
    assert revisions.fetchall() == [("pingtan-2020", False), ("pingtan-2020-r2", True)]
    changes = held.ask("report_changes", report_id="pingtan-2020-r2")
    told = changes[["row_code", "column_code", "old_raw", "new_raw"]].values.tolist()
    assert ["closed_total", "natural_person", "20", "26"] in told
    assert {(old, new) for _, _, old, new in told} == {("20", "26")}


def test_a_deleted_file_leaves_the_warehouse(folder: Path) -> None:
    build(folder)
    (folder / "pingtan-2020.html").unlink()
    builds, _ = build(folder)
    rows = open_warehouse(builds).connection.execute("SELECT report_id FROM reports")
    assert rows.fetchall() == [("pingtan-2019",)]


def test_a_correction_takes_the_place_of_the_printed_value(folder: Path) -> None:
    (folder / "corrections.toml").write_text(CORRECTION.format(old="20"), encoding="utf-8")
    builds, _ = build(folder)
    assert cell(builds, "pingtan-2020", "3/closed_total/natural_person") == [(26.0, "20", "number")]
    findings = open_warehouse(builds).connection.execute(
        "SELECT rule FROM findings"
        " WHERE row_code = 'closed_total' AND column_code = 'natural_person'"
    )
    assert ("t3-closed-sum",) not in findings.fetchall()


def test_a_correction_whose_source_changed_stops_the_build(folder: Path) -> None:
    builds, _ = build(folder)
    before = (builds / "CURRENT").read_text()
    (folder / "corrections.toml").write_text(CORRECTION.format(old="21"), encoding="utf-8")
    with pytest.raises(AnnualReportsError) as stale:
        build(folder)
    assert stale.value.code == "correction-stale"
    assert "20" in stale.value.message("zh")
    assert (builds / "CURRENT").read_text() == before
    assert not list(builds.glob("*.part"))


@pytest.mark.parametrize("text", ["[[corrections]]\nyear = 2020\n", "= broken", "x"])
def test_a_faulty_corrections_file_is_named(folder: Path, text: str) -> None:
    (folder / "corrections.toml").write_text(text, encoding="utf-8")
    with pytest.raises(AnnualReportsError) as faulty:
        build(folder)
    assert "corrections.toml" in faulty.value.message("en")


def test_an_archive_is_read_as_a_folder_is(folder: Path) -> None:
    archive = folder.parent / "年报.zip"
    with ZipFile(archive, "w") as package:
        for path in folder.glob("*.html"):
            package.write(path, f"平潭/{path.name}")
    builds, read = build(folder, archive)
    assert read == 2
    paths = open_warehouse(builds).connection.execute("SELECT path FROM reports ORDER BY path")
    assert [Path(path).name for (path,) in paths.fetchall()] == [
        "pingtan-2019.html", "pingtan-2020.html",
    ]  # fmt: skip


def test_names_in_an_archive_of_chinese_windows(tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    with ZipFile(archive, "w") as package:
        package.writestr("年报.txt", "x")
    raw = archive.read_bytes()
    utf8, gbk = "年报.txt".encode(), "年报.txt".encode("gbk")
    assert raw.count(utf8) == 2
    with ZipFile(archive, "w") as package:
        package.writestr("x" * len(gbk), "x")
    archive.write_bytes(archive.read_bytes().replace(b"x" * len(gbk), gbk))
    (source,) = find_sources([archive])
    assert source.path == archive / "年报.txt"
    assert read_source(source) == b"x"


@pytest.mark.parametrize("method", [ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA])
def test_a_damaged_member_of_an_archive_is_refused(method: int, tmp_path: Path) -> None:
    archive = tmp_path / "a.zip"
    for place in range(60):
        with ZipFile(archive, "w", method) as package:
            package.writestr("a.txt", "政府信息公开" * 50)
        content = bytearray(archive.read_bytes())
        content[35 + place] ^= 0xFF
        damaged = tmp_path / f"{place}.zip"
        damaged.write_bytes(bytes(content))
        for source in find_sources([damaged]):
            with suppress(UnreadableFile):
                read_source(source)


def test_patterns_name_files(folder: Path) -> None:
    found = [source.path.name for source in find_sources([folder / "*-2019.*"])]
    assert found == ["pingtan-2019.html"]


def sleep_or_die(batch: str) -> str:
    if batch == "sleep":
        time.sleep(60)
    if batch == "die":
        os._exit(3)
    return batch.upper()


def test_work_that_hangs_or_dies_spoils_no_other() -> None:
    batches = ["a", "sleep", "b", "die", "c"]
    found = dict(run_each(sleep_or_die, batches, workers=2, seconds=3))
    assert found == {
        "a": "A", "sleep": Failure("timeout"), "b": "B", "die": Failure("crash"), "c": "C",
    }  # fmt: skip


def test_a_killed_build_leaves_the_old_one_and_the_next_goes_on(folder: Path) -> None:
    builds, _ = build(folder)
    before = (builds / "CURRENT").read_text()
    for number in range(150):
        text = (REPORTS / "pingtan-2021.html").read_text(encoding="utf-8")
        (folder / f"copy-{number}.html").write_text(f"{text}<!-- {number} -->", encoding="utf-8")
    command = [sys.executable, "-m", "annual_reports", "build", str(folder), "--to", str(builds)]
    running = subprocess.Popen(command, cwd=PROJECT, start_new_session=True)  # noqa: S603 our own program
    store = FactStore(builds / "facts")
    deadline = time.monotonic() + 60
    while len(store.chunks()) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, 9)
    running.wait()
    assert (builds / "CURRENT").read_text() == before
    kept = len(store.known())
    assert kept > 2
    for left in builds.rglob("*.part"):
        os.utime(left, (0, 0))  # as if killed long ago
    assert build(folder)[1] == 152 - kept
    assert not list(builds.rglob("*.part"))


def test_a_slip_of_the_reader_costs_one_file_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slip(path: Path, data: bytes, entry: object = None) -> Report:
        if path.name == "pingtan-2019.html":
            raise ZeroDivisionError("slip")
        return read_report(path, data)

    monkeypatch.setattr(reading, "read_report", slip)
    tasks = tuple(
        reading.Task(source, None, source.path.name, 1) for source in find_sources([folder])
    )
    outcomes = reading.read_batch(tasks).outcomes
    assert [(o.path.name, o.refusal and o.refusal.code) for o in outcomes] == [
        ("pingtan-2019.html", "reader-failed"),
        ("pingtan-2020.html", None),
    ]
