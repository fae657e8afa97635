"""Builds are published whole or not at all, and the same files give the same cells."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from annual_reports.errors import MissingWarehouse, UnreadableFile
from annual_reports.facts import Problem, Report
from annual_reports.registry import Registry
from annual_reports.warehouse import (
    current_build_id,
    facts_path,
    open_warehouse,
    publish,
    publish_facts,
)
from annual_reports.warehouse.builds import build_ids, drop_old_builds
from tests.support import ALL_ROWS, agency, facts_of, report, requests, warehouse

REGISTRY = Registry((agency("a"),))
CELLS = "SELECT * FROM cells ORDER BY report_id, table_code, row_code, column_code"


def reports() -> list[Report]:
    return [report("a", 2022, requests(new=2, disclosed=2)), report("a", 2023)]


def test_a_published_build_is_opened_and_says_which_it_is(tmp_path: Path) -> None:
    build = publish(tmp_path, REGISTRY, *facts_of(reports()))
    held = open_warehouse(tmp_path)
    assert held.build_id == build.build_id == current_build_id(tmp_path)
    assert held.connection.execute("SELECT count(*) FROM cells").fetchall() == [(400,)]


def test_building_again_reproduces_the_cells(tmp_path: Path) -> None:
    publish(tmp_path, REGISTRY, *facts_of(reports()))
    first = open_warehouse(tmp_path).connection.execute(CELLS).fetchall()
    publish(tmp_path, REGISTRY, *facts_of(list(reversed(reports()))))
    assert open_warehouse(tmp_path).connection.execute(CELLS).fetchall() == first


def test_an_open_reader_keeps_its_build(tmp_path: Path) -> None:
    publish(tmp_path, REGISTRY, *facts_of(reports()))
    old = open_warehouse(tmp_path)
    publish(tmp_path, REGISTRY, *facts_of([report("a", 2024)]))
    assert old.connection.execute("SELECT count(*) FROM reports").fetchall() == [(2,)]
    new = open_warehouse(tmp_path)
    assert new.connection.execute("SELECT count(*) FROM reports").fetchall() == [(1,)]


def test_a_failed_build_leaves_the_old_one_in_place(tmp_path: Path) -> None:
    build = publish(tmp_path, REGISTRY, *facts_of(reports()))
    twice = Registry((agency("a"), agency("a")))
    with pytest.raises(Exception, match=r"(?i)duplicate key"):
        publish(tmp_path, twice, *facts_of(reports()))
    assert current_build_id(tmp_path) == build.build_id
    assert open_warehouse(tmp_path).build_id == build.build_id


def test_facts_beside_a_build_make_the_same_build(tmp_path: Path) -> None:
    build = publish(tmp_path / "one", REGISTRY, *facts_of(reports()))
    again = publish_facts(tmp_path / "two", facts_path(tmp_path / "one", build.build_id))
    answers = [
        open_warehouse(tmp_path / name).connection.execute(CELLS).fetchall()
        for name in ("one", "two")
    ]
    assert len(answers[0]) == 400
    assert answers[0] == answers[1]
    assert not facts_path(tmp_path / "two", again.build_id).exists()


def test_facts_go_with_their_build(tmp_path: Path) -> None:
    for _ in range(3):
        publish(tmp_path, REGISTRY, *facts_of(reports()))
    drop_old_builds(tmp_path, 1)
    facts = sorted((path.name for path in tmp_path.glob("facts-*")), reverse=True)
    assert len(facts) == 2
    assert facts == [f"facts-{build_id}" for build_id in build_ids(tmp_path)]


def test_what_a_killed_build_left_of_facts_is_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "facts-0123.part" / "cells").mkdir(parents=True)
    build = publish(tmp_path, REGISTRY, *facts_of(reports()))
    assert list(tmp_path.glob("facts-*")) == [facts_path(tmp_path, build.build_id)]


def test_without_a_build_the_error_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(MissingWarehouse) as missing:
        open_warehouse(tmp_path)
    assert "python -m annual_reports build" in missing.value.advice("en")


def test_of_several_revisions_the_one_published_last_is_current() -> None:
    first = report("a", 2022, published_on=date(2023, 1, 10), path="z.html")
    mended = report("a", 2022, requests(new=1), published_on=date(2023, 3, 1), path="b.html")
    held = warehouse([agency("a")], [mended, first])
    filed = held.connection.execute(
        "SELECT report_id, is_current, path FROM reports ORDER BY report_id"
    )
    assert filed.fetchall() == [("a-2022", False, "z.html"), ("a-2022-r2", True, "b.html")]


def test_the_same_bytes_twice_are_one_report() -> None:
    held = warehouse([agency("a")], [report("a", 2022), report("a", 2022)])
    assert held.connection.execute("SELECT count(*) FROM reports").fetchall() == [(1,)]


def test_refusals_are_kept(tmp_path: Path) -> None:
    refusal = UnreadableFile("empty-file", file="x.html")
    publish(tmp_path, REGISTRY, *facts_of(reports()), [refusal])
    held = open_warehouse(tmp_path)
    assert held.ask("unplaced_reports", **ALL_ROWS)[["path", "code"]].values.tolist() == [
        ["x.html", "empty-file"]
    ]


def test_a_suggestion_is_kept_and_its_cell_is_not_changed(tmp_path: Path) -> None:
    said = Problem("suggest-joined-digits", "1 2", "12", "table 2", "3/disclosed/total=12")
    publish(tmp_path, REGISTRY, *facts_of([replace(report("a", 2023), problems=(said,))]))
    held = open_warehouse(tmp_path)
    problems = held.ask("report_problems", report_id="a-2023")
    assert problems["suggestion"].tolist() == ["3/disclosed/total=12"]
    where = "table_code = '3' AND row_code = 'disclosed' AND column_code = 'total'"
    (value,) = held.connection.execute(f"SELECT value FROM cells WHERE {where}").fetchall()  # noqa: S608
    assert value != (12,)


def test_an_unregistered_agency_is_kept_under_its_printed_name(tmp_path: Path) -> None:
    publish(tmp_path, Registry(), *facts_of(reports()))
    row = open_warehouse(tmp_path).ask("selectable_agencies").iloc[0]
    assert (row["name"], bool(row["is_registered"]), row["reports"]) == ("a", False, 2)


def test_amounts_come_out_of_the_warehouse_as_they_went_in(tmp_path: Path) -> None:
    amounts = ["75394432.52", "24252.311082", "73802895.90", "18651.123456789012", "4529123"]
    years = range(2021, 2021 + len(amounts))
    filed = [
        report("a", year, {"2/fees/amount": amount})
        for year, amount in zip(years, amounts, strict=True)
    ]
    publish(tmp_path, REGISTRY, *facts_of(filed))
    held = open_warehouse(tmp_path)
    for year, amount in zip(years, amounts, strict=True):
        cells = held.ask("report_cells", report_id=f"a-{year}")
        assert cells.loc[cells["row_code"] == "fees", "value"].tolist() == [float(amount)]
