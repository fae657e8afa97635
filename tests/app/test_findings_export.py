"""Every finding in view, with all that is known of it, as CSV and as a workbook."""

import csv
from io import BytesIO, StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import openpyxl
import pytest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from annual_reports.ui import columns, findings_export, tables
from annual_reports.verdicts import FILE, Mark, Verdict, VerdictLog
from annual_reports.warehouse import open_warehouse
from tests.app.test_pages import run_page, words
from tests.support import ALL_FINDINGS, SELECTION

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


@pytest.mark.parametrize("lang", LANGS)
def test_the_headings_of_the_export_are_all_different(lang: str) -> None:
    named = [text(f"column.{name}", lang) for name in columns.FINDINGS_EXPORT]
    assert len(set(named)) == len(named)


def saved(monkeypatch: pytest.MonkeyPatch, builds: Path, **choices: str) -> dict[str, Any]:
    """What the page hands to its download buttons for the export."""
    seen: dict[str, Any] = {}

    def keep(title: str, make: Any, key: str, build_id: str, notes: Any) -> None:
        seen.update(frame=make(), notes=notes)
        tables.draw_downloads(title, make, key, build_id, notes)

    monkeypatch.setattr(findings_export, "draw_downloads", keep)
    app = run_page(monkeypatch, builds, "quality", data="real", **choices)
    return {**seen, "words": words(app)}


def test_all_findings_are_exported_with_verdict_value_question_and_source(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, tmp_path: Path
) -> None:
    builds = copytree(shipped[0], tmp_path / "builds")
    held = open_warehouse(builds)
    all_found = held.ask("findings_list", **{**SELECTION, **ALL_FINDINGS, "year_from": 2016})
    wrong = all_found[(all_found["report_id"] == "pingtan-2020") & (all_found["found"] == 20)]
    log = VerdictLog(builds / FILE)
    log.settle([Mark(*wrong.iloc[0][["finding_id", "values_hash"]])], Verdict.CONFIRMED, "王", "=1")
    export = saved(monkeypatch, builds)
    assert len(export["frame"]) == len(all_found)
    assert text("export.findings.how", "zh", n=len(all_found)) in export["words"]
    rows = list(csv.DictReader(StringIO(tables.csv_bytes(export["frame"]).decode("utf-8-sig"))))
    (row,) = [row for row in rows if row["发现编号"] == wrong.iloc[0]["finding_id"]]
    assert (row["实际数"], row["应为"], row["单元格代码"]) == (
        "20.0",
        "26.0",
        "3/closed_total/natural_person",
    )
    assert (row["原文"], row["单元格数值"], row["年报编号"]) == ("20", "20.0", "pingtan-2020")
    assert (row["核实结果"], row["经办人"], row["核实说明"]) == ("属实", "王", "'=1")
    assert row["核实时间"]
    assert row["请机关确认"]
    assert row["来源网址"].startswith("https://www.pingtan.gov.cn/")
    book = openpyxl.load_workbook(BytesIO(tables.xlsx_bytes(export["frame"], "t", export["notes"])))
    assert book["t"].max_row == len(all_found) + 1
    noted = dict(book["说明 Notes"].iter_rows(values_only=True))
    assert noted["年度"] == "2016–2025"
    assert noted["条数"] == str(len(all_found))


@pytest.mark.parametrize("lang", LANGS)
def test_the_export_follows_the_filters_and_says_which(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    export = saved(monkeypatch, shipped[0], rule="t4-total", lang=lang)
    assert len(export["frame"]) == 2
    notes = export["notes"]
    assert notes[text("choose.rule", lang)] == export["frame"][text("column.title", lang)].iloc[0]
    assert notes[text("choose.verdict", lang)] == text("choose.verdict.all", lang)
    wrong = saved(monkeypatch, shipped[0], rule="no-such-rule", lang=lang)
    assert wrong["notes"][text("choose.rule", lang)] == text("choose.rule.all", lang)


def test_nothing_to_export_draws_no_button(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    assert "frame" not in saved(monkeypatch, shipped[0], verdict="corrected")
