"""Where an agency stands among its peers, worked by hand."""

import pandas as pd
import pytest

from annual_reports.warehouse import Warehouse
from tests.support import agency, report, requests, warehouse


@pytest.fixture(scope="module")
def held() -> Warehouse:
    """Disclosed of ended: a 30 of 40, b and c 20 of 40, d 4 of 5; z is of another kind."""
    disclosed = {"a": (30, 40), "b": (20, 40), "c": (20, 40), "d": (4, 5), "z": (40, 40)}
    reports = [
        report(name, 2024, requests(new=below, disclosed=above, declined_repeat=below - above))
        for name, (above, below) in disclosed.items()
    ]
    known = [agency(name, kind="zone" if name == "z" else "department") for name in disclosed]
    return warehouse(known, reports)


def place(held: Warehouse, agency_id: str, metric_id: str) -> pd.Series:
    frame = held.ask("agency_position", agency_id=agency_id, year=2024)
    return frame.set_index("metric_id").loc[metric_id]


def test_equals_share_a_place_and_other_kinds_are_no_peers(held: Warehouse) -> None:
    assert (place(held, "a", "disclosure_rate")[["place", "placed_agencies"]] == [1, 3]).all()
    assert place(held, "b", "disclosure_rate")["place"] == 2
    assert place(held, "c", "disclosure_rate")["place"] == 2


def test_few_cases_take_no_place_in_rates_but_do_in_counts(held: Warehouse) -> None:
    few = place(held, "d", "disclosure_rate")
    assert few["is_small"]
    assert pd.isna(few["place"])
    assert (place(held, "d", "new_requests")[["place", "placed_agencies"]] == [4, 4]).all()


def test_an_agency_without_peers_is_first_of_one(held: Warehouse) -> None:
    assert (place(held, "z", "disclosure_rate")[["place", "placed_agencies"]] == [1, 1]).all()


def test_a_year_without_a_report_has_no_place(held: Warehouse) -> None:
    assert held.ask("agency_position", agency_id="a", year=2023).empty


def test_three_others_of_the_sector_are_the_peers_and_fewer_are_not() -> None:
    sectors = {"a": "公安", "b": "公安", "c": "公安", "d": "公安", "e": "教育", "f": "教育"}
    held = warehouse(
        [agency(name, sector=sector) for name, sector in sectors.items()],
        [report(name, 2024, requests(new=1, disclosed=1)) for name in sectors],
    )
    assert place(held, "a", "new_requests")["placed_agencies"] == 4
    assert place(held, "e", "new_requests")["placed_agencies"] == 6
