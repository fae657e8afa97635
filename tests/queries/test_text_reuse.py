"""Texts in common: shares worked by hand, what does not count, and what must hold of any text."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annual_reports.facts import Report
from annual_reports.warehouse.read import Warehouse
from tests.queries.rule_states import state, telling
from tests.support import SELECTION, agency, report, warehouse

RADAR = {name: SELECTION[name] for name in ("is_demo", "region", "kinds", "agencies")}
HAN = [chr(code) for code in range(0x6C00, 0x6C00 + 2500)]  # none of them a numeral


def clause(number: int) -> str:
    """A clause of ten characters; no two numbers below 250 share one."""
    return "".join(HAN[(number * 10 + place) % len(HAN)] for place in range(10))


def prose(numbers: Sequence[int]) -> str:
    return "".join(f"{clause(number)}，" for number in numbers)


def told(agency_id: str, year: int, overview: str, problems: Sequence[int] = ()) -> Report:
    texts = {"overview": overview, "problems": prose(problems)}
    return telling(report(agency_id, year), texts)


def of(*reports: Report, **names: str) -> Warehouse:
    ids = dict.fromkeys(item.identity.agency_id for item in reports)
    known = [agency(str(one), name=names.get(str(one), str(one))) for one in ids]
    return warehouse(known, reports)


def whole(held: Warehouse, left: str, right: str) -> Any:
    answer = held.ask("compare_reuse", left_id=left, right_id=right)
    return answer[answer["section_code"] == ""].iloc[0]


@pytest.mark.parametrize(
    ("shared", "expected"), [(20, "fail"), (16, "fail"), (15, "pass"), (0, "pass")]
)
def test_four_fifths_of_last_years_text_is_a_finding(shared: int, expected: str) -> None:
    last = told("a", 2022, prose(range(20)), problems=[240])
    this = told("a", 2023, prose([*range(shared), *range(100, 119 - shared)]), problems=[241])
    assert state("text-reuse", last, this) == expected  # 200 characters count


@pytest.mark.parametrize("year", [2021, 2024])
def test_only_the_year_before_is_last_year(year: int) -> None:
    other, this = told("a", year, prose(range(20)), [240]), told("a", 2023, prose(range(20)), [240])
    assert state("text-reuse", other, this) == "not-assessable"


def test_two_agencies_of_one_year_are_both_found_and_name_each_other() -> None:
    held = of(told("a", 2023, prose(range(20)), [240]), told("b", 2023, prose(range(20)), [240]))
    sql = "SELECT report_id, found::INT, quote FROM findings WHERE rule = 'text-reuse' ORDER BY 1"
    found = held.connection.execute(sql).fetchall()
    assert found == [("a-2023", 100, "b-2023.html"), ("b-2023", 100, "a-2023.html")]


@pytest.mark.parametrize(
    ("overview", "problems"),
    [
        (prose(range(18)), [240]),  # 190 characters
        (prose(range(40)), []),  # cut down: nothing on problems
        ("", []),
    ],
)
def test_too_little_text_is_not_judged(overview: str, problems: list[int]) -> None:
    last, this = (told("a", year, overview, problems) for year in (2022, 2023))
    assert state("text-reuse", last, this) == "not-assessable"


def test_shares_by_section_and_side_worked_by_hand() -> None:
    left = told("a", 2022, prose([1, 2, 3, 4]), [5, 6])
    right = told("a", 2023, prose([1, 2, 7]), [3, 8])
    answer = of(left, right).ask("compare_reuse", left_id="a-2022", right_id="a-2023")
    columns = ["section_code", "left_shared", "left_counted", "right_shared", "right_counted"]
    assert answer[columns].to_numpy().tolist() == [
        ["overview", 30, 40, 20, 30],  # a clause counts wherever it stands in the other report
        ["problems", 0, 20, 10, 20],
        ["", 30, 60, 30, 50],
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("某某镇全年开展宣传活动12场。", "别别乡全年开展宣传活动7场。"),
        ("一是我局宣传活动更加丰富多样。", "三是本单位宣传活动更加丰富多样。"),
        ("共计制作宣传材料1,024份发放到户。", "共计制作宣传材料3万份发放到户。"),
    ],
)
def test_numbers_and_names_do_not_make_a_text_another(one: str, other: str) -> None:
    held = of(told("a", 2023, one), told("b", 2023, other), a="某某镇", b="别别乡")
    row = whole(held, "a-2023", "b-2023")
    assert row["left_share"] == row["right_share"] == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("扎实推进。", "short"),
        ("本报告所列数据的统计期限自2023年1月1日起。", "formula"),
        ("2023年未收到公民、法人或其他组织提出的政府信息公开申请。", "formula"),
        ("本年度未收取政府信息公开信息处理费。", "formula"),
        ("没有其他需要报告的事项。", "formula"),
    ],
)
def test_what_everybody_must_say_does_not_count(text: str, reason: str) -> None:
    row = whole(of(told("a", 2022, text), told("a", 2023, text)), "a-2022", "a-2023")
    assert row[f"{reason}_clauses"] == 2
    assert row["left_counted"] == 0


@pytest.mark.parametrize(("agencies", "is_common"), [(4, False), (5, True)])
def test_a_clause_of_five_agencies_is_common(agencies: int, is_common: bool) -> None:
    held = of(*(told(f"a{n}", 2023, prose([1, 100 + n])) for n in range(agencies)))
    row = whole(held, "a0-2023", "a1-2023")
    assert row["common_clauses"] == (2 if is_common else 0)
    assert row["left_counted"] == (10 if is_common else 20)
    assert row["left_shared"] == (0 if is_common else 10)


@pytest.mark.parametrize(
    ("agencies", "needed"), [(1, 5), (25, 5), (26, 6), (44, 9), (100, 20), (5000, 20)]
)
def test_how_many_agencies_make_a_clause_common(agencies: int, needed: int) -> None:
    held = of(told("a", 2023, "")).connection
    assert held.execute("SELECT common_from($1)", [agencies]).fetchone() == (needed,)


def test_a_line_broken_in_a_sentence_goes_on_and_a_heading_does_not() -> None:
    held = of(told("a", 2023, "（一）公开情况\n全年共组织各类公开培训和现场观摩活动并\n印发材料。"))
    clauses = held.ask("compare_clauses", left_id="a-2023", right_id="a-2023")
    assert clauses["clause"].tolist() == 2 * [
        "（一）公开情况\n", "全年共组织各类公开培训和现场观摩活动并印发材料。",
    ]  # fmt: skip


def test_the_radar_tells_a_pair_once_the_nearest_first() -> None:
    held = of(
        told("a", 2022, prose(range(200, 220))),
        told("a", 2023, prose(range(20))),
        told("b", 2023, prose(range(20))),
        told("c", 2023, prose([*range(10), *range(50, 65)])),
        told("c", 2021, prose([*range(50, 60), *range(70, 85)])),
        told("d", 2023, prose([*range(5), *range(222, 242)])),  # a fifth only
    )
    pairs = held.ask("text_pairs_list", **RADAR, year=2023)
    shown = pairs[["report_id", "other_id", "share", "other_share"]].to_numpy().tolist()
    assert shown == [
        ["a-2023", "b-2023", 1.0, 1.0],
        ["a-2023", "c-2023", 0.5, 0.4],
        ["b-2023", "c-2023", 0.5, 0.4],
        ["c-2023", "c-2021", 0.4, 0.4],
    ]
    only = held.ask("text_pairs_list", **{**RADAR, "agencies": ("c",)}, year=2023)
    assert set(only["agency_id"]) == {"c"}
    assert len(only) == 3
    basis = held.ask("text_basis", **RADAR, year=2023).iloc[0]
    assert (basis["reports"], basis["comparable"], basis["counted_clauses"]) == (4, 4, 90)


TEXT = st.lists(st.integers(0, 60), max_size=12)


@settings(max_examples=8)
@given(TEXT, TEXT)
def test_a_text_is_all_of_itself_and_swapping_swaps(one: list[int], other: list[int]) -> None:
    held = of(told("a", 2023, prose(one)), told("b", 2023, prose(other)))
    row, back = whole(held, "a-2023", "b-2023"), whole(held, "b-2023", "a-2023")
    for name in ("counted", "shared", "clauses"):
        assert (row[f"left_{name}"], row[f"right_{name}"]) == (
            back[f"right_{name}"],
            back[f"left_{name}"],
        )
    assert row["left_shared"] == 10 * sum(number in other for number in one)
    itself = whole(held, "a-2023", "a-2023")
    assert itself["left_shared"] == itself["left_counted"] == 10 * len(one)


def test_cells_beside_each_other() -> None:
    last = report("a", 2020, {"4/review/total": 3, "4/review/upheld": "", "3/other/total": 2})
    this = report("a", 2023, {"4/review/total": 5, "4/review/upheld": 0, "4/review/other": None})
    cells = of(last, this).ask("compare_cells", left_id="a-2020", right_id="a-2023")
    keys = cells["table_code"] + "/" + cells["row_code"] + "/" + cells["column_code"]
    by_key = cells.assign(key=keys).set_index("key")
    columns = ["left_status", "right_status", "is_different"]
    assert by_key.loc["4/review/total", "difference"] == 2
    assert by_key.loc["4/review/upheld", columns].tolist() == ["blank", "number", True]
    assert by_key.loc["4/review/other", columns].tolist() == ["number", "absent", True]
    assert by_key.loc["3/other/total", columns].tolist() == ["number", "none", True]
    assert by_key.loc["3/other_misc/total", columns].tolist() == ["none", "number", True]
    assert by_key.loc["3/disclosed/total", columns].tolist() == ["number", "number", False]
    only_left = by_key.loc["3/other/total"]
    assert only_left["number_left_printed"] == "3/other/total@2020@report:a-2020"
    assert not isinstance(only_left["number_right_printed"], str)
    same = of(last).ask("compare_cells", left_id="a-2020", right_id="a-2020")
    assert not same["is_different"].any()
