"""Every measure on three small reports, its numerator and denominator worked out by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from annual_reports.catalogue import queries_in
from annual_reports.extract.narrative import figures_of
from annual_reports.facts import Report, Section
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, Value, agency, report, warehouse

Pair = tuple[object, object] | None
COLUMNS = ("natural_person", "business", "research", "other_org", "total")


def row(code: str, *counts: int) -> dict[str, Value]:
    """Natural persons, businesses, research, others, and their total."""
    assert sum(counts[:-1]) == counts[-1]
    return {f"3/{code}/{column}": n for column, n in zip(COLUMNS, counts, strict=True)}


def path(code: str, upheld: int, corrected: int, other: int, pending: int) -> dict[str, Value]:
    parts = {"upheld": upheld, "corrected": corrected, "other": other, "pending": pending}
    return {
        f"4/{code}/{result}": n for result, n in {**parts, "total": sum(parts.values())}.items()
    }


def busy() -> Report:
    """Form 2021: 40 asked, 5 carried in, 40 closed, 5 carried out; 13 disputes."""
    told = report(
        "busy",
        2023,
        {
            **row("new_requests", 30, 6, 1, 3, 40),
            **row("carried_in", 5, 0, 0, 0, 5),
            **row("disclosed", 12, 3, 0, 1, 16),
            **row("partly_disclosed", 4, 1, 0, 0, 5),
            **row("withheld_state_secret", 1, 0, 0, 0, 1),
            **row("withheld_third_party", 4, 2, 0, 0, 6),
            **row("withheld_internal_affairs", 3, 0, 0, 0, 3),
            **row("unavailable_not_held", 3, 0, 1, 1, 5),
            **row("unavailable_needs_creation", 1, 0, 0, 0, 1),
            **row("declined_repeat", 2, 0, 0, 0, 2),
            **row("other_misc", 1, 0, 0, 0, 1),
            **row("closed_total", 31, 6, 1, 2, 40),
            **row("carried_out", 4, 0, 0, 1, 5),
            **path("review", 3, 2, 1, 2),
            **path("litigation_direct", 1, 1, 0, 1),
            **path("litigation_after_review", 2, 0, 0, 0),
            "2/normative_documents/issued": 7,
            "2/normative_documents/repealed": 2,
            "2/normative_documents/in_force": 30,
            "2/licensing/decisions": 1000,
            "2/penalties/decisions": 200,
            "2/coercion/decisions": 5,
            "2/fees/amount": "5949.088667",
        },
    )
    sections = (Section("overview", "", "全年主动公开政府信息1234条。"),)
    return replace(told, sections=sections, figures=figures_of(sections, 2023))


def quiet() -> Report:
    """Form 2021: nothing asked, 3 carried in from last year, 2 closed, 1 carried out."""
    return report(
        "quiet",
        2023,
        {
            **row("carried_in", 1, 2, 0, 0, 3),
            **row("disclosed", 0, 1, 0, 0, 1),
            **row("withheld_deliberative", 0, 1, 0, 0, 1),
            **row("closed_total", 0, 2, 0, 0, 2),
            **row("carried_out", 1, 0, 0, 0, 1),
        },
    )


def earlier() -> Report:
    """Form 2019, on which other handling is one row and documents are made, not issued."""
    return report(
        "earlier",
        2020,
        {
            **row("new_requests", 10, 0, 0, 0, 10),
            **row("disclosed", 5, 0, 0, 0, 5),
            **row("declined_petition", 3, 0, 0, 0, 3),
            **row("other", 2, 0, 0, 0, 2),
            **row("closed_total", 10, 0, 0, 0, 10),
            **path("litigation_direct", 0, 0, 1, 0),
            "2/normative_documents/made": 4,
            "2/normative_documents/disclosed_total": 50,
            "2/licensing/decisions": 90,
        },
    )


# numerator and denominator of busy, quiet and earlier; None where the report has no value
EXPECTED: dict[str, tuple[Pair, Pair, Pair]] = {
    "new_requests": ((40, None), (0, None), (10, None)),
    "workload": ((45, None), (3, None), (10, None)),
    "closed": ((40, None), (2, None), (10, None)),
    "carried_out": ((5, None), (1, None), (0, None)),
    "backlog_change": ((0, None), (-2, None), (0, None)),
    "disclosure_rate": ((21, 40), (1, 2), (5, 10)),
    "full_disclosure_rate": ((16, 40), (1, 2), (5, 10)),
    "substantive_disclosure_rate": ((21, 31), (1, 2), (5, 5)),
    "disclosure_rate_natural_person": ((16, 31), (0, 0), (5, 10)),
    "disclosure_rate_organisations": ((5, 9), (1, 2), (0, 0)),
    "withheld_rate": ((10, 40), (1, 2), (0, 10)),
    "top_reason_share": ((6, 10), (1, 1), (0, 0)),
    "unavailable_rate": ((6, 40), (0, 2), (0, 10)),
    "declined_rate": ((2, 40), (0, 2), (3, 10)),
    "other_rate": ((1, 40), (0, 2), (2, 10)),
    "closure_rate": ((40, 45), (2, 3), (10, 10)),
    "clearance_rate": ((40, 40), (2, 0), (10, 10)),
    "natural_person_share": ((30, 40), (0, 0), (10, 10)),
    "zero_request_share": ((0, 1), (1, 1), (0, 1)),
    "reviews": ((8, None), (0, None), (0, None)),
    "lawsuits": ((5, None), (0, None), (1, None)),
    "direct_litigation_share": ((3, 5), (0, 0), (1, 1)),
    "review_corrected_rate": ((2, 6), (0, 0), (0, 0)),
    "litigation_corrected_rate": ((1, 4), (0, 0), (0, 1)),
    "dispute_rate": ((11, 40), (0, 2), (1, 10)),
    "after_review_rate": ((2, 8), (0, 0), (0, 0)),
    "normative_issued": ((7, None), (0, None), (4, None)),
    "normative_repealed": ((2, None), (0, None), None),
    "normative_in_force": ((30, None), (0, None), (50, None)),
    "licensing_decisions": ((1000, None), (0, None), (90, None)),
    "penalty_decisions": ((200, None), (0, None), (0, None)),
    "coercion_decisions": ((5, None), (0, None), (0, None)),
    "fee_amount": ((Decimal("5949.088667"), None), (0, None), None),
    "items_published": ((1234, None), None, None),
}


def test_a_value_and_its_interval_stand_beside_numerator_and_denominator(held: Warehouse) -> None:
    """21 of 40: (0.525 + z²/80 ± z·√(0.525·0.475/40 + z²/6400)) / (1 + z²/40), z = 1.959964."""
    told = held.connection.execute("""
        SELECT metric_id, value, low, high, is_small
        FROM metric_values
        WHERE report_id LIKE 'busy%' AND metric_id IN ('disclosure_rate', 'dispute_rate', 'closed')
            OR report_id LIKE 'quiet%' AND metric_id IN ('full_disclosure_rate', 'dispute_rate')
            OR report_id LIKE 'quiet%' AND metric_id = 'natural_person_share'
        ORDER BY report_id, metric_id
    """).fetchall()
    assert told == [
        ("closed", 40.0, None, None, False),
        ("disclosure_rate", 0.525, near(0.374974), near(0.670645), False),
        ("dispute_rate", 0.275, near(0.161080), near(0.428350), False),
        ("dispute_rate", 0.0, 0.0, near(0.657620), True),
        ("full_disclosure_rate", 0.5, near(0.094531), near(0.905469), True),
        ("natural_person_share", None, None, None, True),
    ]


def near(value: float) -> object:
    return pytest.approx(value, abs=1e-6)


@pytest.fixture(scope="module")
def held() -> Warehouse:
    agencies = [agency(name) for name in ("busy", "quiet", "earlier")]
    return warehouse(agencies, [busy(), quiet(), earlier()])


def values(held: Warehouse, metric_id: str) -> dict[str, Pair]:
    rows = held.connection.cursor().execute(
        "SELECT agency_id, numerator, denominator FROM metric_values"
        " JOIN reports USING (report_id) WHERE metric_id = $1",
        [metric_id],
    )
    return {name: (above, below) for name, above, below in rows.fetchall()}


def test_every_measure_has_values_worked_out_here() -> None:
    assert set(EXPECTED) == {metric.query_id for metric in queries_in("metrics")}


@pytest.mark.parametrize("metric_id", EXPECTED)
def test_a_measure_has_exactly_the_values_worked_out(held: Warehouse, metric_id: str) -> None:
    found = values(held, metric_id)
    names = ("busy", "quiet", "earlier")
    assert tuple(map(found.get, names)) == EXPECTED[metric_id]


def test_no_share_is_made_of_nothing(held: Warehouse) -> None:
    """quiet closed 2 and was asked 0: no clearance, and no interval for one above 100 %."""
    asked = {**SELECTION, "basis": "members", "agencies": ["quiet"]}
    years = held.ask("metrics_by_year", **asked).set_index("metric_id")
    assert years["value"].isna()["clearance_rate"]
    con = held.connection.cursor()
    assert con.execute("SELECT wilson_low(5, 4), wilson_high(5, 4)").fetchone() == (None, None)


def test_an_unreadable_part_leaves_its_sum_unknown() -> None:
    spoiled = {**row("closed_total", 8, 2, 0, 0, 10), **row("disclosed", 3, 1, 0, 0, 4)}
    cells: dict[str, Value] = {"3/withheld_deliberative/total": "3、4", "3/disclosed/research": "?"}
    held = warehouse([agency("a")], [report("a", 2023, {**spoiled, **cells})])
    assert values(held, "unavailable_rate") == {"a": (0, 10)}
    assert values(held, "disclosure_rate_natural_person") == {"a": (3, 8)}
    for metric_id in ("withheld_rate", "top_reason_share", "disclosure_rate_organisations"):
        assert values(held, metric_id) == {}


def test_an_annex_knows_no_reasons_and_no_applicants() -> None:
    annex: dict[str, Value] = {
        "annex/requests_received/year": 9,
        "annex/answers/year": 9,
        "annex/answers_disclosed/year": 4,
        "annex/answers_partly_disclosed/year": 1,
        "annex/answers_withheld/year": 4,
    }
    held = warehouse([agency("a")], [report("a", 2018, annex)])
    assert values(held, "withheld_rate") == {"a": (4, 9)}
    for metric_id in ("top_reason_share", "disclosure_rate_natural_person", "backlog_change"):
        assert values(held, metric_id) == {}


def test_a_balance_changes_by_its_difference_and_other_counts_in_percent() -> None:
    first = report("a", 2022, {"3/carried_in/total": 4, "3/carried_out/total": 1})
    second = report("a", 2023, {"3/carried_in/total": 1, "3/carried_out/total": 5})
    held = warehouse([agency("a")], [first, second])
    years = held.ask("metrics_by_year", **SELECTION, basis="members")
    found = years[years["year"] == 2023].set_index("metric_id")
    assert (found.loc["backlog_change", "value"], found.loc["backlog_change", "change"]) == (4, 7)
    assert found.loc["carried_out", "change"] == pytest.approx(400)
