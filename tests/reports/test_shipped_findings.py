"""On the shipped data the checks find exactly what is wrong with it, and nothing else."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from annual_reports.catalogue import queries_in
from annual_reports.pipeline import DATA, BuildResult
from annual_reports.warehouse import open_warehouse
from tests.support import RULE_TABLE

Shipped = tuple[Path, BuildResult]
Place = tuple[str, int, str, str, str, str]


def findings(builds: Path, *, is_demo: bool) -> list[Place]:
    sql = (
        "SELECT agency_id, year, rule, table_code, row_code, column_code "
        "FROM findings JOIN reports USING (report_id) JOIN agencies USING (agency_id) "
        "WHERE is_demo = $is_demo AND is_current ORDER BY ALL"
    )
    held = open_warehouse(builds)
    return held.connection.execute(sql, {"is_demo": is_demo}).fetchall()


def planted() -> list[Place]:
    with (DATA / "demo" / "flaws.csv").open(encoding="utf-8", newline="") as stream:
        return [
            (
                line["agency_id"],
                int(line["year"]),
                line["rule"],
                line["table"],
                line["row"],
                line["column"],
            )
            for line in csv.DictReader(stream)
        ]


def test_the_demo_has_the_planted_flaws_and_no_others(
    shipped: Shipped, record_property: Callable[[str, object], None]
) -> None:
    found, expected = findings(shipped[0], is_demo=True), planted()
    record_property(RULE_TABLE, rule_table(found, expected))
    assert found == sorted(expected)


def rule_table(found: list[Place], expected: list[Place]) -> list[str]:
    """A line a rule: how many findings are planted, found of these, and found besides."""
    lines = [f"{'rule':26}{'planted':>8}{'found':>8}{'false':>8}"]
    for rule in sorted({place[2] for place in [*found, *expected]}):
        hits = {place for place in found if place[2] == rule}
        wanted = {place for place in expected if place[2] == rule}
        counts = (len(wanted), len(hits & wanted), len(hits - wanted))
        lines.append(f"{rule:26}" + "".join(f"{count:8}" for count in counts))
    return lines


def test_every_rule_is_planted_in_the_demo_but_those_on_an_annex_which_it_has_not() -> None:
    rules = {check.query_id for check in queries_in("checks")}
    assert {place[2] for place in planted()} == {
        rule for rule in rules if not rule.startswith("annex-")
    }


def test_rules_about_text_are_not_judged_on_reports_without_any(shipped: Shipped) -> None:
    sql = (
        "SELECT DISTINCT rule, state FROM rule_results JOIN reports USING (report_id) "
        "JOIN agencies USING (agency_id) WHERE NOT is_demo AND form <> 'legacy' "
        "AND (starts_with(rule, 'section-') OR ends_with(rule, '-unstated') OR rule = 'text-reuse')"
    )
    states = open_warehouse(shipped[0]).connection.execute(sql).fetchall()
    assert sorted(states) == [
        (rule, "not-assessable")
        for rule in (
            "processing-fee-unstated",
            "section-empty",
            "section-missing",
            "section-order",
            "supervision-unstated",
            "text-reuse",
        )
    ]


def test_the_real_reports_have_their_own_mistakes_and_no_others(shipped: Shipped) -> None:
    found = findings(shipped[0], is_demo=False)
    blanks = [place for place in found if place[2] == "blank-cell"]
    assert {place[:2] for place in blanks} == {("shanghai-office", 2019)}
    assert len(blanks) == 135
    assert [place for place in found if place not in blanks] == [
        ("hongze", 2023, "t4-total", "4", "litigation_after_review", "total"),
        ("hongze", 2023, "t4-total", "4", "review", "total"),
        # the single row of the form of 2019
        ("hongze", 2023, "wrong-form", "3", "other", ""),
        ("hongze", 2024, "wrong-form", "3", "other", ""),
        # 12106 over the years in 2018, after 85376 already in 2016
        ("pingtan", 2018, "annex-carry", "annex", "documents_published", "cumulative"),
        ("pingtan", 2018, "annex-carry", "annex", "via_website", "cumulative"),
        ("pingtan", 2020, "t3-closed-sum", "3", "closed_total", "natural_person"),
        ("pingtan", 2020, "t3-closed-sum", "3", "closed_total", "total"),
        ("pingtan", 2023, "stock-normative", "2", "normative_documents", "in_force"),
        # 19 lawsuits after review, 7 reviews and 2 the year before
        ("pingtan", 2024, "after-review-plausible", "4", "litigation_after_review", "total"),
        ("pingtan", 2024, "stock-normative", "2", "normative_documents", "in_force"),
        ("pingtan", 2025, "stock-normative", "2", "normative_documents", "in_force"),
    ]


def test_nothing_was_refused_and_no_doubt_is_left_but_the_planted(shipped: Shipped) -> None:
    builds, result = shipped
    assert result.refusals == ()
    assert result.build.reports > 300
    problems = open_warehouse(builds).connection.execute("SELECT report_id, code FROM problems")
    assert sorted(problems.fetchall()) == [
        ("demo-culture-tourism-2022", "cell-unreadable"),
        ("demo-finance-2023", "duplicate-cell"),
        ("demo-science-2022", "identity-contradiction"),
        ("demo-science-2024", "cell-unreadable"),
        ("demo-town-shuangta-2024", "identity-contradiction"),
        ("demo-water-2024", "duplicate-cell"),
    ]


@pytest.mark.parametrize(
    ("agency_id", "year", "above", "below"),
    [
        ("pingtan", 2024, 71 + 29, 218),
        ("shanghai-office", 2019, 258 + 12 + 1 + 1 + 3, 805),  # totals blank: the applicants' sum
        ("hongze", 2023, 4, 21),
    ],
)
def test_disclosure_rates_of_real_reports_worked_by_hand(
    shipped: Shipped, agency_id: str, year: int, above: int, below: int
) -> None:
    history = open_warehouse(shipped[0]).ask("agency_history", agency_id=agency_id)
    row = history[(history["metric_id"] == "disclosure_rate") & (history["year"] == year)].iloc[0]
    assert (row["numerator"], row["denominator"]) == (above, below)
    assert row["value"] == pytest.approx(above / below)
