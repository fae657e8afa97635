"""The demo goes through the same extraction as any report: what is printed is what is read."""

from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from annual_reports.demo import write_demo
from annual_reports.export import OfficialReport
from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from annual_reports.registry import read_registry

Documents = dict[tuple[str, int], OfficialReport]


@pytest.fixture(scope="module")
def reports(
    tmp_path_factory: pytest.TempPathFactory, agencies_csv: Path, flaws_csv: Path
) -> dict[tuple[str, int], Report]:
    registry = read_registry([agencies_csv], [])
    written = write_demo(tmp_path_factory.mktemp("demo"), agencies_csv, flaws_csv).reports
    keys = [path.stem.rsplit("-", 1) for path in written]
    return {
        (agency_id, int(year)): extract_report(path, registry)
        for path, (agency_id, year) in zip(written, keys, strict=True)
    }


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text.removesuffix("元"))
    except InvalidOperation:
        return None


def test_every_printed_cell_is_read(
    reports: dict[tuple[str, int], Report], documents: Documents
) -> None:
    for key, report in reports.items():
        found = {cell.key: cell.value for cell in report.cells if cell.status != Status.ABSENT}
        printed = {cell: number(text) for cell, text in documents[key].cells.items()}
        assert found == printed, key


def test_every_report_is_known_by_agency_year_and_date(
    reports: dict[tuple[str, int], Report], documents: Documents
) -> None:
    for (agency_id, year), report in reports.items():
        identity = report.identity
        assert (identity.agency_id, identity.year) == (agency_id, year)
        assert identity.published_on == documents[agency_id, year].published_on


def test_only_planted_reports_give_problems(reports: dict[tuple[str, int], Report]) -> None:
    troubled = {key for key, report in reports.items() if report.problems}
    assert troubled <= {
        ("demo-town-shuangta", 2023),
        ("demo-state-assets", 2024),
        ("demo-veterans", 2022),
        ("demo-tax", 2020),
        ("demo-finance", 2023),  # a row twice
        ("demo-water", 2024),
        ("demo-culture-tourism", 2022),  # an unreadable cell
        ("demo-science", 2024),
        ("demo-science", 2022),  # the period of another year
        ("demo-town-shuangta", 2024),
    }
