"""Uploads checked beside what is held, whatever is known of them."""

from datetime import date
from pathlib import Path

from pandas.testing import assert_frame_equal

from annual_reports.importing import (
    Claim,
    Standing,
    Upload,
    check,
    look,
    new_agency,
    standing_of,
    unfold_uploads,
)
from annual_reports.pipeline import build_warehouse, registry_of
from annual_reports.warehouse import open_warehouse
from tests.unit.importing.uploads import checks, looked, upload

TOTAL = ("20", "26")  # of 平潭 2020: what is printed, what the outcomes add up to


def rules(found: object) -> set[str]:
    asked = found.warehouse.ask("report_findings", report_id=found.report_id)  # type: ignore[attr-defined]
    return set(asked["rule"])


def test_a_report_is_checked_in_itself(builds: Path) -> None:
    (found,) = checks(builds, upload("pingtan-2020.html"))
    assert rules(found) == {"t3-closed-sum"}


def test_carry_over_is_checked_against_the_report_held_of_last_year(builds: Path) -> None:
    source = upload("pingtan-2021.html").data.decode()
    assert "carry-over" not in {*rules(checks(builds, upload("pingtan-2021.html"))[0])}
    row = source.index("二、上年结转政府信息公开申请数量")
    changed = source[:row] + source[row:].replace(">0<", ">7<", 1)
    one = upload("pingtan-2021.html")._replace(data=changed.encode())
    (found,) = checks(builds, one)
    assert "carry-over" in rules(found)
    alone = check(looked(one), {}, registry_of(builds), None)
    assert "carry-over" not in rules(next(iter(alone.values())))


def test_two_years_in_one_go_are_checked_against_each_other(builds: Path) -> None:
    """The stock of 平潭 2025 does not follow from 2024, neither of which is held."""
    both = checks(builds, upload("pingtan-2024.html"), upload("pingtan-2025.html"))
    assert "stock-normative" in rules(both[1])
    (alone,) = checks(builds, upload("pingtan-2025.html"))
    assert "stock-normative" not in rules(alone)


def test_two_files_for_one_year_are_each_checked(builds: Path) -> None:
    again = upload("pingtan-2020.html", (">77<", ">78<"))
    first, second = checks(builds, upload("pingtan-2020.html"), again)
    assert rules(first) == rules(second) == {"t3-closed-sum"}


def test_a_report_of_nobody_is_still_checked(builds: Path) -> None:
    nobody = upload("yandu-coop-2019.html", ("盐城市盐都区供销合作社", ""), as_name="a.html")
    (found,) = checks(builds, nobody)
    assert found.report.identity.agency_id is None
    assert standing_of(found, open_warehouse(builds)) is Standing.NAMELESS
    problems = found.warehouse.ask("report_problems", report_id=found.report_id)
    assert problems["code"].tolist().count("agency-unknown") == 1
    cells = found.warehouse.ask("report_cells", report_id=found.report_id)
    assert len(cells) == 198


def test_a_claimed_year_and_agency_are_what_is_checked(builds: Path) -> None:
    (item,) = unfold_uploads([upload("pingtan-2020.html")])
    said = Claim(new_agency("某市某局", "某省/某市", "city", "department"), 2019, date(2020, 1, 2))
    entry = said.entry(item.name)
    assert entry is not None
    looks = list(look([item], {item.sha256: entry}))
    found = check(looks, {item.sha256: said}, registry_of(builds), open_warehouse(builds))
    identity = found[item.sha256].report.identity
    assert (identity.agency_name, identity.year) == ("某市某局", 2019)
    assert identity.published_on == date(2020, 1, 2)
    codes = {problem.code for problem in found[item.sha256].report.problems}
    assert "identity-contradiction" in codes


def standings(builds: Path, *uploads: object) -> list[Standing]:
    held = open_warehouse(builds)
    return [standing_of(found, held) for found in checks(builds, *uploads)]  # type: ignore[arg-type]


def test_what_may_be_done_with_an_upload(builds: Path) -> None:
    assert standing_of(None, None) is Standing.REFUSED
    assert standings(builds, upload("pingtan-2020.html")) == [Standing.HELD]
    assert standings(builds, upload("pingtan-2021.html")) == [Standing.READY]
    changed = upload("pingtan-2020.html", (">77<", ">78<"))
    assert standings(builds, changed) == [Standing.REPLACES]
    stranger = upload("yandu-coop-2019.html", ("盐城市盐都区供销合作社", "盐都某协会"))
    assert standings(builds, stranger) == [Standing.STRANGER]
    doubtful = upload("pingtan-2021.html", ("<td>0</td>", "<td>0x0</td>"))
    assert standings(builds, doubtful) == [Standing.DOUBTFUL]


def test_what_a_revision_changes_is_told_cell_by_cell(builds: Path) -> None:
    (found,) = checks(builds, upload("pingtan-2020.html", (">20<", ">26<")))
    changes = found.warehouse.ask("report_changes", report_id=found.report_id)
    assert {tuple(row) for row in changes[["old_raw", "new_raw"]].to_numpy()} == {("20", "26")}
    assert len(changes) >= 1


def test_held_reports_are_in_the_check_as_they_are_in_the_build(tmp_path: Path) -> None:
    source = upload("pingtan-2019.html").data.decode()
    heading = "<h2>一、总体情况</h2>"
    assert heading in source
    told = source.replace(heading, f"{heading}<p>全年收到政府信息公开申请23件。</p>")
    (tmp_path / "pingtan-2019.html").write_text(told.replace(">77<", ">7 7<"), encoding="utf-8")
    build_warehouse([tmp_path / "pingtan-2019.html"], to=tmp_path / "build", with_demo=False)
    (found,) = checks(tmp_path / "build", upload("pingtan-2020.html"))
    held = open_warehouse(tmp_path / "build")
    for question in (
        "report_cells", "report_sections", "report_stated_figures", "report_problems",
        "report_evidence", "report_findings",
    ):  # fmt: skip
        again = found.warehouse.ask(question, report_id="pingtan-2019")
        assert_frame_equal(again, held.ask(question, report_id="pingtan-2019"))
    assert not found.warehouse.ask("report_stated_figures", report_id="pingtan-2019").empty


def test_a_copied_text_has_the_rate_of_the_build(shipped: tuple[Path, object]) -> None:
    """What many agencies say does not count although only this agency's reports are at hand."""
    page = (shipped[0] / "demo" / "demo-statistics-2024.html").read_bytes()
    (found,) = checks(shipped[0], Upload("demo-statistics-2024.html", page))
    asked = found.warehouse.ask("report_findings", report_id=found.report_id)
    assert asked[asked["rule"] == "text-reuse"]["found"].tolist() == [91]
