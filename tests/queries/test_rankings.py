"""A ranking cut to its ends: who is in it, and what is said of all."""

import pandas as pd
import pytest

from tests.support import agency, report, requests, warehouse

_KNOWN = {"is_demo": False, "region": None, "kinds": None, "agencies": None, "year": 2024}
# Requests of 2023 and 2024 of seven agencies; g began with too few for a change to mean much.
_REQUESTS = {
    "a": (40, 90),
    "b": (80, 90),
    "c": (60, 60),
    "d": (50, 40),
    "e": (90, 30),
    "f": (31, 30),
    "g": (2, 70),
}


def _ranking(most: int | None, metric_id: str = "new_requests") -> pd.DataFrame:
    reports = [
        report(code, year, requests(new=new, disclosed=new))
        for code, both in _REQUESTS.items()
        for year, new in zip((2023, 2024), both, strict=True)
    ]
    held = warehouse([agency(code) for code in _REQUESTS], reports)
    return held.ask("agency_ranking", **_KNOWN, metric_id=metric_id, most=most)


@pytest.mark.parametrize("most", [None, 1, 2, 60])
def test_what_is_counted_is_of_all_however_few_are_given(most: int | None) -> None:
    counted = {
        "agencies": 7, "valued": 7, "firm": 7, "at_highest": 2, "at_lowest": 2,
        "moved": 7, "firm_moved": 6, "rose": 2, "fell": 3,
    }  # fmt: skip
    frame = _ranking(most)
    for name, number in counted.items():
        assert set(frame[name]) == {number}, name


def test_a_cut_ranking_has_the_ends_of_the_values_and_of_the_changes() -> None:
    # Of equals the outermost: a stands before b, f behind e. The greatest rise is a's, +125 %,
    # not g's, which began with 2; the greatest fall is e's, -67 %.
    assert _ranking(1)["agency_id"].tolist() == ["a", "e", "f"]
    # Further b of the values, and of the changes b, +12.5 %, and d, -20 %.
    assert _ranking(2)["agency_id"].tolist() == ["a", "b", "d", "e", "f"]


def test_each_row_says_the_same_in_a_cut_ranking() -> None:
    every = _ranking(None)
    assert every["agency_id"].tolist() == ["a", "b", "g", "c", "d", "e", "f"]
    assert every["place"].tolist() == [1, 1, 3, 4, 5, 6, 6]
    assert every["is_on_few"].tolist() == [code == "g" for code in every["agency_id"]]
    cut = _ranking(2)
    kept = every[every["agency_id"].isin(cut["agency_id"])].reset_index(drop=True)
    pd.testing.assert_frame_equal(cut, kept)


def test_those_on_few_cases_come_after_all_others() -> None:
    reports = [
        report("a", 2024, requests(new=5, disclosed=5)),
        report("b", 2024, requests(new=40, disclosed=40)),
        report("c", 2024, requests(new=50, disclosed=10, declined_repeat=40)),
    ]
    held = warehouse([agency(code) for code in "abc"], reports)
    asked = _KNOWN | {"metric_id": "disclosure_rate"}
    # a has 5 of 5, the highest with b, but on few cases
    assert set(held.ask("agency_ranking", **asked, most=1)["agency_id"]) == {"b", "c"}
    assert set(held.ask("agency_ranking", **asked, most=2)["agency_id"]) == {"b", "c"}
    assert set(held.ask("agency_ranking", **asked, most=3)["agency_id"]) == {"a", "b", "c"}
