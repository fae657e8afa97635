"""Whom a selection is set beside, and what never enters both sides."""

import pandas as pd
import pytest

from annual_reports.warehouse.read import Warehouse
from tests.queries.test_trends import ask
from tests.support import agency, report, requests, warehouse


def closed_by_each(**closed: int) -> Warehouse:
    """Bureaus a to g under a city whose report holds a and b, a zone z, and fiction."""
    agencies = [
        agency(code, sector="police", consolidated_into="city" if code in "ab" else None)
        for code in "abcdefg"
    ]
    agencies += [agency("z", kind="zone"), agency("fiction", is_demo=True)]
    agencies.append(agency("city", kind="government", is_consolidated=True))
    reports = [
        report(code, 2024, requests(new=n, disclosed=n - 1, declined_repeat=1))
        for code, n in closed.items()
    ]
    return warehouse(agencies, reports)


EVERY = {
    "a": 10, "b": 20, "c": 30, "d": 40, "e": 50, "f": 60, "g": 70, "z": 500, "city": 1000,
    "fiction": 9000,
}  # fmt: skip


def beside(frame: pd.DataFrame) -> tuple[object, object, object]:
    row = frame.set_index("row_code").loc["declined_repeat"]
    return row["beside"], row["beside_requests"], row["beside_closed"]


def test_one_agency_stands_beside_its_peers() -> None:
    frame = ask(closed_by_each(**EVERY), "refusal_reasons", agencies=["c"])
    assert beside(frame) == ("peers", 6, 10 + 20 + 40 + 50 + 60 + 70)
    row = frame.set_index("row_code").loc["declined_repeat"]
    assert row["gap"] == pytest.approx(100 * (1 / 30 - 6 / 250))


def test_several_stand_beside_the_rest_without_what_holds_them() -> None:
    held = closed_by_each(**EVERY)
    frame = ask(held, "refusal_reasons", agencies=["a", "c"])  # the city holds a
    assert beside(frame) == ("rest", 6, 20 + 40 + 50 + 60 + 70 + 500)
    whole = ask(held, "refusal_reasons", agencies=["city", "c"])  # and b as well
    assert beside(whole) == ("rest", 5, 40 + 50 + 60 + 70 + 500)


def test_the_others_are_added_up_on_the_basis_of_the_page() -> None:
    held = closed_by_each(**EVERY)
    for basis, (requests_, closed) in {
        "consolidated": (5, 1000 + 40 + 50 + 60 + 70),
        "members": (6, 10 + 20 + 40 + 50 + 60 + 70),
    }.items():
        frame = ask(held, "refusal_reasons", agencies=["c", "z"], basis=basis)
        assert beside(frame) == ("rest", requests_, closed)


def test_groups_add_up_their_reasons() -> None:
    values = requests(new=50, declined_repeat=10, declined_petition=5, withheld_third_party=35)
    frame = ask(warehouse([agency("a")], [report("a", 2024, values)]), "refusal_reasons")
    rows = frame.set_index("row_code")
    assert rows.loc["declined_repeat", "group_requests"] == 15
    assert rows.loc["declined_excessive", "group_share"] == pytest.approx(0.3)
    assert rows.loc["withheld_third_party", "group_share"] == pytest.approx(0.7)


def test_unreadable_steps_leave_the_report_out_of_both_sides() -> None:
    known = {"4/review/total": 10, "4/review/pending": 2, "4/review/corrected": 4}
    unread = {**known, "4/review/corrected": "?"}
    held = warehouse(
        [agency("a"), agency("b")], [report("a", 2024, known), report("b", 2024, unread)]
    )
    row = ask(held, "dispute_steps").iloc[0]
    assert (row["filed"], row["decided"], row["corrected_cases"]) == (20, 8, 4)
    assert row["share"] == pytest.approx(0.5)
    assert row["is_small"]
