"""The command line: what it prints, where, and with which exit code."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annual_reports.cli import main
from annual_reports.commands.extract import FIELDS, FIGURE_FIELDS
from annual_reports.pipeline import DATA
from annual_reports.warehouse import open_warehouse
from tests.support import ALL_ROWS

REPORT = DATA / "reports" / "pingtan-2019.html"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
OTHER_FILES = {
    "empty.html": (b"", "文件没有内容"),
    "picture.png": (PNG, "图片"),
    "renamed.html": (PNG, "图片"),
    "letter.html": ("<html><body><p>通知</p></body></html>".encode(), "没有找到"),
    "cut.pdf": (b"%PDF-1.7\n%", "PDF"),
}


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_extract_prints_a_line_for_every_cell() -> None:
    result = run("extract", REPORT)
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert tuple(rows[0]) == FIELDS
    assert len(rows) == 198
    amount = next(row for row in rows if row["column"] == "amount")
    assert (amount["value"], amount["unit"], amount["raw"]) == (
        "75394432.52",
        "元",
        "75394432.52元",
    )
    assert {row["agency"] for row in rows} == {"平潭综合实验区"}
    assert {(row["year"], row["form"], row["status"]) for row in rows} == {
        ("2019", "2019", "number")
    }
    assert all(row["locator"] for row in rows)


def test_extract_prints_json_with_the_same_fields() -> None:
    rows = json.loads(run("extract", REPORT, "--format", "json").stdout)
    assert len(rows) == 198
    assert tuple(rows[0]) == FIELDS


def test_extract_prints_the_figures_stated_in_the_text(tmp_path: Path) -> None:
    source = (DATA / "reports" / "pingtan-2021.html").read_text(encoding="utf-8")
    heading = "<h2>一、总体情况</h2>"
    told = "<p>全年公开政府信息1.5万余条。未收取信息处理费。</p>"
    report = tmp_path / "told.html"
    report.write_text(source.replace(heading, heading + told), encoding="utf-8")
    result = run("extract", report, "--what", "figures")
    assert result.exit_code == 0
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert tuple(rows[0]) == FIGURE_FIELDS
    assert [(row["figure"], row["value"], row["unit"], row["exactness"]) for row in rows] == [
        ("items_published", "15000", "", "approximate"),
        ("processing_fee", "0", "元", "none"),
    ]
    assert [row["sentence"] for row in rows] == [
        "全年公开政府信息1.5万余条。",
        "未收取信息处理费。",
    ]


def test_a_report_with_mistakes_is_still_a_report() -> None:
    assert run("extract", DATA / "reports" / "pingtan-2020.html").exit_code == 0


@pytest.mark.parametrize("name", OTHER_FILES)
def test_extract_says_in_one_line_why_a_file_is_no_report(tmp_path: Path, name: str) -> None:
    content, reason = OTHER_FILES[name]
    path = tmp_path / name
    path.write_bytes(content)
    result = run("extract", path)
    assert result.exit_code == 2
    assert result.stdout.splitlines() == [",".join(FIELDS)]
    said = result.stderr.splitlines()
    assert len(said) == 1
    assert said[0].startswith(name) or name in said[0]
    assert reason in said[0]


def test_a_refused_file_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.touch()
    result = run("extract", path, REPORT)
    assert result.exit_code == 2
    assert len(result.stdout.splitlines()) == 1 + 198


def test_a_missing_file_is_named() -> None:
    result = run("extract", "no-such-report.html", "--lang", "en")
    assert result.exit_code == 2
    assert "no-such-report.html" in result.stderr
    assert "cannot be read" in result.stderr


def test_build_names_what_it_left_out_and_keeps_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, (content, _) in OTHER_FILES.items():
        (folder / name).write_bytes(content)
    (folder / "good.html").write_bytes(REPORT.read_bytes())
    result = run("build", folder, "--to", tmp_path / "build", "--lang", "en")
    assert result.exit_code == 0
    assert all(name in result.stderr for name in OTHER_FILES)
    assert "1 reports taken in, 5 files could not be read" in result.stderr
    held = open_warehouse(tmp_path / "build")
    assert held.connection.execute("SELECT report_id FROM reports").fetchall() == [
        ("pingtan-2019",)
    ]
    assert len(held.ask("unplaced_reports", **ALL_ROWS)) == 5


def test_build_of_nothing_readable_fails_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.touch()
    result = run("build", path, "--to", tmp_path / "build")
    assert result.exit_code == 1
    assert "没有一份报告能够读取" in result.stderr
    assert not (tmp_path / "build" / "CURRENT").exists()


def test_build_if_missing_leaves_a_warehouse_alone(tmp_path: Path) -> None:
    run("build", REPORT, "--to", tmp_path)
    before = (tmp_path / "CURRENT").read_text()
    assert run("build", "--to", tmp_path, "--if-missing").exit_code == 0
    assert (tmp_path / "CURRENT").read_text() == before


def test_own_registry_and_manifest_beside_the_reports_count(tmp_path: Path) -> None:
    (tmp_path / "agencies.csv").write_text(
        "agency_id,name,name_en,region_path,level,kind\n"
        "ours,我局,Our bureau,甲省/甲市,city,department\n",
        encoding="utf-8",
    )
    (tmp_path / "manifest.csv").write_text(
        "file,agency_id,year\na.html,ours,2020\n", encoding="utf-8"
    )
    (tmp_path / "a.html").write_bytes(REPORT.read_bytes())
    result = run("build", tmp_path, "--to", tmp_path / "build")
    assert result.exit_code == 0
    held = open_warehouse(tmp_path / "build")
    rows = held.connection.execute("SELECT agency_id, year FROM reports").fetchall()
    assert rows == [("ours", 2020)]


def test_a_build_of_own_files_expects_only_their_agencies(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.html").write_bytes(REPORT.read_bytes())
    (folder / "agencies.csv").write_text(
        "agency_id,name,name_en,region_path,level,kind\n"
        "ours,我局,Our bureau,甲省/甲市,city,department\n"
        "pingtan,平潭综合实验区,Renamed,福建省,city,zone\n",
        encoding="utf-8",
    )
    assert run("build", folder, "--to", tmp_path / "build").exit_code == 0
    rows = open_warehouse(tmp_path / "build").connection.execute(
        "SELECT agency_id, name_en FROM agencies ORDER BY agency_id"
    )
    assert rows.fetchall() == [("ours", "Our bureau"), ("pingtan", "Renamed")]


def test_facts_go_out_and_a_warehouse_comes_of_them(tmp_path: Path) -> None:
    run("build", REPORT, "--to", tmp_path / "one")
    exported = run("export-facts", tmp_path / "facts", "--to", tmp_path / "one", "--lang", "en")
    assert "facts of build" in exported.stderr
    built = run("build-facts", tmp_path / "facts", "--to", tmp_path / "two", "--lang", "en")
    assert "1 reports" in built.stderr
    one, two = (
        open_warehouse(tmp_path / name).connection.table("cells").fetchall()
        for name in ("one", "two")
    )
    assert len(one) == 198
    assert one == two


def test_facts_that_are_not_there_are_named(tmp_path: Path) -> None:
    result = run("build-facts", tmp_path / "nothing", "--to", tmp_path / "two")
    assert result.exit_code == 1
    assert "nothing" in result.stderr
    assert "export-facts" in result.stderr


def test_a_build_that_is_missing_is_made_again_of_the_facts_it_was_made_of(tmp_path: Path) -> None:
    run("build", REPORT, "--to", tmp_path / "one")
    run("export-facts", tmp_path / "facts", "--to", tmp_path / "one")
    run("build-facts", tmp_path / "facts", "--to", tmp_path / "two")
    for file in (tmp_path / "two").glob("warehouse-*"):
        file.unlink()
    assert run("build", "--if-missing", "--to", tmp_path / "two").exit_code == 0
    held = open_warehouse(tmp_path / "two").connection.table("reports").select("report_id")
    assert held.fetchall() == [("pingtan-2019",)]
