"""Beside whom an agency is set, how the likeness is widened, and how much it is asked."""

from typing import Any

import pytest

from annual_reports.registry import Agency
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, agency, report, requests, warehouse

CHOSEN = {key: value for key, value in SELECTION.items() if not key.startswith("year")}


def alike(prefix: str, n: int, **facts: Any) -> list[Agency]:
    return [agency(f"{prefix}{number}", **facts) for number in range(n)]


def held_by(*groups: list[Agency]) -> Warehouse:
    known = [one for group in groups for one in group]
    return warehouse(known, [report(one.agency_id, 2023) for one in known])


def place(held: Warehouse, agency_id: str) -> tuple[str, int]:
    row = held.ask("agency_place", agency_id=agency_id, year=2023).iloc[0]
    return row["peer_scope"], row["peers"]


def peers(held: Warehouse, agency_id: str) -> set[str]:
    rows = held.connection.execute("SELECT agency_id FROM peers_of($1)", [agency_id]).fetchall()
    return {name for (name,) in rows}


def test_six_alike_in_all_are_five_peers_and_five_are_too_few() -> None:
    six = held_by(alike("p", 6, sector="公安"), alike("e", 2, sector="教育"))
    assert place(six, "p0") == ("kind-sector-level", 5)
    assert peers(six, "p0") == {"p1", "p2", "p3", "p4", "p5"}
    five = held_by(alike("p", 5, sector="公安"), alike("e", 2, sector="教育"))
    assert place(five, "p0") == ("kind-level", 6)


def test_likeness_is_widened_step_by_step() -> None:
    held = held_by(
        alike("city", 2, sector="公安", level="city"),
        alike("county", 5, sector="公安", level="county"),
        alike("zone", 2, kind="zone", level="county"),
        alike("odd", 1, kind="other", level="unknown"),
    )
    assert place(held, "city0") == ("kind-sector", 6)
    assert peers(held, "city0") == {"city1", *(f"county{n}" for n in range(5))}
    assert place(held, "zone0") == ("all", 9)
    assert place(held, "odd0") == ("all", 9)


def test_without_a_sector_the_level_decides_and_then_the_kind() -> None:
    towns = alike("t", 6, kind="township", level="township")
    held = held_by(towns, alike("g", 3, level="city"), alike("h", 3, level="county"))
    assert place(held, "t0") == ("kind-level", 5)
    assert place(held, "g0") == ("kind", 5)


def test_real_and_demonstration_agencies_and_those_without_reports_are_no_peers() -> None:
    known = [*alike("r", 5), *alike("d", 5, is_demo=True), agency("silent")]
    held = warehouse(known, [report(one.agency_id, 2023) for one in known[:-1]])
    assert place(held, "r0") == ("none", 0)
    assert peers(held, "r0") == set()
    assert held.ask("agency_place", agency_id="silent", year=2023).empty


def test_a_consolidated_report_is_set_beside_those_of_its_level_only() -> None:
    whole = {"kind": "government", "is_consolidated": True}
    held = held_by(
        alike("county", 6, level="county", **whole),
        alike("city", 1, level="city", **whole),
        alike("m", 8),
    )
    assert place(held, "county0") == ("kind-level", 5)
    assert place(held, "city0") == ("none", 0)
    assert not any(name.startswith("c") for name in peers(held, "m0"))


def test_history_sets_rates_beside_the_peers_sum_and_counts_beside_their_median() -> None:
    known = [*alike("p", 6), agency("t", kind="township")]
    reports = [
        report("p0", 2023, requests(new=10, disclosed=10)),
        report("p1", 2023, requests(new=30, disclosed=10, declined_repeat=20)),
        report("p2", 2023, requests(new=70, disclosed=30, declined_repeat=40)),
        *(report(f"p{n}", 2023, requests(new=50, disclosed=50)) for n in (3, 4, 5)),
        report("t", 2023, requests(new=900, disclosed=900)),
    ]
    frame = warehouse(known, reports).ask("agency_history", agency_id="p0")
    rows = frame.set_index("metric_id")
    # 10 + 30 + 3 × 50 of 30 + 70 + 3 × 50; the median of 30, 50, 50, 50, 70
    assert rows.loc["disclosure_rate", "peer_value"] == pytest.approx(190 / 250)
    assert rows.loc["new_requests", "peer_value"] == pytest.approx(50)
    assert rows.loc["new_requests", "peer_reports"] == 5


@pytest.mark.parametrize(
    ("asked", "tier"),
    [(0, "0"), (1, "1-9"), (9, "1-9"), (10, "10-29"), (29, "10-29"), (30, "30-99"),
     (99, "30-99"), (100, "100+"), (None, None)],
)  # fmt: skip
def test_tiers_of_requests_have_their_edges(asked: int | None, tier: str | None) -> None:
    held = warehouse([agency("a")], [report("a", 2023, {"3/new_requests/total": asked})])
    row = held.ask("agency_place", agency_id="a", year=2023).iloc[0]
    assert (row["tier"] if isinstance(row["tier"], str) else None) == tier


def test_the_scope_says_what_totals_are_made_of() -> None:
    city = agency("city", kind="government", is_consolidated=True)
    members = alike("m", 3, consolidated_into="city")
    held = held_by([city], members)
    for basis, made_of in (("consolidated", [1, 0]), ("members", [0, 3])):
        scope = held.ask("scope", **SELECTION, basis=basis).iloc[0]
        assert scope[["summed_wholes", "summed_members"]].tolist() == made_of
