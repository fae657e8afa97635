"""Long tables below charts are made when they are opened, short ones at once."""

from pathlib import Path

import pytest

from annual_reports.pipeline import BuildResult
from annual_reports.ui import figures
from tests.app.test_pages import run_page

pytestmark = pytest.mark.usefixtures("_clean_caches")
_YEARS = 7  # the coverage of the demo city has a row a year


@pytest.mark.parametrize("longest", [_YEARS - 1, _YEARS])
def test_a_long_table_waits_until_its_fold_is_opened(
    monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult], longest: int
) -> None:
    monkeypatch.setattr(figures, "LONG", longest)
    app = run_page(monkeypatch, shipped[0], "overview", data="demo")
    shut = [table.value.shape for table in app.dataframe]
    assert any(rows == _YEARS for rows, _ in shut) == (longest >= _YEARS)
    if longest < _YEARS:
        app.session_state["data_coverage"] = True
        opened = [table.value.shape for table in app.run().dataframe]
        assert len(opened) == len(shut) + 1
        assert any(rows == _YEARS for rows, _ in opened)


@pytest.mark.parametrize("name", ["cells", "evidence"])
def test_the_tables_of_a_report_are_made_when_their_fold_is_opened(
    monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult], name: str
) -> None:
    chosen = {"data": "real", "profile": "hongze", "report": "2023"}
    app = run_page(monkeypatch, shipped[0], "agency", **chosen)
    shut = len(app.dataframe)
    app.session_state[f"fold_{name}_hongze-2023"] = True
    assert len(app.run().dataframe) > shut
    assert not app.exception
