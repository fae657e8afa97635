"""The whole data set: the ZIP holds what the warehouse holds, and explains every column."""

import csv
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow as pa
import pytest
from pyarrow import parquet

from annual_reports.i18n import LANGS
from annual_reports.warehouse import Warehouse
from annual_reports.warehouse.dataset import Extent, size_of, tables, write_dataset
from tests.support import SELECTION, agency, report, requests, warehouse

NAMES = {
    "agencies", "reports", "cells", "measures", "findings", "stated_figures", "form_cells",
}  # fmt: skip


@pytest.fixture(scope="module")
def held() -> Warehouse:
    """Agency a with a report that does not add up, b with one; m is fictional."""
    known = [agency("a"), agency("b", kind="zone"), agency("m", is_demo=True)]
    wrong = {**requests(new=40, disclosed=30, withheld_deliberative=10), "3/closed_total/total": 41}
    few = requests(new=3, disclosed=1, declined_repeat=2)
    reports = [
        report("a", 2023, wrong),
        report("a", 2024, {**few, "2/fees/amount": "1.5"}),
        report("b", 2024, {"3/new_requests/total": ""}),
        report("m", 2024, requests(new=9, disclosed=9)),
    ]
    return warehouse(known, reports)


def extent(**chosen: Any) -> Extent:
    return Extent({**SELECTION, **chosen}, "某市", "2019–2025")


def made(held: Warehouse, tmp_path: Path, **chosen: Any) -> ZipFile:
    said: list[str] = []
    target = tmp_path / "data.zip"
    files = write_dataset(
        held, extent(**chosen), target, lambda _, asked: said.append(asked.query_id)
    )
    assert said == [asked.query_id for asked in tables()]
    archive = ZipFile(target)
    assert archive.testzip() is None
    assert len(archive.namelist()) == files
    return archive


def rows(archive: ZipFile, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(
        BytesIO(archive.read(f"{name}.parquet"))
    ).to_pylist()
    return found


def test_all_real_reports_are_in_it_and_no_fiction(held: Warehouse, tmp_path: Path) -> None:
    archive = made(held, tmp_path)
    assert {name[:-8] for name in archive.namelist() if name.endswith(".parquet")} == NAMES
    assert [(row["agency_id"], row["year"]) for row in rows(archive, "reports")] == [
        ("a", 2023), ("a", 2024), ("b", 2024),
    ]  # fmt: skip
    assert [row["agency_id"] for row in rows(archive, "agencies")] == ["a", "b"]
    assert len(rows(archive, "cells")) == 3 * 200
    assert not any(row["is_demo"] for row in rows(archive, "reports"))


def test_values_are_exact_and_blanks_are_not_zero(held: Warehouse, tmp_path: Path) -> None:
    archive = made(held, tmp_path)
    of_cell = {
        (row["report_id"], row["table_code"], row["row_code"], row["column_code"]): row
        for row in rows(archive, "cells")
    }
    ids = {(row["agency_id"], row["year"]): row["report_id"] for row in rows(archive, "reports")}
    assert of_cell[ids["a", 2024], "2", "fees", "amount"]["value"] == Decimal("1.5")
    blank = of_cell[ids["b", 2024], "3", "new_requests", "total"]
    assert (blank["value"], blank["status"]) == (None, "blank")


def test_measures_carry_numerator_denominator_and_smallness(
    held: Warehouse, tmp_path: Path
) -> None:
    found = {
        (row["agency_id"], row["year"]): row
        for row in rows(made(held, tmp_path), "measures")
        if row["metric_id"] == "disclosure_rate"
    }
    small = found["a", 2024]  # 1 of 3 disclosed
    assert (small["numerator"], small["denominator"], small["is_small"]) == (1, 3, True)
    assert small["value"] == pytest.approx(1 / 3)
    assert found["a", 2023]["value"] == pytest.approx(30 / 41)
    assert not found["a", 2023]["is_small"]


def test_findings_come_with_their_verdicts(held: Warehouse, tmp_path: Path) -> None:
    found = rows(made(held, tmp_path, agencies=["a"], year_to=2023), "findings")
    assert {row["verdict"] for row in found} == {"open"}
    assert "t3-closed-sum" in {row["rule"] for row in found}


def test_a_selection_is_followed_and_its_size_is_told_before(
    held: Warehouse, tmp_path: Path
) -> None:
    chosen: dict[str, Any] = {"kinds": ["zone"], "year_from": 2024}
    archive = made(held, tmp_path, **chosen)
    told = size_of(held, extent(**chosen)).set_index("query_id")["rows"]
    for name in NAMES:
        assert told[f"dataset_{name}"] == len(rows(archive, name)), name
    assert told["dataset_reports"] == 1


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("is_demo", [True, False])
def test_the_readme_explains_every_column_and_says_what_is_fiction(
    held: Warehouse, tmp_path: Path, lang: str, is_demo: bool
) -> None:
    archive = made(held, tmp_path, is_demo=is_demo)
    said = archive.read(f"README.{lang}.md").decode("utf-8")
    assert held.build_id in said
    assert archive.read("BUILD").decode().strip() == held.build_id
    fiction = {"zh": "纯属虚构", "en": "entirely fictional"}[lang]
    assert (fiction in said) == is_demo
    for name in NAMES:
        section = said.split(f"{name}.parquet")[1].split("\n## ")[0]
        schema: pa.Schema = parquet.read_schema(BytesIO(archive.read(f"{name}.parquet")))
        for column in schema.names:
            assert f"| {column} | " in section


def test_measures_and_rules_are_in_dictionaries(held: Warehouse, tmp_path: Path) -> None:
    archive = made(held, tmp_path)
    read = {
        name: list(csv.DictReader(StringIO(archive.read(f"{name}.csv").decode("utf-8-sig"))))
        for name in ("metrics", "rules")
    }
    rate = next(row for row in read["metrics"] if row["metric_id"] == "disclosure_rate")
    assert rate["title_zh"] == "公开率"
    assert rate["below"] == "3/closed_total/total"
    assert rate["why"]
    assert "t3-balance" in {row["rule"] for row in read["rules"]}
