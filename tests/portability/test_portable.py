"""The SQL of queries/ says the same on a second engine; what cannot run there is listed."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from annual_reports.catalogue import Query, queries_in
from annual_reports.pipeline import PROJECT, BuildResult
from annual_reports.warehouse import open_warehouse
from tests.portability.engines import Engines, Params, are_same, export
from tests.support import ALL_AGENCIES, ALL_FINDINGS, SELECTION

FOLDERS = ("metrics", "checks", "trends", "drilldown")
ALL = {f"{folder}/{entry.query_id}": entry for folder in FOLDERS for entry in queries_in(folder)}
LISTED = tomllib.loads(Path(__file__).with_name("not_portable.toml").read_text("utf-8"))["reasons"]
NOT_PORTABLE = [query_id for reason in LISTED for query_id in reason["queries"]]
PORTABLE = sorted(ALL.keys() - set(NOT_PORTABLE))
# reports revised, a new name, a problem of reading, a report published again, a real agency
ASKED_ABOUT = (
    "demo-transport", "demo-government-services", "demo-science", "demo-town-liuxi", "pingtan",
)  # fmt: skip
WITHOUT_ROWS = {"drilldown/report_corrections", "trends/unplaced_reports"}  # nothing of the kind
OTHERS: dict[str, Any] = {
    **SELECTION, "is_demo": True, "basis": "members", "metric_id": "disclosure_rate",
    "metric_ids": ["disclosure_rate", "closed"], "base_year": 2021, "grouping": "kind",
    "group_code": "department", "x_metric_id": "disclosure_rate", "y_metric_id": "closed",
    "size_metric_id": "closed", "form": "2021", "number": "", "most": None, "sample": None,
    **ALL_FINDINGS,
    "states": None, **ALL_AGENCIES,
}  # fmt: skip


@pytest.fixture(scope="module")
def engines(
    shipped: tuple[Path, BuildResult], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engines]:
    """The shipped data and the demo, held by both."""
    why = "DataFusion, the second engine, is not installed (requirements-dev.txt)"
    second = pytest.importorskip("datafusion", reason=why).SessionContext()
    first = open_warehouse(shipped[0]).connection
    for name, path in export(first, tmp_path_factory.mktemp("parquet")):
        second.register_parquet(name, str(path))
    return Engines(first, second)


@pytest.fixture(scope="module")
def bindings(engines: Engines) -> list[Params]:
    """Values for all parameters, once for every report of the agencies that are asked about."""
    rows = engines.first.sql(
        "SELECT report_id, report_id AS left_id, 'pingtan-2020' AS right_id, agency_id, year,"
        " sha256 FROM reports WHERE list_contains($1, agency_id) ORDER BY report_id",
        params=[list(ASKED_ABOUT)],
    )
    return [{**OTHERS, **row} for row in rows.to_arrow_table().to_pylist()]


def bound(query: Query, bindings: list[Params]) -> list[Params]:
    """The bindings that differ in what the query asks for."""
    return list({str([of[name] for name in query.params]): of for of in bindings}.values())


@pytest.mark.parametrize("query_id", PORTABLE)
def test_both_engines_say_the_same(engines: Engines, bindings: list[Params], query_id: str) -> None:
    rows = 0
    for params in bound(ALL[query_id], bindings):
        first = engines.ask_first(ALL[query_id], params)
        second = engines.ask_second(ALL[query_id], params)
        assert are_same(first, second), f"{params}\n{first.to_pylist()}\n{second.to_pylist()}"
        rows += first.num_rows
    assert (rows == 0) == (query_id in WITHOUT_ROWS)


@pytest.mark.parametrize("query_id", NOT_PORTABLE)
def test_what_is_listed_still_cannot_run_on_the_second_engine(
    engines: Engines, bindings: list[Params], query_id: str
) -> None:
    engines.ask_first(ALL[query_id], bindings[0])
    with pytest.raises(Exception, match=r"\w"):  # the engine has one class for every error
        engines.ask_second(ALL[query_id], bindings[0])


def test_the_list_names_queries_that_exist_once_each_and_no_measure() -> None:
    assert len(NOT_PORTABLE) == len(set(NOT_PORTABLE))
    assert set(NOT_PORTABLE) <= ALL.keys()
    assert not [query_id for query_id in NOT_PORTABLE if query_id.startswith("metrics/")]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_documentation_says_how_many_run_on_both(folder: str) -> None:
    told = (PROJECT / "docs" / "portability.md").read_text("utf-8")
    runs = [query_id for query_id in PORTABLE if query_id.startswith(f"{folder}/")]
    assert f"| `{folder}/` | {len(queries_in(folder))} | {len(runs)} |" in told


@pytest.mark.parametrize(
    ("first", "second", "is_same"),
    [
        ([Decimal("2.50"), None], [None, Decimal("2.5")], True),
        ([3], [Decimal(3)], True),
        ([0.1 + 0.2], [0.3], True),
        ([0.3], [0.3 + 1e-9], False),
        ([None], [0], False),
        ([None], [""], False),
        ([True], [1], False),
        ([1, 1], [1], False),
        ([Decimal("0.000000000000001")], [Decimal(0)], False),
    ],
)
def test_answers_are_compared_value_by_value(
    first: list[object], second: list[object], is_same: bool
) -> None:
    tables = [pa.table({"value": pa.array(values)}) for values in (first, second)]
    assert are_same(*tables) is is_same
