"""Real reports against their cells as two readers took them down by hand."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import which

import pytest

from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from annual_reports.registry import Agency, ManifestEntry, Registry

FOLDER = Path(__file__).parents[3] / "shared" / "reports"
PINGTAN = Agency(
    "pingtan",
    "平潭综合实验区",
    "Pingtan Comprehensive Pilot Zone",
    "福建省/平潭综合实验区",
    "city",
    "zone",
    aliases=("平潭综合实验区管委会", "平潭综合实验区党工委管委会", "平潭县人民政府"),
)
YANDU = Agency(
    "yandu-coop", "盐城市盐都区供销合作社", "Yandu", "江苏省/盐城市/盐都区", "county", "other"
)
HONGZE = Agency(
    "hongze",
    "淮安市洪泽区",
    "Hongze",
    "江苏省/淮安市/洪泽区",
    "county",
    "government",
    aliases=("淮安市洪泽区人民政府",),
)
REGISTRY = Registry(
    (PINGTAN, YANDU, HONGZE),
    (ManifestEntry("yandu-coop-2019.txt", agency_id="yandu-coop", year=2019),),
)
IDENTITIES = {
    "pingtan-2019.html": ("pingtan", 2019, "2019", date(2020, 1, 20)),
    "pingtan-2020.doc": ("pingtan", 2020, "2019", date(2021, 3, 5)),
    "pingtan-2020.html": ("pingtan", 2020, "2019", date(2021, 3, 5)),
    "pingtan-2021.html": ("pingtan", 2021, "2021", date(2022, 2, 8)),
    "pingtan-2024.html": ("pingtan", 2024, "2021", date(2025, 3, 10)),
    "pingtan-2024-gbk.html": ("pingtan", 2024, "2021", date(2025, 3, 10)),
    "pingtan-2024-unruled.pdf": ("pingtan", 2024, "2021", date(2025, 3, 10)),
    "pingtan-2025.html": ("pingtan", 2025, "2021", date(2026, 3, 10)),
    "pingtan-2025.pdf": ("pingtan", 2025, "2021", date(2026, 3, 10)),
    "hongze-2024.pdf": ("hongze", 2024, "2021", None),
    "yandu-coop-2019.txt": ("yandu-coop", 2019, "2019", None),
}
OLD_ROWS = {"hongze-2024.pdf"}  # a single row for other outcomes on form 2021
SIX = ["overview", "proactive", "requests", "disputes", "problems", "other_matters"]

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real reports are not here")


@pytest.fixture(scope="module", params=sorted(IDENTITIES))
def golden(request: pytest.FixtureRequest) -> tuple[str, Report]:
    if request.param.endswith(".doc") and not (which("soffice") or which("libreoffice")):
        pytest.skip("no LibreOffice on this machine to convert the document")
    return request.param, extract_report(FOLDER / request.param, REGISTRY)


def expected_values(name: str) -> dict[tuple[str, str, str], Decimal | None]:
    stem = Path(name).stem.removesuffix("-gbk").removesuffix("-unruled")
    with (FOLDER / f"{stem}.expected.csv").open(encoding="utf-8", newline="") as stream:
        return {
            (row["table"], row["row"], row["column"]): Decimal(row["value"])
            if row["value"]
            else None
            for row in csv.DictReader(stream)
        }


def test_every_cell_is_as_printed(golden: tuple[str, Report]) -> None:
    name, report = golden
    found = {cell.key: cell.value for cell in report.cells if cell.status is not Status.ABSENT}
    expected = expected_values(name)
    assert len(expected) >= (186 if name in OLD_ROWS else 198)
    assert found == expected


def test_printed_decimals_are_kept(golden: tuple[str, Report]) -> None:
    name, report = golden
    expected = {key: str(value) for key, value in expected_values(name).items()}
    found = {cell.key: str(cell.value) for cell in report.cells}
    assert {key: found[key] for key in expected} == expected


def test_every_cell_leads_back_to_its_place(golden: tuple[str, Report]) -> None:
    _, report = golden
    places = [cell.locator for cell in report.cells if cell.status is not Status.ABSENT]
    assert all(places)
    assert len(set(places)) == len(places)


def test_nothing_is_unreadable_or_doubtful(golden: tuple[str, Report]) -> None:
    _, report = golden
    assert not [cell for cell in report.cells if cell.status is Status.UNREADABLE]
    assert report.problems == ()


def test_identity_is_found(golden: tuple[str, Report]) -> None:
    name, report = golden
    identity = report.identity
    found = (identity.agency_id, identity.year, identity.form, identity.published_on)
    assert found == IDENTITIES[name]
    assert {item.field for item in identity.evidence} >= {"agency", "year", "form"}


def test_six_sections_are_found(golden: tuple[str, Report]) -> None:
    _, report = golden
    assert [section.code for section in report.sections] == SIX
    assert not any("本年新收" in section.text for section in report.sections)


def test_units_are_printed_or_the_forms() -> None:
    if not (FOLDER / "pingtan-2019.html").exists():
        pytest.skip("no real reports")
    for name, row, column, unit in (
        ("pingtan-2019.html", "procurement", "amount", "元"),
        ("pingtan-2021.html", "fees", "amount", "万元"),
        ("pingtan-2021.html", "licensing", "decisions", ""),
    ):
        cells = {cell.key: cell for cell in extract_report(FOLDER / name, REGISTRY).cells}
        assert cells["2", row, column].unit == unit


def test_a_report_that_names_no_agency_says_so() -> None:
    report = extract_report(FOLDER / "yandu-coop-2019.txt", Registry((PINGTAN, YANDU)))
    assert report.identity.agency_id is None
    assert report.identity.year == 2019
    assert [problem.code for problem in report.problems] == ["agency-unknown"]
