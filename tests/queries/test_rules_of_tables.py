"""Rules about cells, neighbours and copies: found, silent, not to be judged."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from annual_reports.facts import Identity, Problem, Report
from tests.queries.rule_states import state
from tests.support import Value, agency, report, requests, warehouse

APPLICANTS = (
    "natural_person", "business", "research", "public_interest", "legal_service", "other_org",
)  # fmt: skip
FLOW: dict[str, Value] = dict(requests(new=12, carried_in=3, carried_out=5, disclosed=10))


@pytest.mark.parametrize(
    ("rule", "year", "values", "expected"),
    [
        ("non-integer", 2023, {"2/licensing/decisions": "7.5"}, "fail"),
        ("non-integer", 2023, {"2/fees/amount": "7.5"}, "pass"),
        ("non-integer", 2020, {"2/licensing/change": "-1.5"}, "pass"),
        ("non-integer", 2016, {"annex/reviews/year": "1.5"}, None),
        ("disclosed-total-2019", 2020, {"2/regulations/newly_disclosed": 1}, "fail"),
        ("disclosed-total-2019", 2020, {}, "pass"),
        ("disclosed-total-2019", 2020, {"2/regulations/disclosed_total": ""}, "not-assessable"),
        ("disclosed-total-2019", 2023, {}, None),
        ("carried-out-within", 2023, FLOW, "pass"),
        ("carried-out-within", 2023, {**FLOW, "3/carried_out/business": 1}, "fail"),
        (
            "carried-out-within",
            2023,
            {**FLOW, "3/new_requests/business": ""},
            "pass-if-blank-is-zero",
        ),
        ("carried-out-within", 2023, {**FLOW, "3/new_requests/business": "?"}, "not-assessable"),
        ("parts-exceed-total", 2023, {"4/review/upheld": 9, "4/review/total": 3}, None),
        (
            "parts-exceed-total",
            2023,
            {"4/review/upheld": 9, "4/review/pending": "?", "4/review/total": 3},
            "fail",
        ),
        (
            "parts-exceed-total",
            2023,
            {"4/review/upheld": 3, "4/review/pending": "?", "4/review/total": 3},
            "pass",
        ),
        ("applicants-empty", 2023, FLOW, "pass"),
        (
            "applicants-empty",
            2023,
            {**FLOW, **{f"3/disclosed/{column}": "" for column in APPLICANTS}},
            "fail",
        ),
        ("wrong-form", 2023, {}, "pass"),
        ("wrong-form", 2020, {}, "pass"),
        ("wrong-form", 2023, {"3/other/total": 0}, "fail"),
        ("wrong-form", 2016, {"annex/reviews/year": 1}, None),
    ],
)  # fmt: skip
def test_one_report(rule: str, year: int, values: dict[str, Value], expected: str | None) -> None:
    assert state(rule, report("a", year, values)) == expected


def test_the_sum_of_a_row_without_applicants_is_left_to_its_own_rule() -> None:
    blank = {f"3/disclosed/{column}": "" for column in APPLICANTS}
    assert state("t3-row-total", report("a", 2023, {**FLOW, **blank})) == "not-assessable"


def test_the_older_form_in_a_later_year_is_wrong_and_the_reverse() -> None:
    older, newer = report("a", 2020), report("a", 2023)
    assert state("wrong-form", of_year(older, 2023)) == "fail"
    assert state("wrong-form", of_year(newer, 2020)) == "fail"


def of_year(made: Report, year: int) -> Report:
    return replace(made, identity=replace(made.identity, year=year))


def test_a_row_given_twice() -> None:
    doubled = Problem("duplicate-cell", "3 | 4", "3, disclosed, total")
    assert state("duplicate-row", replace(report("a", 2023), problems=(doubled,))) == "fail"
    assert state("duplicate-row", report("a", 2023)) == "pass"


@pytest.mark.parametrize(
    ("published_on", "kind", "expected"),
    [
        (date(2024, 1, 31), {}, "pass"),
        (date(2024, 2, 1), {}, "fail"),
        (date(2024, 3, 31), {"is_consolidated": True}, "pass"),
        (date(2024, 4, 1), {"is_consolidated": True}, "fail"),
        (None, {}, "not-assessable"),
    ],
)
def test_the_deadline(published_on: date | None, kind: dict[str, Any], expected: str) -> None:
    made = report("a", 2023, published_on=published_on)
    assert state("published-late", made, of=[agency("a", **kind)]) == expected


@pytest.mark.parametrize(
    ("last", "this", "expected"),
    [(4, 4, "fail"), (4, 5, "pass"), (2, 2, "uncertain"), (0, 0, "pass")],
)
def test_table_3_of_last_year(last: int, this: int, expected: str) -> None:
    reports = [
        report("a", year, requests(new=count, disclosed=count))
        for year, count in ((2020, last), (2021, this))
    ]
    assert state("numbers-repeated", *reports) == expected
    assert state("numbers-repeated", reports[1]) == "not-assessable"


@pytest.mark.parametrize(
    ("reviews", "lawsuits", "expected"), [(5, 8, "pass"), (5, 9, "fail"), (9, 9, "pass")]
)
def test_lawsuits_after_review(reviews: int, lawsuits: int, expected: str) -> None:
    last = report("a", 2022, {"4/review/total": 0, "4/review/upheld": 3})  # at least 3
    this = report(
        "a", 2023, {"4/review/total": reviews, "4/litigation_after_review/total": lawsuits}
    )
    assert state("after-review-plausible", last, this) == expected
    alone = "pass" if lawsuits <= reviews else "not-assessable"
    assert state("after-review-plausible", this) == alone


def test_a_consolidated_report_is_compared_where_all_members_are_held() -> None:
    city = agency("city", kind="government", is_consolidated=True)
    members = [agency(name, consolidated_into="city") for name in "ab"]
    gone = agency("c", consolidated_into="city", active_until=2022)
    of = [city, *members, gone]
    held = [report(name, 2023, {"3/new_requests/total": 5}) for name in "ab"]
    right = report("city", 2023, {"3/new_requests/total": 10})
    wrong = report("city", 2023, {"3/new_requests/total": 11})
    assert state("consolidated-vs-members", *held, right, of=of) == "pass"
    assert state("consolidated-vs-members", *held, wrong, of=of) == "fail"
    assert state("consolidated-vs-members", held[0], wrong, of=of) == "not-assessable"
    assert state("consolidated-vs-members", wrong, of=[city]) is None


@pytest.mark.parametrize(("agency_id", "year"), [("b", 2023), ("a", 2022)])
def test_one_file_for_two(agency_id: str, year: int) -> None:
    first = replace(report("a", 2023), path="1.html")
    identity = Identity(agency_id, agency_id, year, "2021", None, None)
    second = replace(first, identity=identity, path="2.html")
    of = [agency("a"), agency("b")]
    assert state("same-file", first, of=of) == "pass"
    assert findings_of("same-file", [first, second], of) == ["a-2023"]


def findings_of(rule: str, reports: list[Report], of: list[Any]) -> list[str]:
    con = warehouse(of, reports).connection
    rows = con.execute("SELECT report_id FROM findings WHERE rule = $1 ORDER BY ALL", [rule])
    return [row[0] for row in rows.fetchall()]


def test_all_tables_of_another_report() -> None:
    many: dict[str, Value] = {
        "2/licensing/decisions": 11, "2/penalties/decisions": 12, "2/coercion/decisions": 13,
        "4/review/total": 14, "4/review/upheld": 15, "3/new_requests/total": 16,
    }  # fmt: skip
    of = [agency(name) for name in "abc"]
    held = [report("a", 2022, many), report("b", 2023, many)]
    assert findings_of("same-tables", [*held, report("c", 2023)], of) == ["a-2022", "b-2023"]
    few = {key: many[key] for key in list(many)[:5]}
    assert state("same-tables", report("a", 2022, few), report("b", 2023, few), of=of) is None


def test_yuan_in_a_cell_for_ten_thousands() -> None:
    amounts = {2021: "240.5", 2022: "2405000", 2023: "250", 2024: "900"}
    held = [report("a", year, {"2/fees/amount": amount}) for year, amount in amounts.items()]
    assert findings_of("fee-unit", held, [agency("a")]) == ["a-2022"]
    assert findings_of("fee-unit", held[1:], [agency("a")]) == ["a-2022"]
    assert state("fee-unit", held[0]) == "not-assessable"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"kind": "government", "level": "city"}, "pass"),
        ({"kind": "government", "level": "province"}, "pass"),
        ({"kind": "department", "sector": "政府办公室"}, "pass"),
        ({"kind": "department"}, "fail"),
        ({"kind": "government", "level": "county"}, "fail"),
        ({"kind": "township", "level": "township"}, "fail"),
        ({"kind": "zone", "level": "city"}, "uncertain"),
    ],
)
def test_who_may_make_rules(facts: dict[str, Any], expected: str) -> None:
    made = report("a", 2023, {"2/regulations/in_force": 1})
    assert state("rules-without-power", made, of=[agency("a", **facts)]) == expected
    assert state("rules-without-power", report("a", 2023), of=[agency("a", **facts)]) == "pass"


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((100, 110, 90, 2400), "fail"),
        ((100, 110, 90, 400), "pass"),
        ((0, 2, 1, 60), "pass"),  # small numbers stay quiet
        ((20, 900, 15, 2400), "pass"),  # its own years are not steady
        ((100, 110, 2400), "not-assessable"),
    ],
)
def test_a_number_out_of_all_proportion(counts: tuple[int, ...], expected: str) -> None:
    held = [
        report("a", 2021 + place, {"2/licensing/decisions": count})
        for place, count in enumerate(counts)
    ]
    assert state("jump", *held) == expected


def test_a_jump_that_all_peers_make_is_none() -> None:
    of = [agency(name, sector="公安") for name in "abc"]
    held = [
        report(name, 2021 + place, {"2/licensing/decisions": count})
        for name in "bca"
        for place, count in enumerate((100, 110, 90, 2400))
    ]
    assert state("jump", *held, of=of) == "pass"
