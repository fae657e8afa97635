"""What is drawn is what the frames say: no more, no less, and no zero for what is missing."""

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports import format as fmt
from annual_reports.charts import Chart, Style
from tests.support import agency, report, requests, warehouse
from tests.unit.charts.conftest import YEARS, Ask, style_of


def traces(chart: Chart | None) -> dict[str, Any]:
    assert chart is not None
    return {trace["name"]: trace for trace in json.loads(chart.figure.to_json())["data"]}


def drawn(trace: Mapping[str, Any], *, along: str = "x", value: str = "y") -> dict[Any, Any]:
    return dict(zip(trace[along], trace[value], strict=True))


def breaks(chart: Chart | None) -> list[Any]:
    assert chart is not None
    return [shape for shape in chart.figure.layout.shapes if shape.name == "break"]


def notes(chart: Chart | None, name: str) -> list[str]:
    assert chart is not None
    return [note.text for note in chart.figure.layout.annotations if note.name == name]


def one(frame: pd.DataFrame, **where: Any) -> Any:
    for column, value in where.items():
        frame = frame[frame[column] == value]
    assert len(frame) == 1
    return frame.iloc[0]


def test_composition_has_the_shares_and_leaves_the_gap(ask: Ask, style: Style) -> None:
    frame = ask("outcome_mix")
    disclosed = drawn(traces(charts.outcome_composition(frame, style))["予以公开"])
    assert list(disclosed) == list(range(2019, 2025))
    assert disclosed[2022] is None
    for year in YEARS:
        assert disclosed[year] == one(frame, year=year, outcome="disclosed")["share"]


def test_composition_marks_the_year_that_contradicts_itself(ask: Ask, style: Style) -> None:
    chart = charts.outcome_composition(ask("outcome_mix"), style)
    above = notes(chart, "whole")
    assert [("!" in words) for words in above] == [False] * 4 + [True]
    assert chart is not None
    assert "2024" in chart.subtitle.split("!")[1]


def test_composition_title_tells_the_open_share(ask: Ask, style: Style) -> None:
    frame = ask("outcome_mix")
    chart = charts.outcome_composition(frame, style)
    opened = [one(frame, year=2024, outcome=code) for code in ("disclosed", "partly_disclosed")]
    closed = opened[0]["closed"]
    assert chart is not None
    assert fmt.rate(sum(row["requests"] for row in opened) / closed) in chart.title
    assert fmt.count(closed) in chart.title


def test_a_trend_is_cut_at_gap_and_break(ask: Ask, style: Style) -> None:
    frame = ask("metrics_by_year", agencies=["a"])
    chart = charts.metric_trend(frame, style, "licensing_decisions")
    line = traces(chart)["value"]
    points = drawn(line)
    assert not line["connectgaps"]
    assert (points[2022], points[2020.5]) == (None, None)
    for year in YEARS:
        value = one(frame, year=year, metric_id="licensing_decisions")["value"]
        assert points[year] == value
    assert [shape.x0 for shape in breaks(chart)] == [2020.5]


@pytest.mark.parametrize(("first", "last"), [(2019, 2020), (2021, 2024)])
def test_no_break_is_drawn_on_one_side_of_it(ask: Ask, style: Style, first: int, last: int) -> None:
    frame = ask("metrics_by_year", agencies=["a"], year_from=first, year_to=last)
    assert breaks(charts.metric_trend(frame, style, "licensing_decisions")) == []
    assert breaks(charts.volume_multiples(frame, style, ["licensing_decisions"])) == []


def test_a_measure_without_break_has_none(ask: Ask, style: Style) -> None:
    assert breaks(charts.metric_trend(ask("metrics_by_year"), style, "disclosure_rate")) == []


def test_a_break_in_a_missing_year_is_still_one(ask: Ask, style: Style) -> None:
    frame = ask("metrics_by_year", agencies=["a"])
    without = frame[frame["year"] != 2021]
    assert len(breaks(charts.metric_trend(without, style, "licensing_decisions"))) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_trend_title_speaks_only_of_years_after_the_break(ask: Ask, lang: str) -> None:
    frame = ask("metrics_by_year", agencies=["a"])
    chart = charts.metric_trend(frame, style_of(lang), "licensing_decisions")
    assert chart is not None
    assert "2019" not in chart.title
    for year in (2021, 2024):
        value = one(frame, year=year, metric_id="licensing_decisions")["value"]
        assert fmt.measure(value, "count", lang) in chart.title


def test_a_trend_title_gives_the_rise_in_points(ask: Ask, style: Style) -> None:
    frame = ask("metrics_by_year", agencies=["a"])
    chart = charts.metric_trend(frame, style, "disclosure_rate")
    first, last = (
        one(frame, year=year, metric_id="disclosure_rate")["value"] for year in (2019, 2024)
    )
    assert last > first
    assert chart is not None
    assert f"{fmt.rate(first)}升至2024年的{fmt.rate(last)}" in chart.title
    assert fmt.change(100 * (last - first), "rate", "zh") in chart.title


def test_a_trend_on_few_cases_claims_no_rise_or_fall(ask: Ask, style: Style) -> None:
    frame = ask("metrics_by_year", agencies=["d"])
    chart = charts.metric_trend(frame, style, "disclosure_rate")
    assert chart is not None
    assert not {"升至", "降至"} & {chart.title[i : i + 2] for i in range(len(chart.title))}
    line = traces(chart)["value"]
    row = one(frame, year=2024, metric_id="disclosure_rate")
    assert line["error_y"]["array"][-1] == pytest.approx(row["high"] - row["value"])
    assert line["error_y"]["arrayminus"][-1] == pytest.approx(row["value"] - row["low"])
    assert line["marker"]["symbol"][-1] == "circle-open"


def test_enough_cases_have_no_interval_in_a_trend(ask: Ask, style: Style) -> None:
    frame = ask("metrics_by_year", agencies=["a"])
    line = traces(charts.metric_trend(frame, style, "disclosure_rate"))["value"]
    assert set(line["error_y"]["array"]) == {None}


def test_unlike_numbers_of_reports_are_not_compared(style: Style) -> None:
    held = warehouse(
        [agency("a"), agency("b")],
        [
            report("a", 2023, requests(new=40, disclosed=40)),
            report("b", 2023, requests(new=60, unavailable_not_held=60)),
            report("a", 2024, requests(new=50, disclosed=40, declined_repeat=10)),
        ],
    )
    frame = held.ask(
        "metrics_by_year",
        is_demo=False,
        region=None,
        kinds=None,
        agencies=None,
        year_from=2023,
        year_to=2024,
        basis="members",
    )
    chart = charts.metric_trend(frame, style, "disclosure_rate")
    assert chart is not None
    assert "升至" not in chart.title  # 40 % of two reports, 80 % of one
    assert "−20.0" in chart.title  # a's own fall
    assert "1 至 2" in chart.subtitle


def test_history_shows_peers_where_there_are_any(ask: Ask, style: Style) -> None:
    frame = ask("agency_history").assign(peer_value=lambda rows: rows["value"] / 2, peer_reports=5)
    chart = charts.metric_trend(frame, style, "disclosure_rate")
    peers = drawn(traces(chart)["peers"])
    expected = frame[frame["metric_id"] == "disclosure_rate"].set_index("year")["peer_value"]
    for year in YEARS:
        assert peers[year] == expected[year]
    alone = frame.assign(peer_value=None)
    assert "peers" not in traces(charts.metric_trend(alone, style, "disclosure_rate"))


def test_a_change_of_name_is_marked_in_every_panel_and_told(ask: Ask, style: Style) -> None:
    frame = ask("agency_history")
    events = pd.DataFrame(
        {"year": [2021, 2030], "change": ["renamed", "absorbed"], "name": ["甲办", "乙局"]}
    )
    shown = ("disclosure_rate", "new_requests")
    chart = charts.history_multiples(frame, style, shown, events=events)
    assert chart is not None
    marks = [shape for shape in chart.figure.layout.shapes if shape.name == "event"]
    assert [mark.x0 for mark in marks] == [2020.5, 2020.5]
    assert len({mark.xref for mark in marks}) == 2
    assert "2021年起更名（此前称甲办）" in chart.subtitle
    assert "乙局" not in chart.subtitle  # outside the years shown
    plain = charts.history_multiples(frame, style, shown)
    assert plain is not None
    assert "更名" not in plain.subtitle


def test_panels_have_own_scales_from_zero(ask: Ask, style: Style) -> None:
    frame = ask("metrics_by_year")
    chart = charts.volume_multiples(frame, style, ["licensing_decisions", "new_requests"])
    assert chart is not None
    one_axis, other = chart.figure.layout.yaxis.range, chart.figure.layout.yaxis2.range
    assert one_axis[0] == other[0] == 0
    assert one_axis[1] > other[1]


def test_the_headline_is_of_a_measure_that_reaches_the_newest_year(style: Style) -> None:
    requests_of = {"metric_id": "new_requests", "unit": "count", "reports": 1}
    ended = {"metric_id": "licensing_decisions", "unit": "count", "reports": 1}
    frame = pd.DataFrame(
        [
            {**ended, "year": 2021, "value": 900.0, "numerator": 900, "denominator": None},
            {**ended, "year": 2022, "value": 100.0, "numerator": 100, "denominator": None},
            {**requests_of, "year": 2022, "value": 5.0, "numerator": 5, "denominator": None},
            {**requests_of, "year": 2024, "value": 7.0, "numerator": 7, "denominator": None},
        ]
    )
    chart = charts.volume_multiples(frame, style, ["licensing_decisions", "new_requests"])
    assert chart is not None
    assert "2024" in chart.title
    assert "900" not in chart.title


def test_kinds_share_one_scale(ask: Ask, style: Style) -> None:
    chart = charts.metric_groups(ask("metric_by_group"), style, "disclosure_rate")
    assert chart is not None
    assert chart.figure.layout.yaxis.range == chart.figure.layout.yaxis2.range
    assert len(chart.figure.data) == 3  # all, departments, townships; z has nothing to show


def test_normative_flow_goes_up_and_down(ask: Ask, style: Style) -> None:
    frame = ask("metrics_by_year", agencies=["a"])
    chart = charts.normative_stock_and_flow(frame, style)
    found = traces(chart)
    assert drawn(found["issued"])[2024] == 5
    assert drawn(found["repealed"])[2024] == -4
    assert drawn(found["repealed"])[2022] is None
    assert drawn(found["value"])[2024] == 46
    assert len(breaks(chart)) == 2
    assert chart is not None
    assert "制发 5 件、废止 4 件，年末现行有效 46 件" in chart.title


def test_flow_has_both_sides_and_marks_what_does_not_close(ask: Ask, style: Style) -> None:
    frame = ask("requests_flow")
    chart = charts.requests_flow(frame, style)
    found = traces(chart)
    newest = one(frame, year=2024)
    names = {
        "新收": "new_requests",
        "上年结转": "carried_in",
        "办结": "closed",
        "结转下年": "carried_out",
    }
    for name, column in names.items():
        assert found[name]["x"][0] == newest[column]
    rows = notes(chart, "row")
    assert "≠" in rows[0]
    assert fmt.count(abs(newest["imbalance"])) in rows[0]
    assert all("=" in row and "≠" not in row for row in rows[1:])


def test_reasons_stand_under_their_groups_beside_last_year(ask: Ask, style: Style) -> None:
    frame = ask("refusal_reasons")
    chart = charts.refusal_reasons(frame, style, 2024)
    found = traces(chart)
    codes = [keys[0] for keys in found["this"]["customdata"]]
    assert codes.count("") == 4
    assert len([code for code in codes if code]) == 19
    at = codes.index("unavailable_not_held")
    for trace, year in (("this", 2024), ("last", 2023)):
        row = one(frame, year=year, row_code="unavailable_not_held")
        assert found[trace]["x"][at] == row["share"]
    assert chart is not None
    assert "本机关不掌握相关政府信息" in chart.title


def test_few_applicants_are_hatched(style: Style) -> None:
    rows = [
        ("natural_person", "disclosed", 20, 40, False),
        ("natural_person", "declined", 20, 40, False),
        ("business", "disclosed", 5, 5, True),
    ]
    columns = ["applicant", "outcome", "requests", "closed", "is_small"]
    frame = pd.DataFrame(rows, columns=columns)
    frame = frame.assign(share=frame["requests"] / frame["closed"], low=0.1, high=0.9)
    frame = frame.assign(all_closed=45, open_share=frame["share"])
    found = traces(charts.applicant_outcomes(frame, style))["予以公开"]
    assert found["x"] == [0.5, 1.0]
    assert found["marker"]["pattern"]["shape"] == ["", "/"]


def test_disputes_stack_results_and_mark_a_wrong_total(ask: Ask, style: Style) -> None:
    frame = ask("disputes_by_year")
    chart = charts.disputes(frame, style)
    assert chart is not None
    first = chart.figure.data[0]
    assert (
        dict(zip(first.x, first.y, strict=True))[2024]
        == one(frame, year=2024, row_code="review", column_code="upheld")["cases"]
    )
    wrong = [words for words in notes(chart, "total") if "!" in words]
    assert len(wrong) == 1


def test_ranking_draws_every_interval_and_hollows_few_cases(ask: Ask, style: Style) -> None:
    frame = ask("agency_ranking")
    found = traces(charts.agency_ranking(frame, style, "disclosure_rate", 2024))["value"]
    codes = [keys[0] for keys in found["customdata"]]
    known = frame[frame["value"].notna()]
    assert codes == list(known["agency_id"])
    assert found["x"] == list(known["value"])
    assert found["error_x"]["array"] == pytest.approx(list(known["high"] - known["value"]))
    assert found["marker"]["symbol"][codes.index("d")] == "circle-open"
    assert found["marker"]["symbol"][codes.index("a")] == "circle"


def test_a_long_ranking_keeps_its_ends_and_says_what_it_leaves_out(ask: Ask, style: Style) -> None:
    frame = ask("agency_ranking")
    chart = charts.agency_ranking(frame, style, "disclosure_rate", 2024, limit=2)
    firm = frame[frame["value"].notna() & ~frame["is_small"]]
    codes = [keys[0] for keys in traces(chart)["value"]["customdata"]]
    assert codes == [firm["agency_id"].iloc[0], "", firm["agency_id"].iloc[-1]]
    assert chart is not None
    assert "另有 1 个机关件数不足30" in chart.subtitle
    assert "其间 1 个机关未列出" in notes(chart, "row")[1]


def test_what_fell_below_zero_or_rose_above_the_whole_is_in_view(ask: Ask, style: Style) -> None:
    frame = ask("agency_ranking", metric_id="backlog_change")
    frame = frame.assign(value=[-4.0, *[2.0] * (len(frame) - 1)])
    chart = charts.agency_ranking(frame, style, "backlog_change", 2024)
    assert chart is not None
    low, high = chart.figure.layout.xaxis.range
    assert low < -4
    assert high > 2
    assert traces(chart)["value"]["text"][0] == "−4"
    ratio = ask("agency_ranking", metric_id="clearance_rate").assign(value=1.4, low=None, high=None)
    chart = charts.agency_ranking(ratio, style, "clearance_rate", 2024)
    assert chart is not None
    assert chart.figure.layout.xaxis.range[1] > 1.4


def test_changes_leave_out_few_cases(ask: Ask, style: Style) -> None:
    frame = ask("agency_ranking")
    chart = charts.change_ranking(frame, style, "disclosure_rate", 2024)
    found = traces(chart)["change"]
    assert [keys[0] for keys in found["customdata"]] == ["a", "b"]
    assert found["x"] == [one(frame, agency_id=code)["change"] for code in ("a", "b")]
    assert chart is not None
    assert "1 个机关上升，1 个下降" in chart.title


def test_movers_add_up_to_the_change(ask: Ask, style: Style) -> None:
    frame = ask("movement", basis="members")
    both = frame[frame["part"] == "both"]
    chart = charts.rate_movers(frame, style, "disclosure_rate", 2024, shown=1)
    found = traces(chart)["change"]
    assert sum(found["x"]) == pytest.approx(both["contribution"].sum())
    assert found["customdata"][-1] == ["", ""]
    assert chart is not None
    assert f"{abs(both['contribution'].sum()):.2f}" in chart.title


def test_submissions_tell_states_by_shape(ask: Ask, style: Style) -> None:
    frame = ask("submission_matrix")
    chart = charts.submission_matrix(frame, ask("submission_states"), style)
    assert chart is not None
    symbols = {trace.marker.symbol for trace in chart.figure.data}
    assert len(symbols) == len(chart.figure.data)
    counts = {trace.name: len(trace.x) for trace in chart.figure.data}
    missing = counts["未收录或未公布"]
    assert missing == (frame["state"] == "missing").sum()
    assert f"未收录或未公布 {missing} 份" in chart.title
    first = ask("submission_matrix", most=1)
    short = charts.submission_matrix(first, ask("submission_states"), style)
    assert short is not None
    assert short.title == chart.title
    assert f"另有 {frame['agency_id'].nunique() - 1} 个机关未画出" in short.subtitle


def test_matrix_has_no_cell_for_what_is_missing_and_no_shade_for_few(
    ask: Ask, style: Style
) -> None:
    frame = ask("agency_by_year")
    cells = traces(charts.metric_matrix(frame, style, "disclosure_rate"))["value"]
    assert len(cells["x"]) == frame["value"].notna().sum()
    shades = {
        (keys[0], keys[1]): colour
        for keys, colour in zip(cells["customdata"], cells["marker"]["color"], strict=True)
    }
    assert shades["d", "2024"] == "rgba(0,0,0,0)"
    assert shades["a", "2024"].startswith("#")
    assert ("a", "2022") not in shades


def test_coverage_counts_held_and_known(ask: Ask, style: Style) -> None:
    frame = ask("coverage")
    found = traces(charts.coverage_strip(frame, style))
    assert found["held"]["y"] == list(frame["held"])
    assert found["known"]["y"] == list(frame["known"])
    assert found["known"]["text"][-1] == f"{frame['held'].iloc[-1]}/{frame['known'].iloc[-1]}"
    partly = charts.coverage_strip(frame.assign(not_due=3), style)
    assert partly is not None
    assert "另有 3 份尚未到期" in partly.subtitle
    assert charts.coverage_strip(frame.assign(known=0), style) is None


def test_findings_tell_severity_by_sign_and_filling(style: Style) -> None:
    rows = [("r1", "E", 3, 2), ("r2", "E", 0, 0), ("r3", "W", 5, 1)]
    frame = pd.DataFrame(rows, columns=["rule", "severity", "findings", "reports"])
    frame = frame.assign(title_zh=frame["rule"], title_en=frame["rule"], agencies=1)
    frame = frame.assign(errors=3, questions=5, quiet_rules=1, unjudged_rules=1, idle_rules=0)
    chart = charts.findings_by_rule(frame, style)
    found = traces(chart)["findings"]
    assert found["x"] == [3, 5]
    assert found["marker"]["pattern"]["shape"] == ["", "/"]
    assert [words[0] for words in notes(chart, "row")] == ["■", "◇"]
    assert chart is not None
    assert "3 处" in chart.title
    assert "1 条规则无发现，其中 1 条对任何年报都无法判断" in chart.subtitle
    assert "不适用" not in chart.subtitle
    most = charts.findings_by_rule(frame, style, limit=1)
    assert most is not None
    assert traces(most)["findings"]["x"] == [5]
    assert "另有 1 条规则有发现" in most.subtitle
    assert most.title == chart.title


def test_the_rule_matrix_counts_agencies_in_its_title_and_those_left_out(
    ask: Ask, style: Style
) -> None:
    frame = ask("rule_matrix")
    chart = charts.rule_matrix(frame, style, limit=1)
    assert chart is not None
    troubled = set(frame.loc[frame["findings"] > 0, "agency_id"])
    everyone = set(frame["agency_id"])
    assert f"{len(everyone)} 个机关中，{len(troubled)} 个有" in chart.title
    assert f"另有 {len(troubled) - 1} 个机关未画出" in chart.subtitle
    first = frame.groupby("agency_id")["findings"].sum().idxmax()
    assert [keys[0] for trace in chart.figure.data for keys in trace.customdata] == [first] * sum(
        len(trace.x) for trace in chart.figure.data
    )


def test_a_selection_without_any_value_draws_nothing(style: Style) -> None:
    held = warehouse([agency("z")], [report("z", 2024)])
    known = {"is_demo": False, "region": None, "kinds": None, "agencies": None}
    years = {"year_from": 2024, "year_to": 2024, "basis": "members"}
    metrics = held.ask("metrics_by_year", **known, **years)
    assert charts.metric_trend(metrics, style, "disclosure_rate") is None
    assert charts.corrected_rates(metrics, style) is None
    assert charts.outcome_composition(held.ask("outcome_mix", **known, **years), style) is None
    assert charts.disputes(held.ask("disputes_by_year", **known, **years), style) is None


def test_a_title_does_not_single_out_one_of_equals(style: Style) -> None:
    held = warehouse(
        [agency(code) for code in "abd"],
        [report("a", 2024, requests(new=9)), report("b", 2024), report("d", 2024)],
    )
    known = {"is_demo": False, "region": None, "kinds": None, "agencies": None}
    frame = held.ask("agency_ranking", **known, metric_id="new_requests", year=2024, most=None)
    chart = charts.agency_ranking(frame, style, "new_requests", 2024)
    assert chart is not None
    assert "机关a最高，9 件；机关d（另有 1 个相同）最低" in chart.title


def test_a_leap_on_few_cases_takes_no_place_among_changes(style: Style) -> None:
    held = warehouse(
        [agency("a"), agency("d")],
        [
            report("a", 2023, requests(new=40, disclosed=20, declined_repeat=20)),
            report("a", 2024, requests(new=40, disclosed=24, declined_repeat=16)),
            report("d", 2023, requests(new=2, declined_repeat=2)),
            report("d", 2024, requests(new=40, disclosed=40)),
        ],
    )
    known = {"is_demo": False, "region": None, "kinds": None, "agencies": None, "year": 2024}
    for metric_id in ("disclosure_rate", "new_requests"):
        frame = held.ask("agency_ranking", **known, metric_id=metric_id, most=None)
        chart = charts.change_ranking(frame, style, metric_id, 2024)
        shown = traces(chart)["change"]["customdata"] if chart else []
        assert "d" not in [keys[0] for keys in shown]
        if metric_id == "disclosure_rate":
            assert chart is not None
            assert "另有 1 个机关件数不足30" in chart.subtitle
