"""The questions of queries/trends, with answers worked out by hand."""

import math
from datetime import date
from typing import Any

import pandas as pd
import pytest

from annual_reports.catalogue import queries_in, query
from annual_reports.warehouse.read import Warehouse
from tests.support import ALL_SUBMISSIONS, SELECTION, agency, report, requests, warehouse


def ask(held: Warehouse, query_id: str, **params: Any) -> pd.DataFrame:
    known = {**SELECTION, **ALL_SUBMISSIONS, "basis": "consolidated", **params}
    return held.ask(query_id, **{name: known[name] for name in query(query_id).params})


def two_agencies() -> Warehouse:
    return warehouse(
        [agency("a"), agency("b")],
        [
            report("a", 2022, requests(new=40, disclosed=10, unavailable_not_held=30)),
            report("b", 2022, requests(new=60, disclosed=30, declined_repeat=30)),
            report("a", 2023, requests(new=50, disclosed=25, unavailable_not_held=25)),
        ],
    )


def metric(frame: pd.DataFrame, metric_id: str, year: int) -> Any:
    return frame[(frame["metric_id"] == metric_id) & (frame["year"] == year)].iloc[0]


def test_rates_are_of_sums_and_changes_of_the_same_agencies() -> None:
    frame = ask(two_agencies(), "metrics_by_year")
    before, after = (metric(frame, "disclosure_rate", year) for year in (2022, 2023))
    assert before["value"] == pytest.approx(40 / 100)
    assert (after["numerator"], after["denominator"]) == (25, 50)
    assert after["comparable_reports"] == 1
    assert after["last_value"] == pytest.approx(10 / 40)
    assert after["change"] == pytest.approx(25.0)  # points: 50 % against a's own 25 %
    assert metric(frame, "new_requests", 2023)["change"] == pytest.approx(25.0)  # percent


def test_a_rate_without_cases_is_missing_not_zero() -> None:
    frame = ask(warehouse([agency("a")], [report("a", 2022)]), "metrics_by_year")
    assert math.isnan(metric(frame, "disclosure_rate", 2022)["value"])
    assert metric(frame, "new_requests", 2022)["value"] == 0


def test_a_measure_takes_no_change_over_its_break() -> None:
    held = warehouse(
        [agency("a")],
        [
            report("a", 2020, {"2/licensing/decisions": 10}),
            report("a", 2021, {"2/licensing/decisions": 20}),
            report("a", 2022, {"2/licensing/decisions": 30}),
        ],
    )
    frame = ask(held, "metrics_by_year")
    assert math.isnan(metric(frame, "licensing_decisions", 2021)["change"])
    assert metric(frame, "licensing_decisions", 2021)["is_break"]
    assert metric(frame, "licensing_decisions", 2022)["change"] == pytest.approx(50.0)


def consolidated_city() -> Warehouse:
    members = [agency(name, consolidated_into="city") for name in ("a", "b")]
    return warehouse(
        [agency("city", kind="government", is_consolidated=True), *members],
        [
            report("city", 2022, requests(new=100, disclosed=100)),
            report("a", 2022, requests(new=30, disclosed=30)),
            report("b", 2022, requests(new=60, disclosed=60)),
            report("a", 2023, requests(new=31, disclosed=31)),
        ],
    )


@pytest.mark.parametrize(
    ("basis", "expected"),
    [("consolidated", {2022: 100, 2023: 31}), ("members", {2022: 90, 2023: 31})],
)
def test_consolidated_and_member_reports_are_never_added(
    basis: str, expected: dict[int, int]
) -> None:
    frame = ask(consolidated_city(), "metrics_by_year", basis=basis)
    rows = frame[frame["metric_id"] == "new_requests"]
    assert dict(zip(rows["year"], rows["value"], strict=True)) == expected


def test_a_change_needs_both_years_in_the_sum() -> None:
    """In 2022 the city stands for its members: a's 2023 has nothing to be compared with."""
    held = consolidated_city()
    whole = metric(ask(held, "metrics_by_year"), "new_requests", 2023)
    assert pd.isna(whole["comparable_reports"])
    assert pd.isna(whole["change"])
    members = metric(ask(held, "metrics_by_year", basis="members"), "new_requests", 2023)
    assert (members["comparable_reports"], members["last_numerator"]) == (1, 30)
    assert members["change"] == pytest.approx(100 / 30)


def test_a_consolidated_report_yields_only_to_members_that_are_chosen() -> None:
    held = consolidated_city()
    for agencies, total in ((["city"], 100), (["city", "a"], 30), (["city", "a", "b"], 90)):
        frame = ask(held, "metrics_by_year", basis="members", agencies=agencies)
        assert metric(frame, "new_requests", 2022)["value"] == total
    departments = ask(held, "metrics_by_year", kinds=["department"])
    assert metric(departments, "new_requests", 2022)["value"] == 90


@pytest.mark.parametrize(
    ("basis", "awaited"),
    [("consolidated", {2022: (1, 1), 2023: (1, 2)}), ("members", {2022: (2, 2), 2023: (1, 2)})],
)
def test_a_sum_waits_for_a_consolidated_report_or_its_members(
    basis: str, awaited: dict[int, tuple[int, int]]
) -> None:
    """In 2023 neither the city's nor b's report is held: then the members are waited for."""
    frame = ask(consolidated_city(), "metrics_by_year", basis=basis)
    rows = frame[frame["metric_id"] == "new_requests"]
    assert {row.year: (row.held, row.known) for row in rows.itertuples()} == awaited


def test_reports_that_count_are_numbered_with_the_year_before_and_the_whole() -> None:
    """Those that no other contains first; in 2023 the city has no report that could."""
    rows = consolidated_city().connection.sql(
        "SELECT report_id, report_no, last_no, whole_no, is_whole FROM counted_reports ORDER BY ALL"
    )
    assert rows.fetchall() == [
        ("a-2022", 3, None, 2, False),
        ("a-2023", 1, 3, None, False),
        ("b-2022", 4, None, 2, False),
        ("city-2022", 2, None, None, True),
    ]


def test_choosing_one_member_leaves_the_consolidated_report_out() -> None:
    frame = ask(consolidated_city(), "metrics_by_year", agencies=["a"])
    assert metric(frame, "new_requests", 2022)["value"] == 30


def test_demo_and_real_reports_are_never_together() -> None:
    held = warehouse(
        [agency("a"), agency("d", is_demo=True)],
        [report("a", 2022, requests(new=1)), report("d", 2022, requests(new=1000))],
    )
    assert metric(ask(held, "metrics_by_year"), "new_requests", 2022)["value"] == 1
    demo = ask(held, "metrics_by_year", is_demo=True)
    assert metric(demo, "new_requests", 2022)["value"] == 1000


def test_region_means_the_path_and_all_below_it() -> None:
    held = warehouse(
        [agency("a", region_path="甲省/乙市"), agency("b", region_path="甲省/乙市新区")],
        [report("a", 2022, requests(new=1)), report("b", 2022, requests(new=10))],
    )
    for region, total in (("甲省", 11), ("甲省/乙市", 1)):
        frame = ask(held, "metrics_by_year", region=region)
        assert metric(frame, "new_requests", 2022)["value"] == total


@pytest.mark.parametrize("other", ["乙市-", "乙市.", "乙市0", "乙市 区", "乙"])
def test_a_region_is_not_another_whose_name_sorts_next_to_it(other: str) -> None:
    places = {
        "a": "甲省/乙市",
        "b": "甲省/乙市/丙区",
        "c": f"甲省/{other}",
        "d": f"甲省/{other}/丁区",
    }
    held = warehouse(
        [agency(name, region_path=path) for name, path in places.items()],
        [report(name, 2022, requests(new=10**at)) for at, name in enumerate(places)],
    )
    frame = ask(held, "metrics_by_year", region="甲省/乙市")
    assert metric(frame, "new_requests", 2022)["value"] == 11
    scope = ask(held, "scope", region="甲省/乙市").iloc[0]
    assert scope[["held_reports", "known_agencies"]].tolist() == [2, 2]


def test_ranking_gives_small_numbers_an_interval_and_no_place() -> None:
    held = warehouse(
        [agency(name) for name in "abc"],
        [
            report("a", 2023, requests(new=40, disclosed=10, declined_repeat=30)),
            report("b", 2023, requests(new=50, disclosed=25, declined_repeat=25)),
            report("c", 2023, requests(new=4, disclosed=4)),
        ],
    )
    ranking = ask(held, "agency_ranking", metric_id="disclosure_rate", year=2023, most=None)
    rows = ranking.set_index("agency_id")
    assert rows.loc[["a", "b"], "place"].tolist() == [2, 1]
    assert rows["place"].isna().to_dict() == {"a": False, "b": False, "c": True}
    assert bool(rows.loc["c", "is_small"])
    # Wilson 95 % of 4/4, by the formula: 1/(1 + z²/4) with z² = 3.8415
    assert rows.loc["c", "low"] == pytest.approx(1 / (1 + 3.841459 / 4))
    assert rows.loc["c", "high"] == pytest.approx(1.0)


def test_wilson_interval_of_a_known_case() -> None:
    con = warehouse([agency("a")], [report("a", 2022)]).connection
    low, high, none = con.execute(
        "SELECT wilson_low(15, 50), wilson_high(15, 50), wilson_low(0, 0)"
    ).fetchall()[0]
    # 15 of 50: centre 0.31427, half width 0.12327
    assert (low, high) == (pytest.approx(0.19101, abs=5e-5), pytest.approx(0.43754, abs=5e-5))
    assert none is None


def test_outcome_shares_are_of_the_printed_total_and_show_a_contradiction() -> None:
    values = {**requests(new=10, disclosed=6, withheld_third_party=4), "3/closed_total/total": 8}
    frame = ask(warehouse([agency("a")], [report("a", 2022, values)]), "outcome_mix")
    shares = frame.set_index("outcome")["share"]
    assert shares["disclosed"] == pytest.approx(6 / 8)
    assert set(frame["all_outcomes"]) == {10}
    assert set(frame["closed"]) == {8}
    assert frame["open_share"].tolist() == pytest.approx([6 / 8] * len(frame))


def test_other_handling_joins_the_rows_of_both_forms() -> None:
    held = warehouse(
        [agency("a")],
        [
            report("a", 2020, requests(new=5, other=5)),
            report(
                "a", 2021, requests(new=6, other_uncorrected=1, other_fee_unpaid=2, other_misc=3)
            ),
        ],
    )
    frame = ask(held, "outcome_mix")
    other = frame[frame["outcome"] == "other_handling"].set_index("year")["requests"]
    assert other.to_dict() == {2020: 5, 2021: 6}


def test_blank_totals_count_as_the_applicants_sum_and_are_marked() -> None:
    values = {**requests(new=9, disclosed=9), "3/disclosed/total": "", "3/disclosed/business": ""}
    held = warehouse([agency("a")], [report("a", 2022, values)])
    assert metric(ask(held, "metrics_by_year"), "disclosure_rate", 2022)["numerator"] == 9
    derived = held.connection.execute("SELECT derived_totals FROM report_metrics").fetchall()
    assert derived == [(1,)]


def test_reasons_and_applicants_have_their_shares() -> None:
    held = two_agencies()
    reasons = ask(held, "refusal_reasons")
    row = reasons[(reasons["year"] == 2022) & (reasons["row_code"] == "declined_repeat")].iloc[0]
    assert (row["requests"], row["closed"], row["reason_group"]) == (30, 100, "declined")
    assert row["share"] == pytest.approx(0.3)
    applicants = ask(held, "applicant_types")
    people = applicants[applicants["applicant"] == "natural_person"].set_index("year")
    assert people.loc[2022, "share"] == pytest.approx(1.0)
    fares = ask(held, "applicant_outcomes").set_index(["applicant", "outcome"])
    assert fares.loc[("natural_person", "disclosed"), "share"] == pytest.approx(65 / 150)
    assert math.isnan(fares.loc[("business", "disclosed"), "share"])
    assert fares.loc[("natural_person", "withheld"), "open_share"] == pytest.approx(65 / 150)
    assert math.isnan(fares.loc[("business", "withheld"), "open_share"])
    assert set(fares["all_closed"]) == {150}


def test_flow_names_what_does_not_balance() -> None:
    wrong = {**requests(new=10, carried_in=2, carried_out=1, disclosed=9)}
    frame = ask(warehouse([agency("a")], [report("a", 2022, wrong)]), "requests_flow")
    assert frame.iloc[0][["carried_in", "new_requests", "closed", "carried_out"]].tolist() == [
        2, 10, 9, 1,
    ]  # fmt: skip
    assert frame.iloc[0]["imbalance"] == 2


def test_disputes_and_table_2_by_year() -> None:
    held = warehouse(
        [agency("a")],
        [
            report("a", 2020, {"2/normative_documents/made": 3}),
            report(
                "a",
                2021,
                {"2/normative_documents/issued": 4, "4/review/upheld": 2, "4/review/total": 3},
            ),
        ],
    )
    disputes = ask(held, "disputes_by_year").set_index(["year", "row_code", "column_code"])
    assert disputes.loc[(2021, "review", "upheld"), "cases"] == 2
    assert set(disputes.loc[(2021, "review"), "results"]) == {2}
    volumes = ask(held, "table2_by_year").set_index(["year", "row_code", "column_code"])
    assert volumes.loc[(2020, "normative_documents", "made"), "quantity"] == 3
    assert bool(volumes.loc[(2021, "normative_documents", "issued"), "is_first_of_form"])
    assert not volumes.loc[(2020, "normative_documents", "made"), "is_first_of_form"]


def test_amounts_in_yuan_and_in_ten_thousand_are_added_in_one_unit() -> None:
    held = warehouse([agency("a")], [report("a", 2020, {"2/procurement/amount": 251000})])
    frame = ask(held, "table2_by_year").set_index(["row_code", "column_code"])
    assert frame.loc[("procurement", "amount"), "quantity"] == pytest.approx(25.1)


def test_coverage_counts_agencies_that_existed_in_the_year() -> None:
    agencies = [
        agency("a", active_from=2022),
        agency("b", active_from=2021, active_until=2022, merged_into="a"),
    ]
    held = warehouse(agencies, [report("a", 2022), report("b", 2021)])
    frame = ask(held, "coverage", year_from=2021, year_to=2023).set_index("year")
    assert frame["known"].to_dict() == {2021: 1, 2022: 2, 2023: 1}
    assert frame["held"].to_dict() == {2021: 1, 2022: 1, 2023: 0}


def test_submissions_know_late_missing_and_undated() -> None:
    agencies = [
        agency("late", active_from=2022, active_until=2022),
        agency("none", active_from=2022, active_until=2022),
        agency("undated", active_from=2022, active_until=2022),
        agency("gov", kind="government", is_consolidated=True, active_from=2022, active_until=2022),
    ]
    reports = [
        report("late", 2022, published_on=date(2023, 2, 3)),
        report("undated", 2022),
        report("gov", 2022, published_on=date(2023, 3, 31)),
    ]
    frame = ask(warehouse(agencies, reports), "submissions").set_index("agency_id")
    assert frame["state"].to_dict() == {
        "late": "late", "none": "missing", "undated": "undated", "gov": "in_time",
    }  # fmt: skip
    assert frame.loc["late", "days_late"] == 3
    assert frame.loc["gov", "days_late"] == 0


def test_rules_without_findings_are_listed_too() -> None:
    frame = ask(warehouse([agency("a")], [report("a", 2022)]), "findings_by_rule")
    assert len(frame) == len(queries_in("checks"))
    assert set(frame["findings"]) == {0}
    assert set(frame["quiet_rules"]) == {len(frame)}


def test_rules_say_of_how_many_nothing_could_be_said() -> None:
    """Two contradictions; without last year's report carry-over can judge nothing."""
    values = {"3/new_requests/total": 1, "4/review/total": 2}
    frame = ask(warehouse([agency("a")], [report("a", 2022, values)]), "findings_by_rule")
    rules = frame.set_index("rule")
    standing = frame[frame["findings"] > 0]
    assert set(standing["rule"]) == {"t3-row-total", "t3-balance", "t4-total"}
    assert rules.loc["carry-over", ["findings", "passed", "not_judged"]].tolist() == [0, 0, 1]
    assert set(frame["errors"]) == {3}
    assert set(frame["questions"]) == {0}
    quiet = frame[frame["findings"] == 0]
    idle = quiet[(quiet["passed"] == 0) & (quiet["not_judged"] == 0)]
    unjudged = quiet[(quiet["passed"] == 0) & (quiet["not_judged"] > 0)]
    assert "annex-parts" in set(idle["rule"])
    totals = frame[["quiet_rules", "unjudged_rules", "idle_rules"]].drop_duplicates()
    assert totals.to_numpy().tolist() == [[len(quiet), len(unjudged), len(idle)]]


def test_report_cells_stand_in_official_order_with_last_years_value() -> None:
    held = warehouse(
        [agency("a")],
        [
            report("a", 2022, {"4/review/total": 1}),
            report("a", 2023, {"4/review/total": 3, "4/review/upheld": ""}),
        ],
    )
    cells = held.ask("report_cells", report_id="a-2023")
    assert len(cells) == 200
    assert cells["position"].is_monotonic_increasing
    keyed = cells.set_index(["table_code", "row_code", "column_code"])
    total = keyed.loc[("4", "review", "total")]
    assert (total["value"], total["last_value"], list(total["rules"])) == (3, 1, ["t4-total"])
    blank = keyed.loc[("4", "review", "upheld")]
    assert (blank["status"], math.isnan(blank["value"])) == ("blank", True)
    assert list(blank["rules"]) == ["blank-cell"]
