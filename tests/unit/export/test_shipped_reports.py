"""The reports shipped in data/ against the registry and, where present, their source figures."""

from pathlib import Path

import pytest

from annual_reports.export import write_manifest_reports
from annual_reports.registry import Registry, read_registry

ROOT = Path(__file__).parents[3]
DATA = ROOT / "data"
SHARED = [ROOT.parent / "shared" / folder for folder in ("reports", "figures")]
SOURCES = [*SHARED, ROOT / "tests" / "reports" / "figures"]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return read_registry([DATA / "agencies.csv"], [DATA / "manifest.csv"])


def test_every_shipped_report_is_in_the_manifest(registry: Registry) -> None:
    shipped = {f"reports/{path.name}" for path in (DATA / "reports").glob("*.html")}
    listed = {entry.file for entry in registry.manifest if entry.file.startswith("reports/")}
    assert shipped == listed
    assert len(shipped) == 15


def test_manifest_names_known_agencies_and_the_year_of_the_file(registry: Registry) -> None:
    for entry in registry.manifest:
        assert registry.agency(entry.agency_id or "")
        assert Path(entry.file).stem == f"{entry.agency_id}-{entry.year}"


def test_shipped_reports_hold_no_prose_but_date_and_note() -> None:
    for path in (DATA / "reports").glob("*.html"):
        body = path.read_text(encoding="utf-8").split("<body>")[1]
        assert body.count("<p>") == 0
        assert "不含原文叙述" in body


@pytest.mark.skipif(not SOURCES[0].exists(), reason="the source figures are not here")
def test_shipped_reports_are_what_the_writer_makes_of_the_figures(
    registry: Registry, tmp_path: Path
) -> None:
    for path in write_manifest_reports(registry, SOURCES, tmp_path):
        assert path.read_bytes() == (DATA / "reports" / path.name).read_bytes(), path.name
