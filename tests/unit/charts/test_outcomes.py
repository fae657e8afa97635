"""The paths of one year's requests, the steps of its disputes, the ways to court, by hand."""

import json
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports.charts import Chart, Style
from annual_reports.charts.paths import node_name
from tests.queries.test_trends import ask
from tests.support import agency, report, requests, warehouse
from tests.unit.charts.conftest import style_of
from tests.unit.charts.test_values import notes, traces

Values = Mapping[str, Any]


def answer(query_id: str, *years: Values, **params: Any) -> pd.DataFrame:
    """The question put to agency a with these reports, the last of 2024."""
    first = 2025 - len(years)
    reports = [report("a", first + step, values) for step, values in enumerate(years)]
    return ask(warehouse([agency("a")], reports), query_id, **params)


def flow_of(chart: Chart | None) -> dict[tuple[str, str], tuple[float, str]]:
    """What flows from node to node, with the address of its number."""
    (flow,) = traces(chart).values()
    codes = [keys[0] for keys in flow["node"]["customdata"]]
    link = flow["link"]
    ends = zip(link["source"], link["target"], strict=True)
    amounts = zip(link["value"], (keys[-1] for keys in link["customdata"]), strict=True)
    return {
        (codes[source], codes[target]): amount
        for (source, target), amount in zip(ends, amounts, strict=True)
    }


def test_requests_flow_from_where_they_came_to_how_they_ended(style: Style) -> None:
    values = requests(new=90, carried_in=10, carried_out=20, disclosed=60, declined_repeat=20)
    chart = charts.request_paths(answer("request_paths", values), style, 2024)
    assert {ends: amount for ends, (amount, _) in flow_of(chart).items()} == {
        ("new_requests", "workload"): 90,
        ("carried_in", "workload"): 10,
        ("workload", "closed"): 80,
        ("workload", "carried_out"): 20,
        ("closed", "disclosed"): 60,
        ("closed", "declined"): 20,
    }
    assert flow_of(chart)[("closed", "declined")][1] == "3/declined*/total@2024"
    said = "\n".join(notes(chart, "node"))
    for words in ("90 件 · 90.0", "80 件 · 80.0", "60 件 · 75.0", "20 件 · 25.0", "100 件"):
        assert words in said
    assert chart is not None
    assert "受理 100 件，办结 80 件，其中最多的是“予以公开”，60 件，占75.0" in chart.title
    assert "!" not in chart.subtitle + said


@pytest.mark.parametrize(
    ("new", "carried_out", "closed", "unexplained"),
    [
        (50, 0, 40, {("workload", "imbalance"): 10}),
        (50, 20, 40, {("imbalance", "workload"): 10}),
        (30, 0, 30, {("outcome_gap", "closed"): 10}),
        (45, 0, 45, {("closed", "outcome_gap"): 5}),
        (44, 0, 45, {("closed", "outcome_gap"): 5, ("imbalance", "workload"): 1}),
    ],
)
def test_what_does_not_balance_is_a_flow_of_its_own(
    style: Style, new: int, carried_out: int, closed: int, unexplained: dict[Any, int]
) -> None:
    values = requests(new=new, carried_out=carried_out, disclosed=40)
    values["3/closed_total/total"] = closed
    chart = charts.request_paths(answer("request_paths", values), style, 2024)
    flow = flow_of(chart)
    found = {
        ends: amount for ends, (amount, _) in flow.items() if {*ends} & {"imbalance", "outcome_gap"}
    }
    assert found == unexplained
    assert chart is not None
    assert "!" in chart.subtitle
    assert any("! " in words for words in notes(chart, "node"))
    for node in ("workload", "closed"):
        came = sum(amount for (_, end), (amount, _) in flow.items() if end == node)
        went = sum(amount for (start, _), (amount, _) in flow.items() if start == node)
        assert came == went


def test_equal_outcomes_are_both_the_most_frequent(style: Style) -> None:
    values = requests(new=9, disclosed=4, declined_repeat=4, other_misc=1)
    chart = charts.request_paths(answer("request_paths", values), style, 2024)
    assert chart is not None
    assert "予以公开、不予处理同为最多，各 4 件" in chart.title


def test_nodes_of_a_column_do_not_touch(style: Style) -> None:
    values = requests(
        new=97, carried_in=3, carried_out=1, disclosed=90, partly_disclosed=1,
        withheld_third_party=2, unavailable_not_held=3, declined_repeat=2, other_misc=1,
    )  # fmt: skip
    (flow,) = traces(charts.request_paths(answer("request_paths", values), style, 2024)).values()
    places = list(zip(flow["node"]["x"], flow["node"]["y"], strict=True))
    last = sorted(y for x, y in places if x == max(flow["node"]["x"]))
    assert len(last) == 7
    assert all(0 < y < 1 for _, y in places)
    assert min(b - a for a, b in pairwise(last)) * (210 + 6 * 34) > 30


def test_a_year_without_carry_over_has_no_paths() -> None:
    unknown = {**requests(new=5, disclosed=5), "3/carried_in/total": None}
    unknown["3/carried_in/natural_person"] = None
    assert answer("request_paths", unknown).empty


def test_the_nodes_are_called_by_the_form() -> None:
    assert node_name("partly_disclosed", "zh") == "部分公开"
    assert node_name("imbalance", "zh") == "收办不平衡"


def disputes(**cells: int) -> dict[str, int]:
    """Cells of table 4: ``review__total=7``."""
    return {f"4/{name.replace('__', '/')}": value for name, value in cells.items()}


def test_disputes_go_from_all_to_decided_to_corrected(style: Style) -> None:
    values = disputes(
        review__total=50, review__pending=10, review__corrected=8, litigation_direct__total=6,
        litigation_direct__pending=1, litigation_direct__corrected=2,
        litigation_after_review__total=3, litigation_after_review__pending=3,
    )  # fmt: skip
    frame = answer("dispute_steps", values)
    chart = charts.dispute_steps(frame, style, 2024)
    bars = traces(chart)["steps"]
    assert bars["x"] == [50, 40, 8, 6, 5, 2, 3, 0, 0]
    assert bars["customdata"][2] == ["review", "corrected_cases", "review_corrected_rate@2024"]
    rows = notes(chart, "row")
    assert "20.0\u2009%（8/40）" in rows[2]
    assert "区间" not in rows[2]
    assert "40.0\u2009%（2/5）" in rows[5]
    assert "区间 11.8\u2009% 至 76.9\u2009%" in rows[5]  # Wilson for 2 of 5
    assert "没有已审结案件" in rows[8]
    assert chart is not None
    assert chart.title.endswith("复议后起诉 —")
    assert frame["share"].isna().tolist() == [False, False, True]


def test_no_disputes_no_steps(style: Style) -> None:
    assert charts.dispute_steps(answer("dispute_steps", {}), style, 2024) is None


def test_ways_to_court_are_added_up_on_either_side_of_the_break(style: Style) -> None:
    before = disputes(litigation_direct__total=30, litigation_after_review__total=10)
    since = disputes(litigation_direct__total=2, litigation_after_review__total=8)
    frame = answer("lawsuit_paths", before, before, since)
    chart = charts.lawsuit_paths(frame, style)
    data = json.loads(chart.figure.to_json())["data"] if chart else []
    levels = [trace for trace in data if trace["name"] == "level"]
    assert [trace["y"][0] for trace in levels] == [pytest.approx(60 / 80), pytest.approx(2 / 10)]
    assert [trace["customdata"][0][-1] for trace in levels] == [
        "direct_litigation_share@2022-2023",
        "direct_litigation_share@2024-2024",
    ]
    named = traces(chart)
    assert named["未经复议直接起诉"]["y"] == [30, 30, 2]
    assert named["复议后起诉"]["y"] == [10, 10, 8]
    assert None in named["value"]["y"]  # the line is cut at the break
    assert chart is not None
    assert "2022–2023年 75.0\u2009%（60/80），2024年 20.0\u2009%（2/10）" in chart.title
    assert "95 % 区间 5.7\u2009% 至 51.0\u2009%" in chart.subtitle  # Wilson for 2 of 10
    assert "复议" in chart.subtitle
    assert frame["is_break"].tolist() == [False, False, True]
    assert "不尽相同" not in chart.subtitle


def test_other_agencies_before_and_since_are_said(style: Style) -> None:
    sued = disputes(litigation_direct__total=5)
    held = warehouse(
        [agency("a"), agency("b")],
        [report("a", 2023, sued), report("b", 2023, sued), report("a", 2024, sued)],
    )
    chart = charts.lawsuit_paths(ask(held, "lawsuit_paths"), style)
    assert chart is not None
    assert "不尽相同（2023年 2 个、2024年 1 个）" in chart.subtitle


def test_reasons_stand_beside_the_other_agencies(style: Style) -> None:
    held = warehouse(
        [agency(code) for code in "abc"],
        [
            report("a", 2024, requests(new=40, disclosed=30, declined_repeat=10)),
            report("b", 2024, requests(new=60, disclosed=54, declined_repeat=6)),
            report("c", 2024, requests(new=20, disclosed=18, declined_repeat=2)),
        ],
    )
    frame = ask(held, "refusal_reasons", agencies=["a"])
    chart = charts.refusal_reasons(frame, style, 2024)
    found = traces(chart)
    at = [keys[0] for keys in found["this"]["customdata"]].index("declined_repeat")
    assert found["this"]["x"][at] == pytest.approx(0.25)
    assert found["beside"]["x"][at] == pytest.approx(8 / 80)
    assert "其余机关：10.0\u2009%（8/80）；相差 +15.0 个百分点" in found["beside"]["hovertext"][at]
    assert chart is not None
    assert "其余机关（n = 80）" in chart.subtitle
    assert any("10 · 25.0" in row for row in notes(chart, "row"))


def test_a_selection_of_all_has_nothing_beside_it(style: Style) -> None:
    values = requests(new=20, disclosed=10, declined_repeat=10)
    chart = charts.refusal_reasons(answer("refusal_reasons", values), style_of("en"), 2024)
    assert chart is not None
    assert "upright" not in chart.subtitle
    assert "fewer than 30 closed" in chart.subtitle
    assert set(traces(chart)["beside"]["x"]) == {None}
