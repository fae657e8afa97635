"""What is cut out for a region holds nothing of any other, in no table and no text."""

from pathlib import Path

import duckdb
import pytest

from annual_reports.errors import MissingWarehouse
from annual_reports.pipeline import BuildResult
from annual_reports.warehouse import open_slice, slicing
from annual_reports.warehouse.slicing import slice_build

Shipped = tuple[Path, BuildResult]
TOWNS = ("示例省/示例市/云台镇", "江苏省")
FOREIGN = "agency_id NOT IN (SELECT agency_id FROM own.agencies)"


@pytest.fixture(scope="module")
def both(shipped: Shipped, tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    """The whole build as ``held`` and the slice as ``own``."""
    target = tmp_path_factory.mktemp("slice") / "slice.duckdb"
    slice_build(shipped[1].build.path, target, TOWNS)
    con = duckdb.connect()
    con.execute(f"ATTACH '{shipped[1].build.path}' AS held (READ_ONLY)")
    con.execute(f"ATTACH '{target}' AS own (READ_ONLY)")
    return con


def test_it_holds_the_agencies_of_the_regions_and_below(both: duckdb.DuckDBPyConnection) -> None:
    held = both.execute("SELECT DISTINCT region_path FROM own.agencies ORDER BY ALL").fetchall()
    assert held == [
        ("江苏省/宿迁市",),
        ("江苏省/淮安市/洪泽区",),
        ("江苏省/盐城市/盐都区",),
        ("示例省/示例市/云台镇",),
    ]


def test_no_text_of_any_table_names_another_agency_or_its_report(
    both: duckdb.DuckDBPyConnection,
) -> None:
    # names that are part of no own agency's name, and that no report of its own says
    foreign = both.execute(f"""
        SELECT agency_id FROM held.agencies WHERE {FOREIGN}
        UNION SELECT report_id FROM held.reports WHERE {FOREIGN}
        UNION SELECT title FROM held.reports WHERE {FOREIGN} AND contains(title, '局')
        UNION SELECT path FROM held.reports WHERE {FOREIGN}
    """).fetchall()  # noqa: S608
    secrets = [(text,) for (text,) in foreign]
    assert len(secrets) > 500
    both.execute("CREATE OR REPLACE TEMP TABLE secrets (secret VARCHAR)")
    both.executemany("INSERT INTO secrets VALUES (?)", secrets)
    columns = both.execute("""
        SELECT table_name, column_name FROM duckdb_columns()
        WHERE database_name = 'own' AND data_type LIKE 'VARCHAR%'
            AND table_name IN (SELECT table_name FROM duckdb_tables())
    """).fetchall()
    for table, column in columns:
        said = f"{column}::VARCHAR"
        match = f"contains({said}, secret)" if table == "findings" else f"{said} = secret"
        told = both.execute(
            f"SELECT DISTINCT secret FROM own.{table} JOIN secrets ON {match}"  # noqa: S608
        ).fetchall()
        assert (table, column, told) == (table, column, [])


def test_what_is_its_own_is_as_in_the_build(both: duckdb.DuckDBPyConnection) -> None:
    for table in ("cells", "metric_values", "report_metrics", "rule_results", "sections"):
        missing = both.execute(f"""
            SELECT count(*) FROM (
                FROM held.{table} WHERE report_id IN (SELECT report_id FROM held.reports
                    WHERE agency_id IN (SELECT agency_id FROM own.agencies))
                EXCEPT ALL FROM own.{table}
            )
        """).fetchone()  # noqa: S608
        assert missing == (0,)
        assert both.execute(f"SELECT count(*) > 0 FROM own.{table}").fetchone() == (True,)  # noqa: S608


def test_peers_are_those_inside(both: duckdb.DuckDBPyConnection) -> None:
    groups = both.execute("SELECT DISTINCT peer_scope, peers FROM own.peer_groups").fetchall()
    assert groups == [("none", 0)]


def test_reports_that_are_not_held_are_expected_as_in_the_build(
    both: duckdb.DuckDBPyConnection,
) -> None:
    own = "SELECT agency_id, year, report_id, state FROM own.due_reports ORDER BY ALL"
    held = """
        SELECT agency_id, year, report_id, state FROM held.due_reports
        WHERE agency_id IN (SELECT agency_id FROM own.agencies) ORDER BY ALL
    """
    rows = both.execute(own).fetchall()
    assert rows == both.execute(held).fetchall()
    assert any(report_id is None for _, _, report_id, _ in rows)


def test_a_table_of_which_nothing_is_known_is_refused(
    shipped: Shipped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slicing, "_SHARED", slicing._SHARED - {"form_cells"})
    with pytest.raises(ValueError, match="form_cells"):
        slice_build(shipped[1].build.path, tmp_path / "slice.duckdb", TOWNS)


def test_a_slice_that_cannot_be_written_is_said(
    shipped: Shipped, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slicing, "build_path", lambda *_: tmp_path / "gone.duckdb")
    with pytest.raises(MissingWarehouse, match=r"gone\.duckdb"):
        open_slice(shipped[0], TOWNS)


def test_a_build_of_another_version_is_said_and_not_cut(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("old", encoding="utf-8")
    with duckdb.connect(str(tmp_path / "warehouse-old.duckdb")) as con:
        con.execute("CREATE TABLE build_info AS SELECT 'old' AS build_id")
    with pytest.raises(MissingWarehouse) as refused:
        open_slice(tmp_path, TOWNS)
    assert refused.value.code == "warehouse-outdated"


def test_its_folder_goes_with_the_slice(shipped: Shipped) -> None:
    held = open_slice(shipped[0], TOWNS)
    folder = Path(held.folder.name)
    assert folder.stat().st_mode & 0o077 == 0
    del held
    assert not folder.exists()
