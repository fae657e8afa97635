"""Agencies beside the whole: bands, ranks left open, limits, worked by hand and by SciPy."""

from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from annual_reports.catalogue import load_query
from annual_reports.pipeline import PROJECT
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, agency, report, requests, warehouse

CHOSEN = {key: value for key, value in SELECTION.items() if not key.startswith("year")}
ASKED: dict[str, Any] = {**CHOSEN, "metric_id": "disclosure_rate", "year": 2024}


def closed(disclosed: int, of: int) -> dict[str, Any]:
    return requests(new=of, disclosed=disclosed, unavailable_not_held=of - disclosed)


@pytest.fixture(scope="module")
def held() -> Warehouse:
    """The whole is 150/300 = 0.5: high 80/100, even 50/100, low 10/80, few 10/20."""
    cases = {"high": (80, 100), "even": (50, 100), "low": (10, 80), "few": (10, 20)}
    reports = [report(code, 2024, closed(*n)) for code, n in cases.items()]
    reports.append(report("none", 2024))
    return warehouse([agency(code) for code in (*cases, "none")], reports)


def rows(held: Warehouse, query_id: str = "agency_standing", **asked: Any) -> dict[str, Any]:
    frame = held.ask(query_id, **{**ASKED, "sample": None, **asked})
    return {row["agency_id"]: row for row in frame.to_dict("records")}


def test_the_score_is_the_distance_in_standard_errors(held: Warehouse) -> None:
    found = rows(held)
    assert found["high"]["whole"] == 0.5
    assert found["high"]["score"] == pytest.approx(0.3 / (0.25 / 100) ** 0.5)  # 6.0
    assert found["low"]["score"] == pytest.approx((0.125 - 0.5) / (0.25 / 80) ** 0.5)  # −6.7
    assert found["even"]["score"] == 0


def test_bands_follow_the_score_and_few_cases_have_none(held: Warehouse) -> None:
    found = rows(held)
    bands = {code: row["band"] for code, row in found.items()}
    assert bands["high"] == "far_above"
    assert bands["even"] == "within"
    assert bands["low"] == "far_below"
    assert bands["few"] is None or bands["few"] != bands["few"]
    assert (found["high"]["firm"], found["high"]["above"], found["high"]["below"]) == (3, 1, 1)
    assert found["high"]["expected_outside"] == pytest.approx(0.15)


def test_ranks_are_open_where_intervals_overlap() -> None:
    """a and b overlap each other, c is wholly below both: a, b 1–2, c 3–3."""
    cases = {"a": (90, 100), "b": (85, 100), "c": (10, 100)}
    held = warehouse(
        [agency(code) for code in cases],
        [report(code, 2024, closed(*n)) for code, n in cases.items()],
    )
    found = rows(held)
    ranks = {code: (row["rank_from"], row["rank_to"]) for code, row in found.items()}
    assert ranks == {"a": (1, 2), "b": (1, 2), "c": (3, 3)}


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(30, 60)), min_size=1, max_size=7))
@settings(max_examples=15)
def test_ranks_are_those_of_a_plain_count(cases: list[tuple[int, int]]) -> None:
    known = {f"a{at}": (min(hits, of), of) for at, (hits, of) in enumerate(cases)}
    held = warehouse(
        [agency(code) for code in known],
        [report(code, 2024, closed(*n)) for code, n in known.items()],
    )
    found = rows(held)
    for code, row in found.items():
        others = [other for key, other in found.items() if key != code]
        above = sum(other["low"] > row["high"] for other in others)
        below = sum(other["high"] < row["low"] for other in others)
        assert (row["rank_from"], row["rank_to"]) == (1 + above, len(found) - below)


def test_dispersion_is_the_mean_squared_score_with_its_tails_drawn_in(held: Warehouse) -> None:
    found = rows(held)
    scores = sorted(row["score"] for row in found.values() if row["score"] == row["score"])
    low, high = scores[0] + 0.2 * (scores[1] - scores[0]), scores[1] + 0.8 * scores[2]
    drawn_in = [max(low, min(high, score)) for score in scores]
    assert found["even"]["dispersion"] == pytest.approx(sum(s * s for s in drawn_in) / 3)


@given(hits=st.integers(0, 500), more=st.integers(0, 500))
@settings(max_examples=60)
def test_wilson_intervals_are_scipys(
    macros: duckdb.DuckDBPyConnection, hits: int, more: int
) -> None:
    trials = hits + more or 1
    (low, high) = macros.execute(
        "SELECT wilson_low($1, $2), wilson_high($1, $2)", [hits, trials]
    ).fetchall()[0]
    known = binomtest(hits, trials).proportion_ci(0.95, method="wilson")
    assert low == pytest.approx(known.low, abs=1e-6)
    assert high == pytest.approx(known.high, abs=1e-6)


@given(
    target=st.floats(0.01, 0.99), trials=st.integers(1, 100_000),
    level=st.sampled_from([0.95, 0.998]),
)  # fmt: skip
@settings(max_examples=60)
def test_funnel_limits_are_scipys(
    macros: duckdb.DuckDBPyConnection, target: float, trials: int, level: float
) -> None:
    bound = {0.95: 1.959964, 0.998: 3.090232}[level]
    (low, high) = macros.execute(
        "SELECT funnel_bound($1, $2, -$3), funnel_bound($1, $2, $3)", [target, trials, bound]
    ).fetchall()[0]
    spread = (target * (1 - target) / trials) ** 0.5
    known = norm(target, spread).interval(level)
    assert low == pytest.approx(max(0, known[0]), abs=1e-6)
    assert high == pytest.approx(min(1, known[1]), abs=1e-6)


@given(hits=st.integers(0, 200), more=st.integers(0, 200), target=st.floats(0.05, 0.95))
@settings(max_examples=80)
def test_interval_and_band_never_disagree(
    macros: duckdb.DuckDBPyConnection, hits: int, more: int, target: float
) -> None:
    trials = hits + more or 1
    (low, high, band) = macros.execute(
        "SELECT wilson_low($1, $2), wilson_high($1, $2), band_of(score_of($1 / $2, $2, $3))",
        [hits, trials, target],
    ).fetchall()[0]
    if abs(low - target) > 1e-6 and abs(high - target) > 1e-6:
        assert (band == "within") == (low < target < high)


@pytest.fixture(scope="module")
def macros() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    names = ("rate", "wilson_bound", "wilson_low", "wilson_high", "score_of", "band_of")
    for name in (*names, "funnel_bound"):
        con.execute(load_query(Path(PROJECT / "queries" / "derive" / f"{name}.sql")).sql)
    return con


def test_the_limits_close_in_on_the_whole(held: Warehouse) -> None:
    limits = held.ask("funnel_limits", **ASKED)
    assert len(limits) == 61
    assert limits["cases"].iloc[[0, -1]].tolist() == pytest.approx([20, 100])
    assert (limits["far_high"] >= limits["high"]).all()
    assert limits["high"].iloc[-1] == pytest.approx(0.5 + 1.959964 * 0.05)


def test_a_conclusion_that_depends_on_the_definition_is_marked() -> None:
    """Both disclose the same; b withholds nothing, so that only its substantive rate is 1."""
    a = requests(new=100, disclosed=50, withheld_internal_affairs=50)
    b = requests(new=100, disclosed=50, unavailable_not_held=50)
    held = warehouse([agency("a"), agency("b")], [report("a", 2024, a), report("b", 2024, b)])
    asked = {**CHOSEN, "year": 2024}
    metric_ids = ("disclosure_rate", "substantive_disclosure_rate")
    frame = held.ask("definition_bands", **asked, metric_ids=metric_ids, most=None)
    found = {(row["agency_id"], row["metric_id"]): row for row in frame.to_dict("records")}
    assert found["a", "disclosure_rate"]["band"] == "within"
    assert found["a", "substantive_disclosure_rate"]["band"] == "far_below"
    assert found["b", "substantive_disclosure_rate"]["band"] == "far_above"
    assert frame["changes"].all()
    assert frame["changing_agencies"].iloc[0] == 2
    alone = held.ask("definition_bands", **asked, metric_ids=("disclosure_rate",), most=None)
    assert not alone["changes"].any()
    first = held.ask("definition_bands", **asked, metric_ids=metric_ids, most=1)
    assert first.equals(frame[frame["agency_id"] == frame["agency_id"].iloc[0]])
    assert first["judged_agencies"].iloc[0] == 2


def test_groups_have_median_and_quartiles_over_those_with_enough_cases() -> None:
    cases = {"a": (30, 100), "b": (50, 100), "c": (90, 100), "d": (0, 10)}
    held = warehouse(
        [agency(code) for code in cases],
        [report(code, 2024, closed(*n)) for code, n in cases.items()],
    )
    found = rows(held, "measure_spread", grouping="kind")
    assert found["a"]["middle"] == 0.5
    assert (found["a"]["lower_quarter"], found["a"]["upper_quarter"]) == pytest.approx((0.4, 0.7))
    assert found["a"]["firm"] == 3
    assert found["d"]["is_small"]


def test_two_measures_go_together_by_ranks() -> None:
    """Closure falls as disclosure rises, strictly: the rank correlation is −1."""
    reports = []
    for at in range(6):
        values = requests(
            new=100 + 10 * at, carried_out=10 * at, disclosed=40 + at, unavailable_not_held=60 - at
        )
        reports.append(report(f"a{at}", 2024, values))
    held = warehouse([agency(f"a{at}") for at in range(6)], reports)
    asked = dict(zip(("x_metric_id", "y_metric_id", "size_metric_id"),
                     ("disclosure_rate", "closure_rate", "new_requests"), strict=True))  # fmt: skip
    frame = held.ask("two_measures", **CHOSEN, year=2024, sample=None, **asked)
    assert frame["correlation"].iloc[0] == pytest.approx(-1)
    assert frame["firm"].iloc[0] == 6
    assert frame["agency_id"].iloc[0] == "a5"  # the largest by new requests


def test_an_attention_line_says_who_is_beyond_it(tmp_path: Path) -> None:
    held = warehouse(
        [agency("a"), agency("b")],
        [report("a", 2024, closed(30, 100)), report("b", 2024, closed(50, 100))],
    )
    line = "INSERT INTO attention_lines VALUES (?, ?, ?, 0.4, ?, DATE '2024-01-01')"
    held.connection.execute(line, ["disclosure_rate", False, "below", "s"])
    found = rows(held)
    assert (found["a"]["is_beyond"], found["b"]["is_beyond"]) == (True, False)
    assert found["a"]["beyond"] == 1
