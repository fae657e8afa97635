"""The cells and reports behind a number add up to it."""

from pathlib import Path

import pytest

from annual_reports.catalogue import queries_in, terms
from annual_reports.pipeline import BuildResult
from annual_reports.warehouse import open_warehouse
from tests.support import SELECTION, agency, report, requests, warehouse

Shipped = tuple[Path, BuildResult]
NO_SUMS = {"items_published", "top_reason_share", "zero_request_share"}
"""Measures whose numerator is no sum of cells: from prose, a largest one, a yes or no."""
METRICS = {metric.query_id for metric in queries_in("metrics")}
SUMS = [metric.query_id for metric in queries_in("metrics") if terms(metric, "above")]
CHOSEN = {key: value for key, value in SELECTION.items() if not key.startswith("year")}
SOME = (
    "SELECT report_id, numerator, denominator FROM metric_values JOIN reports USING (report_id)"
    " JOIN agencies USING (agency_id) WHERE metric_id = $1"
    " ORDER BY is_demo, hash(report_id) LIMIT 40"
)


def test_all_measures_but_three_are_sums_of_cells() -> None:
    assert METRICS - set(SUMS) == NO_SUMS


@pytest.mark.parametrize("metric_id", SUMS)
def test_the_cells_of_every_measure_make_its_numbers(shipped: Shipped, metric_id: str) -> None:
    """On every real report, those with an annex among them, and some of the demo."""
    held = open_warehouse(shipped[0])
    some = held.connection.execute(SOME, [metric_id]).fetchall()
    assert len(some) == 40
    for report_id, numerator, denominator in some:
        terms = held.ask("number_terms", report_id=report_id, number=metric_id)
        sides = (terms["sign"] * terms["value"]).groupby(terms["side"]).sum(min_count=1)
        assert sides["above"] == pytest.approx(float(numerator)), report_id
        below = None if denominator is None else pytest.approx(float(denominator))
        assert sides.get("below") == below, report_id


def test_the_terms_name_sign_printed_text_and_place() -> None:
    values = {"4/review/corrected": 2, "4/review/pending": 3, "4/review/total": 10}
    held = warehouse([agency("a")], [report("a", 2024, values)])
    terms = held.ask("number_terms", report_id="a-2024", number="review_corrected_rate")
    shown = terms[["side", "sign", "row_code", "column_code", "value", "raw", "locator"]]
    assert shown.values.tolist() == [
        ["above", 1, "review", "corrected", 2, "2", "here"],
        ["below", 1, "review", "total", 10, "10", "here"],
        ["below", -1, "review", "pending", 3, "3", "here"],
    ]


def test_the_parts_of_a_rate_are_its_reports_the_largest_first() -> None:
    reports = [
        report("a", 2024, requests(new=10, disclosed=4, unavailable_not_held=6)),
        report("b", 2024, requests(new=10, disclosed=9, unavailable_not_held=1)),
        report("c", 2024, {"3/closed_total/total": ""}),
        report("a", 2023, requests(new=50, disclosed=50)),
    ]
    held = warehouse([agency(name) for name in "abc"], reports)
    asked = {**CHOSEN, "basis": "members", "number": "disclosure_rate"}
    asked |= {
        "year_from": 2024,
        "year_to": 2024,
        "form": None,
        "grouping": "kind",
        "group_code": "*",
    }
    parts = held.ask("number_parts", **asked)
    shown = parts[["agency_id", "numerator", "denominator"]].astype(object)
    assert shown.where(parts.notna(), None).values.tolist()[:2] == [["b", 9, 10], ["a", 4, 10]]
    assert parts["agency_id"].tolist() == ["b", "a", "c"]
    assert parts.iloc[0][["whole_numerator", "whole_denominator"]].tolist() == [13, 20]
    assert parts.iloc[0]["share"] == pytest.approx(9 / 13)
