"""What the annex of the years before 2019 becomes: quantities, breaks and findings by hand."""

import math
from datetime import date
from typing import Any

import pandas as pd
import pytest

from annual_reports.catalogue import break_years, queries_in, query
from annual_reports.form import form_by_code
from annual_reports.warehouse.read import Warehouse
from tests.support import ALL_SUBMISSIONS, SELECTION, Value, agency, report, requests, warehouse

ANSWERS = {
    "requests_received": 20,
    "requests_closed": 19,
    "answers": 18,
    "answers_already_public": 4,
    "answers_disclosed": 5,
    "answers_partly_disclosed": 1,
    "answers_withheld": 2,
    "answers_other_agency": 2,
    "answers_not_existing": 1,
    "answers_to_be_amended": 2,
    "answers_elsewhere": 1,
    "reviews": 3,
    "lawsuits": 2,
    "normative_issued": 6,
}


def annex(values: dict[str, Value], column: str = "year") -> dict[str, Value]:
    return {f"annex/{row}/{column}": value for row, value in values.items()}


def ask(held: Warehouse, query_id: str, **params: Any) -> pd.DataFrame:
    known = {**SELECTION, **ALL_SUBMISSIONS, "basis": "consolidated", "year_from": 2014, **params}
    return held.ask(query_id, **{name: known[name] for name in query(query_id).params})


def quantities(values: dict[str, Value]) -> Any:
    held = warehouse([agency("a")], [report("a", 2016, annex(values))])
    return held.connection.sql("SELECT * FROM report_metrics").df().iloc[0]


def test_the_annex_becomes_the_quantities_of_the_later_forms() -> None:
    found = quantities(ANSWERS)
    expected = {
        "new_requests": 20,
        "closed": 18,  # the answers, which the kinds of answer add up to: 9 + 1 + 2 + 3 + 3
        "disclosed": 4 + 5,
        "partly_disclosed": 1,
        "withheld": 2,
        "unavailable": 2 + 1,
        "other_handling": 2 + 1,
        "reviews": 3,
        "lawsuits": 2,
        "normative_issued": 6,
    }
    assert {name: float(found[name]) for name in expected} == expected
    assert sum(expected[name] for name in list(expected)[2:7]) == expected["closed"]


def test_what_the_annex_does_not_tell_is_unknown_and_not_zero() -> None:
    found = quantities(ANSWERS)
    for name in (
        "new_by_natural_person", "carried_in", "carried_out", "declined", "review_corrected",
        "review_pending", "direct_lawsuits", "after_review_lawsuits", "normative_in_force",
        "normative_repealed", "licensing_decisions", "fee_amount",
    ):  # fmt: skip
        assert pd.isna(found[name]), name


def test_requests_closed_stand_in_where_no_answers_are_printed() -> None:
    assert quantities({"requests_closed": 19})["closed"] == 19
    assert pd.isna(quantities({"requests_closed": 19, "answers": "??"})["closed"])


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"answers_already_public": 4}, "disclosed"),  # what was agreed to is not told
        ({"answers_disclosed": 4, "answers_already_public": "??"}, "disclosed"),
        ({"answers_not_existing": 4}, "unavailable"),
        ({"answers_disclosed": ""}, "disclosed"),
    ],
)
def test_a_quantity_of_which_a_part_is_missing_is_unknown(
    values: dict[str, Value], name: str
) -> None:
    assert pd.isna(quantities({"requests_received": 1, **values})[name])


def test_the_cumulative_column_enters_no_quantity() -> None:
    values = {**annex({"requests_received": 7}), **annex({"requests_received": 99}, "cumulative")}
    held = warehouse([agency("a")], [report("a", 2016, values)])
    assert ask(held, "requests_flow")["new_requests"].tolist() == [7]


def two_eras() -> Warehouse:
    later = requests(new=30, disclosed=15, declined_repeat=15)
    return warehouse(
        [agency("a", active_from=2019), agency("b")],
        [
            report("a", 2017, annex({**ANSWERS, "requests_received": 10})),
            report("a", 2018, annex(ANSWERS)),
            report("a", 2019, later),
            report("a", 2020, {**later, **requests(new=60, disclosed=45, declined_repeat=15)}),
        ],
    )


def test_rates_of_both_eras_stand_side_by_side() -> None:
    frame = ask(two_eras(), "metrics_by_year")
    rates = frame[frame["metric_id"] == "disclosure_rate"].set_index("year")["value"]
    assert rates.to_dict() == pytest.approx({2017: 10 / 18, 2018: 10 / 18, 2019: 0.5, 2020: 0.75})


def test_no_change_is_given_across_the_break_and_elsewhere_it_is() -> None:
    frame = ask(two_eras(), "metrics_by_year")
    rows = frame[frame["metric_id"] == "new_requests"].set_index("year")
    assert rows.loc[2018, "change"] == pytest.approx(100.0)
    assert math.isnan(rows.loc[2019, "change"])
    assert rows["is_break"].to_dict() == {2017: False, 2018: False, 2019: True, 2020: False}
    assert rows.loc[2020, "change"] == pytest.approx(100.0)
    history = two_eras().ask("agency_history", agency_id="a")
    own = history[history["metric_id"] == "new_requests"].set_index("year")
    assert math.isnan(own.loc[2019, "change"])
    assert own.loc[2020, "change"] == pytest.approx(100.0)


@pytest.mark.parametrize(("year", "is_given"), [(2018, True), (2019, False), (2020, True)])
def test_rankings_and_movers_give_no_change_across_the_break(year: int, is_given: bool) -> None:
    held = two_eras()
    ranking = ask(held, "agency_ranking", metric_id="disclosure_rate", year=year, most=None)
    assert ranking["change"].notna().tolist() == [is_given]
    years = {"base_year": year - 1, "year": year}
    movers = ask(held, "movement", metric_id="disclosure_rate", most=None, **years)
    assert len(movers) == int(is_given)


def test_a_measure_may_break_twice() -> None:
    reports = [
        report("a", 2018, annex({"normative_issued": 4})),
        report("a", 2019, {"2/normative_documents/made": 5}),
        report("a", 2020, {"2/normative_documents/made": 6}),
        report("a", 2021, {"2/normative_documents/issued": 7}),
    ]
    frame = ask(warehouse([agency("a")], reports), "metrics_by_year")
    rows = frame[frame["metric_id"] == "normative_issued"].set_index("year")
    assert rows["value"].to_dict() == {2018: 4, 2019: 5, 2020: 6, 2021: 7}
    assert rows["is_break"].to_dict() == {2018: False, 2019: True, 2020: False, 2021: True}
    assert rows["change"].notna().to_dict() == {2018: False, 2019: False, 2020: True, 2021: False}


def test_items_published_are_those_of_the_annex_else_its_documents() -> None:
    both = {"items_published": 30, "documents_published": 20}
    held = warehouse(
        [agency(code) for code in "abc"],
        [
            report("a", 2017, annex(both)),
            report("b", 2017, annex({"documents_published": 20})),
            report("c", 2017, {**annex({"items_published": ""}), **annex(both, "cumulative")}),
        ],
    )
    query = "SELECT report_id, numerator FROM metric_values WHERE metric_id = 'items_published'"
    found = dict(held.connection.execute(query).fetchall())
    assert found == {"a-2017": 30, "b-2017": 20}


def test_every_measure_that_an_annex_tells_breaks_in_2019() -> None:
    every = {row.code: 3 for row in annex_rows()}
    held = warehouse([agency("a")], [report("a", 2016, annex(every))])  # type: ignore[arg-type]
    told = {row[0] for row in held.connection.sql("SELECT metric_id FROM metric_values").fetchall()}
    broken = {metric.query_id for metric in queries_in("metrics") if 2019 in break_years(metric)}
    assert told == broken


def annex_rows() -> Any:
    return form_by_code("legacy").table("annex").rows


def test_years_before_the_uniform_form_are_expected_only_where_they_are_held() -> None:
    held = two_eras()
    coverage = ask(held, "coverage", year_to=2020).set_index("year")
    assert coverage["known"].to_dict() == {2017: 1, 2018: 1, 2019: 2, 2020: 2}
    assert coverage["held"].to_dict() == {2017: 1, 2018: 1, 2019: 1, 2020: 1}
    scope = ask(held, "scope", year_to=2020).iloc[0]
    assert (scope["held_reports"], scope["known_reports"]) == (4, 6)
    assert (scope["first_year"], scope["last_year"]) == (2017, 2020)
    submissions = ask(held, "submissions", year_to=2020)
    missing = submissions[submissions["state"] == "missing"]
    assert sorted(zip(missing["agency_id"], missing["year"], strict=True)) == [
        ("b", 2019),
        ("b", 2020),
    ]


def test_reports_of_those_years_were_due_by_the_end_of_march() -> None:
    reports = [
        report("a", 2017, annex({"reviews": 0}), published_on=date(2018, 3, 31)),
        report("a", 2018, annex({"reviews": 0}), published_on=date(2019, 4, 2)),
    ]
    frame = ask(warehouse([agency("a")], reports), "submissions", year_to=2018).set_index("year")
    assert frame["state"].to_dict() == {2017: "in_time", 2018: "late"}
    assert frame["days_late"].to_dict() == {2017: 0, 2018: 2}


def test_the_tables_of_a_report_are_the_rows_it_prints_with_last_years_value() -> None:
    cells = two_eras().ask("report_cells", report_id="a-2018")
    assert len(cells) == len(ANSWERS)
    row = cells[cells["row_code"] == "requests_received"].iloc[0]
    assert (row["value"], row["last_value"], row["printed_unit"]) == (20, 10, "件")


Finding = tuple[str, str, str, str, int, int]


def findings(*reports: tuple[int, dict[str, Value]]) -> list[Finding]:
    made = [report("a", year, values) for year, values in reports]
    con = warehouse([agency("a")], made).connection
    return con.execute(
        "SELECT rule, report_id, row_code, column_code, found::INT, expected::INT "
        "FROM findings ORDER BY ALL"
    ).fetchall()


def test_rules_of_the_uniform_forms_leave_an_annex_alone() -> None:
    assert findings((2016, annex(ANSWERS | {"staff": 1, "reviews": 3}))) == []


def test_a_blank_in_an_annex_is_asked_about() -> None:
    values = annex({"reviews": "", "lawsuits": 1})
    held = warehouse([agency("a")], [report("a", 2016, values)]).connection
    assert held.sql("SELECT rule, row_code FROM findings").fetchall() == [("blank-cell", "reviews")]


def test_a_cumulative_figure_below_the_years_is_found() -> None:
    values = {**annex({"reviews": 5, "lawsuits": 2})}
    totals = annex({"reviews": 4, "lawsuits": 2}, "cumulative")
    assert findings((2016, {**values, **totals})) == [
        ("annex-cumulative", "a-2016", "reviews", "cumulative", 4, 5)
    ]


@pytest.mark.parametrize(
    ("earlier", "cumulative", "found"),
    [(2015, 13, []), (2015, 12, [(12, 13)]), (2015, 14, [(14, 13)]),
     (2013, 13, []), (2013, 12, [(12, 13)]), (2013, 20, [])],
)  # fmt: skip
def test_a_cumulative_figure_follows_from_the_last_annex_held(
    earlier: int, cumulative: int, found: list[tuple[int, int]]
) -> None:
    last = {**annex({"reviews": 4}), **annex({"reviews": 10}, "cumulative")}
    this = {**annex({"reviews": 3}), **annex({"reviews": cumulative}, "cumulative")}
    assert [finding[4:] for finding in findings((earlier, last), (2016, this))] == found


PARTS = {"requests_received": 9, "requests_in_person": 4, "requests_online": 5}


@pytest.mark.parametrize("column", ["year", "cumulative"])
def test_parts_that_do_not_make_their_total_are_found(column: str) -> None:
    wrong = annex({**PARTS, "requests_online": 6}, column)
    assert findings((2016, annex(PARTS, column))) == []
    assert findings((2016, wrong)) == [
        ("annex-parts", "a-2016", "requests_received", column, 9, 10)
    ]


@pytest.mark.parametrize("odd", ["??", ""])
def test_parts_are_not_judged_where_one_is_unknown(odd: str) -> None:
    rules = {finding[0] for finding in findings((2016, annex({**PARTS, "requests_online": odd})))}
    assert "annex-parts" not in rules


def test_nested_totals_are_judged_each_for_itself() -> None:
    values = {"answers": 3, "answers_disclosed": 1, "answers_withheld": 2,
              "withheld_state_secret": 1, "withheld_privacy": 1}  # fmt: skip
    assert findings((2016, annex(values))) == []
    assert [finding[2] for finding in findings((2016, annex({**values, "answers": 5})))] == [
        "answers"
    ]


def test_a_part_above_its_whole_is_found() -> None:
    values = {"documents_published": 10, "via_website": 9, "via_gazette": 11}
    assert findings((2016, annex(values))) == [
        ("annex-within", "a-2016", "via_gazette", "year", 11, 10)
    ]
