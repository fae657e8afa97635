"""Of very many agencies some are drawn; the chart says of how many."""

from typing import Any

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports.charts import Chart, Style
from tests.unit.charts.conftest import Ask, style_of

SOME = 40


def some(frame: pd.DataFrame, **changed: Any) -> pd.DataFrame:
    """Agencies of a sample, all like the first of the frame but for the columns changed."""
    rows = pd.concat([frame[:1]] * SOME, ignore_index=True)
    return rows.assign(agency_id=[f"x{at}" for at in range(SOME)], **changed)


def drawn(chart: Chart | None) -> set[str]:
    """The agencies that have a mark."""
    assert chart is not None
    return {
        keys[0] for trace in chart.sheet.to_dict()["data"] for keys in trace.get("customdata", ())
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_funnel_draws_what_it_is_given_and_says_of_how_many(ask: Ask, lang: str) -> None:
    frame = some(ask("agency_standing"), agencies=9_000, valued=8_000, firm=7_654)
    chart = charts.funnel(frame, ask("funnel_limits"), style_of(lang), "disclosure_rate", 2024)
    assert drawn(chart) == set(frame["agency_id"])
    assert chart is not None
    assert "8,000" in chart.subtitle
    assert "7,654" in chart.subtitle
    assert "9,000" not in chart.subtitle
    assert ("随机抽取" if lang == "zh" else "at random") in chart.subtitle


def test_the_funnel_of_all_says_nothing_of_a_sample(ask: Ask, style: Style) -> None:
    frame = ask("agency_standing")
    chart = charts.funnel(frame, ask("funnel_limits"), style, "disclosure_rate", 2024)
    assert chart is not None
    assert "抽取" not in chart.subtitle
    assert len(drawn(chart)) == frame["valued"].iloc[0]


def test_the_pairing_draws_what_it_is_given_and_says_of_how_many(ask: Ask, style: Style) -> None:
    measures = ("disclosure_rate", "closure_rate", "new_requests")
    asked = dict(zip(("x_metric_id", "y_metric_id", "size_metric_id"), measures, strict=True))
    frame = some(ask("two_measures", **asked), agencies=8_000)
    chart = charts.two_measures(frame, style, measures, 2024)
    assert drawn(chart) == set(frame["agency_id"])
    assert chart is not None
    assert f"共 8,000 个机关，画出 {SOME} 个" in chart.subtitle


def test_a_spread_counts_the_agencies_of_the_groups_it_shows_and_the_groups_it_does_not(
    ask: Ask, style: Style
) -> None:
    grouped = ["large"] * (SOME - 12) + ["small"] * 12
    sizes = [7_000] * (SOME - 12) + [12] * 12
    frame = some(ask("measure_spread"), grouped=grouped, in_group=sizes, groups=90, middle=0.5)
    words = {"large": "L", "small": "S"}
    chart = charts.measure_spread(frame, style, "disclosure_rate", 2024, words)
    assert drawn(chart) == set(frame["agency_id"])
    assert chart is not None
    assert f"共 7,012 个机关，画出 {SOME} 个" in chart.subtitle
    assert "另有 88 组" in chart.subtitle


def test_bands_say_how_many_are_left_out_and_reach_as_far_as_all(ask: Ask, style: Style) -> None:
    frame = some(ask("agency_standing"), band="within", in_band=5_000, highest=0.9)
    chart = charts.standing_bands(frame, style, "disclosure_rate", 2024)
    assert drawn(chart) == {f"x{at}" for at in (*range(6), *range(SOME - 6, SOME))}
    assert chart is not None
    layout = chart.sheet.to_dict()["layout"]
    assert any("4,988" in note["text"] for note in layout["annotations"])
    assert layout["xaxis"]["range"][1] == pytest.approx(0.92)


def test_strips_say_of_how_many_peers_they_draw_some(style: Style) -> None:
    own = pd.DataFrame([strip("a", is_own=True)])
    peers = pd.DataFrame([strip(f"x{at}", at / SOME) for at in range(SOME)])
    chart = charts.peer_strips(pd.concat([own, peers], ignore_index=True), style, "a", 2024)
    assert chart is not None
    assert drawn(chart) == {"a", *peers["agency_id"]}
    assert f"6,000 个同类数值画出 {SOME} 个" in chart.subtitle


def strip(agency_id: str, value: float = 0.5, *, is_own: bool = False) -> dict[str, object]:
    """A row of peer_strips."""
    return {
        "metric_id": "disclosure_rate", "position": 1, "unit": "rate", "agency_id": agency_id,
        "is_own": is_own, "numerator": 100 * value, "denominator": 100, "value": value,
        "is_small": False, "firm_peers": 6_000, "peers_values": 6_000, "peer_median": 0.5,
        "place_in_span": value, "median_in_span": 0.5, "number": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cases", "shares", "named"),
    [
        ([40, 60, 90], [0.5, 0.51, 0.52], 1),  # side by side
        ([40, 60, 90], [0.5, 0.6, 0.7], 3),  # one above the other
        ([40, 900_000], [0.5, 0.5], 2),  # each towards the middle, and far apart
        ([2_000, 3_000], [0.5, 0.5], 1),  # both to the left
    ],
)
def test_no_name_in_the_funnel_lies_on_another(
    ask: Ask, style: Style, cases: list[int], shares: list[float], named: int
) -> None:
    first = ask("agency_standing")[:1].assign(band="far_above", score=9.0)
    frame = pd.concat([first] * (len(cases) + 1), ignore_index=True)
    frame = frame.assign(denominator=[*cases, 1_000_000], value=[*shares, 0.1])
    frame.loc[len(cases), "band"] = "within"
    chart = charts.funnel(frame, ask("funnel_limits"), style, "disclosure_rate", 2024)
    assert chart is not None
    notes = chart.sheet.to_dict()["layout"]["annotations"]
    assert [note.get("name") for note in notes].count("named") == named
