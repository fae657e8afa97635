"""The registry resolves names and files, and names the line that it cannot use."""

from datetime import date
from pathlib import Path

import pytest

from annual_reports.errors import InvalidRegistry
from annual_reports.registry import Registry, read_registry

HEAD = (
    "agency_id,name,name_en,region_path,level,kind,sector,is_consolidated,consolidated_into,"
    "former_names,aliases,active_from,active_until,merged_into,is_demo\n"
)
LINE = "a,甲市公安局,,甲省/甲市,city,department,公安,,,甲市公安处;甲公安,,2019,,,\n"


def agencies(tmp_path: Path, lines: str) -> Registry:
    path = tmp_path / "agencies.csv"
    path.write_text(HEAD + lines, encoding="utf-8-sig")
    return read_registry([path], [])


def test_former_names_and_width_lead_to_the_agency(tmp_path: Path) -> None:
    registry = agencies(tmp_path, LINE)
    for name in ("甲市公安局", "甲市公安处", "甲 公安", "甲市\u3000公安局"):
        found = registry.agency_named(name)
        assert found is not None
        assert found.agency_id == "a"
    assert registry.agency_named("甲市") is None


def test_a_former_name_may_have_its_last_year(tmp_path: Path) -> None:
    registry = agencies(tmp_path, LINE.replace("甲市公安处;", "甲市公安处@2020;"))
    found = registry.agency_named("甲市公安处")
    assert found is not None
    assert found.former_names == ("甲市公安处", "甲公安")
    assert found.named_until == (("甲市公安处", 2020),)


def test_what_a_name_may_tell_can_be_left_open(tmp_path: Path) -> None:
    found = agencies(tmp_path, LINE.replace("city,department,公安", ",,")).agency("a")
    assert found is not None
    assert (found.level, found.kind, found.sector) == ("", "", "")


@pytest.mark.parametrize(
    ("lines", "line", "found"),
    [
        (LINE.replace("city", "town"), 2, "level = town"),
        (LINE.replace("department", "bureau"), 2, "kind = bureau"),
        (LINE + LINE.replace("a,", "b,", 1), 3, "甲"),
        (LINE.replace(",2019,", ",19,"), 2, "19"),
        (LINE.replace("公安处;", "公安处@去年;"), 2, "去年"),
        (LINE.replace(",2019,,,", ",2019,,nobody,"), 0, "a → nobody"),
        (LINE.replace("a,", ",", 1), 2, "agency_id"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, lines: str, line: int, found: str) -> None:
    with pytest.raises(InvalidRegistry) as refused:
        agencies(tmp_path, lines)
    assert f"line {line}" in str(refused.value)
    assert found in str(refused.value)


def test_the_manifest_entry_with_the_longest_fitting_path_counts(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    path.write_text(
        "file,agency_id,year,published_on,source_url,note\n"
        "report.html,a,2019,,,\n"
        "x/report.html,b,2020,2021-01-20,https://example.org/,\n",
        encoding="utf-8",
    )
    registry = read_registry([], [path])
    entry = registry.entry_for(Path("/somewhere/x/report.html"))
    assert entry is not None
    assert (entry.agency_id, entry.year) == ("b", 2020)
    assert entry.published_on == date(2021, 1, 20)
    other = registry.entry_for(Path("y/report.html"))
    assert other is not None
    assert other.agency_id == "a"
    assert registry.entry_for(Path("y/my-report.html")) is None


def test_files_that_do_not_exist_count_as_empty(tmp_path: Path) -> None:
    registry = read_registry([tmp_path / "none.csv"], [tmp_path / "none.csv"])
    assert (registry.agencies, registry.manifest) == ((), ())
