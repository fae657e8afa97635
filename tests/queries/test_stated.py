"""Figures stated in prose: what becomes a measure, and how they stand beside the tables."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from annual_reports.extract.narrative import figures_of
from annual_reports.facts import Report, Section
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, agency, report, requests, warehouse


def saying(told: Report, *sentences: str, section: str = "overview") -> Report:
    """The report with these sentences as its narrative, read as any other."""
    sections = (Section(section, "", "\n".join(sentences)),)
    return replace(told, sections=sections, figures=figures_of(sections, told.identity.year))


def items(held: Warehouse) -> dict[str, float]:
    rows = held.connection.execute(
        "SELECT report_id, numerator FROM metric_values WHERE metric_id = 'items_published'"
    ).fetchall()
    return dict(rows)


def test_exact_and_approximate_totals_are_the_measure_and_bounds_are_not() -> None:
    held = warehouse(
        [agency(code) for code in "abcd"],
        [
            saying(report("a", 2023), "全年主动公开政府信息1234条。"),
            saying(report("b", 2023), "全年主动公开政府信息1.2万余条。"),
            saying(report("c", 2023), "全年主动公开政府信息超过1200条。"),
            report("d", 2023),
        ],
    )
    assert items(held) == {"a-2023": 1234, "b-2023": 12000}


def test_a_report_that_contradicts_itself_has_no_value() -> None:
    twice = saying(report("a", 2023), "全年公开政府信息10条。", "2023年公开政府信息12条。")
    agreed = saying(report("b", 2023), "全年公开政府信息10条。", "2023年公开政府信息约10条。")
    held = warehouse([agency("a"), agency("b")], [twice, agreed])
    assert items(held) == {"b-2023": 10}
    figures = held.ask("report_stated_figures", report_id="a-2023")
    assert figures["value"].tolist() == [10, 12]
    assert figures["is_contradicted"].all()
    assert not held.ask("report_stated_figures", report_id="b-2023")["is_contradicted"].any()


def test_only_the_current_revision_counts() -> None:
    first = report("a", 2023, published_on=date(2024, 1, 10), path="first.html")
    second = report("a", 2023, published_on=date(2024, 2, 10), path="second.html")
    held = warehouse(
        [agency("a")],
        [
            saying(first, "全年公开政府信息10条。"),
            saying(second, "全年公开政府信息12条。"),
        ],
    )
    assert items(held) == {"a-2023-r2": 12}


def test_what_the_measure_rests_on_is_counted_by_year() -> None:
    held = warehouse(
        [agency(code) for code in "abcde"],
        [
            saying(report("a", 2023), "全年公开政府信息10条。"),
            saying(report("b", 2023), "全年公开政府信息10余条。"),
            saying(report("c", 2023), "全年公开政府信息10条。", "全年公开政府信息12条。"),
            saying(report("d", 2023), "全年公开政府信息10条以上。"),
            report("e", 2024),
        ],
    )
    basis = held.ask("items_published_basis", **SELECTION, basis="members")
    assert basis.to_dict("list") == {
        "year": [2023, 2024],
        "reports": [4, 1],
        "stated": [2, 0],
        "approximate": [1, 0],
        "in_annex": [0, 0],
        "contradictory": [1, 0],
        "unstated": [1, 1],
    }


TABLES = {
    **requests(new=20, carried_in=3, carried_out=2, disclosed=12, partly_disclosed=4,
               withheld_third_party=2, withheld_deliberative=1, unavailable_not_held=2),
    "4/review/total": 3,
    "4/litigation_direct/total": 1,
    "4/litigation_after_review/total": 2,
}  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "figure", "table_value", "agreement"),
    [
        ("全年收到政府信息公开申请20件。", "requests_received", 20, "same"),
        ("全年收到政府信息公开申请21件。", "requests_received", 20, "different"),
        ("全年未收到政府信息公开申请。", "requests_received", 20, "different"),
        ("全年收到政府信息公开申请20余件。", "requests_received", 20, "rough"),
        ("全年收到政府信息公开申请10件以上。", "requests_received", 20, "fits"),
        ("全年收到政府信息公开申请30件以上。", "requests_received", 20, "different"),
        ("全年办结政府信息公开申请21件。", "requests_closed", 21, "same"),
        ("上年结转申请3件。", "carried_in", 3, "same"),
        ("申请结转下年度继续办理2件。", "carried_out", 2, "same"),
        ("政府信息公开申请中予以公开12件。", "disclosed", 12, "same"),
        ("政府信息公开申请中部分公开4件。", "partly_disclosed", 4, "same"),
        ("政府信息公开申请中不予公开3件。", "withheld", 3, "same"),
        ("政府信息公开申请中无法提供2件。", "unavailable", 2, "same"),
        ("政府信息公开申请中不予处理0件。", "declined", 0, "same"),
        ("政府信息公开申请中其他处理1件。", "other_handling", 0, "different"),
        ("因政府信息公开被申请行政复议3件。", "reviews", 3, "same"),
        ("因政府信息公开被提起行政诉讼3件。", "lawsuits", 3, "same"),
        ("全年办理政府信息公开申请20件。", "requests_handled", None, "alone"),
        ("全年公开政府信息20条。", "items_published", None, "alone"),
        ("本年度收取信息处理费20元。", "processing_fee", None, "alone"),
    ],
)
def test_a_figure_stands_beside_that_of_the_tables(
    sentence: str, figure: str, table_value: int | None, agreement: str
) -> None:
    held = warehouse([agency("a")], [saying(report("a", 2023, TABLES), sentence)])
    (row,) = held.ask("report_stated_figures", report_id="a-2023").to_dict("records")
    assert (row["figure"], row["agreement"]) == (figure, agreement)
    assert row["table_value"] == table_value if table_value is not None else True
    assert (table_value is None) == (row["table_value"] != row["table_value"])
    assert row["sentence"][row["mark_start"] : row["mark_end"]] == row["raw"]


def test_money_keeps_its_cents() -> None:
    held = warehouse([agency("a")], [saying(report("a", 2023), "收取信息处理费1280.55元。")])
    row: Any = held.connection.execute("SELECT value, unit FROM stated_figures").fetchone()
    assert row == (Decimal("1280.55"), "元")
