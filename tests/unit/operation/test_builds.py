"""Builds are kept and gone back to; what is damaged or of another version is said plainly."""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annual_reports.audit import Act, audit_log
from annual_reports.cli import main
from annual_reports.errors import AnnualReportsError, MissingWarehouse
from annual_reports.pipeline import DATA, PROJECT, build_warehouse
from annual_reports.registry import Registry
from annual_reports.releasing import writing
from annual_reports.warehouse import build_path, current_build_id, open_warehouse, publish
from annual_reports.warehouse.builds import POINTER
from tests.support import agency, facts_of, report

REPORT = DATA / "reports" / "yandu-coop-2019.html"


def publish_one(to: Path, year: int) -> str:
    return publish(to, Registry((agency("a"),)), *facts_of([report("a", year)])).build_id


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    to = tmp_path_factory.mktemp("two")
    return to, publish_one(to, 2022), publish_one(to, 2023)


@pytest.fixture
def two(made: tuple[Path, str, str], tmp_path: Path) -> tuple[Path, str, str]:
    """A folder with two builds, the second in place, and their names."""
    shutil.copytree(made[0], tmp_path / "two")
    return tmp_path / "two", *made[1:]


def test_rollback_puts_the_build_before_in_place_and_is_written_down(
    two: tuple[Path, str, str],
) -> None:
    to, first, second = two
    assert current_build_id(to) == second
    assert run("rollback", "--to", to).exit_code == 0
    assert open_warehouse(to).build_id == first
    assert run("rollback", second, "--to", to).exit_code == 0
    assert open_warehouse(to).build_id == second
    acts = [(line.act, line.details["build"]) for line in audit_log(to).latest()]
    assert acts == [(Act.ROLL_BACK, second), (Act.ROLL_BACK, first)]


def test_builds_are_listed_with_what_can_be_done_with_them(two: tuple[Path, str, str]) -> None:
    to, first, second = two
    build_path(to, "20200101T000000-old").write_bytes(b"nothing")
    lines = [line.split("\t") for line in run("builds", "--to", to).stdout.splitlines()]
    assert [(line[0], line[3][:2]) for line in lines] == [
        (second, "现用"), (first, "可退"), ("20200101T000000-old", "损坏"),
    ]  # fmt: skip


@pytest.mark.parametrize("asked", ["nothing", "../../x", None])
def test_a_rollback_to_no_build_changes_nothing(
    two: tuple[Path, str, str], asked: str | None
) -> None:
    to, first, second = two
    build_path(to, first).unlink()
    result = run("rollback", *([asked] if asked else []), "--to", to, "--lang", "en")
    assert result.exit_code == 1
    assert "there is no build to go back to" in result.stderr
    assert current_build_id(to) == second


DAMAGES = {
    "empty CURRENT": (POINTER, b"", "current-damaged"),
    "strange CURRENT": (POINTER, b"\xff/../x", "current-damaged"),
    "no CURRENT": (POINTER, None, "current-damaged"),
    "no file": ("second", None, "current-damaged"),
    "empty file": ("second", b"", "warehouse-damaged"),
    "half a file": ("second", ..., "warehouse-damaged"),
    "another file": ("second", b"PK" * 9000, "warehouse-damaged"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_said_with_the_way_out_and_rollback_is_one(
    two: tuple[Path, str, str], damage: str
) -> None:
    to, first, second = two
    name, content, code = DAMAGES[damage]
    path = to / POINTER if name == POINTER else build_path(to, second)
    if content is None:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:20000] if content is ... else content)
    with pytest.raises(MissingWarehouse) as told:
        open_warehouse(to)
    assert told.value.code == code
    assert "rollback" in told.value.advice("zh")
    assert run("rollback", first, "--to", to).exit_code == 0
    assert open_warehouse(to).build_id == first


def test_a_build_of_another_version_is_not_used_but_built_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = sys.modules[publish.__module__]
    monkeypatch.setattr(module, "schema_version", lambda: "older")
    build_warehouse([REPORT], to=tmp_path, with_demo=False)
    monkeypatch.undo()
    with pytest.raises(MissingWarehouse, match="another version"):
        open_warehouse(tmp_path)
    assert run("build", "--if-missing", "--to", tmp_path).exit_code == 0
    held = open_warehouse(tmp_path).ask("selectable_agencies")
    assert held.loc[held["reports"] > 0, "agency_id"].tolist() == ["yandu-coop"]


def test_what_was_published_by_whom_is_written_down_also_corrections(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pingtan-2020.html").write_bytes(
        (DATA / "reports" / "pingtan-2020.html").read_bytes()
    )
    build = ("build", tmp_path / "a", "--to", tmp_path / "b")
    assert run(*build).exit_code == 0
    (tmp_path / "a" / "corrections.toml").write_text(
        '[[corrections]]\nagency_id = "pingtan"\nyear = 2020\n'
        'cell = "3/closed_total/natural_person"\nold = "20"\nnew = 26\n'
        'reason = "sum"\nwho = "王芳"\nwhen = "2026-11-01"\n',
        encoding="utf-8",
    )
    assert [run(*build).exit_code for _ in range(2)] == [0, 0]
    lines = audit_log(tmp_path / "b").latest()
    assert [line.act for line in lines] == ["publish", "correct", "publish", "publish"]
    assert (lines[1].who, lines[1].details["new"][:3]) == ("王芳", "26.")  # type: ignore[index]


def test_a_refused_build_ends_the_command_and_accept_is_written_down(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pingtan-2020.html").write_bytes(
        (DATA / "reports" / "pingtan-2020.html").read_bytes()
    )
    (tmp_path / "a" / "expected.toml").write_text(
        '[[expected]]\ndata = "real"\nreports = 2\n', encoding="utf-8"
    )
    build = ("build", tmp_path / "a", "--to", tmp_path / "b", "--lang", "en")
    result = run(*build)
    assert result.exit_code == 1
    assert "expects 2 reports of real , there are 1" in result.stderr
    assert current_build_id(tmp_path / "b") is None
    assert run(*build, "--accept").exit_code == 0
    newest, before = audit_log(tmp_path / "b").latest()
    assert (before.act, newest.act) == (Act.REFUSE, Act.PUBLISH)
    assert newest.details["accepted"] == before.details["doubts"]
    assert json.dumps(newest.details["accepted"])


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))


def test_a_disk_that_takes_no_more_keeps_the_old_build(tmp_path: Path) -> None:
    """No file may grow beyond 1 MB in the child, and a build needs more."""
    build_warehouse([REPORT], to=tmp_path, with_demo=False)
    before = open_warehouse(tmp_path).build_id
    command = [sys.executable, "-m", "annual_reports", "build", str(REPORT), "--to", str(tmp_path)]
    told = subprocess.run(  # noqa: S603 our own program
        [*command, "--lang", "en"], cwd=PROJECT, preexec_fn=_limited, check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert told.returncode == 1
    assert "does not take any more" in told.stderr
    assert "Traceback" not in told.stderr
    assert open_warehouse(tmp_path).build_id == before
    build_warehouse([REPORT], to=tmp_path, with_demo=False)
    assert not list(tmp_path.glob("*.part*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(AnnualReportsError, match="cannot be written"):
        build_warehouse([REPORT], to=tmp_path / "b", with_demo=False)


def test_an_error_of_the_system_is_told_with_the_folder() -> None:
    with (
        pytest.raises(AnnualReportsError, match=r"/x: cannot be written \(Read-only"),
        writing(Path("/x")),
    ):
        raise OSError(30, "Read-only file system")
