"""unpublished.csv: what it must say, and the line that is named where it does not."""

from datetime import date
from pathlib import Path

import pytest

from annual_reports.errors import InvalidRegistry
from annual_reports.i18n import LANGS
from annual_reports.pipeline import DATA, build_warehouse
from annual_reports.registry import Registry, read_registry
from annual_reports.unpublished import Nonpublication
from annual_reports.warehouse import open_warehouse
from tests.support import ALL_SUBMISSIONS

AGENCIES = (
    "agency_id,name,name_en,region_path,level,kind,active_from,active_until\n"
    "a,甲局,A,省/市,city,department,2020,2023\n"
    "b,乙局,B,省/市,city,department,,\n"
)
HEAD = "agency_id,year,source,who,stated_on,note\n"
LINE = "a,2022,网站无该年报,王,2023-02-10,已督促\n"


def registry(tmp_path: Path, *contents: str | bytes) -> Registry:
    """The registry of these unpublished.csv."""
    (tmp_path / "agencies.csv").write_text(AGENCIES, encoding="utf-8")
    files = []
    for number, content in enumerate(contents):
        files.append(tmp_path / f"{number}" / "unpublished.csv")
        files[-1].parent.mkdir()
        raw = content.encode("utf-8-sig") if isinstance(content, str) else content
        files[-1].write_bytes(raw)
    return read_registry([tmp_path / "agencies.csv"], [], [*files, tmp_path / "none.csv"])


def test_every_line_is_one_report_that_was_not_published(tmp_path: Path) -> None:
    assert registry(tmp_path, HEAD + LINE, HEAD + LINE.replace("2022", "2021")).unpublished == (
        Nonpublication("a", 2022, "网站无该年报", "王", date(2023, 2, 10), "已督促"),
        Nonpublication("a", 2021, "网站无该年报", "王", date(2023, 2, 10), "已督促"),
    )


@pytest.mark.parametrize(
    ("lines", "line", "found"),
    [
        (LINE.replace("a,", "nobody,", 1), 2, "agency_id = nobody"),
        (LINE.replace("网站无该年报", " "), 2, "source = ''"),
        (LINE.replace("王", ""), 2, "who = ''"),
        (LINE.replace("2023-02-10", ""), 2, "stated_on = ''"),
        (LINE.replace("2023-02-10", "2023年2月10日"), 2, "2023年2月10日"),
        (LINE.replace("2022", "二〇二二"), 2, "二〇二二"),
        (LINE.replace("2023-02-10", "2022-12-31"), 2, "stated_on = 2022-12-31"),
        (LINE.replace("2022", "2019"), 2, "a 2019"),
        (LINE.replace("2022", "2024").replace("2023-", "2025-"), 2, "a 2024"),
        (LINE.replace("a,2022", "b,2018"), 2, "b 2018"),
        (LINE + LINE, 3, "a 2022 ×2"),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, lines: str, line: int, found: str) -> None:
    with pytest.raises(InvalidRegistry) as refused:
        registry(tmp_path, HEAD + lines)
    for lang in LANGS:
        said = refused.value.message(lang)
        assert "unpublished.csv" in said
        assert str(line) in said
        assert found in said


def test_the_same_report_in_two_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRegistry, match="a 2022 ×2"):
        registry(tmp_path, HEAD + LINE, HEAD + LINE)


def test_a_file_saved_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidRegistry, match=r"line 2.*UTF-8"):
        registry(tmp_path, (HEAD + LINE).encode("gb18030"))


def test_a_build_knows_what_the_folder_beside_the_reports_says(tmp_path: Path) -> None:
    """A pictures-only file that the manifest places, and a report known not to be published."""
    folder = tmp_path / "in"
    folder.mkdir()
    shipped = (DATA / "reports" / "yandu-coop-2019.html").read_bytes()
    (folder / "yandu-coop-2019.html").write_bytes(shipped)
    (folder / "scan.html").write_text("<img src='a.png'><p>图</p>", encoding="utf-8")
    manifest = "file,agency_id,year\nin/yandu-coop-2019.html,yandu-coop,2019\n"
    (folder / "manifest.csv").write_text(manifest + "in/scan.html,yandu-coop,2020\n", "utf-8")
    stated = HEAD + "yandu-coop,2021,网站无该年报,王,2022-02-10,\n"
    (folder / "unpublished.csv").write_text(stated, encoding="utf-8")
    result = build_warehouse([folder], to=tmp_path / "build", with_demo=False)
    assert [refusal.code for refusal in result.refusals] == ["only-pictures"]
    chosen = {"is_demo": False, "region": None, "kinds": None, "agencies": None}
    held = open_warehouse(tmp_path / "build")
    frame = held.ask("submissions", **chosen, **ALL_SUBMISSIONS, year_from=2019, year_to=2022)
    assert frame.set_index("year")["state"].to_dict() == {
        2019: "undated", 2020: "unusable", 2021: "unpublished", 2022: "missing",
    }  # fmt: skip


def test_what_the_demo_leaves_unpublished_is_partly_known() -> None:
    demo = DATA / "demo"
    known = read_registry([demo / "agencies.csv"], [], [demo / "unpublished.csv"])
    assert {(entry.agency_id, entry.year) for entry in known.unpublished} == {
        ("demo-audit", 2019), ("demo-state-assets", 2021), ("demo-zone-hightech", 2024),
    }  # fmt: skip
