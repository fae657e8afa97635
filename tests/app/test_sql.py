"""The page for a reader's own SQL: run, refused, charted, linked."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.catalogue import queries_in
from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from tests.app.test_pages import run_page, words
from tests.app.test_take_along import shown_link

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def result(app: AppTest) -> list[dict[str, object]]:
    (frame,) = [item.value for item in app.dataframe if "sql_meaning" not in item.value]
    found: list[dict[str, object]] = frame.to_dict("records")
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_a_statement_of_the_address_is_run_and_stands_in_the_link(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    sql = "SELECT count(*) AS n FROM dataset_reports"
    app = run_page(monkeypatch, shipped[0], "sql", data="real", lang=lang, sql=sql)
    assert result(app) == [{"n": 15}]
    assert app.text_area(key="sql_text").value == sql
    assert shown_link(app)["sql"] == sql
    assert text("sql.rows", lang, rows=1, seconds="x").split("x")[0].split("1")[0] in words(app)


def test_a_written_statement_is_run_and_comes_into_the_address(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "sql", data="demo")
    app.text_area(key="sql_text").set_value("SELECT 7 AS seven")
    next(button for button in app.button if button.label == text("sql.run", "zh")).click().run()
    assert not app.exception
    assert result(app) == [{"seven": 7}]
    assert "SELECT 7 AS seven" in app.query_params["sql"]


def test_an_example_comes_into_the_box(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "sql", data="demo")
    example = queries_in("examples")[5]
    app.selectbox(key="sql_example").select(example.query_id).run()
    assert not app.exception
    assert app.text_area(key="sql_text").value == example.sql
    assert len(result(app)) == 30


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_refused_says_why_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    app = run_page(monkeypatch, shipped[0], "sql", lang=lang, sql="FROM duckdb_settings()")
    said = app.error[0].value
    assert text("error.sql-function.title", lang) in said
    assert text("error.sql-function.advice", lang) in said


def test_no_rows_is_no_error(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "sql", sql="FROM dataset_reports WHERE year < 1900")
    assert text("sql.rows.none", "zh") in words(app)
    assert not app.error


def test_more_rows_than_come_back_are_said(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "sql", data="demo", sql="FROM dataset_cells")
    assert text(
        "sql.rows.cut", "zh", rows="10,000", most="10,000", megabytes=20, seconds="x"
    ).split("x")[0][:30] in words(app)
    assert len(result(app)) == 10_000


def test_the_chart_follows_the_address(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    sql = "SELECT 'a' AS k, 2 AS v, 9 AS w UNION ALL SELECT 'b', 5, 8"
    app = run_page(monkeypatch, shipped[0], "sql", sql=sql)
    assert "w：最高 a（9），最低 b（8）" in words(app)
    again = run_page(monkeypatch, shipped[0], "sql", sql=sql, sql_y="v", sql_chart="scatter")
    assert text("charts.result.title.scatter", "zh", x="k", y="v", n=2) in words(again)
    none = run_page(monkeypatch, shipped[0], "sql", sql="SELECT 'a' AS k")
    assert text("sql.chart.impossible", "zh") in words(none)


def test_a_long_statement_is_run_but_not_linked(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    sql = "SELECT 1 AS a -- " + "长" * 700
    app = run_page(monkeypatch, shipped[0], "sql")
    app.text_area(key="sql_text").set_value(sql)
    next(button for button in app.button if button.label == text("sql.run", "zh")).click().run()
    assert result(app) == [{"a": 1}]
    assert text("sql.link.long", "zh", most="6,000") in words(app)
    assert "sql" not in shown_link(app)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("table", ["dataset_cells", "dataset_findings", "metrics", "rules"])
def test_tables_and_columns_are_explained(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, table: str, lang: str
) -> None:
    app = run_page(monkeypatch, shipped[0], "sql", lang=lang, sql_table=table)
    frames = [item.value for item in app.dataframe if "sql_meaning" in item.value.columns]
    assert [len(frames), len(frames[0])] == [2, 9]
    assert all(frames[1]["sql_meaning"].str.len() > 0)
