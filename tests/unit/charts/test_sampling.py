"""Of very many agencies a sample is drawn: who stands out is in it, all is told from all."""

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports.charts import Chart, Style
from annual_reports.charts.sampling import MOST, sampled
from tests.unit.charts.conftest import Ask, style_of

MANY = 4 * MOST


def many(frame: pd.DataFrame, **changed: pd.Series) -> pd.DataFrame:
    """As many agencies, all like the first of the frame but for the columns changed."""
    rows = pd.concat([frame[:1]] * MANY, ignore_index=True)
    return rows.assign(agency_id=[f"x{at}" for at in range(MANY)], **changed)


def drawn(chart: Chart | None) -> set[str]:
    """The agencies that have a mark."""
    assert chart is not None
    return {
        keys[0] for trace in chart.sheet.to_dict()["data"] for keys in trace.get("customdata", ())
    }


def rising(low: float, high: float) -> pd.Series:
    return pd.Series([low + (high - low) * at / MANY for at in range(MANY)])


def test_what_is_not_too_long_is_whole() -> None:
    frame = pd.DataFrame({"value": range(MOST)})
    assert sampled(frame, frame[:0], "value") is frame


def test_a_sample_is_even_and_holds_the_first_and_the_ends_in_their_order() -> None:
    frame = pd.DataFrame({"value": [(7 * at) % MANY for at in range(MANY)]})
    kept = sampled(frame, frame[100:103], "value")
    assert MOST - 50 <= len(kept) <= MOST
    assert kept.index.is_monotonic_increasing
    assert {100, 101, 102} <= set(kept.index)
    assert {0, 1, MANY - 2, MANY - 1} <= set(kept["value"])
    quarters = (4 * kept.index // MANY).value_counts()
    assert quarters.max() - quarters.min() < 30


def test_a_sample_is_the_same_each_time() -> None:
    frame = pd.DataFrame({"value": range(MANY)})
    once, again = (sampled(frame, frame[:5], "value") for _ in range(2))
    assert once.equals(again)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_funnel_draws_all_that_are_farthest_off_and_says_what_it_leaves_out(
    ask: Ask, lang: str
) -> None:
    score = rising(-1, 1)
    score[17] = -9.0
    frame = many(ask("agency_standing"), score=score, denominator=rising(30, 3000))
    chart = charts.funnel(frame, ask("funnel_limits"), style_of(lang), "disclosure_rate", 2024)
    assert chart is not None
    assert {"x17", "x0", f"x{MANY - 1}"} <= drawn(chart)
    assert len(drawn(chart)) <= MOST
    assert f"{len(drawn(chart)):,}" in chart.subtitle
    assert f"{MANY:,}" in chart.subtitle


def test_the_pairing_draws_the_largest_and_those_at_the_ends(ask: Ask, style: Style) -> None:
    measures = ("disclosure_rate", "closure_rate", "new_requests")
    asked = dict(zip(("x_metric_id", "y_metric_id", "size_metric_id"), measures, strict=True))
    x = rising(0.2, 0.4)
    x[MANY - 5] = 0.99
    frame = many(ask("two_measures", **asked), x_value=x, size_value=rising(900, 0))
    chart = charts.two_measures(frame, style, measures, 2024)
    assert chart is not None
    assert {f"x{at}" for at in range(300)} | {f"x{MANY - 5}"} <= drawn(chart)
    assert len(drawn(chart)) <= MOST
    assert f"共 {MANY:,} 个机关" in chart.subtitle


def test_a_spread_draws_both_ends_of_each_group_and_the_quartiles_of_all(
    ask: Ask, style: Style
) -> None:
    grouped = pd.Series(["large"] * (MANY - 12) + ["small"] * 12)
    frame = many(ask("measure_spread"), grouped=grouped, value=rising(1, 0), middle=0.5)
    words = {"large": "L", "small": "S"}
    chart = charts.measure_spread(frame, style, "disclosure_rate", 2024, words)
    assert chart is not None
    last = [f"x{at}" for at in range(MANY - 22, MANY)]
    assert {"x0", "x9", *last} <= drawn(chart)
    assert len(drawn(chart)) <= MOST
    medians = [shape for shape in chart.sheet.to_dict()["layout"]["shapes"] if shape["x0"] == 0.5]
    assert len(medians) == 2


def test_strips_draw_a_sample_of_very_many_peers(ask: Ask, style: Style) -> None:
    own = pd.DataFrame([strip("a", is_own=True)])
    peers = pd.DataFrame([strip(f"x{at}", at / MANY) for at in range(MANY)])
    chart = charts.peer_strips(pd.concat([own, peers], ignore_index=True), style, "a", 2024)
    assert chart is not None
    assert {"a", "x0", f"x{MANY - 1}"} <= drawn(chart)
    assert len(drawn(chart)) <= MOST + 1
    assert f"{MANY:,} 个同类数值画出 {len(drawn(chart)) - 1:,} 个" in chart.subtitle


def strip(agency_id: str, value: float = 0.5, *, is_own: bool = False) -> dict[str, object]:
    """A row of peer_strips."""
    return {
        "metric_id": "disclosure_rate", "position": 1, "unit": "rate", "agency_id": agency_id,
        "is_own": is_own, "numerator": 100 * value, "denominator": 100, "value": value,
        "is_small": False, "firm_peers": MANY, "peer_median": 0.5, "place_in_span": value,
        "median_in_span": 0.5, "number": "",
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
