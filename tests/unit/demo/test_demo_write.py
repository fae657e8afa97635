import re
from datetime import date
from pathlib import Path

import pytest

from annual_reports.demo import DemoSummary, write_demo
from annual_reports.demo.figures import AgencyYear
from annual_reports.errors import InvalidRegistry
from annual_reports.export import OfficialReport
from annual_reports.extract import extract_report
from annual_reports.registry import Agency, read_registry

Known = dict[tuple[str, int], AgencyYear]
Documents = dict[tuple[str, int], OfficialReport]
Rewritten = set[tuple[str, int]]


@pytest.fixture(scope="module")
def summary(
    tmp_path_factory: pytest.TempPathFactory, agencies_csv: Path, flaws_csv: Path
) -> DemoSummary:
    return write_demo(tmp_path_factory.mktemp("demo"), agencies_csv, flaws_csv)


def prose(document: OfficialReport, code: str) -> str:
    return next(section.text for section in document.sections if section.code == code)


def unedited(documents: Documents, rewritten: Rewritten) -> Documents:
    return {key: document for key, document in documents.items() if key not in rewritten}


def test_counts_of_agencies_reports_and_missing(summary: DemoSummary) -> None:
    assert summary.agencies == 44
    assert len(summary.reports) == 298
    assert len(summary.missing) == 8
    assert 10 <= len(summary.late) <= 25


def test_missing_reports_lie_beside_no_flaw_across_years(summary: DemoSummary) -> None:
    for flaw in summary.planted:
        if flaw.rule.startswith(("carry", "stock")):
            assert (flaw.agency_id, flaw.year - 1) not in summary.missing


def test_files_are_the_same_bytes_every_time_and_stale_ones_go(
    summary: DemoSummary, tmp_path: Path, agencies_csv: Path, flaws_csv: Path
) -> None:
    (tmp_path / "demo-gone-2019.html").write_text("x")
    (tmp_path / "other.html").write_text("x")
    again = write_demo(tmp_path, agencies_csv, flaws_csv)
    for first, second in zip(summary.reports, again.reports, strict=True):
        assert (first.name, first.read_bytes()) == (second.name, second.read_bytes())
    assert {path.name for path in tmp_path.iterdir()} == {
        *(path.name for path in again.reports + again.copies),
        "other.html",
    }


def test_earlier_versions_are_other_pages_published_before(
    tmp_path: Path, agencies_csv: Path, flaws_csv: Path, documents: Documents
) -> None:
    revisions = flaws_csv.with_name("revisions.csv")
    written = write_demo(tmp_path, agencies_csv, flaws_csv, revisions)
    names = [path.name for path in written.superseded]
    assert names == [
        "demo-environment-2024-v1.html",
        "demo-transport-2023-v1.html",
        "demo-transport-2023-v2.html",
        "demo-human-resources-2025-v1.html",
        "demo-town-liuxi-2023-v1.html",
    ]
    assert len(written.reports) == 298
    registry = read_registry([agencies_csv], [])
    for path in written.superseded:
        key, current = path.stem.rsplit("-", 1)[0], path.with_name(f"{path.stem[:-3]}.html")
        agency_id, year = key.rsplit("-", 1)
        page = path.read_text(encoding="utf-8")
        assert page != current.read_text(encoding="utf-8")
        assert page.count("示例数据，纯属虚构") == 2
        identity = extract_report(path, registry).identity
        assert (identity.agency_id, identity.year) == (agency_id, int(year))
        newest = documents[agency_id, int(year)].published_on
        assert identity.published_on
        assert newest
        assert identity.published_on < newest


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("demo-environment,soon,published 2025-01-15,x", "soon"),
        ("demo-environment,2024,3/disclosed+=1,x", "3/disclosed+=1"),
        ("demo-sport,2020,published 2021-01-04,x", "demo-sport, 2020"),
        ("demo-environment,2024,3/none/total=1,x", "3/none/total=1"),
    ],
)
def test_an_earlier_version_that_cannot_be_is_refused_with_its_line(
    tmp_path: Path, agencies_csv: Path, flaws_csv: Path, line: str, found: str
) -> None:
    revisions = tmp_path / "revisions.csv"
    revisions.write_text(f"agency_id,year,edits,note\n{line}\n", encoding="utf-8")
    with pytest.raises(InvalidRegistry) as refusal:
        write_demo(tmp_path / "demo", agencies_csv, flaws_csv, revisions)
    assert (refusal.value.facts["line"], refusal.value.facts["found"]) == (2, found)


def test_every_report_says_twice_that_it_is_invented(summary: DemoSummary) -> None:
    for path in summary.reports:
        page = path.read_text(encoding="utf-8")
        assert page.count("示例数据，纯属虚构") == 2
        assert '<meta name="DataKind" content="demo">' in page


def test_every_title_names_an_agency_of_the_registry(
    documents: Documents, agencies_csv: Path
) -> None:
    registry = read_registry([agencies_csv], [])
    for (agency_id, _), document in documents.items():
        found = registry.agency_named(document.agency_name)
        assert found is not None
        assert found.agency_id == agency_id


def test_renamed_agencies_report_under_the_name_of_their_time(documents: Documents) -> None:
    names = {key: document.agency_name for key, document in documents.items()}
    assert names["demo-government-services", 2021] == "示例市行政审批服务局"
    assert names["demo-government-services", 2022] == "示例市政务服务和数据管理局"
    assert names["demo-rural-revitalisation", 2020] == "示例市扶贫开发办公室"
    assert names["demo-rural-revitalisation", 2021] == "示例市乡村振兴局"


def test_demo_agencies_are_plainly_fictional(agencies: tuple[Agency, ...]) -> None:
    for agency in agencies:
        assert agency.is_demo
        assert agency.agency_id.startswith("demo-")
        assert all(name.startswith("示例市") for name in agency.names)
        assert agency.region_path.startswith("示例省/示例市")
        assert agency.is_consolidated == (agency.consolidated_into is None)


def test_publication_is_in_the_year_after_and_on_a_working_day(
    summary: DemoSummary, documents: Documents
) -> None:
    for (agency_id, year), document in documents.items():
        published = document.published_on
        assert published is not None
        assert published.year == year + 1
        assert published.weekday() < 5
        deadline = date(year + 1, 3 if agency_id == "demo-city" else 1, 31)
        assert (published > deadline) == ((agency_id, year) in summary.late)


def test_prose_states_the_figures_of_the_report(
    known: Known, documents: Documents, rewritten: Rewritten
) -> None:
    for key, document in unedited(documents, rewritten).items():
        overview = prose(document, "overview")
        assert f"主动公开政府信息{known[key].items_published}条" in overview
        new = document.cells.get(("3", "new_requests", "total"))
        stated = re.search(r"政府信息公开申请(\d+)件", overview)
        if stated:
            assert stated[1] == new
        else:
            assert new in ("0", None)


def test_prose_states_the_disputes(documents: Documents, rewritten: Rewritten) -> None:
    for document in unedited(documents, rewritten).values():
        stated = re.search(r"行政复议(\d+)件", prose(document, "disputes"))
        total = document.cells.get(("4", "review", "total"))
        if stated and total is not None:
            assert stated[1] == total


def test_reports_since_2021_say_whether_a_fee_was_collected(
    documents: Documents, rewritten: Rewritten
) -> None:
    for (_, year), document in unedited(documents, rewritten).items():
        assert ("信息处理费" in prose(document, "other_matters")) == (year >= 2021)


def test_no_sentence_of_five_is_repeated_the_next_year(
    documents: Documents, rewritten: Rewritten
) -> None:
    honest = unedited(documents, rewritten)
    for (agency_id, year), document in honest.items():
        later = honest.get((agency_id, year + 1))
        if later:
            now = set(prose(document, "problems").splitlines())
            assert not now & set(prose(later, "problems").splitlines())


def test_every_section_has_something_to_say(documents: Documents, rewritten: Rewritten) -> None:
    for document in unedited(documents, rewritten).values():
        texts = [section.text for section in document.sections if section.code != "proactive"]
        assert len(texts) == 5
        assert all(len(text) >= 8 for text in texts)
