"""What the writer prints, the extraction reads back: cell by cell, with nothing left over."""

from decimal import Decimal
from pathlib import Path

import pytest

from annual_reports.export import OfficialReport, read_figures, write_official_html
from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from annual_reports.form import Form, form_by_code, uniform_forms
from annual_reports.registry import Registry, read_registry

ROOT = Path(__file__).parents[3]
OWN = ROOT / "tests" / "reports" / "figures"
SOURCES = [*(ROOT.parent / "shared" / folder for folder in ("reports", "figures")), OWN]
SHIPPED = sorted((ROOT / "data" / "reports").glob("*.html"))
Key = tuple[str, str, str]


@pytest.fixture(scope="module")
def registry() -> Registry:
    data = ROOT / "data"
    return read_registry([data / "agencies.csv"], [data / "manifest.csv"])


def read_back(cells: dict[Key, str], form: Form, folder: Path, registry: Registry) -> Report:
    path = folder / "report.html"
    document = OfficialReport(form.code, "宿迁市", form.first_year, cells)
    path.write_text(write_official_html(document), encoding="utf-8")
    return extract_report(path, registry)


def values(report: Report) -> dict[Key, Decimal | None]:
    return {cell.key: cell.value for cell in report.cells if cell.status is not Status.ABSENT}


def numbered(form: Form) -> dict[Key, str]:
    return {key: str(1000 + number) for number, key in enumerate(form.cell_keys)}


@pytest.mark.parametrize("form", [pytest.param(form, id=form.code) for form in uniform_forms()])
def test_every_cell_of_a_form_comes_back(form: Form, tmp_path: Path, registry: Registry) -> None:
    cells = numbered(form)
    report = read_back(cells, form, tmp_path, registry)
    assert values(report) == {key: Decimal(text) for key, text in cells.items()}
    assert (report.identity.agency_id, report.identity.year) == ("suqian", form.first_year)
    assert report.identity.form == form.code


@pytest.mark.parametrize("columns", [("year", "cumulative"), ("year",)])
def test_every_cell_of_an_annex_comes_back_with_its_unit(
    columns: tuple[str, ...], tmp_path: Path, registry: Registry
) -> None:
    form = form_by_code("legacy")
    cells = {key: text for key, text in numbered(form).items() if key[2] in columns}
    cells |= {("annex", "requests_received", "unit"): "条"}
    report = read_back(cells, form, tmp_path, registry)
    del cells["annex", "requests_received", "unit"]
    assert {cell.key: cell.value for cell in report.cells} == {
        key: Decimal(text) for key, text in cells.items()
    }
    assert report.problems == ()
    units = {cell.row: cell.unit for cell in report.cells}
    assert (units["requests_received"], units["answers"], units["funds"]) == ("条", "件", "万元")


def test_single_row_of_other_handling_comes_back(tmp_path: Path, registry: Registry) -> None:
    form = form_by_code("2021")
    row = form.table("3").row("other")
    cells = {key: text for key, text in numbered(form).items() if key[1] not in row.replaces}
    cells |= {("3", "other", column): str(7 + n) for n, column in enumerate(row.columns)}
    report = read_back(cells, form, tmp_path, registry)
    assert values(report) == {key: Decimal(text) for key, text in cells.items()}


def test_blank_dash_and_word_come_back_as_such(tmp_path: Path, registry: Registry) -> None:
    form = form_by_code("2021")
    odd = {
        ("3", "disclosed", "business"): ("", Status.BLANK),
        ("3", "disclosed", "research"): ("/", Status.DASH),
        ("2", "coercion", "decisions"): ("—", Status.DASH),
        ("4", "review", "pending"): ("无", Status.WORDS),
    }
    cells = numbered(form) | {key: text for key, (text, _) in odd.items()}
    report = read_back(cells, form, tmp_path, registry)
    found = {cell.key: cell.status for cell in report.cells if cell.key in odd}
    assert found == {key: status for key, (_, status) in odd.items()}


@pytest.mark.skipif(not SOURCES[0].exists(), reason="the source figures are not here")
@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SHIPPED])
def test_shipped_report_reads_as_its_figures(path: Path, registry: Registry) -> None:
    names = (f"{path.stem}.csv", f"{path.stem}.expected.csv")
    figures_csv = next(
        folder / name for folder in SOURCES for name in names if (folder / name).exists()
    )
    figures = read_figures(figures_csv)
    report = extract_report(path, registry)
    units = {key: text for key, text in figures.items() if key[2] == "unit"}
    assert values(report) == {
        key: Decimal(text) if text else None for key, text in figures.items() if key not in units
    }
    assert {(cell.table, cell.row, "unit"): cell.unit for cell in report.cells if units} == units
    agency_id, year = path.stem.rsplit("-", 1)
    assert (report.identity.agency_id, report.identity.year) == (agency_id, int(year))
