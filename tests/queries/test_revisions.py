"""What a revision of a report changed, worked by hand: cells, text, measures, findings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import duckdb
import pandas as pd
import pytest

from annual_reports.facts import Identity, Report, Section
from annual_reports.registry import Registry
from annual_reports.warehouse import Warehouse
from annual_reports.warehouse.corrections import Correction
from annual_reports.warehouse.filling import fill
from annual_reports.warehouse.rulings import Rulings
from tests.support import (
    ALL_ROWS,
    ALL_SUBMISSIONS,
    SELECTION,
    Value,
    agency,
    facts_of,
    report,
    requests,
    warehouse,
)

FIRST, SECOND, THIRD = date(2024, 1, 10), date(2024, 1, 25), date(2024, 5, 6)
SCOPE = {key: value for key, value in SELECTION.items() if key != "basis"}


def told(filed: Report, *sections: tuple[str, str]) -> Report:
    """The report with these sections: code and body."""
    parts = tuple(Section(code, code, body) for code, body in sections)
    return replace(filed, sections=parts)


def filed(values: dict[str, Value], day: date, path: str) -> Report:
    return report("bureau", 2023, values, published_on=day, path=path)


def on(earlier: Report, day: date, url: str | None = None) -> Identity:
    return replace(earlier.identity, published_on=day, source_url=url)


def step(held: Warehouse, revision: int) -> pd.Series:
    steps = held.ask("report_revisions", agency_id="bureau", year=2023)
    return steps[steps["revision"] == revision].iloc[0]


def of(held: Warehouse, query_id: str, revision: int) -> pd.DataFrame:
    return held.ask(query_id, report_id=f"bureau-2023-r{revision}")


def test_a_changed_rate_is_told_with_what_it_rests_on() -> None:
    """10 of 40 before; 12 of 40 after: 25 % → 30 %, five percentage points."""
    old = requests(new=40, disclosed=10, declined_repeat=30)
    new = requests(new=40, disclosed=12, declined_repeat=28)
    held = warehouse([agency("bureau")], [filed(old, FIRST, "a"), filed(new, SECOND, "b")])
    measures = of(held, "revision_measures", 2).set_index("metric_id")
    row = measures.loc["disclosure_rate"]
    assert (row["last_numerator"], row["last_denominator"]) == (10, 40)
    assert (row["numerator"], row["denominator"]) == (12, 40)
    assert (row["last_value"], row["value"]) == (0.25, 0.30)
    assert row[["number_before", "number_after"]].tolist() == [
        "disclosure_rate@2023@report:bureau-2023",
        "disclosure_rate@2023@report:bureau-2023-r2",
    ]
    assert row["change"] == pytest.approx(5.0)
    assert not {"new_requests", "closed", "withheld_rate"} & set(measures.index)
    assert set(measures.index) >= {
        "disclosure_rate",
        "full_disclosure_rate",
        "declined_rate",
        "substantive_disclosure_rate",  # 10 of 10, then 12 of 12: another basis, the same rate
    }
    assert measures.loc["substantive_disclosure_rate", "change"] == 0
    current = held.connection.execute(
        "SELECT numerator FROM metric_values WHERE metric_id = 'disclosure_rate'"
    )
    assert current.fetchall() == [(12,)]


def test_a_measure_that_can_no_longer_be_computed_has_no_value_and_no_change() -> None:
    old = requests(new=4, disclosed=4)
    gone = {key: None for key in old if key.startswith("3/closed_total")}
    held = warehouse(
        [agency("bureau")], [filed(old, FIRST, "a"), filed({**old, **gone}, SECOND, "b")]
    )
    row = of(held, "revision_measures", 2).set_index("metric_id").loc["disclosure_rate"]
    assert (row["last_numerator"], row["last_denominator"]) == (4, 4)
    assert pd.isna(row["numerator"])
    assert pd.isna(row["value"])
    assert pd.isna(row["change"])


def test_only_bytes_changed_is_no_change() -> None:
    values = requests(new=3, disclosed=3)
    first = told(filed(values, FIRST, "a"), ("overview", "本年工作平稳。"))
    again = told(replace(first, sha256="other"), ("overview", "本年工作\n平稳。"))
    held = warehouse([agency("bureau")], [first, again])
    row = step(held, 2)
    assert row["is_same"]
    counts = ["changed_cells", "changed_sections", "changed_measures", "settled", "new_findings"]
    assert row[counts].tolist() == [0, 0, 0, 0, 0]
    assert held.ask("revisions_summary", **SCOPE).iloc[0].tolist() == [1, 1, 1, 0, 0]


def test_three_revisions_are_each_compared_with_the_one_before() -> None:
    versions = [
        filed({"4/review/total": total, "4/review/upheld": total}, day, day.isoformat())
        for total, day in ((1, FIRST), (2, SECOND), (1, THIRD))
    ]
    held = warehouse([agency("bureau")], versions)
    assert held.ask("report_revisions", agency_id="bureau", year=2023)["report_id"].tolist() == [
        "bureau-2023-r3",
        "bureau-2023-r2",
    ]
    changes = [
        of(held, "report_changes", revision)[["column_code", "old_raw", "new_raw"]].values.tolist()
        for revision in (2, 3)
    ]
    assert changes == [
        [["upheld", "1", "2"], ["total", "1", "2"]],
        [["upheld", "2", "1"], ["total", "2", "1"]],
    ]
    rows = held.ask("revisions_list", **SCOPE, **ALL_ROWS)
    assert rows["revision"].tolist() == [3, 2]
    assert rows["table_3_cells"].tolist() == [0, 0]
    summary = held.ask("revisions_summary", **SCOPE).iloc[0]
    assert summary.to_dict() == {
        "reports": 1, "revised": 1, "revisions": 2, "table_3_revised": 0, "figures_revised": 1,
    }  # fmt: skip


def test_a_table_that_was_taken_out_leaves_its_cells_absent_and_nothing_settled() -> None:
    """A wrong total in table 4, then no table 4: nobody put it right."""
    wrong = filed({"4/review/total": 1}, FIRST, "a")
    keys = ("/".join((cell.table, cell.row, cell.column)) for cell in wrong.cells)
    without = filed({key: None for key in keys if key.startswith("4/")}, SECOND, "b")
    held = warehouse([agency("bureau")], [wrong, without])
    changes = of(held, "report_changes", 2)
    assert len(changes) == 15
    assert set(changes["new_status"]) == {"absent"}
    assert changes["new_number"].isna().all()
    assert changes["old_number"].iloc[0] == "4/review/upheld@2023@report:bureau-2023"
    found = of(held, "revision_findings", 2)
    assert found.loc[found["rule"] == "t4-total", "outcome"].tolist() == ["unjudged"]
    assert found.loc[found["outcome"] == "new", "rule"].tolist() == ["missing-table"]
    assert step(held, 2)["settled"] == 0


def test_findings_are_settled_or_new_place_by_place() -> None:
    """The total of the reviews is mended, that of the lawsuits spoiled."""
    old = {"4/review/total": 2, "4/review/upheld": 1}
    new = {"4/review/total": 1, "4/review/upheld": 1, "4/litigation_direct/total": 3}
    held = warehouse([agency("bureau")], [filed(old, FIRST, "a"), filed(new, SECOND, "b")])
    found = of(held, "revision_findings", 2)
    assert found[["outcome", "rule", "row_code"]].values.tolist() == [
        ["new", "t4-total", "litigation_direct"],
        ["settled", "t4-total", "review"],
    ]
    row = step(held, 2)
    assert (row["settled"], row["new_findings"], row["unjudged"]) == (1, 1, 0)


def test_a_carry_over_that_now_follows_from_last_year_is_settled() -> None:
    last = report("bureau", 2022, requests(new=2, carried_out=2))
    old, new = (requests(carried_in=n, disclosed=n) for n in (1, 2))
    held = warehouse([agency("bureau")], [last, filed(old, FIRST, "a"), filed(new, SECOND, "b")])
    found = of(held, "revision_findings", 2)
    settled = found.loc[found["outcome"] == "settled", ["rule", "column_code"]].values.tolist()
    assert settled == [["carry-over", "natural_person"], ["carry-over", "total"]]


def test_sections_are_added_removed_reworded_and_moved() -> None:
    values = {"4/review/total": 0}
    one = told(
        filed(values, FIRST, "a"), ("overview", "甲"), ("problems", "乙"), ("disputes", "丙")
    )
    other = told(
        filed(values, SECOND, "b"), ("problems", "乙"), ("overview", "丁"), ("other_matters", "戊")
    )
    held = warehouse([agency("bureau")], [one, other])
    sections = of(held, "revision_sections", 2).set_index("section_code")
    assert sections["change"].to_dict() == {
        "problems": "same",
        "overview": "reworded",
        "disputes": "removed",
        "other_matters": "added",
    }
    assert sections["is_moved"].to_dict() == {
        "problems": True,
        "overview": True,
        "disputes": False,
        "other_matters": False,
    }
    assert sections.loc["overview", ["old_body", "new_body"]].tolist() == ["甲", "丁"]
    assert step(held, 2)["changed_sections"] == 4


def test_the_facts_around_a_report_are_compared_too() -> None:
    first = filed({}, FIRST, "a")
    moved = on(first, SECOND, "http://example.cn/b")
    later = replace(first, sha256="b", title="更正后的年报", identity=moved)
    held = warehouse([agency("bureau")], [first, later])
    row = step(held, 2)
    flags = ["is_date_changed", "is_title_changed", "is_source_changed", "is_form_changed"]
    assert row[flags].tolist() == [True, True, True, False]
    assert not row["is_same"]


def test_who_corrects_a_report_later_is_not_late() -> None:
    """Published in January, corrected in May; another was first published in May."""
    other = report("other", 2023, published_on=THIRD)
    versions = [filed({}, FIRST, "a"), filed({"4/review/total": 0}, THIRD, "b")]
    held = warehouse([agency("bureau"), agency("other")], [*versions, other])
    submissions = (
        held.ask("submissions", **SCOPE, **ALL_SUBMISSIONS)
        .dropna(subset="report_id")
        .set_index("agency_id")
    )
    assert submissions["state"].to_dict() == {"other": "late", "bureau": "in_time"}
    assert submissions.loc["bureau", "published_on"].date() == FIRST
    assert submissions.loc["bureau", "report_id"] == "bureau-2023-r2"
    late = held.connection.execute("SELECT report_id FROM findings WHERE rule = 'published-late'")
    assert late.fetchall() == [("other-2023",)]


def test_a_correction_of_ours_is_no_revision_of_theirs() -> None:
    """Printed the same in both; the current one counts with another value."""
    versions = [filed({}, FIRST, "a"), filed({}, SECOND, "b")]
    entry = Correction("x", "bureau", 2023, "4/review/total", "0", Decimal(5), "r", "w", "d")
    con = duckdb.connect()
    fill(con, Registry((agency("bureau"),)), *facts_of(versions), rulings=Rulings([entry]))
    held = Warehouse("test", date(2026, 1, 1), con)  # type: ignore[arg-type]
    assert of(held, "report_changes", 2).empty
    assert of(held, "report_cells", 2)["value"].max() == 5
