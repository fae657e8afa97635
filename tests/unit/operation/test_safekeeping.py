"""What cannot be made again is saved whole, and comes back without overwriting anything."""

import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from annual_reports import safekeeping
from annual_reports.audit import Act, audit_log
from annual_reports.errors import AnnualReportsError
from annual_reports.recipe import Recipe
from annual_reports.safekeeping import back_up, restore
from annual_reports.verdicts import FILE, Mark, Verdict, VerdictLog


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Beside the builds a verdict, an act and an import; corrections beside the reports."""
    builds, shipped = tmp_path / "builds", tmp_path / "data"
    shipped.mkdir()
    monkeypatch.setattr(safekeeping, "DATA", shipped)
    own = tmp_path / "own"
    own.mkdir()
    (own / "corrections.toml").write_text("# none yet\n", encoding="utf-8")
    (builds / "imports" / "00001").mkdir(parents=True)
    (builds / "imports" / "00001" / "某局.html").write_bytes(b"<html>")
    (builds / "imports" / "manifest.csv").write_text("file\n", encoding="utf-8")
    VerdictLog(builds / FILE).settle([Mark("f", "v")], Verdict.CONFIRMED, "王芳")
    audit_log(builds).add(Act.SETTLE, "王芳")
    Recipe((own,), with_demo=False).write(builds)
    return builds


def test_everything_comes_back_after_the_loss_of_the_folders(builds: Path, tmp_path: Path) -> None:
    assert back_up(builds, tmp_path / "b.zip") == 6
    shutil.rmtree(builds)
    shutil.rmtree(tmp_path / "own")
    assert len(restore(tmp_path / "b.zip", builds).files) == 6
    assert VerdictLog(builds / FILE).history("f")[0].who == "王芳"
    assert [line.who for line in audit_log(builds).latest()] == ["王芳"]
    assert (builds / "imports" / "00001" / "某局.html").read_bytes() == b"<html>"
    assert (tmp_path / "own" / "corrections.toml").exists()
    assert Recipe.read(builds).paths == (tmp_path / "own",)
    assert restore(tmp_path / "b.zip", builds).files == ()


def test_what_differs_stops_it_or_is_set_aside(builds: Path, tmp_path: Path) -> None:
    back_up(builds, tmp_path / "b.zip")
    manifest = builds / "imports" / "manifest.csv"
    manifest.write_text("newer\n", encoding="utf-8")
    (builds / "imports" / "00001" / "某局.html").unlink()
    with pytest.raises(AnnualReportsError, match=r"manifest\.csv: 1 files"):
        restore(tmp_path / "b.zip", builds)
    assert manifest.read_text() == "newer\n"
    assert not (builds / "imports" / "00001" / "某局.html").exists()
    done = restore(tmp_path / "b.zip", builds, replaces=True)
    assert manifest.read_text() == "file\n"
    assert [aside.read_text() for aside in done.set_aside] == ["newer\n"]


def _spoil(archive: Path, how: str) -> None:
    data = archive.read_bytes()
    if how == "cut":
        archive.write_bytes(data[: len(data) // 2])
        return
    with ZipFile(archive) as held:
        files = {name: held.read(name) for name in held.namelist()}
    contents = json.loads(files["contents.json"])
    name = "builds/imports/manifest.csv"
    if how == "changed":
        files[name] = b"other"
    elif how == "missing":
        del files[name]
    elif how == "escaping":
        files["builds/../../x"] = files.pop(name)
        contents["files"]["builds/../../x"] = contents["files"].pop(name)
    else:
        contents["version"] = 99
    files["contents.json"] = json.dumps(contents).encode()
    with ZipFile(archive, "w") as held:
        for entry, content in files.items():
            held.writestr(entry, content)


@pytest.mark.parametrize("how", ["cut", "changed", "missing", "escaping", "of the future"])
def test_a_damaged_archive_is_refused_and_nothing_is_changed(
    builds: Path, tmp_path: Path, how: str
) -> None:
    back_up(builds, tmp_path / "b.zip")
    _spoil(tmp_path / "b.zip", how)
    target = tmp_path / "elsewhere"
    with pytest.raises(AnnualReportsError, match=r"b\.zip: the archive is incomplete"):
        restore(tmp_path / "b.zip", target)
    assert {path.name for path in target.iterdir()} <= {"build.lock"}


def test_an_older_backup_is_never_overwritten(builds: Path, tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(b"older")
    with pytest.raises(AnnualReportsError, match="nothing was saved"):
        back_up(builds, tmp_path / "b.zip")
    assert (tmp_path / "b.zip").read_bytes() == b"older"
