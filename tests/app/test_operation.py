"""A dashboard follows what is put in place, says what is damaged, and comes back."""

import shutil
from pathlib import Path

import pytest

from annual_reports.i18n import text
from annual_reports.pipeline import rebuild_warehouse
from annual_reports.warehouse import build_path, current_build_id
from annual_reports.warehouse.builds import POINTER
from annual_reports.warehouse.kept import roll_back
from tests.app.test_pages import run_page, words

pytestmark = pytest.mark.usefixtures("_clean_caches")


def test_a_dashboard_follows_rollback_and_tells_damage_until_it_is_mended(
    monkeypatch: pytest.MonkeyPatch, single: Path, tmp_path: Path
) -> None:
    builds = tmp_path / "builds"
    shutil.copytree(single, builds)
    first = current_build_id(builds)
    second = rebuild_warehouse(builds).build.build_id
    app = run_page(monkeypatch, builds, "overview", lang="zh", data="real")
    assert second in words(app)
    assert roll_back(builds) == first
    assert str(first) in words(app.run())
    (builds / POINTER).write_text("")
    assert text("error.current-damaged.advice", "zh") in words(app.run())
    assert not app.exception
    (builds / POINTER).write_text("20200101T000000-cut")
    build_path(builds, "20200101T000000-cut").write_bytes(b"DUCK" * 2000)
    assert text("error.warehouse-damaged.advice", "zh") in words(app.run())
    assert not app.exception
    roll_back(builds, second)
    assert second in words(app.run())
