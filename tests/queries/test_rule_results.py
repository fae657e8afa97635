"""What a rule says of a report besides its findings, and how a finding is known again."""

from pathlib import Path

import pytest

from annual_reports.facts import Report
from annual_reports.pipeline import BuildResult
from annual_reports.warehouse import open_warehouse
from tests.queries.test_checks import CLEAN
from tests.support import agency, report, requests, warehouse


def states(*reports: Report) -> dict[str, str]:
    """By rule, for the last of the reports."""
    con = warehouse([agency("a")], reports).connection
    query = "SELECT rule, state FROM rule_results WHERE report_id = $1"
    return dict(con.execute(query, [f"a-{reports[-1].identity.year}"]).fetchall())


def keys(*reports: Report) -> dict[tuple[str, str], tuple[str, str]]:
    con = warehouse([agency("a")], reports).connection
    rows = con.execute("SELECT rule, column_code, finding_id, values_hash FROM findings").fetchall()
    return {(rule, column): (finding_id, digest) for rule, column, finding_id, digest in rows}


def test_what_was_checked_and_is_right_differs_from_what_could_not_be_checked() -> None:
    found = states(report("a", 2024, CLEAN))
    assert found["t3-balance"] == found["t3-row-total"] == found["t4-total"] == "pass"
    assert found["blank-cell"] == found["negative-count"] == found["missing-row"] == "pass"
    assert found["carry-over"] == found["stock-normative"] == "not-assessable"


def test_a_sum_that_is_right_if_a_blank_is_zero_says_so() -> None:
    found = states(report("a", 2024, {**CLEAN, "3/disclosed/business": ""}))
    assert found["t3-row-total"] == found["t3-closed-sum"] == "pass-if-blank-is-zero"
    assert found["t3-balance"] == "pass"
    assert found["blank-cell"] == "fail"


@pytest.mark.parametrize("value", ["6 1", None])
def test_a_sum_with_an_unknown_part_is_not_judged(value: str | None) -> None:
    found = states(report("a", 2024, {**CLEAN, "4/review/upheld": value, "4/review/total": 9}))
    assert found["t4-total"] == "not-assessable"
    assert found["t3-row-total"] == "pass"


def test_one_wrong_place_makes_the_report_fail() -> None:
    unreadable = {**CLEAN, "3/disclosed/business": "??"}
    wrong = {**unreadable, "3/unavailable_not_held/total": 5}
    assert states(report("a", 2024, unreadable))["t3-row-total"] == "not-assessable"
    assert states(report("a", 2024, wrong))["t3-row-total"] == "fail"


def test_a_rule_that_does_not_apply_says_nothing() -> None:
    assert "stock-normative" not in states(report("a", 2020))
    assert "annex-parts" not in states(report("a", 2024))


def test_last_years_report_makes_the_stock_and_the_carry_over_judged() -> None:
    last = report("a", 2023, requests(new=3, carried_out=3))
    found = states(last, report("a", 2024, CLEAN))
    assert found["carry-over"] == found["stock-normative"] == "pass"


def test_a_finding_is_known_again_until_its_values_change() -> None:
    wrong = {**CLEAN, "3/carried_out/natural_person": 6, "3/carried_out/total": 6}
    worse = {**CLEAN, "3/carried_out/natural_person": 6, "3/carried_out/total": 7}
    first, again = keys(report("a", 2024, wrong)), keys(report("a", 2024, wrong, path="b.html"))
    changed = keys(report("a", 2024, worse))
    assert first == again
    assert len({finding_id for finding_id, _ in first.values()}) == len(first) == 2
    total, person = ("t3-balance", "total"), ("t3-balance", "natural_person")
    assert changed[total][0] == first[total][0]
    assert changed[total][1] != first[total][1]
    assert changed[person] == first[person]
    assert keys(report("a", 2023, wrong))[total][0] != first[total][0]


def test_the_pattern_of_a_report_stands_for_the_results_of_all_rules(
    shipped: tuple[Path, BuildResult],
) -> None:
    con = open_warehouse(shipped[0]).connection
    by_pattern = """
        SELECT report_id, rule, state
        FROM report_patterns JOIN result_patterns USING (pattern)
    """
    by_report = "SELECT report_id, rule, state FROM rule_results"
    missing = con.execute(f"{by_report} EXCEPT ALL {by_pattern}").fetchall()
    false = con.execute(f"{by_pattern} EXCEPT ALL {by_report}").fetchall()
    assert (missing, false) == ([], [])
    patterns = con.execute("SELECT count(DISTINCT pattern), count(*) FROM report_patterns")
    different, reports = patterns.fetchone() or (0, 0)
    assert 10 < different < reports
