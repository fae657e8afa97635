"""A measure by group and year: chained index, three years together, incomplete years, by hand."""

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annual_reports.catalogue import query
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, agency, report, requests, warehouse


def ask(held: Warehouse, query_id: str = "metric_by_group", **params: Any) -> pd.DataFrame:
    fixed = {"metric_id": "new_requests", "grouping": "kind", "base_year": 2021, "basis": "members"}
    known = {**SELECTION, **fixed, "year_from": 2021, **params}
    return held.ask(query_id, **{name: known[name] for name in query(query_id).params})


def world(counts: dict[str, dict[int, int]], **facts: Any) -> Warehouse:
    reports = [
        report(name, year, requests(new=n, disclosed=n))
        for name, years in counts.items()
        for year, n in years.items()
    ]
    return warehouse([agency(name, **facts.get(name, {})) for name in counts], reports)


def of(frame: pd.DataFrame, group: str, column: str) -> dict[int, Any]:
    rows = frame[frame["group_code"] == group]
    return dict(zip(rows["year"], rows[column], strict=True))


def test_an_index_is_chained_over_agencies_with_both_years() -> None:
    # b comes in 2022 and a stays away in 2024; neither moves the index
    held = world(
        {
            "a": {2021: 100, 2022: 110, 2023: 99},
            "b": {2022: 1000, 2023: 1100, 2024: 550},
        }
    )
    index = of(ask(held), "*", "index_value")
    assert index[2021] == pytest.approx(100)
    assert index[2022] == pytest.approx(110)  # a alone: 110/100
    assert index[2023] == pytest.approx(110 * 1199 / 1110)  # both
    assert index[2024] == pytest.approx(110 * 1199 / 1110 * 550 / 1100)  # b alone
    later = of(ask(held, base_year=2023), "*", "index_value")
    assert later[2023] == pytest.approx(100)
    assert later[2021] == pytest.approx(100 / (1.1 * 1199 / 1110))


@pytest.mark.parametrize(
    ("counts", "known"),
    [
        ({2021: 10, 2022: 20, 2024: 40, 2025: 50}, {2021, 2022}),  # nobody in 2023
        ({2021: 10, 2022: 0, 2023: 5, 2024: 6}, {2021, 2022}),  # no growth from zero
        ({2022: 5, 2023: 6}, set()),  # nothing in the base year
    ],
)
def test_a_chain_is_cut_where_nothing_can_be_compared(
    counts: dict[int, int], known: set[int]
) -> None:
    index = of(ask(world({"a": counts})), "*", "index_value")
    assert {year for year, value in index.items() if not math.isnan(value)} == known


def test_neither_index_nor_three_years_nor_change_cross_a_break() -> None:
    held = warehouse(
        [agency("a")],
        [report("a", year, {"2/licensing/decisions": 10 + year}) for year in range(2019, 2025)],
    )
    frame = ask(held, metric_id="licensing_decisions", year_from=2019)
    assert {y for y, v in of(frame, "*", "index_value").items() if not math.isnan(v)} == {
        2021, 2022, 2023, 2024,
    }  # fmt: skip
    assert {y for y, v in of(frame, "*", "rolling_value").items() if not math.isnan(v)} == {
        2023, 2024,
    }  # fmt: skip
    assert math.isnan(of(frame, "*", "change")[2021])


def test_three_years_together_are_a_mean_of_counts_and_a_rate_of_sums() -> None:
    held = warehouse(
        [agency("a")],
        [
            report("a", year, requests(new=n, disclosed=n - 1, declined_repeat=1))
            for year, n in ((2021, 10), (2022, 20), (2023, 60), (2025, 5))
        ],
    )
    counts = of(ask(held), "department", "rolling_value")
    assert counts[2023] == pytest.approx(30)
    assert [year for year, value in counts.items() if not math.isnan(value)] == [2023]
    rates = of(ask(held, metric_id="disclosure_rate"), "department", "rolling_value")
    assert rates[2023] == pytest.approx(87 / 90)


def test_groups_are_kinds_sectors_or_regions_and_add_up_to_all() -> None:
    facts = {
        "a": {"sector": "教育", "region_path": "省/市"},
        "b": {"sector": "", "region_path": "省/市/县", "kind": "zone"},
    }
    held = world({"a": {2021: 3}, "b": {2021: 4}}, **facts)
    for grouping, codes in (
        ("kind", {"department": 3, "zone": 4}),
        ("sector", {"教育": 3, "": 4}),
        ("region", {"省/市": 3, "省/市/县": 4}),
    ):
        frame = ask(held, grouping=grouping)
        assert dict(zip(frame["group_code"], frame["value"], strict=True)) == {"*": 7, **codes}


def test_only_the_latest_year_is_incomplete_and_compared_like_for_like() -> None:
    held = world({"a": {2021: 10, 2022: 10, 2023: 12}, "b": {2021: 90, 2022: 90}, "c": {2022: 1}})
    frame = ask(held, year_to=2023)
    assert of(frame, "*", "is_incomplete") == {2021: False, 2022: False, 2023: True}
    assert (of(frame, "*", "held")[2023], of(frame, "*", "known")[2023]) == (1, 3)
    assert of(frame, "*", "held")[2021] == 2
    assert of(frame, "*", "change")[2023] == pytest.approx(20)  # a alone, not 12 against 101
    whole = ask(held, "metrics_by_year", year_to=2023)
    rows = whole[whole["metric_id"] == "new_requests"].set_index("year")
    assert rows["is_incomplete"].to_dict() == {2021: False, 2022: False, 2023: True}
    assert rows.loc[2023, ["held", "known"]].tolist() == [1, 3]


@pytest.mark.parametrize(
    ("city_years", "basis", "expected"),
    [
        ((2021, 2022), "consolidated", (1, 1)),  # the city's own report says it all
        ((2021,), "consolidated", (1, 2)),  # members are added up: b is missing
        ((2021, 2022), "members", (1, 2)),
    ],
)
def test_a_consolidated_report_is_not_waited_for_beside_its_members(
    city_years: tuple[int, ...], basis: str, expected: tuple[int, int]
) -> None:
    members = [agency(name, consolidated_into="city") for name in "ab"]
    city = agency("city", kind="government", is_consolidated=True)
    reports = [report("city", year, requests(new=5)) for year in city_years]
    reports += [report(name, 2021, requests(new=2)) for name in "ab"]
    reports.append(report("a", 2022, requests(new=2)))
    held = warehouse([city, *members], reports)
    frame = ask(held, "metrics_by_year", year_to=2022, basis=basis)
    rows = frame[frame["metric_id"] == "new_requests"].set_index("year")
    assert tuple(rows.loc[2022, ["held", "known"]]) == expected
    assert bool(rows.loc[2022, "is_incomplete"]) == (expected == (1, 2))


counts = st.dictionaries(st.integers(2021, 2025), st.integers(1, 500), min_size=1)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(counts)
def test_of_one_agency_the_index_is_its_own_ratio_to_the_base_year(own: dict[int, int]) -> None:
    unbroken = [year for year in range(2021, 2026) if set(range(2021, year + 1)) <= set(own)]
    index = of(ask(world({"a": own})), "*", "index_value")
    for year, value in index.items():
        if year in unbroken:
            assert value == pytest.approx(100 * own[year] / own[2021])
        else:
            assert math.isnan(value)
