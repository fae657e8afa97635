"""A dashboard over builds on storage that is mounted read-only, as replicas have it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree, which

import pytest

from annual_reports.pipeline import PROJECT, BuildResult
from annual_reports.verdicts import FILE, Mark, Verdict, VerdictLog

_MOUNT = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def _read_only(builds: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """The command in a view of the file system of its own, in which ``builds`` is read-only."""
    return subprocess.run(  # noqa: S603 our own command
        ["unshare", "--mount", "sh", "-c", _MOUNT, str(builds), *command],  # noqa: S607
        capture_output=True, text=True, timeout=300, cwd=PROJECT, check=False,
        env={**os.environ, "ANNUAL_REPORTS_BUILDS": str(builds), "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip


@pytest.mark.skipif(which("unshare") is None, reason="needs Linux with unshare")
def test_pages_work_and_settling_is_refused_where_nothing_can_be_written(
    shipped: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    builds = copytree(shipped[0], tmp_path / "builds")
    VerdictLog(builds / FILE).settle([Mark("f", "h")], Verdict.OPEN, "", "before")
    if _read_only(builds, "true").returncode:
        pytest.skip("this user may not mount")
    before = sorted(file.name for file in builds.rglob("*"))
    run = _read_only(builds, sys.executable, "-m", "tests.app.read_only")
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout.splitlines()[-1])
    assert len({page["title"] for page in told["pages"].values()}) == 5
    assert all(not page["raised"] and not page["said"] for page in told["pages"].values())
    assert told["settled"] == "verdicts-unusable"
    assert sorted(file.name for file in builds.rglob("*")) == before
