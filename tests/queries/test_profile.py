"""An agency among its peers: strips, place and band, worked by hand."""

from typing import Any

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports.warehouse.read import Warehouse
from tests.support import agency, report, requests, warehouse
from tests.unit.charts.conftest import style_of

PEERS = {"p1": 20, "p2": 30, "p3": 40, "p4": 50, "p5": 60}  # disclosed of a hundred


@pytest.fixture(scope="module")
def held() -> Warehouse:
    """own discloses 70 of 100; its five peers 200 of 500 together; few has two cases."""
    cases = {**PEERS, "own": 70}
    reports = [
        report(code, 2024, requests(new=100, disclosed=n, unavailable_not_held=100 - n))
        for code, n in cases.items()
    ]
    reports.append(report("few", 2024, requests(new=2, disclosed=2)))
    return warehouse([agency(code) for code in (*cases, "few")], reports)


def measure(held: Warehouse, agency_id: str, metric_id: str) -> Any:
    frame = held.ask("agency_position", agency_id=agency_id, year=2024)
    return frame[frame["metric_id"] == metric_id].iloc[0]


def test_place_and_band_among_the_peers(held: Warehouse) -> None:
    """The peers' rate is 202/502 with the two cases of few; 70/100 is 6 standard errors off."""
    row = measure(held, "own", "disclosure_rate")
    assert (row["place"], row["placed_agencies"], row["firm_peers"]) == (1, 6, 5)
    assert row["peer_rate"] == pytest.approx(202 / 502)
    assert row["peer_median"] == pytest.approx(0.4)
    assert row["peer_band"] == "far_above"


def test_a_rate_on_few_cases_takes_neither_place_nor_band(held: Warehouse) -> None:
    row = measure(held, "few", "disclosure_rate")
    assert row["is_small"]
    assert row[["place", "peer_band"]].isna().all()


def test_strips_span_from_the_lowest_to_the_highest(held: Warehouse) -> None:
    frame = held.ask("peer_strips", agency_id="own", year=2024, sample=None)
    rows = frame[frame["metric_id"] == "disclosure_rate"].set_index("agency_id")
    assert set(rows.index) == {*PEERS, "own"}
    assert rows["place_in_span"].to_dict() == pytest.approx(
        {"p1": 0, "p2": 0.2, "p3": 0.4, "p4": 0.6, "p5": 0.8, "own": 1}
    )
    assert rows["median_in_span"].iloc[0] == pytest.approx(0.4)
    assert "closure_rate" not in set(frame["metric_id"])  # all equal


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_strips_are_drawn_with_the_agency_last(held: Warehouse, lang: str) -> None:
    frame = held.ask("peer_strips", agency_id="own", year=2024, sample=None)
    chart = charts.peer_strips(frame, style_of(lang), "own", 2024)
    assert chart is not None
    own = next(trace for trace in chart.figure.data if trace.name == "own")
    assert [keys[0] for keys in own.customdata] == ["own"] * len(own.x)
    assert charts.peer_strips(frame.iloc[:0], style_of(lang), "own", 2024) is None


def test_a_sample_of_the_peers_has_the_ends_and_is_told_of_all() -> None:
    """Peers 1 to 39 received 1 to 39 requests; 10 of each end are there in any case."""
    names = [f"p{at:02}" for at in range(1, 40)]
    reports = [report(name, 2024, requests(new=at)) for at, name in enumerate(names, 1)]
    held = warehouse(
        [agency(n) for n in ("own", *names)], [*reports, report("own", 2024, requests(new=20))]
    )
    whole, few, some = (
        new_requests(held.ask("peer_strips", agency_id="own", year=2024, sample=sample))
        for sample in (None, 0, 60)
    )
    assert len(whole) == 40
    assert set(few.index) == {"own", *names[:10], *names[-10:]}
    assert set(few.index) < set(some.index)
    for frame in (few, some):
        assert frame.equals(whole.loc[frame.index])
    assert set(whole["peer_median"]) == {20}
    assert set(whole["firm_peers"]) == {39}


def new_requests(strips: pd.DataFrame) -> pd.DataFrame:
    return strips[strips["metric_id"] == "new_requests"].set_index("agency_id")
