"""Each rule finds what is planted, where it is planted, and nothing in clean reports."""

import pytest

from annual_reports.facts import Report
from annual_reports.registry import Agency
from tests.support import agency, report, requests, warehouse

Finding = tuple[str, str, str, str, int | None, int | None]

CLEAN = requests(new=12, carried_in=3, carried_out=5, disclosed=6, unavailable_not_held=4)


def findings(reports: list[Report], agencies: list[Agency] | None = None) -> list[Finding]:
    con = warehouse(agencies or [agency("a")], reports).connection
    return con.execute(
        "SELECT rule, report_id, row_code, column_code, found::INT, expected::INT "
        "FROM findings ORDER BY ALL"
    ).fetchall()


def test_nothing_is_found_in_consistent_reports() -> None:
    last = report("a", 2023, requests(new=3, carried_out=3))
    this = report("a", 2024, CLEAN)
    assert findings([last, this]) == []


def test_t3_row_total_is_found_at_the_total() -> None:
    wrong = report("a", 2023, {**CLEAN, "3/disclosed/natural_person": 5, "3/disclosed/business": 2})
    rules = [finding for finding in findings([wrong]) if finding[0] == "t3-row-total"]
    assert rules == [("t3-row-total", "a-2023", "disclosed", "total", 6, 7)]


def test_t3_balance_is_found_in_each_column() -> None:
    wrong = {**CLEAN, "3/carried_out/natural_person": 6, "3/carried_out/total": 6}
    assert findings([report("a", 2023, wrong)]) == [
        ("t3-balance", "a-2023", "closed_total", "natural_person", 16, 15),
        ("t3-balance", "a-2023", "closed_total", "total", 16, 15),
    ]


def test_t3_closed_sum_is_found_in_each_column() -> None:
    wrong = {**CLEAN, "3/disclosed/natural_person": 7, "3/disclosed/total": 7}
    assert findings([report("a", 2023, wrong)]) == [
        ("t3-closed-sum", "a-2023", "closed_total", "natural_person", 10, 11),
        ("t3-closed-sum", "a-2023", "closed_total", "total", 10, 11),
    ]


def test_t3_closed_sum_takes_the_single_row_of_the_older_form_for_its_three() -> None:
    single = {
        f"3/{row}/{column}": None
        for row in ("other_uncorrected", "other_fee_unpaid", "other_misc")
        for column in (
            "natural_person", "business", "research", "public_interest",
            "legal_service", "other_org", "total",
        )
    }  # fmt: skip
    stand_in = {key.replace("other_misc", "other"): 0 for key in single if "other_misc" in key}
    values = {**requests(new=4, disclosed=4), **single, **stand_in}
    right = {**values, "3/other/natural_person": 2, "3/other/total": 2,
             "3/disclosed/natural_person": 2, "3/disclosed/total": 2}  # fmt: skip
    wrong = {**right, "3/disclosed/natural_person": 4, "3/disclosed/total": 4}
    assert {finding[0] for finding in findings([report("a", 2023, right)])} == {"wrong-form"}
    rules = {finding[0] for finding in findings([report("a", 2023, wrong)])}
    assert rules == {"wrong-form", "t3-closed-sum"}


@pytest.mark.parametrize("row", ["review", "litigation_direct", "litigation_after_review"])
def test_t4_total_is_found_in_each_group(row: str) -> None:
    wrong = {f"4/{row}/upheld": 3, f"4/{row}/pending": 1, f"4/{row}/total": 5}
    assert findings([report("a", 2023, wrong)]) == [("t4-total", "a-2023", row, "total", 5, 4)]


def test_a_blank_applicant_cell_beside_a_matching_total_is_only_reported_as_blank() -> None:
    values = {**CLEAN, "3/disclosed/business": "", "3/new_requests/research": ""}
    assert findings([report("a", 2023, values)]) == [
        ("blank-cell", "a-2023", "disclosed", "business", None, None),
        ("blank-cell", "a-2023", "new_requests", "research", None, None),
    ]


def test_a_blank_applicant_cell_beside_a_total_that_needs_it_is_an_error_too() -> None:
    values = {**CLEAN, "3/disclosed/natural_person": ""}
    rules = {finding[0] for finding in findings([report("a", 2023, values)])}
    assert rules == {"blank-cell", "t3-row-total", "t3-closed-sum"}


def test_blank_totals_are_taken_as_the_sum_of_the_applicants() -> None:
    values = {**CLEAN, "3/disclosed/total": "", "3/unavailable_not_held/total": ""}
    assert {finding[0] for finding in findings([report("a", 2023, values)])} == {"blank-cell"}


def test_unreadable_cells_are_not_judged() -> None:
    values = {**CLEAN, "3/disclosed/natural_person": "6 1", "4/review/upheld": "??"}
    assert findings([report("a", 2023, {**values, "4/review/total": 9})]) == []


def test_missing_table_is_one_finding_and_its_sums_are_not_judged() -> None:
    whole = report("a", 2023)
    values = {"/".join(cell.key): None for cell in whole.cells if cell.table == "3"}
    assert findings([report("a", 2023, values)]) == [("missing-table", "a-2023", "", "", 0, 175)]


def test_missing_row_is_one_finding() -> None:
    whole = report("a", 2023)
    values = {"/".join(cell.key): None for cell in whole.cells if cell.row == "declined_repeat"}
    assert findings([report("a", 2023, {**CLEAN, **values})]) == [
        ("missing-row", "a-2023", "declined_repeat", "", 0, 7)
    ]


def test_negative_count_spares_the_change_column_of_form_2019() -> None:
    values = {"2/licensing/change": -18, "2/licensing/decisions": -1}
    assert findings([report("a", 2020, values)]) == [
        ("negative-count", "a-2020", "licensing", "decisions", -1, None)
    ]


def test_carry_over_compares_with_last_year_in_total_and_by_applicant() -> None:
    last = report("a", 2022, requests(new=4, carried_out=4))
    this = report("a", 2023, requests(new=1, carried_in=3, disclosed=4))
    assert findings([last, this]) == [
        ("carry-over", "a-2023", "carried_in", "natural_person", 3, 4),
        ("carry-over", "a-2023", "carried_in", "total", 3, 4),
    ]


def test_carry_over_needs_last_years_report() -> None:
    earlier = report("a", 2021, requests(new=4, carried_out=4))
    this = report("a", 2023, requests(new=1, carried_in=3, disclosed=4))
    assert findings([earlier, this]) == []


def test_carry_over_adds_what_a_merged_agency_left() -> None:
    agencies = [agency("a"), agency("b", active_until=2022, merged_into="a")]
    last = [report(name, 2022, requests(new=4, carried_out=4)) for name in ("a", "b")]
    taken_up = report("a", 2023, requests(carried_in=8, disclosed=8))
    forgotten = report("a", 2023, requests(carried_in=4, disclosed=4))
    assert findings([*last, taken_up], agencies) == []
    assert [finding[4:] for finding in findings([*last, forgotten], agencies)] == [(4, 8), (4, 8)]


@pytest.mark.parametrize(
    ("row", "rule"),
    [("regulations", "stock-regulations"), ("normative_documents", "stock-normative")],
)
def test_stock_follows_from_last_year(row: str, rule: str) -> None:
    makers = [agency("a", kind="government")]
    last = report("a", 2021, {f"2/{row}/in_force": 10})
    wrong = {f"2/{row}/issued": 3, f"2/{row}/repealed": 1, f"2/{row}/in_force": 13}
    right = {**wrong, f"2/{row}/in_force": 12}
    assert findings([last, report("a", 2022, right)], makers) == []
    assert findings([last, report("a", 2022, wrong)], makers) == [
        (rule, "a-2022", row, "in_force", 13, 12)
    ]


def test_stock_is_not_judged_across_the_forms_or_after_a_merger() -> None:
    across = [
        report("a", 2020, {"2/normative_documents/disclosed_total": 5}),
        report("a", 2021, {"2/normative_documents/in_force": 50}),
    ]
    assert findings(across) == []
    agencies = [agency("a"), agency("b", active_until=2022, merged_into="a")]
    merged = [
        report("a", 2022, {"2/normative_documents/in_force": 5}),
        report("a", 2023, {"2/normative_documents/in_force": 50}),
    ]
    assert findings(merged, agencies) == []
