"""Tables below charts and of a report are made when a reader opens their fold."""

from pathlib import Path

import pytest

from annual_reports.pipeline import BuildResult
from tests.app.test_pages import run_page

pytestmark = pytest.mark.usefixtures("_clean_caches", "shut")
_YEARS = 7  # the coverage of the demo city has a row a year
_VALUED = 40  # its agencies with a rate of the newest year


def test_a_table_waits_until_its_fold_is_opened(
    monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult]
) -> None:
    app = run_page(monkeypatch, shipped[0], "overview", data="demo")
    assert not app.dataframe
    app.session_state["data_coverage"] = True
    (table,) = app.run().dataframe
    assert table.value.shape[0] == _YEARS


def test_the_table_of_a_spread_has_also_the_groups_that_the_chart_leaves_out(
    monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult]
) -> None:
    chosen = {"data": "demo", "grouping": "sector"}
    app = run_page(monkeypatch, shipped[0], "agencies", **chosen)
    app.session_state["data_measure_spread"] = True
    (table,) = app.run().dataframe
    assert table.value["agency_id"].nunique() == len(table.value) == _VALUED
    assert (table.value["grouped_words"] != "").all()


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
