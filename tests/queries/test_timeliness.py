"""Who published when: answers worked out by hand."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from annual_reports.catalogue import query
from annual_reports.errors import UnreadableFile
from annual_reports.registry import ManifestEntry, Registry
from annual_reports.unpublished import Nonpublication
from annual_reports.warehouse import Warehouse
from tests.support import ALL_SUBMISSIONS, SELECTION, agency, report, warehouse

TODAY = date(2024, 6, 1)


def ask(held: Warehouse, query_id: str, **params: Any) -> pd.DataFrame:
    known = {
        **SELECTION,
        **ALL_SUBMISSIONS,
        "year": 2023,
        "year_from": 2022,
        "year_to": 2023,
        **params,
    }
    return held.ask(query_id, **{name: known[name] for name in query(query_id).params})


def days_late(agency_id: str, year: int, days: int, month: int = 1) -> Any:
    """A report published so many days after 31 January, or after 31 March."""
    day = date(year + 1, month, 31) + timedelta(days=days)
    return report(agency_id, year, published_on=day)


@pytest.fixture(scope="module")
def held() -> Warehouse:
    """Eight departments and a government.

    For 2023: e early (-5), l -4, m on the day, x one day late, y 80 days late, u without a date,
    n known not to be published, f a file that could not be read, z nothing known; g by 31 March.
    For 2022: e, l and m late by 2, 1 and 3 days, x in time at -30, y nothing.
    """
    reports = [
        days_late("e", 2023, -5), days_late("l", 2023, -4), days_late("m", 2023, 0),
        days_late("x", 2023, 1), days_late("y", 2023, 80), report("u", 2023),
        days_late("g", 2023, -1, month=3),
        days_late("e", 2022, 2), days_late("l", 2022, 1), days_late("m", 2022, 3),
        days_late("x", 2022, -30),
    ]  # fmt: skip
    known = [agency(code) for code in "elmxyunfz"]
    known += [agency("g", kind="government", is_consolidated=True, active_from=2023)]
    registry = Registry(
        manifest=(ManifestEntry("f-2023.pdf", "f", 2023),),
        unpublished=(
            Nonpublication("n", 2023, "网站", "王", date(2024, 2, 1)),
            Nonpublication("z", 2023, "网站", "王", date(2024, 1, 31)),
            Nonpublication("y", 2023, "网站", "王", date(2024, 4, 1)),
        ),
    )
    refusals = [UnreadableFile("unknown-format", file="/x/f-2023.pdf", found="3", expected="")]
    return warehouse(known, reports, registry=registry, refusals=refusals, built_on=TODAY)


def test_every_report_due_is_in_one_state(held: Warehouse) -> None:
    frame = ask(held, "submissions", year_from=2023).set_index("agency_id")
    assert frame["state"].to_dict() == {
        "e": "in_time", "l": "in_time", "m": "in_time", "x": "late", "y": "late",
        "u": "undated", "n": "unpublished", "f": "unusable", "z": "missing", "g": "in_time",
    }  # fmt: skip
    assert set(frame.index[frame["is_last_moment"]]) == {"l", "m", "g"}
    at_hand = frame.loc["f", ["path", "code", "found"]].tolist()
    assert at_hand == ["/x/f-2023.pdf", "unknown-format", "3"]
    assert frame.loc["n", ["source", "who"]].tolist() == ["网站", "王"]
    assert pd.isna(frame.loc["y", "path"])
    assert frame.index[:2].tolist() == ["y", "g"]  # the last day of publication first


def test_looking_on_the_last_day_does_not_tell_that_nothing_was_published(held: Warehouse) -> None:
    row = ask(held, "submissions", year_from=2023).set_index("agency_id").loc["z"]
    assert row["state"] == "missing"
    assert row["stated_on"] == pd.Timestamp(2024, 1, 31)  # it is shown all the same


@pytest.mark.parametrize(
    ("built_on", "states"),
    [
        (date(2024, 1, 31), {"d": "not_due", "g": "not_due"}),
        (date(2024, 2, 1), {"d": "missing", "g": "not_due"}),
        (date(2024, 4, 1), {"d": "missing", "g": "missing"}),
    ],
)
def test_what_is_not_yet_due_is_not_missing(built_on: date, states: dict[str, str]) -> None:
    known = [agency("d"), agency("g", kind="government", is_consolidated=True)]
    held = warehouse(known, [report("d", 2022)], built_on=built_on)
    frame = ask(held, "submissions", year_from=2023).set_index("agency_id")
    assert frame["state"].to_dict() == states
    summary = ask(held, "timeliness_summary").iloc[0]
    not_due = list(states.values()).count("not_due")
    assert summary[["due", "not_due"]].tolist() == [2 - not_due, not_due]


def test_the_summary_counts_each_state_and_compares_the_same_agencies(held: Warehouse) -> None:
    row = ask(held, "timeliness_summary").iloc[0]
    counts = {
        "due": 10, "not_due": 0, "held": 7, "dated": 6, "in_time": 4, "last_moment": 3, "late": 2,
        "undated": 1, "unpublished": 1, "unusable": 1, "missing": 1, "found_since": 1,
    }  # fmt: skip
    assert {name: row[name] for name in counts} == counts
    assert row["late_share"] == pytest.approx(2 / 6)
    assert row["last_moment_share"] == pytest.approx(3 / 6)
    assert row["median_days"] == pytest.approx(-0.5)  # of -5 -4 -1 0 1 80
    assert (row["latest_agency"], row["latest_days"]) == ("y", 80)
    # e, l, m, x have a date in both years: three were late, now x alone, which was not
    assert row[["comparable", "comparable_late", "last_late", "late_again"]].tolist() == [
        4,
        1,
        3,
        0,
    ]


def test_a_report_without_a_date_is_never_in_time(held: Warehouse) -> None:
    row = ask(held, "timeliness_summary", agencies=("u",)).iloc[0]
    assert row[["held", "dated", "in_time", "undated"]].tolist() == [1, 0, 0, 1]
    assert pd.isna(row["late_share"])
    assert ask(held, "publication_days", agencies=("u",)).empty
    assert ask(held, "publication_habits", agencies=("u",)).empty
    mix = ask(held, "publication_mix", agencies=("u",), year_from=2023)
    counts = ["reports", "dated", "undated", "all_undated"]
    assert mix[counts].drop_duplicates().values.tolist() == [[0, 0, 1, 1]]
    assert mix["share"].isna().all()


def test_days_are_counted_for_each_deadline(held: Warehouse) -> None:
    frame = ask(held, "publication_days")
    kept = ["day", "part", "reports", "days_to", "agency_ids"]
    january = frame[frame["due_on"] == pd.Timestamp(2024, 1, 31)]
    assert january[kept].values.tolist() == [
        [-5, "early", 1, -5, "e"],
        [-4, "last_moment", 1, -4, "l"],
        [0, "last_moment", 1, 0, "m"],
        [1, "late", 1, 1, "x"],
        [60, "late", 1, 80, "y"],
    ]
    assert set(january["dated_reports"]) == {5}
    march = frame[frame["due_on"] == pd.Timestamp(2024, 3, 31)]
    assert march[kept].values.tolist() == [[-1, "last_moment", 1, -1, "g"]]
    assert march["shown_on"].tolist() == [pd.Timestamp(2024, 3, 30)]
    totals = frame[["all_reports", "early", "last_moment", "late"]].drop_duplicates()
    assert totals.values.tolist() == [[6, 1, 3, 2]]


def test_shares_by_year_and_changes_of_the_same_agencies(held: Warehouse) -> None:
    frame = ask(held, "timeliness_by_year").set_index(["metric_id", "year"])
    late = frame.loc["late_share"]
    assert late["value"].to_dict() == pytest.approx({2022: 3 / 4, 2023: 2 / 6})
    assert late.loc[2023, ["comparable_reports", "last_value"]].tolist() == [4, 0.75]
    assert late.loc[2023, "change"] == pytest.approx(100 * (1 / 4 - 3 / 4))
    assert frame.loc[("last_moment_share", 2022), "numerator"] == 0
    days = frame.loc["median_days"]
    assert days["value"].to_dict() == pytest.approx({2022: 1.5, 2023: -0.5})
    # of e, l, m, x: -5 -4 0 1 against 2 1 3 -30
    assert days.loc[2023, "change"] == pytest.approx(-2 - 1.5)
    not_held = frame.loc["not_held_share"]
    assert not_held["numerator"].to_dict() == {2022: 5, 2023: 3}
    assert not_held["denominator"].to_dict() == {2022: 9, 2023: 10}


def test_before_2019_it_is_not_known_what_is_missing() -> None:
    held = warehouse([agency("a"), agency("b")], [days_late("a", 2017, 10, month=3)])
    frame = ask(held, "timeliness_by_year", year_from=2016, year_to=2018)
    assert set(frame["metric_id"]) == {"late_share", "last_moment_share", "median_days"}
    assert frame[frame["metric_id"] == "median_days"]["value"].tolist() == [10]


def test_parts_make_the_whole_for_all_and_for_each_kind(held: Warehouse) -> None:
    frame = ask(held, "publication_mix", year_from=2023)
    parts = {
        kind: dict(zip(own["part"], own["reports"], strict=True))
        for kind, own in frame.groupby("kind", sort=False)
    }
    assert list(parts) == ["", "government", "department"]
    assert parts[""] == {"early": 1, "last_moment": 3, "late": 2}
    assert parts["government"] == {"early": 0, "last_moment": 1, "late": 0}
    assert parts["department"] == {"early": 1, "last_moment": 2, "late": 2}
    sums = frame.groupby("kind")["share"].sum()
    assert sums.tolist() == pytest.approx([1] * 3)


def test_habits_put_those_first_who_are_late_or_last_most_often(held: Warehouse) -> None:
    frame = ask(held, "publication_habits").set_index("agency_id")
    assert frame.index.tolist()[:2] == ["m", "l"]  # medians 1.5 and -1.5, once late, once last each
    row = frame.loc["m"]
    assert row[["dated", "last_moment", "late", "last_or_late"]].tolist() == [2, 1, 1, 2]
    assert list(row["series"]) == [3, 0]
    assert frame.loc["x", ["last_or_late", "latest_days", "last_days"]].tolist() == [1, 1, 1]


def test_what_is_not_due_is_neither_known_nor_missing_in_coverage() -> None:
    """On 10 February departments are late and governments are not; g2 was early."""
    known = [agency("a"), agency("b")]
    known += [agency(code, kind="government", is_consolidated=True) for code in ("g1", "g2")]
    reports = [report("a", 2023), report("g2", 2023)]
    held = warehouse(known, reports, built_on=date(2024, 2, 10))
    row = ask(held, "coverage", year_from=2023).iloc[0]
    assert row[["held", "known", "missing", "not_due"]].tolist() == [2, 3, 1, 1]
    assert row["share"] == pytest.approx(2 / 3)
    scope = ask(held, "scope", year_from=2023, basis="members").iloc[0]
    assert scope[["held_reports", "known_reports", "known_agencies"]].tolist() == [2, 3, 4]
    alone = ask(held, "coverage", year_from=2023, agencies=("g1",)).iloc[0]
    assert alone[["known", "missing", "not_due"]].tolist() == [0, 0, 1]
    assert pd.isna(alone["share"])


def test_lists_come_in_pages_that_say_how_many_rows_there_are(held: Warehouse) -> None:
    late = ask(held, "submissions", states=["late"])
    assert late["agency_id"].tolist() == ["y", "x", "m", "e", "l"]
    assert set(late["all_rows"]) == {5}
    page = ask(held, "submissions", states=["late"], first=2, rows=2)
    assert page["agency_id"].tolist() == ["m", "e"]
    assert set(page["all_rows"]) == {5}
    assert ask(held, "submissions", states=["late"], first=5, rows=2).empty
    habits = ask(held, "publication_habits", first=0, rows=2)
    assert habits["agency_id"].tolist() == ask(held, "publication_habits")["agency_id"][:2].tolist()


def test_the_agencies_with_the_most_reports_late_or_not_held_come_first(held: Warehouse) -> None:
    whole = ask(held, "submission_matrix", most=None)
    of = whole.groupby("agency_id", sort=False)
    trouble = of["state"].agg(lambda states: int((~states.isin(["in_time", "not_due"])).sum()))
    # y 80 days late and missing before, then the undated and missing of both years by their codes
    assert trouble.to_dict() == {
        "y": 2, "f": 2, "n": 2, "u": 2, "z": 2, "x": 1, "m": 1, "l": 1, "e": 1, "g": 0,
    }  # fmt: skip
    assert list(trouble.index) == list("yfnuzxmleg")
    first = ask(held, "submission_matrix", most=2)
    assert list(dict.fromkeys(first["agency_id"])) == ["y", "f"]
    assert set(first["agencies"]) == {10}
    assert (set(first["first_year"]), set(first["last_year"])) == ({2022}, {2023})


def test_a_day_names_twenty_agencies_and_counts_the_others() -> None:
    codes = [f"a{number:02}" for number in range(23)]
    reports = [days_late(code, 2023, 0) for code in codes]
    held = warehouse([agency(code) for code in codes], reports, built_on=TODAY)
    (day,) = ask(held, "publication_days").to_dict("records")
    assert (day["reports"], day["unnamed"]) == (23, 3)
    assert day["agency_ids"].split(";") == codes[:20]
    assert day["days_of_each"].split(";") == ["0"] * 20
