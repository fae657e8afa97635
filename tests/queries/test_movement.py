"""What moved a total: worked by hand, and for any numbers adding up to the change."""

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from annual_reports.catalogue import query
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, agency, report, requests, warehouse

Case = tuple[int, int]


def ask(held: Warehouse, query_id: str, **params: Any) -> pd.DataFrame:
    fixed = {"basis": "members", "metric_id": "disclosure_rate", "base_year": 2022, "year": 2023}
    known = {**SELECTION, **fixed, "most": None, **params}
    return held.ask(query_id, **{name: known[name] for name in query(query_id).params})


def world(cases: dict[int, dict[str, Case]]) -> Warehouse:
    """Reports of requests disclosed of requests closed, by year and agency."""
    names = sorted({name for year in cases.values() for name in year})
    reports = [
        report(name, year, requests(new=of, disclosed=n, declined_repeat=of - n))
        for year, by_agency in cases.items()
        for name, (n, of) in by_agency.items()
    ]
    return warehouse([agency(name) for name in names], reports)


HAND = {
    2022: {"a": (10, 40), "b": (30, 60), "c": (60, 100), "f": (15, 50)},
    2023: {"a": (30, 60), "b": (20, 40), "c": (50, 100), "e": (8, 20)},
}


def test_three_agencies_one_that_came_and_one_that_left() -> None:
    rows = ask(world(HAND), "movement").set_index("agency_id")
    # a, b and c together: 100 of 200 in both years, so the mean rate of both years is 50 %
    within = {"a": (0.50 - 0.25) * (0.2 + 0.3) / 2, "b": 0.0, "c": (0.5 - 0.6) * 0.5}
    mix = {"a": (0.3 - 0.2) * ((0.25 + 0.50) / 2 - 0.5), "b": 0.0, "c": 0.0}
    for name in "abc":
        assert rows.loc[name, "within"] == pytest.approx(100 * within[name])
        assert rows.loc[name, "mix"] == pytest.approx(100 * mix[name])
    assert rows.loc["e", "contribution"] == pytest.approx(100 * (108 / 220 - 100 / 200))
    assert rows.loc["f", "contribution"] == pytest.approx(100 * (100 / 200 - 115 / 250))
    assert rows["part"].to_dict() == {
        "a": "both", "b": "both", "c": "both", "e": "entered", "f": "left",
    }  # fmt: skip
    change = 100 * (108 / 220 - 115 / 250)
    assert set(rows["change"].round(9)) == {round(change, 9)}
    assert rows.loc["f", "share"] == pytest.approx(4 / change)
    assert rows.loc["a", "contribution_from_here"] == pytest.approx(0.0, abs=1e-12)
    assert rows.loc[["a", "b", "c"], "place"].tolist() == [1, 3, 2]


def test_of_many_agencies_the_largest_and_those_that_moved_most_stand() -> None:
    held = world(HAND)
    every = ask(held, "movement")
    few = ask(held, "movement", most=1)
    of_both = every[every["part"] == "both"]
    ends = [
        of_both.loc[of_both["contribution"].agg(way), "agency_id"] for way in ("idxmax", "idxmin")
    ]
    assert few.equals(every[(every["place"] == 1) | every["is_end"]].reset_index(drop=True))
    assert sorted(few.loc[few["is_end"], "agency_id"]) == sorted(ends) == ["a", "c"]
    assert few["agencies"].tolist() == [5] * len(few)


def test_counts_are_plain_differences() -> None:
    rows = ask(world(HAND), "movement", metric_id="new_requests").set_index("agency_id")
    assert rows["contribution"].to_dict() == {"a": 20, "b": -20, "c": 0, "e": 20, "f": -50}
    assert set(rows["change"]) == {-30}
    assert rows[["within", "mix"]].isna().all().all()


def test_an_agency_without_cases_in_one_year_changes_only_its_share() -> None:
    held = world({2022: {"a": (10, 40), "b": (0, 0)}, 2023: {"a": (10, 40), "b": (10, 10)}})
    rows = ask(held, "movement").set_index("agency_id")
    assert rows.loc["b", "within"] == 0
    assert math.isnan(rows.loc["b", "last_value"])
    assert rows["contribution"].sum() == pytest.approx(100 * (20 / 50 - 10 / 40))


def test_nothing_is_split_across_a_break_or_without_an_agency_in_both_years() -> None:
    across = world({2018 + step: {"a": (10, 40)} for step in (1, 4)})
    assert len(ask(across, "movement", base_year=2019, year=2022)) == 1
    volumes = warehouse(
        [agency("a")],
        [report("a", year, {"2/licensing/decisions": year}) for year in (2020, 2021, 2022)],
    )
    facts = {"metric_id": "licensing_decisions", "year": 2022}
    assert ask(volumes, "movement", base_year=2020, **facts).empty
    assert len(ask(volumes, "movement", base_year=2021, **facts)) == 1
    strangers = world({2022: {"a": (1, 2)}, 2023: {"b": (1, 2)}})
    assert ask(strangers, "movement").empty


def test_rows_of_the_form_add_up_and_join_the_one_row_of_the_older_form() -> None:
    held = warehouse(
        [agency("a")],
        [
            report("a", 2020, requests(new=40, other=10, disclosed=30)),
            report("a", 2021, requests(new=50, other_misc=5, other_fee_unpaid=15, disclosed=30)),
            report("a", 2022, requests(new=50, other_misc=10, other_fee_unpaid=5, disclosed=35)),
        ],
    )
    facts = {"metric_id": "other_rate"}
    assert ask(held, "movement_rows", base_year=2020, year=2021, **facts).empty
    rows = ask(held, "movement_rows", base_year=2021, year=2022, **facts).set_index("row_code")
    assert rows["contribution"].to_dict() == {
        "other_fee_unpaid": pytest.approx(-20.0),
        "other_misc": pytest.approx(10.0),
        "other_uncorrected": 0.0,
    }
    assert ask(held, "movement_rows", base_year=2021, year=2022, metric_id="closed").empty


pairs = st.integers(0, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
years = st.dictionaries(st.sampled_from("abcdef"), pairs, min_size=1)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(years, years))
@example(({"b": (1, 1), "d": (192, 253)}, {"a": (217, 245), "d": (0, 0)}))
def test_the_parts_always_add_up_to_the_change(cases: tuple[Any, Any]) -> None:
    held = world(dict(zip((2022, 2023), cases, strict=True)))
    for metric_id in ("disclosure_rate", "new_requests"):
        rows = ask(held, "movement", metric_id=metric_id)
        if rows.empty:
            continue
        change = rows["change"].iloc[0]
        assert math.fsum(rows["contribution"]) == pytest.approx(change, abs=1e-12, rel=0)
        both = rows[rows["part"] == "both"]
        if metric_id == "disclosure_rate":
            effects = math.fsum([*both["within"], *both["mix"]])
            assert effects == pytest.approx(math.fsum(both["contribution"]), abs=1e-12, rel=0)
            by_row = ask(held, "movement_rows")
            assert by_row["contribution"].sum() == pytest.approx(effects, abs=1e-9)


def steady(last: int, years: int = 6, name: str = "a") -> list[Any]:
    """Some hundred requests each year, and so many in the last."""
    counts = [100, 104, 96, 108, 98, 102][-years:]
    return [
        report(name, 2025 - years + step, requests(new=count, disclosed=count))
        for step, count in enumerate(counts)
    ] + [report(name, 2025, requests(new=last, disclosed=last))]


def judged_of(held: Warehouse, metric_id: str = "new_requests") -> pd.DataFrame:
    """What was judged of the measure in 2025, by agency; those out of line are those listed."""
    found = held.connection.table("judged_outliers")
    reports = held.connection.table("reports").filter("year = 2025")
    frame = found.join(reports.select("report_id", "agency_id"), "report_id").df()
    listed = ask(held, "outliers", year=2025)
    assert listed["judged"].tolist() == [len(frame)] * len(listed)
    lists = listed[listed["is_outlier"]].set_index(["agency_id", "metric_id"]).index
    found_so = frame[frame["is_outlier"]].set_index(["agency_id", "metric_id"]).index
    assert set(lists) == set(found_so)
    assert len(listed) == max(len(lists), min(1, len(frame)))
    return frame[frame["metric_id"] == metric_id].set_index("agency_id")


def test_a_value_far_from_the_agencys_own_years_is_out_of_line() -> None:
    row = judged_of(warehouse([agency("a")], steady(200))).loc["a"]
    # others in order: 96 98 100 102 104 108; of the logs of 1 + value the median lies between
    # 101 and 103; counting noise 1/√(1+101) exceeds 1.4826 × the deviation
    middle = (math.log(101) + math.log(103)) / 2
    assert row["usual_value"] == pytest.approx(math.exp(middle) - 1)
    assert row["z"] == pytest.approx((math.log(201) - middle) * math.sqrt(math.exp(middle)))
    assert (row["is_outlier"], row["history"], row["last_numerator"]) == (True, 6, 102)
    assert not judged_of(warehouse([agency("a")], steady(125))).loc["a", "is_outlier"]


def test_a_rate_above_one_is_judged_by_the_noise_of_its_numerator() -> None:
    closed = dict.fromkeys(range(2019, 2025), 110) | {2025: 112}
    kept = [report("a", year, requests(new=100, disclosed=count)) for year, count in closed.items()]
    row = judged_of(warehouse([agency("a")], kept), "clearance_rate").loc["a"]
    # usually 1.1, so likely (1.1 × 100 + 1) / 102; the six others do not differ at all
    noise = math.sqrt(111 / 102 / 100) / 2.1
    assert row["z"] == pytest.approx(math.log(2.12 / 2.1) / noise)
    assert not row["is_outlier"]


def test_four_other_years_or_tiny_counts_are_not_judged() -> None:
    assert judged_of(warehouse([agency("a")], steady(900, years=4))).empty
    tiny = [report("a", year, requests(new=1)) for year in range(2019, 2025)]
    assert judged_of(warehouse([agency("a")], [*tiny, report("a", 2025, requests(new=29))])).empty


def test_what_all_peers_did_too_is_not_out_of_line() -> None:
    names = "abcdef"
    alike = [entry for name in names for entry in steady(200, name=name)]
    rows = judged_of(warehouse([agency(name) for name in names], alike))
    assert not rows["is_outlier"].any()
    assert set(rows["peers"]) == {5}
    alone = [entry for name in names for entry in steady(200 if name == "a" else 101, name=name)]
    rows = judged_of(warehouse([agency(name) for name in names], alone))
    assert rows["is_outlier"].to_dict() == {name: name == "a" for name in names}
