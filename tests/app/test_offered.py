"""What there is to choose from, by kind of data and by region, and who stands beside whom."""

from pathlib import Path

import pytest

from annual_reports.pipeline import BuildResult
from annual_reports.registry import Registry
from annual_reports.ui import data
from annual_reports.ui.offered import Offered, agencies_within, offered, offered_in
from annual_reports.warehouse import publish
from tests.support import agency, facts_of, report

REGIONS = {
    "own": "A", "other": "A-B", "below": "A/C", "deep": "A/C/D", "near": "A0", "longer": "AB",
    "nowhere": "",
}  # fmt: skip
pytestmark = pytest.mark.usefixtures("_clean_caches")


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Agencies in regions of like names: one without reports, one with two, and a fictional one."""
    to = tmp_path_factory.mktemp("regions")
    known = [
        agency(name, region_path=path, kind="zone" if name == "deep" else "department")
        for name, path in REGIONS.items()
    ]
    fiction = agency("fiction", region_path="A", is_demo=True)
    filed = [report(name, 2023) for name in ("fiction", *REGIONS) if name != "other"]
    filed.append(report("below", 2021))
    publish(to, Registry((*known, fiction)), *facts_of(filed))
    return to


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch, builds: Path) -> Offered:
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(builds))
    return offered_in(is_demo=False)


def test_each_kind_of_data_offers_its_own(real: Offered) -> None:
    assert set(real.agencies["agency_id"]) == set(REGIONS)
    assert real.regions == ("A", "A-B", "A/C", "A/C/D", "A0", "AB")
    assert (real.kinds, real.years) == ({"department", "zone"}, range(2021, 2024))
    fiction = offered()[True]
    assert (fiction.held.ids, fiction.regions) == (["fiction"], ("A",))
    assert (fiction.kinds, fiction.years) == ({"department"}, range(2023, 2024))


@pytest.mark.parametrize(
    ("region", "kinds", "within"),
    [
        (None, (), set(REGIONS)),
        (None, ("zone",), {"deep"}),
        ("A", (), {"own", "below", "deep"}),
        ("A", ("department",), {"own", "below"}),
        ("A", ("other",), set()),
        ("A-B", (), {"other"}),
        ("A/C", (), {"below", "deep"}),
        ("A/C/D", (), {"deep"}),
        ("A0", (), {"near"}),
        ("A/", (), set()),
        ("Z", (), set()),
    ],
)
def test_within_a_region_are_its_own_agencies_and_those_of_regions_below(
    real: Offered, region: str | None, kinds: tuple[str, ...], within: set[str]
) -> None:
    found = agencies_within(real, region, kinds)["agency_id"].tolist()
    assert set(found) == within
    assert len(found) == len(within)


def test_every_region_shipped_has_whom_its_path_says(
    monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult]
) -> None:
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(shipped[0]))
    known = data.agencies()
    for is_demo, there in offered().items():
        own = known[known["is_demo"] == is_demo]
        for region in there.regions:
            is_within = (own["region_path"] + "/").str.startswith(f"{region}/")
            found = agencies_within(there, region, ())["agency_id"].tolist()
            assert found == own.loc[is_within, "agency_id"].tolist()


def test_agencies_with_reports_know_their_neighbours(real: Offered) -> None:
    held = real.held
    assert held.ids == ["nowhere", "own", "below", "deep", "near", "longer"]
    assert (held.first, held.first_with_two) == ("nowhere", "below")
    assert held.beside("nowhere") == ("", "own")
    assert held.beside("below") == ("own", "deep")
    assert held.beside("longer") == ("near", "")
    assert [held.row(name)["agency_id"] for name in held.ids] == held.ids
    fiction = offered_in(is_demo=True).held
    assert (fiction.beside("fiction"), fiction.first_with_two) == (("", ""), "fiction")


def test_without_reports_there_is_nobody_and_no_year(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    publish(tmp_path, Registry((agency("a"),)), *facts_of([]))
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(tmp_path))
    for there in offered().values():
        assert (there.held.first, there.held.first_with_two, there.years) == ("", "", range(0))
    assert offered_in(is_demo=False).agencies["agency_id"].tolist() == ["a"]
    assert offered_in(is_demo=True).agencies.empty


def test_what_is_offered_is_worked_out_once_a_build(real: Offered, tmp_path: Path) -> None:
    assert offered_in(is_demo=False) is real
    with pytest.MonkeyPatch.context() as elsewhere:
        publish(tmp_path, Registry((agency("a"),)), *facts_of([]))
        elsewhere.setenv("ANNUAL_REPORTS_BUILDS", str(tmp_path))
        assert offered_in(is_demo=False).agencies["agency_id"].tolist() == ["a"]
