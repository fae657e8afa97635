from collections import Counter
from pathlib import Path

import pytest

from annual_reports.catalogue import queries_in
from annual_reports.demo import Planted, read_flaws
from annual_reports.demo.cell_edits import edit_cells
from annual_reports.demo.documents import demo_documents
from annual_reports.demo.edits import PAGE, parse_edits
from annual_reports.demo.figures import AgencyYear
from annual_reports.errors import InvalidRegistry
from annual_reports.export import OfficialReport
from annual_reports.form import form_by_code
from annual_reports.registry import Agency
from tests.unit.demo.hand_checks import findings

Known = dict[tuple[str, int], AgencyYear]
Documents = dict[tuple[str, int], OfficialReport]
HEADER = "flaw_id,agency_id,year,rule,table,row,column,edits,note\n"
CELLS = {
    ("3", "disclosed", "total"): "4",
    ("3", "disclosed", "business"): "0",
    ("4", "review", "total"): "1",
}
RULES = {
    "t3-row-total",
    "t3-balance",
    "t3-closed-sum",
    "t4-total",
    "blank-cell",
    "missing-table",
    "missing-row",
    "negative-count",
    "carry-over",
    "stock-regulations",
    "stock-normative",
}


def flaw(edits: str) -> Planted:
    return Planted("f", "demo-x", 2021, "r", "3", "", "", parse_edits(edits), "", 7)


def edited(edits: str) -> dict[tuple[str, str, str], str]:
    others = {("demo-y", 2020): {("3", "disclosed", "total"): "9", ("4", "review", "total"): "8"}}
    return edit_cells(CELLS, form_by_code("2021"), flaw(edits), lambda *key: others[key])


def test_the_hand_checks_find_the_planted_flaws_and_nothing_else(
    agencies: tuple[Agency, ...], documents: Documents, planted: tuple[Planted, ...]
) -> None:
    found = set()
    for (agency_id, year), document in documents.items():
        previous = documents.get((agency_id, year - 1))
        inherited = [
            documents[other.agency_id, year - 1].cells
            for other in agencies
            if other.merged_into == agency_id and other.active_until == year - 1
        ]
        before = previous.cells if previous else None
        for finding in findings(document.form, document.cells, before, inherited):
            found.add((agency_id, year, *finding))
    expected = [
        (flaw.agency_id, flaw.year, flaw.rule, flaw.table, flaw.row, flaw.column)
        for flaw in planted
    ]
    assert found == {place for place in expected if place[2] in RULES}
    assert len(expected) == len(set(expected))


def test_every_rule_is_planted_at_least_twice(planted: tuple[Planted, ...]) -> None:
    flaws = Counter(rule for _, rule in {(flaw.flaw_id, flaw.rule) for flaw in planted})
    rules = {check.query_id for check in queries_in("checks")}
    assert set(flaws) == {rule for rule in rules if not rule.startswith("annex-")}
    assert min(flaws.values()) >= 2


def test_every_flaw_is_made_once_by_its_first_line(planted: tuple[Planted, ...]) -> None:
    first = {flaw.flaw_id: flaw for flaw in reversed(planted)}
    assert [flaw for flaw in planted if flaw.edits] == [
        flaw for flaw in planted if first[flaw.flaw_id] is flaw
    ]


def test_every_edit_changes_its_report(
    known: Known, documents: Documents, planted: tuple[Planted, ...]
) -> None:
    clean = demo_documents(known, [])
    edited = {
        (flaw.agency_id, flaw.year)
        for flaw in planted
        if any(edit.stage < PAGE for edit in flaw.edits)
    }
    assert {key for key in clean if clean[key] != documents[key]} == edited


@pytest.mark.parametrize(
    ("edits", "key", "text"),
    [
        ("3/disclosed/total+=2", ("3", "disclosed", "total"), "6"),
        ("3/disclosed/business-=1", ("3", "disclosed", "business"), "-1"),
        ("3/disclosed/total=7", ("3", "disclosed", "total"), "7"),
        ("3/disclosed/total=", ("3", "disclosed", "total"), ""),
        ("3/disclosed/total=/; 4/review/total=无", ("4", "review", "total"), "无"),
    ],
)
def test_an_edit_changes_its_cell(edits: str, key: tuple[str, str, str], text: str) -> None:
    assert edited(edits)[key] == text


def test_a_drop_leaves_the_rest() -> None:
    assert set(edited("drop-row 3/disclosed")) == {("4", "review", "total")}
    assert len(edited("drop-table 4")) == 2
    assert len(CELLS) == 3


@pytest.mark.parametrize(
    "edits",
    [
        "3/disclosed/research+=1",
        "drop-row 3/other",
        "drop-table 2",
        "3/disclosed/total+=x",
        "copy-table 3 demo-z 2020",
        "join-rows 3/other",
        "join-rows 3/none",
    ],
)
def test_an_edit_of_what_is_not_there_is_refused_with_its_line(edits: str) -> None:
    with pytest.raises(InvalidRegistry) as refusal:
        edited(edits)
    assert refusal.value.facts["line"] == 7


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("f,demo-x,2021,r,3,,,3/disclosed+=1,", "3/disclosed+=1"),
        ("f,demo-x,soon,r,3,,,,", "soon"),
    ],
)
def test_an_unreadable_line_is_refused(tmp_path: Path, row: str, found: str) -> None:
    path = tmp_path / "flaws.csv"
    path.write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(InvalidRegistry) as refusal:
        read_flaws(path)
    assert (refusal.value.facts["line"], refusal.value.facts["found"]) == (2, found)


def test_another_header_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "flaws.csv"
    path.write_text("flaw_id,edits\n", encoding="utf-8")
    with pytest.raises(InvalidRegistry, match="line 1"):
        read_flaws(path)


def test_a_flaw_in_an_unpublished_report_is_refused(known: Known) -> None:
    lost = Planted("f", "demo-sport", 2020, "r", "3", "", "", parse_edits("drop-table 4"), "", 9)
    with pytest.raises(InvalidRegistry, match="demo-sport, 2020"):
        demo_documents(known, [lost])
