"""Real annexes of the years before 2019 against their cells as two readers took them down.

The figures in ``figures/`` were read from the pages by eye; here an independent reader of
HTML tables reads them a second time, and the extraction must agree with both.
"""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from tests.reports.test_goldens import FOLDER, REGISTRY

FIGURES = Path(__file__).parent / "figures"
PUBLISHED = {"pingtan-2016": date(2017, 1, 18), "pingtan-2018": date(2019, 1, 10)}
ORDER = {  # the rows as they are printed
    "pingtan-2016": (
        "documents_published", "via_website", "via_gazette", "requests_received",
        "requests_in_person", "requests_online", "requests_by_letter_or_fax", "answers",
        "answers_disclosed", "answers_partly_disclosed", "answers_withheld", "answers_other",
        "fees_waived", "appeals_and_complaints", "reviews", "lawsuits",
    ),
}  # fmt: skip
ORDER["pingtan-2018"] = tuple(row for row in ORDER["pingtan-2016"] if row != "fees_waived")

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real reports are not here")


@pytest.fixture(scope="module", params=sorted(PUBLISHED))
def golden(request: pytest.FixtureRequest) -> tuple[str, Report]:
    return request.param, extract_report(FOLDER / f"{request.param}.html", REGISTRY)


def figures_of(name: str) -> dict[tuple[str, str], str]:
    with (FIGURES / f"{name}.expected.csv").open(encoding="utf-8", newline="") as stream:
        return {(line["row"], line["column"]): line["value"] for line in csv.DictReader(stream)}


def test_every_cell_is_as_printed(golden: tuple[str, Report]) -> None:
    name, report = golden
    found = {(cell.row, cell.column): cell.value for cell in report.cells}
    figures = figures_of(name)
    assert found == {key: Decimal(text) for key, text in figures.items() if key[1] != "unit"}
    assert {cell.status for cell in report.cells} == {Status.NUMBER}
    assert len(found) == {"pingtan-2016": 32, "pingtan-2018": 30}[name]


def test_every_unit_is_as_printed(golden: tuple[str, Report]) -> None:
    name, report = golden
    units = {row: text for (row, column), text in figures_of(name).items() if column == "unit"}
    assert {cell.row: cell.unit for cell in report.cells} == units


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_a_second_reader_takes_down_the_same(name: str) -> None:
    (table,) = pd.read_html(FOLDER / f"{name}.html", encoding="utf-8")
    lines = [tuple(map(str, line)) for line in table.itertuples(index=False)]
    year = name.removeprefix("pingtan-")
    if "指标名称" in lines[0]:
        assert lines.pop(0) == ("指标名称", "计量单位", f"{year}年度", "历年累计")
    figures = figures_of(name)
    columns = ("unit", "year", "cumulative")
    expected = [tuple(figures[row, column] for column in columns) for row in ORDER[name]]
    assert [line[1:] for line in lines] == expected


def test_whose_report_it_is(golden: tuple[str, Report]) -> None:
    name, report = golden
    identity = report.identity
    year = int(name.removeprefix("pingtan-"))
    assert (identity.agency_id, identity.year, identity.form) == ("pingtan", year, "legacy")
    assert identity.published_on == PUBLISHED[name]
    assert report.problems == ()


def test_the_sections_are_found(golden: tuple[str, Report]) -> None:
    name, report = golden
    fees = ["fees"] if name == "pingtan-2016" else []
    expected = ["overview", "proactive", "requests", *fees, "disputes", "problems", "annex"]
    assert [section.code for section in report.sections] == expected
