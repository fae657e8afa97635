"""However agencies are parted, the parts of a measure add up to the measure of all of them."""

import random
from collections.abc import Mapping

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annual_reports.catalogue import queries_in
from annual_reports.form import form_by_code, form_of_year
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, Value, agency, report, warehouse

AGENCIES = tuple("abcdefgh")
YEARS = (2020, 2023)
_SPOILED: tuple[Value, ...] = ("", None, "3、4")


def _cells(year: int, chance: random.Random) -> dict[str, Value]:
    """Any numbers in all cells, a few of them blank, absent or unreadable."""
    form = form_of_year(year)
    assert form is not None
    keys = (
        f"{table.code}/{row.code}/{column}"
        for table in form_by_code(form.code).tables
        for row in table.rows
        for column in row.columns
        if not row.replaces
    )
    return {
        key: chance.choice(_SPOILED) if chance.random() < 0.02 else chance.randint(0, 60)
        for key in keys
    }


@pytest.fixture(scope="module")
def held() -> Warehouse:
    chance = random.Random(20210901)  # noqa: S311 - numbers to add up, no secrets
    reports = [report(name, year, _cells(year, chance)) for name in AGENCIES for year in YEARS]
    return warehouse([agency(name) for name in AGENCIES], reports)


def sums(held: Warehouse, members: list[str]) -> pd.DataFrame:
    asked = {**SELECTION, "agencies": members, "basis": "members"}
    years = held.ask("metrics_by_year", **asked).set_index(["metric_id", "year"])
    return years[["numerator", "denominator", "reports"]]


@settings(max_examples=25)
@given(groups=st.fixed_dictionaries({name: st.integers(0, 3) for name in AGENCIES}))
def test_parts_add_up_to_the_whole(held: Warehouse, groups: Mapping[str, int]) -> None:
    whole = sums(held, list(AGENCIES))
    known = {metric.query_id for metric in queries_in("metrics")} - {"items_published"}
    assert set(whole.index.get_level_values("metric_id")) == known
    parts = [
        sums(held, [name for name in AGENCIES if groups[name] == group])
        for group in set(groups.values())
    ]
    added = pd.concat(parts).groupby(level=["metric_id", "year"]).sum(min_count=1)
    pd.testing.assert_frame_equal(added.sort_index(), whole.sort_index(), check_dtype=False)
