"""Facts written as Parquet and a warehouse made of them: the same warehouse."""

from pathlib import Path
from shutil import copytree

import duckdb
import pyarrow.dataset as ds
import pytest

from annual_reports.errors import AnnualReportsError
from annual_reports.exchange import build_of_facts, export_facts
from annual_reports.pipeline import BuildResult, rebuild_warehouse
from annual_reports.warehouse import build_path, current_build_id, filling

_OF_THE_BUILD = {"build_info"}


@pytest.fixture(scope="module")
def builds(shipped: tuple[Path, BuildResult]) -> Path:
    """The shipped data with the demonstration city, built."""
    return shipped[0]


@pytest.fixture(scope="module")
def facts(builds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, exported."""
    folder = tmp_path_factory.mktemp("exported") / "facts"
    export_facts(folder, of=builds)
    return folder


def _tables(builds: Path) -> dict[str, list[str]]:
    """Every table with its rows as text, in an order of their own."""
    with duckdb.connect(
        str(build_path(builds, current_build_id(builds) or "")), read_only=True
    ) as con:
        names = [
            name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        ]
        return {
            name: sorted(map(str, con.table(name).fetchall()))
            for name in names
            if name not in _OF_THE_BUILD
        }


@pytest.mark.parametrize("portion", [filling._GROUPED, 5_000])
def test_warehouse_of_facts_is_the_same_in_every_table(
    builds: Path, facts: Path, tmp_path: Path, portion: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many cells are taken at once."""
    monkeypatch.setattr(filling, "_SORTED", min(portion, filling._SORTED))
    monkeypatch.setattr(filling, "_GROUPED", portion)
    build_of_facts(facts, to=tmp_path)
    expected = _tables(builds)
    found = _tables(tmp_path)
    assert sum(map(len, expected.values())) > 200_000
    assert [name for name in expected if expected[name] != found.get(name)] == []


def test_cells_of_a_report_keep_the_order_of_the_form(
    builds: Path, facts: Path, tmp_path: Path
) -> None:
    build_of_facts(facts, to=tmp_path)
    asked = "SELECT report_id, list(row_code || column_code) FROM cells GROUP BY ALL ORDER BY ALL"
    orders = []
    for at in (builds, tmp_path):
        path = build_path(at, current_build_id(at) or "")
        with duckdb.connect(str(path), read_only=True) as con:
            orders.append(con.execute(asked).fetchall())
    assert orders[0] == orders[1]


def test_another_engine_reads_the_years_apart(facts: Path) -> None:
    cells = ds.dataset(facts / "cells", partitioning="hive")
    reports = ds.dataset(facts / "reports", partitioning="hive")
    of_2024 = ds.field("report_year") == 2024
    expected = reports.to_table(filter=ds.field("year") == 2024)["report_id"].to_pylist()
    assert len(expected) > 40
    assert set(cells.to_table(filter=of_2024)["report_id"].to_pylist()) == set(expected)


def test_export_leaves_a_folder_that_is_there_alone(builds: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(AnnualReportsError) as refused:
        export_facts(tmp_path, of=builds)
    assert refused.value.code == "facts-folder-taken"
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    ("spoiled", "code"),
    [("cells", "facts-missing"), ("reports/report_year=2024/facts.parquet", "facts-unreadable")],
)
def test_facts_that_are_not_whole_leave_the_build_in_place(
    facts: Path, tmp_path: Path, spoiled: str, code: str
) -> None:
    copy, builds = copytree(facts, tmp_path / "facts"), tmp_path / "builds"
    before = build_of_facts(copy, to=builds).build_id
    at = copy / spoiled
    if at.is_dir():
        at.rename(tmp_path / "gone")
    else:
        at.write_bytes(b"PAR1 cut off")
    with pytest.raises(AnnualReportsError) as refused:
        build_of_facts(copy, to=builds)
    assert refused.value.code == code
    assert str(copy) in refused.value.message("en")
    assert current_build_id(builds) == before
    assert not list(builds.glob("*.part*"))


def test_warehouse_of_facts_takes_no_import_and_says_where_to(facts: Path, tmp_path: Path) -> None:
    build_of_facts(facts, to=tmp_path)
    with pytest.raises(AnnualReportsError) as refused:
        rebuild_warehouse(tmp_path)
    assert refused.value.code == "built-of-facts"
    assert "export-facts" in refused.value.advice("en")
