"""Of very many agencies a few are drawn: who stands out is among them, what is told is of all."""

from typing import Any

import pandas as pd
import pytest

from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, Value, agency, report, warehouse

CHOSEN = {key: value for key, value in SELECTION.items() if not key.startswith("year")}
RATE: dict[str, Any] = {"metric_id": "disclosure_rate"}
PAIR = {"x_metric_id": "disclosure_rate", "y_metric_id": "normative_issued"}
PAIR |= {"size_metric_id": "new_requests"}
YEAR = 2018  # an annex has few cells, so that a world of hundreds is made in no time


def annex(disclosed: int, of: int, received: int = 0, issued: int = 0) -> dict[str, Value]:
    """Of so many answers so many that disclose something."""
    rows = {
        "requests_received": received,
        "answers": of,
        "answers_disclosed": disclosed,
        "answers_partly_disclosed": 0,
        "answers_withheld": of - disclosed,
        "normative_issued": issued,
    }
    return {f"annex/{row}/year": value for row, value in rows.items()}


def world(told: dict[str, dict[str, Value]], **sector_of: str) -> Warehouse:
    reports = [report(code, YEAR, values) for code, values in told.items()]
    return warehouse([agency(code, sector=sector_of.get(code, "")) for code in told], reports)


def ask(held: Warehouse, query_id: str, sample: int | None, **asked: Any) -> pd.DataFrame:
    return held.ask(query_id, **CHOSEN, year=YEAR, sample=sample, **asked)


def names(letter: str, first: int, past: int) -> set[str]:
    return {f"{letter}{at:03}" for at in range(first, past)}


def left_out(held: Warehouse, query_id: str, **asked: Any) -> set[str]:
    """The agencies without a place of their own: those left out of a sample of none."""
    every, few = (ask(held, query_id, sample, **asked) for sample in (None, 0))
    return set(every["agency_id"]) - set(few["agency_id"])


@pytest.fixture(scope="module")
def banded() -> Warehouse:
    """The whole is one half: 400 w and a larger one stand there, h far above, l far below.

    q have few cases, n none.
    """
    told = {name: annex(50, 100) for name in names("w", 0, 400)}
    told |= {"big": annex(500, 1000)}
    told |= {name: annex(90, 100) for name in names("h", 0, 5)}
    told |= {name: annex(10, 100) for name in names("l", 0, 5)}
    told |= {name: annex(10, 20) for name in names("q", 0, 70)}
    return world(told | {name: annex(0, 0) for name in names("n", 0, 2)})


@pytest.fixture(scope="module")
def grouped() -> Warehouse:
    """16 sectors with 25 agencies each: values rise by a hundredth, medians by three."""
    told = {
        f"s{at:02}-{place:02}": annex(3 * at + place, 100)
        for at in range(16) for place in range(25)
    }  # fmt: skip
    return world(told, **{code: code[:3] for code in told})


@pytest.fixture(scope="module")
def paired() -> Warehouse:
    """400 agencies, the largest first, whose rates rise; some issued more or less than others."""

    def issued(at: int) -> int:
        return at if 310 <= at < 330 else 0 if 340 <= at < 360 else 100

    return world(
        {f"a{at:03}": annex(at, 1000, received=1000 - at, issued=issued(at)) for at in range(400)}
    )


ASKED = [
    ("banded", "agency_standing", RATE),
    ("grouped", "measure_spread", RATE | {"grouping": "sector"}),
    ("paired", "two_measures", PAIR),
]


@pytest.mark.parametrize(("name", "query_id", "asked"), ASKED)
def test_a_sample_is_some_rows_of_the_whole_in_its_order_and_the_same_each_time(
    request: pytest.FixtureRequest, name: str, query_id: str, asked: dict[str, Any]
) -> None:
    held: Warehouse = request.getfixturevalue(name)
    every, some, again = (ask(held, query_id, sample, **asked) for sample in (None, 9, 9))
    assert len(every) == every["agencies"].iloc[0] > len(some)
    assert some["agency_id"].is_unique
    same = every[every["agency_id"].isin(some["agency_id"])].reset_index(drop=True)
    for found in (same, again):
        pd.testing.assert_frame_equal(found, some)  # sums of floats may differ in the last digit


def test_without_a_sample_all_rows_are_there_in_order(
    banded: Warehouse, grouped: Warehouse, paired: Warehouse
) -> None:
    by_value = [*sorted(names("h", 0, 5)), "big", *sorted(names("w", 0, 400))]
    by_value += [*sorted(names("q", 0, 70)), *sorted(names("l", 0, 5)), "n000", "n001"]
    assert ask(banded, "agency_standing", None, **RATE)["agency_id"].tolist() == by_value
    by_median = [f"s{at:02}-{place:02}" for at in range(15, -1, -1) for place in range(24, -1, -1)]
    spread = ask(grouped, "measure_spread", None, **RATE, grouping="sector")
    assert spread["agency_id"].tolist() == by_median
    by_size = sorted(names("a", 0, 400))
    assert ask(paired, "two_measures", None, **PAIR)["agency_id"].tolist() == by_size


@pytest.mark.parametrize(("name", "query_id", "asked"), ASKED)
def test_the_lot_takes_so_many_and_more_where_more_are_asked_for(
    request: pytest.FixtureRequest, name: str, query_id: str, asked: dict[str, Any]
) -> None:
    held: Warehouse = request.getfixturevalue(name)
    kept, few, more = (
        set(ask(held, query_id, sample, **asked)["agency_id"]) for sample in (0, 40, 200)
    )
    assert kept < few < more
    assert len(few - kept) <= 40


def test_ends_of_bands_and_of_cases_and_the_furthest_off_have_a_place(banded: Warehouse) -> None:
    """All scores of w are alike, so that by their names 289 of them are among the 300 furthest."""
    expected = names("w", 289, 370) | names("q", 30, 40) | names("n", 0, 2)
    assert left_out(banded, "agency_standing", **RATE) == expected


def test_those_without_a_value_come_last_into_the_lot(banded: Warehouse) -> None:
    with_values = ask(banded, "agency_standing", 481, **RATE)
    assert set(with_values["agency_id"]) == names("w", 0, 400) | names("q", 0, 70) | {
        "big", *names("h", 0, 5), *names("l", 0, 5),
    }  # fmt: skip
    assert len(ask(banded, "agency_standing", 483, **RATE)) == 483


def test_what_bands_are_told_is_of_all(banded: Warehouse) -> None:
    line = "INSERT INTO attention_lines VALUES (?, ?, 'above', 0.45, 's', DATE '2024-01-01')"
    banded.connection.execute(line, ["disclosure_rate", False])
    found = ask(banded, "agency_standing", 0, **RATE)
    told = found[["agencies", "valued", "beyond", "firm"]].drop_duplicates().to_dict("records")
    assert told == [{"agencies": 483, "valued": 481, "beyond": 476, "firm": 411}]
    in_band = dict(zip(found["band"].fillna("few"), found["in_band"], strict=True))
    assert in_band == {"far_above": 5, "within": 401, "far_below": 5, "few": 70}
    assert found["highest"].unique().tolist() == [found["high"].max()]


def test_a_spread_has_both_ends_of_the_groups_that_come_first(grouped: Warehouse) -> None:
    found = ask(grouped, "measure_spread", 0, **RATE, grouping="sector")
    ends = (*range(24, 14, -1), *range(9, -1, -1))
    expected = [f"s{at:02}-{place:02}" for at in range(15, 1, -1) for place in ends]
    assert found["agency_id"].tolist() == expected


def test_what_a_spread_is_told_is_of_all(grouped: Warehouse) -> None:
    found = ask(grouped, "measure_spread", 0, **RATE, grouping="sector")
    counted = found[["agencies", "groups", "in_group", "firm"]].drop_duplicates()
    assert counted.values.tolist() == [[400, 16, 25, 25]]
    first = found.iloc[0]
    quarters = first[["lower_quarter", "middle", "upper_quarter"]].tolist()
    assert quarters == pytest.approx([0.51, 0.57, 0.63])


def test_a_pairing_has_the_largest_and_the_ends_of_both_measures(paired: Warehouse) -> None:
    expected = names("a", 300, 310) | names("a", 330, 340) | names("a", 360, 380)
    assert left_out(paired, "two_measures", **PAIR) == expected
    found = ask(paired, "two_measures", 0, **PAIR)
    assert found[["agencies", "firm"]].drop_duplicates().values.tolist() == [[400, 400]]
