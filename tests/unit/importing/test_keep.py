"""From an upload to the warehouse and back, also when two do it at once or a build fails."""

from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import pytest

from annual_reports.errors import AnnualReportsError
from annual_reports.importing import Arrival, Claim, Shelf, keep, new_agency, undo
from annual_reports.importing import unfold_uploads as unfold
from annual_reports.locks import locked
from annual_reports.pipeline import build_warehouse, imports_in, registry_of
from annual_reports.reading import Outcome
from annual_reports.warehouse import open_warehouse
from tests.unit.importing.uploads import Tree, arrival, plainly, revisions, upload

BEFORE = [("pingtan-2019", True, 2019), ("pingtan-2020", True, 2020)]


def test_the_name_of_a_new_agency_is_no_markup() -> None:
    agency = new_agency("某市![x](https://x/p.png)<b>局", "某省/<i>某市", "city", "department")
    assert (agency.name, agency.region_path) == ("某市x(https://x/p.png)b局", "某省/i某市")


def test_an_imported_report_is_in_the_warehouse_and_can_be_taken_out(builds: Path) -> None:
    kept = keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly)
    assert kept.numbers == ("00001",)
    assert revisions(builds) == [*BEFORE, ("pingtan-2021", True, 2021)]
    assert sum(kept.result.fresh.values()) == 1
    undo(builds, kept.numbers, plainly)
    assert revisions(builds) == BEFORE
    assert Shelf(imports_in(builds)).manifest() == []


def test_an_import_of_a_year_that_is_held_becomes_the_current_revision(builds: Path) -> None:
    """Whatever the two files say of the day they were published."""
    undated = upload("pingtan-2020.html", (">20<", ">26<"), ("2021-03-05", ""))
    keep(builds, [arrival(builds, undated)], plainly)
    assert revisions(builds) == [
        ("pingtan-2019", True, 2019),
        ("pingtan-2020", False, 2020),
        ("pingtan-2020-r2", True, 2020),
    ]
    again = arrival(builds, upload("pingtan-2020.html", (">20<", ">27<")))
    kept = keep(builds, [again], plainly)
    assert revisions(builds)[-1] == ("pingtan-2020-r3", True, 2020)
    changes = open_warehouse(builds).ask("report_changes", report_id="pingtan-2020-r3")
    assert set(changes["old_raw"]) == {"26"}
    undo(builds, kept.numbers, plainly)
    assert revisions(builds)[-1] == ("pingtan-2020-r2", True, 2020)


def test_imports_stay_when_the_warehouse_is_built_again(builds: Path, tmp_path: Path) -> None:
    keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly)
    build_warehouse([tmp_path / "reports"], to=builds, with_demo=False)
    assert ("pingtan-2021", True, 2021) in revisions(builds)


def test_a_corrected_year_is_the_year_of_the_report(builds: Path) -> None:
    """Also where the very bytes are held under another year."""
    keep(builds, [arrival(builds, upload("pingtan-2020.html"), year=2018)], plainly)
    assert revisions(builds) == [("pingtan-2018", True, 2018), ("pingtan-2019", True, 2019)]


def test_bytes_that_are_held_can_be_given_to_another_agency(builds: Path) -> None:
    agency = new_agency("某市某局", "某省 / 某市/", "city", "department")
    (item,) = unfold([upload("pingtan-2020.html")])
    keep(builds, [Arrival(item.name, item.data, Claim(agency), is_new=True)], plainly)
    assert (f"{agency.agency_id}-2020", True, 2020) in revisions(builds)
    held = open_warehouse(builds).ask("selectable_agencies").set_index("agency_id")
    assert held.loc[agency.agency_id, "region_path"] == "某省/某市"
    assert held.loc[agency.agency_id, "level"] == "city"


def test_an_agency_registered_with_a_report_goes_with_it(builds: Path) -> None:
    agency = new_agency("某市某局", "", "county", "other")
    one, two = unfold([upload("yandu-coop-2019.html"), upload("pingtan-2021.html")])
    arrivals = [Arrival(item.name, item.data, Claim(agency), is_new=True) for item in (one, two)]
    kept = keep(builds, arrivals, plainly)
    undo(builds, kept.numbers[:1], plainly)
    assert registry_of(builds).agency(agency.agency_id) is not None
    undo(builds, kept.numbers[1:], plainly)
    assert registry_of(builds).agency(agency.agency_id) is None
    assert revisions(builds) == BEFORE


def test_what_is_not_there_cannot_be_undone(builds: Path) -> None:
    kept = keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly)
    undo(builds, kept.numbers, plainly)
    for number in (*kept.numbers, "99999", "../facts", ".removed"):
        with pytest.raises(AnnualReportsError) as gone:
            undo(builds, [number], plainly)
        assert gone.value.code == "import-gone"


def test_a_number_is_never_used_twice(builds: Path) -> None:
    kept = keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly)
    undo(builds, kept.numbers, plainly)
    again = keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly)
    assert again.numbers == ("00002",)


def test_two_who_import_at_once_lose_nothing(builds: Path) -> None:
    shelf = Shelf(imports_in(builds))
    arrivals = [arrival(builds, upload("pingtan-2021.html"))] * 5

    def put() -> None:
        for one in arrivals:
            shelf.put([one])

    writers = [Thread(target=put) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [row["number"] for row in shelf.manifest()] == [f"{n:05}" for n in range(20, 0, -1)]


def test_a_second_build_at_the_same_time_is_refused_and_nothing_is_kept(
    builds: Path, tree: Tree
) -> None:
    shelf = imports_in(builds)
    with locked(builds / "build.lock"), pytest.raises(AnnualReportsError) as busy:
        keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly, wait=0.1)
    assert "另一次建库正在进行" in busy.value.message("zh")
    assert not [path for path in tree() if path.is_relative_to(shelf / "00001")]
    assert Shelf(shelf).manifest() == []
    assert revisions(builds) == BEFORE


def test_an_import_that_is_broken_off_leaves_all_as_it_was(builds: Path) -> None:
    kept = keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly)

    def broken_off(outcomes: Iterable[Outcome], total: int) -> Iterable[Outcome]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        keep(builds, [arrival(builds, upload("pingtan-2022.html"))], broken_off)
    with pytest.raises(KeyboardInterrupt):
        undo(builds, kept.numbers, broken_off)
    assert [row["number"] for row in Shelf(imports_in(builds)).manifest()] == ["00001"]
    build_warehouse([builds.parent / "reports"], to=builds, with_demo=False)
    assert revisions(builds) == [*BEFORE, ("pingtan-2021", True, 2021)]


def test_a_correction_that_no_longer_fits_stops_the_import(builds: Path) -> None:
    folder = builds.parent / "reports"
    entry = (
        '[[corrections]]\nagency_id = "pingtan"\nyear = 2020\n'
        'cell = "3/closed_total/natural_person"\nold = "20"\nnew = 26\n'
        'reason = "r"\nwho = "w"\nwhen = "2026-01-01"\n'
    )
    (folder / "corrections.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(AnnualReportsError) as stale:
        keep(builds, [arrival(builds, upload("pingtan-2020.html", (">20<", ">27<")))], plainly)
    assert stale.value.code == "correction-stale"
    assert revisions(builds) == BEFORE
    assert Shelf(imports_in(builds)).manifest() == []


def test_a_disk_that_cannot_be_written_keeps_nothing(
    builds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrivals = [arrival(builds, upload(f"pingtan-{year}.html")) for year in (2021, 2022)]
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "pingtan-2022.html":
            raise OSError(28, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(AnnualReportsError) as failed:
        keep(builds, arrivals, plainly)
    assert "No space left" in failed.value.message("zh")
    assert not list(imports_in(builds).glob("0*"))
    assert revisions(builds) == BEFORE


@pytest.mark.parametrize("left", [None, "", '{"paths": 3}', '{"paths": ["a.ht'])
def test_a_warehouse_of_unknown_making_is_not_built_over(builds: Path, left: str | None) -> None:
    recipe = builds / "built_from.json"
    if left is None:
        recipe.unlink()
    else:
        recipe.write_text(left, encoding="utf-8")
    with pytest.raises(AnnualReportsError) as unknown:
        keep(builds, [arrival(builds, upload("pingtan-2021.html"))], plainly)
    assert unknown.value.code == "recipe-missing"
    assert revisions(builds) == BEFORE
    assert Shelf(imports_in(builds)).manifest() == []
