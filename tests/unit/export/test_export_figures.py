from datetime import date
from pathlib import Path

import pytest

from annual_reports.errors import InvalidRegistry
from annual_reports.export import (
    Imprint,
    printed_cells,
    read_figures,
    report_from_figures,
    write_from_figures,
    write_manifest_reports,
)
from annual_reports.form import form_by_code
from annual_reports.registry import Agency, ManifestEntry, Registry
from tests.unit.export.html_grid import grids

HEADER = "table,row,column,value\n"


@pytest.fixture
def figures_csv(tmp_path: Path) -> Path:
    path = tmp_path / "sample-2019.csv"
    path.write_text(
        HEADER
        + "2,procurement,projects,3\n2,procurement,amount,75394432.52\n"
        + "3,disclosed,total,12\n3,disclosed,research,\n",
        encoding="utf-8",
    )
    return path


def test_figures_keep_their_spelling_and_blanks(figures_csv: Path) -> None:
    figures = read_figures(figures_csv)
    assert figures["2", "procurement", "amount"] == "75394432.52"
    assert figures["3", "disclosed", "research"] == ""


def test_unit_is_printed_where_the_label_has_none(figures_csv: Path) -> None:
    cells = report_from_figures(figures_csv, Imprint("示例市", 2019)).cells
    assert cells["2", "procurement", "amount"] == "75394432.52元"
    assert cells["2", "procurement", "projects"] == "3"
    assert cells["3", "disclosed", "research"] == ""


def test_unit_is_not_added_to_what_is_no_number() -> None:
    key = ("2", "procurement", "amount")
    assert printed_cells(form_by_code("2019"), {key: "/"}) == {key: "/"}


def test_unit_is_not_repeated_where_the_label_has_it(tmp_path: Path) -> None:
    path = tmp_path / "fees.csv"
    path.write_text(HEADER + "2,fees,amount,5949.088667\n", encoding="utf-8")
    cells = report_from_figures(path, Imprint("示例市", 2023)).cells
    assert cells == {("2", "fees", "amount"): "5949.088667"}


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        ("table,row,value\n", 1, "table,row,value"),
        (HEADER + "3,disclosed,total,1\n3,disclosed,total,2\n", 3, "3/disclosed/total ×2"),
        (HEADER + "3,disclosed,total,1\n3,released,total,2\n", 3, "3/released/total"),
    ],
)
def test_faulty_figures_are_refused_with_their_line(
    tmp_path: Path, content: str, line: int, found: str
) -> None:
    path = tmp_path / "faulty.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidRegistry) as refusal:
        report_from_figures(path, Imprint("示例市", 2019))
    assert (refusal.value.facts["line"], refusal.value.facts["found"]) == (line, found)


def test_year_before_the_first_form_is_refused(figures_csv: Path) -> None:
    with pytest.raises(InvalidRegistry, match="2007"):
        report_from_figures(figures_csv, Imprint("示例市", 2007))


def test_report_is_written_into_a_new_folder(figures_csv: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "sample-2019.html"
    write_from_figures(figures_csv, Imprint("示例市", 2019, date(2020, 1, 2)), target)
    table = grids(target.read_text(encoding="utf-8"))["table-2"]
    assert table[-1] == ["政府集中采购", "3", "75394432.52元", "75394432.52元"]


def test_manifest_reports_take_name_date_and_source_from_the_registry(
    figures_csv: Path, tmp_path: Path
) -> None:
    agency = Agency("sample", "示例市", "Sample", "示例省/示例市", "city", "government")
    url = "https://example.org/r"
    entry = ManifestEntry("reports/sample-2019.html", "sample", 2019, date(2020, 1, 2), url)
    other = ManifestEntry("sample.txt", "sample", 2019)
    registry = Registry((agency,), (entry, other))
    paths = write_manifest_reports(registry, [figures_csv.parent], tmp_path / "data")
    assert paths == (tmp_path / "data" / "reports" / "sample-2019.html",)
    page = paths[0].read_text(encoding="utf-8")
    assert "示例市2019年" in page
    assert f"不含原文叙述。来源：{url}" in page
    with pytest.raises(FileNotFoundError, match="sample-2019"):
        write_manifest_reports(registry, [tmp_path / "data"], tmp_path)
