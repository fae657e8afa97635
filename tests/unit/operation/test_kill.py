"""Killed at any instant, and with others building and reading, the build in place serves on.

KILLS says how often a build is killed: a few times in ``make test``, 20 in ``make test-all``.
"""

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from annual_reports.pipeline import DATA, PROJECT, build_warehouse
from annual_reports.warehouse import current_build_id, open_warehouse

KILLS = int(os.environ.get("KILLS", "3"))
REPORTS = ("pingtan-2019.html", "yandu-coop-2019.html")
HELD = "SELECT count(*), sum(value)::DOUBLE FROM cells"


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in REPORTS:
        shutil.copy(DATA / "reports" / name, folder)
    return folder


def builder(sources: Path, to: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "annual_reports", "build", str(sources), "--to", str(to)]
    return subprocess.Popen(  # noqa: S603 our own program
        command, cwd=PROJECT, start_new_session=True, stderr=subprocess.PIPE
    )


def _pause(to: Path, running: subprocess.Popen[bytes], dice: random.Random, longest: float) -> None:
    """Any moment of a build; every second time one while the file is written and published."""
    if dice.random() < 0.5:
        time.sleep(dice.uniform(0, longest))
        return
    while running.poll() is None and not list(to.glob("warehouse-*.part")):
        time.sleep(0.002)
    time.sleep(dice.uniform(0, longest / 3))


def test_a_build_killed_at_any_moment_leaves_one_that_serves(sources: Path, tmp_path: Path) -> None:
    to, dice = tmp_path / "builds", random.Random(KILLS)  # noqa: S311 no secret
    build_warehouse([sources], to=to, with_demo=False)
    before = open_warehouse(to).connection.execute(HELD).fetchall()
    begun = time.monotonic()
    assert builder(sources, to).wait() == 0
    longest = time.monotonic() - begun
    for _ in range(KILLS):
        running = builder(sources, to)
        _pause(to, running, dice, longest)
        if running.poll() is None:
            os.killpg(running.pid, 9)
        running.wait()
        assert open_warehouse(to).connection.execute(HELD).fetchall() == before
    done = build_warehouse([sources], to=to, with_demo=False)
    assert open_warehouse(to).build_id == done.build.build_id
    assert not [*to.glob("*.part*"), *to.glob("*.new")]


def test_two_builders_and_a_reader_at_once(sources: Path, tmp_path: Path) -> None:
    to, is_over, seen = tmp_path / "builds", Event(), list[tuple[str, int]]()
    build_warehouse([sources], to=to, with_demo=False)

    def read() -> None:
        while not is_over.is_set():
            held = open_warehouse(to)
            (row,) = held.connection.cursor().execute("SELECT count(*) FROM reports").fetchall()
            seen.append((held.build_id, row[0]))
            time.sleep(0.01)

    reader = Thread(target=read)
    reader.start()
    running = [builder(sources, to) for _ in range(2)]
    said = [one.communicate()[1].decode() for one in running]
    time.sleep(0.2)
    is_over.set()
    reader.join()
    assert [one.returncode for one in running].count(0) >= 1
    for one, words in zip(running, said, strict=True):
        assert one.returncode == 0 or "另一次建库正在进行" in words
    assert {reports for _, reports in seen} == {len(REPORTS)}
    assert len({build_id for build_id, _ in seen}) >= 2
    assert seen[-1][0] == current_build_id(to)
