"""What the prose of real reports states, taken down by hand: figures only, no sentence."""

import shutil
import subprocess
from pathlib import Path

import pytest

from annual_reports.extract import extract_report
from annual_reports.extract.narrative import figures_of
from annual_reports.facts import Report, Section
from annual_reports.registry import Agency, ManifestEntry, Registry

FOLDER = Path(__file__).parents[3] / "shared" / "reports"
REGISTRY = Registry(
    (
        Agency("pingtan", "平潭综合实验区", "Pingtan", "福建省/平潭", "city", "zone"),
        Agency("yandu-coop", "盐城市盐都区供销合作社", "Yandu", "江苏省/盐城市", "county", "other"),
    ),
    (ManifestEntry("yandu-coop-2019.txt", agency_id="yandu-coop", year=2019),),
)
STATED = {
    "yandu-coop-2019.txt": {"items_published 10 exact", "requests_received 0 none"},
    # its own parts add up to 2533
    "pingtan-2019.html": {"items_published 2599 exact", "items_parts 2533 exact"},
    # its parts add up to 2603
    "pingtan-2020.html": {
        "items_published 2602 exact",
        "items_parts 2603 exact",
        "requests_received 21 exact",
    },
    "pingtan-2021.html": {
        "items_published 2645 exact",
        "requests_received 70 exact",
        "requests_closed 69 exact",
        "carried_out 1 exact",
        "processing_fee 0 none",
    },
    "pingtan-2024.html": {
        "items_published 10407 exact",
        "policy_interpretations 96 exact",
        "requests_handled 218 exact",
    },
    "pingtan-2025.html": {
        "items_published 7700 approximate",
        "policy_interpretations 82 exact",
        "requests_received 154 exact",
        "requests_closed 148 exact",
        "carried_out 6 exact",
        "reviews 36 exact",
        "lawsuits 9 exact",
    },
}
# The 17 requests of hongze-2024 are those of the government's office alone and no total.
HONGZE = {"items_published 2428 exact", "policy_interpretations 7 exact"}

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real reports are not here")


def stated(report: Report) -> set[str]:
    bodies = {section.code: section.text for section in report.sections}
    for figure in report.figures:
        assert bodies[figure.section][figure.start : figure.end] == figure.raw
        assert figure.sentence in bodies[figure.section]
    return {f"{figure.code} {figure.value} {figure.exactness}" for figure in report.figures}


@pytest.mark.parametrize("name", sorted(STATED))
def test_what_the_prose_states_is_found(name: str) -> None:
    assert stated(extract_report(FOLDER / name, REGISTRY)) == STATED[name]


def test_the_encoding_makes_no_difference() -> None:
    report = extract_report(FOLDER / "pingtan-2024-gbk.html", REGISTRY)
    assert stated(report) == STATED["pingtan-2024.html"]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_an_offices_requests_are_not_its_governments() -> None:
    path = FOLDER / "hongze-2024.pdf"
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603
    overview = text.split("一、总体情况")[1].split("二、主动公开政府信息情况")[0]
    section = Section("overview", "一、总体情况", overview)
    figures = figures_of([section], 2024, ("淮安市洪泽区人民政府",))
    assert {f"{figure.code} {figure.value} {figure.exactness}" for figure in figures} == HONGZE


def test_no_section_is_read_with_another_years_eyes() -> None:
    report = extract_report(FOLDER / "pingtan-2025.html", REGISTRY)
    codes = {figure.code for figure in figures_of(report.sections, 2024)}
    assert "items_published" not in codes
    assert "carried_out" not in codes
