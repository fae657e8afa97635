"""What a statement that is allowed sees: the selection, in types that tables hold."""

import os
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

import pytest

from annual_reports.catalogue import queries_in
from annual_reports.errors import RefusedStatement
from annual_reports.i18n import LANGS, catalogue
from annual_reports.parallel import Failure, run_alone
from annual_reports.pipeline import BuildResult
from annual_reports.sandbox import ROWS, SECONDS, TABLES, Task, ask_freely, run
from annual_reports.sandbox.limits import forget_environment
from annual_reports.warehouse import open_warehouse
from tests.sandbox.conftest import SELECTION, Put, rows

Shipped = tuple[Path, BuildResult]
EXAMPLES = [example.sql for example in queries_in("examples")]
VALUES = """SELECT 12::HUGEINT AS whole, 1.25::DECIMAL(9, 2) AS part, [1, 2] AS list,
NULL AS nothing, 1 AS twice, 2 AS twice, 'é中' AS words, DATE '2024-02-29' AS day,
DATE 'infinity' AS never,
170141183460469231731687303715884105727 AS huge"""
ALLOWED = {
    "SELECT 1 -- ; DROP TABLE reports": [{"1": 1}],
    "WITH a AS (SELECT 2 AS x), b AS (FROM a) SELECT (SELECT x FROM b) AS y": [{"y": 2}],
    "WITH RECURSIVE a AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM a WHERE x < 3) FROM a": [
        {"x": 1}, {"x": 2}, {"x": 3}
    ],
    "WITH reports AS (FROM dataset_reports) SELECT count(*) AS n FROM reports": [{"n": 298}],
    "SELECT sum(x) AS s FROM range(4) AS t(x)": [{"s": 6}],
    "SELECT 1；": [{"；": 1}],
    "VALUES (1), (2)": [{"col0": 1}, {"col0": 2}],
    "FROM dataset_agencies SELECT bool_and(is_demo) AS d": [{"d": True}],
    "SELECT list_sum([x * 2 FOR x IN [1, 2]]) AS s": [{"s": 6}],
    "SELECT a, rank() OVER (ORDER BY a DESC) AS n FROM (VALUES (5), (7)) AS t(a) ORDER BY a": [
        {"a": 5, "n": 2}, {"a": 7, "n": 1}
    ],
    "FROM (PIVOT (VALUES ('x', 1), ('y', 2)) AS t(k, v) ON k IN ('x', 'y') USING sum(v))": [
        {"x": 1, "y": 2}
    ],
}  # fmt: skip
REFUSED = {
    "SELECT\n  nothing_like_it\nFROM dataset_cells": ("sql-names", 2),
    "SELECT 1,\nFORM x y": ("sql-syntax", 2),
    "SELECT 1\n-- 注释\n, current_setting('threads')": ("sql-function", 3),
    "SELECT 1\nFROM reports": ("sql-table", 2),
    "SELECT 'x'::INTEGER": ("sql-failed", 1),
    "SELECT repeat('x', 30000000)": ("sql-large", None),
    "SELECT " + "(" * 3000 + "1" + ")" * 3000: ("sql-syntax", None),
    "SELECT 1\0; FROM duckdb_settings()": (None, None),
    "SELECT 1 \0 FROM duckdb_settings()": (None, None),
    "SELECT " + "1," * 20_000 + "1": ("sql-long", None),
}


def test_every_example_gives_rows(put: Put) -> None:
    assert len(EXAMPLES) == 8
    for outcome in put(EXAMPLES).values():
        assert rows(outcome)


def test_examples_come_to_the_numbers_of_the_pages(put: Put, shipped: Shipped) -> None:
    by_id = {example.query_id: example.sql for example in queries_in("examples")}
    found = put(by_id.values())
    held = open_warehouse(shipped[0])
    by_year = held.ask("metrics_by_year", **SELECTION, basis="consolidated")
    rates = by_year[(by_year["metric_id"] == "disclosure_rate") & by_year["denominator"].notna()]
    assert {
        (entry["year"], entry["disclosed"], entry["closed"])
        for entry in rows(found[by_id["rate_by_year"]])
    } == set(zip(rates["year"], rates["numerator"], rates["denominator"], strict=True))
    by_year = held.ask("metrics_by_year", **SELECTION, basis="members")
    asked = by_year[by_year["metric_id"] == "new_requests"]
    totals: dict[int, float] = {}
    for entry in rows(found[by_id["requests_by_kind"]]):
        totals[entry["year"]] = totals.get(entry["year"], 0) + entry["new_requests"]
    assert totals == dict(zip(asked["year"], asked["numerator"], strict=True))


def test_what_only_computes_is_allowed(put: Put) -> None:
    found = put(ALLOWED)
    assert {sql: rows(outcome) for sql, outcome in found.items()} == ALLOWED


def test_a_refusal_says_where_and_what(put: Put) -> None:
    for sql, outcome in put(REFUSED).items():
        code, line = REFUSED[sql]
        assert isinstance(outcome, RefusedStatement)
        assert code in {outcome.code, None}, sql
        assert line is None or outcome.facts["line"] == line


def test_every_code_of_a_refusal_has_its_words() -> None:
    codes = {key.split(".")[1] for key in catalogue() if key.startswith("error.sql-")}
    facts = {"found": "x", "line": 1, "most": 1, "n": 2, "seconds": SECONDS}
    for code in codes:
        refusal = RefusedStatement(code, **facts)
        for lang in LANGS:
            assert all(part(lang) for part in (refusal.title, refusal.message, refusal.advice))


def test_values_come_back_in_types_that_tables_hold(put: Put) -> None:
    (found,) = rows(put([VALUES])[VALUES])
    assert (found["whole"], found["part"], found["list"], found["nothing"]) == (
        12,
        1.25,
        "[1, 2]",
        None,
    )
    assert (found["twice"], found["twice (2)"], found["words"]) == (1, 2, "é中")
    assert str(found["day"]) == "2024-02-29"
    assert isinstance(found["never"], str)
    assert found["huge"] == float(2**127 - 1)


def test_rows_and_bytes_are_cut_and_that_is_said(put: Put) -> None:
    long, wide = "FROM dataset_cells", "SELECT repeat('x', 5000) AS x FROM range(100000)"
    found = put([long, wide, "FROM dataset_agencies"])
    assert (len(rows(found[long])), found[long].is_cut) == (ROWS, True)  # type: ignore[union-attr]
    assert 0 < len(rows(found[wide])) * 5000 <= 20_000_000
    assert found[wide].is_cut  # type: ignore[union-attr]
    assert not found["FROM dataset_agencies"].is_cut  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "narrowed",
    [{}, {"is_demo": False, "region": "江苏省"}, {"agencies": ("demo-police",), "year_to": 2023},
     {"kinds": ("township", "zone"), "year_from": 2024}],
)  # fmt: skip
def test_the_tables_are_those_of_the_data_set_in_the_same_selection(
    shipped: Shipped, narrowed: dict[str, Any]
) -> None:
    selection = SELECTION | narrowed
    sizes = open_warehouse(shipped[0]).ask("dataset_size", **selection)
    counted = " UNION ALL ".join(
        f"SELECT '{table}' AS query_id, count(*) AS rows FROM {table}"  # noqa: S608
        for table in sizes["query_id"]
    )
    outcome = ask_freely(Task(counted, str(shipped[1].build.path), selection))
    expected = {entry["query_id"]: entry["rows"] for entry in sizes.to_dict("records")}
    assert {entry["query_id"]: entry["rows"] for entry in rows(outcome)} == expected


def test_of_where_a_report_was_read_from_only_the_name_of_the_file_is_seen(put: Put) -> None:
    sql = "SELECT path FROM dataset_reports"
    names = {entry["path"] for entry in rows(put([sql])[sql])}
    assert "demo-police-2024.html" in names
    assert not any("/" in name for name in names)


def test_no_table_holds_a_path_of_this_machine(put: Put, shipped: Shipped) -> None:
    asked = [
        f"SELECT count(*) AS n FROM {table} AS t WHERE contains(t::VARCHAR, '{shipped[0]}')"  # noqa: S608
        for table in TABLES
    ]
    assert [rows(outcome) for outcome in put(asked).values()] == [[{"n": 0}]] * len(TABLES)


@pytest.mark.parametrize(
    ("reason", "code"), [("timeout", "sql-time"), ("memory", "sql-memory"), ("crash", "sql-crash")]
)
def test_a_process_that_is_ended_is_said(
    monkeypatch: pytest.MonkeyPatch, reason: str, code: str
) -> None:
    monkeypatch.setattr(run._PROCESS, "run", lambda *_, **__: Failure(reason))
    for _ in range(5):  # each gives its place back
        with pytest.raises(RefusedStatement) as refused:
            ask_freely(Task("SELECT 1", "nowhere", SELECTION))
        assert refused.value.code == code


def test_no_more_than_two_run_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "_PATIENCE", 0)
    monkeypatch.setattr(run, "_PLACES", BoundedSemaphore(1))
    with run._PLACES, pytest.raises(RefusedStatement) as refused:
        ask_freely(Task("SELECT 1", "nowhere", SELECTION))
    assert refused.value.code == "sql-busy"


def test_the_process_has_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET_OF_THE_SERVER", "open sesame")
    assert run_alone(environment, None, seconds=60) == {}


def environment(_: object) -> dict[str, str]:
    forget_environment()
    return dict(os.environ)
