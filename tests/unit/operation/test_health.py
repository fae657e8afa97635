"""Whether the service answers, and what is wrong with this machine."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annual_reports import doctor
from annual_reports.cli import main
from annual_reports.doctor import State, examine
from annual_reports.i18n import LANGS, text


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_health_answers_with_the_build_or_says_why_not(single: Path, tmp_path: Path) -> None:
    well = run("health", "--to", single)
    assert (well.exit_code, well.stdout[:3]) == (0, "ok ")
    ill = run("health", "--to", tmp_path, "--lang", "en")
    assert ill.exit_code == 1
    assert "no built warehouse was found" in ill.stderr


def test_doctor_looks_at_everything_and_fails_without_a_warehouse(
    single: Path, tmp_path: Path
) -> None:
    well = run("doctor", "--to", single)
    assert well.exit_code == 0
    assert len([line for line in well.stdout.splitlines() if line.startswith("[")]) == 10
    ill = run("doctor", "--to", tmp_path, "--lang", "en")
    assert ill.exit_code == 1
    assert "[failure] The build in place: warehouse-missing" in ill.stdout
    assert "Run build" in ill.stdout


def test_a_package_in_another_version_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "PROJECT", tmp_path)
    (tmp_path / "requirements.txt").write_text(
        "# pins\nduckdb==0.1.0\n    # via x\nclick>=1\nmissing==1 ; sys_platform == 'none'\n"
    )
    (found,) = (one for one in examine(tmp_path) if one.code == "packages")
    assert found.state is State.FAILURE
    assert found.found.split()[0] == "duckdb"
    assert ", " not in found.found


def test_every_finding_has_words_and_advice(tmp_path: Path) -> None:
    for finding in examine(tmp_path / "not yet"):
        for lang in LANGS:
            assert text(f"doctor.{finding.code}", lang)
            assert text(f"doctor.{finding.code}.advice", lang)
