"""Every number that a question gives back is found again by its address, part by part."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from annual_reports.catalogue import query
from annual_reports.pipeline import BuildResult
from annual_reports.ui.evidence_view import narrowed
from annual_reports.ui.filters import Filters
from annual_reports.ui.number import Number, parse_number, selection_of
from annual_reports.warehouse import Warehouse, open_warehouse
from tests.support import ALL_FINDINGS, SELECTION

Shipped = tuple[Path, BuildResult]
FLOW = ("carried_in", "new_requests", "closed", "carried_out")
STEPS = ("filed", "decided", "corrected_cases")
WAYS = ("direct_lawsuits", "after_review_lawsuits")
ASKED: list[tuple[str, str, str, dict[str, Any]]] = [
    ("metrics_by_year", "value", "number", {}),
    ("agency_by_year", "value", "number", {}),
    ("agency_by_year", "value", "number", {"metric_id": "licensing_decisions"}),
    ("agency_by_year", "value", "number", {"metric_id": "items_published"}),
    ("agency_ranking", "value", "number", {}),
    ("metric_by_group", "value", "number", {}),
    ("metric_by_group", "value", "number", {"metric_id": "fee_amount"}),
    ("metric_by_group", "value", "number", {"grouping": "sector"}),
    ("metric_by_group", "value", "number", {"grouping": "region", "metric_id": "closed"}),
    ("movement", "value", "number", {"basis": "members"}),
    ("movement", "last_value", "number_last_value", {"basis": "members"}),
    ("outliers", "value", "number", {}),
    ("agency_standing", "value", "number", {}),
    ("definition_bands", "value", "number", {}),
    ("measure_spread", "value", "number", {}),
    ("two_measures", "x_value", "number_x_value", {}),
    ("two_measures", "y_value", "number_y_value", {}),
    ("peer_strips", "value", "number", {}),
    ("outcome_mix", "share", "number", {}),
    ("refusal_reasons", "share", "number", {}),
    ("request_paths", "requests", "number", {}),
    ("dispute_steps", "share", "number_share", {}),
    ("lawsuit_paths", "share", "number", {}),
    ("lawsuit_paths", "period_share", "number_period_share", {}),
    ("applicant_types", "share", "number", {}),
    ("applicant_outcomes", "share", "number", {}),
    ("disputes_by_year", "cases", "number", {}),
    ("table2_by_year", "quantity", "number", {}),
    ("agency_history", "value", "number", {}),
    ("agency_outcomes", "share", "number", {}),
    *(("dispute_steps", code, f"number_{code}", {}) for code in STEPS),
    *(("lawsuit_paths", code, f"number_{code}", {}) for code in WAYS),
    *(("requests_flow", code, f"number_{code}", {}) for code in FLOW),
]
NOTHING = {("outliers", False), ("definition_bands", False), ("peer_strips", False)}
WHO = {True: "demo-police", False: "pingtan"}


@pytest.mark.parametrize("is_demo", [True, False])
@pytest.mark.parametrize(("query_id", "value", "address", "params"), ASKED)
def test_the_parts_of_a_number_add_up_to_it(
    shipped: Shipped, query_id: str, value: str, address: str, params: dict[str, Any], is_demo: bool
) -> None:
    held = open_warehouse(shipped[0])
    known = {
        **SELECTION, "is_demo": is_demo, "basis": "consolidated", "year": 2024,
        "metric_id": "disclosure_rate", "agency_id": WHO[is_demo], "base_year": 2023,
        "grouping": "kind", "metric_ids": ["disclosure_rate", "full_disclosure_rate"], "most": None,
        "sample": None,
        "x_metric_id": "disclosure_rate", "y_metric_id": "closed", "size_metric_id": "closed",
        **params,
    }  # fmt: skip
    asked = {name: known[name] for name in query(query_id).params}
    frame = held.ask(query_id, **asked)
    assert not frame.empty or (query_id, is_demo) in NOTHING or params
    for row in some(frame.dropna(subset=[address])).to_dict("records"):
        parts = parts_of(held, row[address], known)
        assert parts["whole"].iloc[0] == pytest.approx(row[value], nan_ok=True), row[address]


def some(frame: pd.DataFrame) -> pd.DataFrame:
    """At most sixty rows, the same each time."""
    return frame.sample(min(60, len(frame)), random_state=1)


def parts_of(held: Warehouse, address: str, known: dict[str, Any]) -> pd.DataFrame:
    """What the evidence page asks for that address."""
    number = parse_number(address)
    assert number is not None, address
    fields = ("is_demo", "region", "kinds", "agencies", "year_from", "year_to", "basis")
    chosen = selection_of(number, Filters(**{name: known[name] for name in fields}))
    asked = {name: getattr(chosen, name) for name in fields}
    return held.ask("number_parts", **asked, number=number.what, **narrowed(number))


def test_the_cell_of_a_finding_is_found_again(shipped: Shipped) -> None:
    held = open_warehouse(shipped[0])
    selection = {**SELECTION, "is_demo": True}
    found = held.ask("findings_list", **selection, **ALL_FINDINGS)
    with_cell = found[found["number"].notna()]
    assert len(with_cell) > 50
    for row in some(with_cell).to_dict("records"):
        number = parse_number(row["number"])
        assert number is not None
        assert number.scope == "report"
        terms = held.ask("number_terms", report_id=number.whose, number=number.what)
        assert row["cell_status"] == "absent" or terms["raw"].tolist() == [row["raw"]]


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("disclosure_rate@2024", Number("disclosure_rate", 2024, 2024)),
        ("closed@2019-2025@kind:zone", Number("closed", 2019, 2025, "kind", "zone")),
        ("4/review/total@2023@a", Number("4/review/total", 2023, 2023, "agency", "a")),
        ("2/fees/amount@2023@form:2021", Number("2/fees/amount", 2023, 2023, "form", "2021")),
    ],
)
def test_an_address_says_what_when_and_whose(address: str, meant: Number) -> None:
    assert parse_number(address) == meant


@pytest.mark.parametrize(
    "address",
    ["", "x", "disclosure_rate", "disclosure_rate@", "nonsense@2024", "disclosure_rate@24",
     "9/closed_total/total@2024", "3/closed_total/nobody@2024", "3/nothing*/total@2024",
     "3/closed_total/total; DROP TABLE cells@2024", "3/a/b:3/c/d:3/e/f@2024"],
)  # fmt: skip
def test_what_is_no_address_is_none(address: str) -> None:
    assert parse_number(address) is None
