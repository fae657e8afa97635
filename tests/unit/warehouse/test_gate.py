"""A build that is worse than the one in place, or not as foretold, is not published."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from annual_reports.errors import AnnualReportsError, RefusedBuild, UnreadableFile
from annual_reports.facts import Report
from annual_reports.pipeline import DATA
from annual_reports.registry import Registry
from annual_reports.warehouse import Build, current_build_id, open_warehouse, publish
from annual_reports.warehouse.gate import Gate
from annual_reports.warehouse.limits import Expected, Limit, Limits, read_expected, read_limits
from tests.support import Value, agency, facts_of, report

REGISTRY = Registry((agency("a"),))
LIMITS = Limits(
    1,
    {
        "reports_lost": Limit(1, 0.5),
        "files_refused": Limit(0, 0.25),
        "numbers_lost": Limit(2, 0.0),
    },
)
YEARS = (2021, 2022, 2023, 2024)


def years(*chosen: int, **values: Value) -> list[Report]:
    return [report("a", year, path=f"{year}.html") for year in chosen]


def build(
    to: Path, reports: Sequence[Report], gate: Gate, refused: Sequence[UnreadableFile] = ()
) -> Build:
    return publish(to, REGISTRY, *facts_of(reports), refused, gate=gate)


def test_more_reports_gone_than_the_limit_lets_pass_keep_the_old_build(tmp_path: Path) -> None:
    """Four held: a share of 0.5 lets two go; three are too many, unless one was taken out."""
    gate = Gate(LIMITS)
    build(tmp_path, years(*YEARS), gate)
    two_left = build(tmp_path, years(2021, 2022), gate)
    assert two_left.accepted == ()
    four = build(tmp_path, years(*YEARS), gate)
    with pytest.raises(RefusedBuild) as refused:
        build(tmp_path, years(2021), gate)
    assert refused.value.message("en").endswith(
        "3 of the 4 reports of the build in place are gone (at most 2 may be)."
    )
    assert "--accept" in refused.value.advice("zh")
    assert current_build_id(tmp_path) == open_warehouse(tmp_path).build_id == four.build_id
    assert not list(tmp_path.glob("*.part"))
    build(tmp_path, years(2021), Gate(LIMITS, leaving=1))


def test_an_accepted_build_is_published_and_says_what_was_let_pass(tmp_path: Path) -> None:
    build(tmp_path, years(*YEARS), Gate(LIMITS))
    made = build(tmp_path, years(2021), Gate(LIMITS, accepts=True))
    assert [doubt.code for doubt in made.accepted] == ["reports-lost"]
    assert current_build_id(tmp_path) == made.build_id


def test_other_sources_are_not_compared(tmp_path: Path) -> None:
    build(tmp_path, years(*YEARS), Gate(LIMITS))
    assert build(tmp_path, years(2021), Gate(LIMITS, compares=False)).accepted == ()


def test_refused_files_may_rise_by_their_share_of_all_files(tmp_path: Path) -> None:
    """One of four files is a quarter; two more of five are beyond it."""
    gate, files = Gate(LIMITS), [UnreadableFile("empty-file", file=f"{n}.html") for n in range(3)]
    build(tmp_path, years(2021, 2022, 2023), gate)
    build(tmp_path, years(2021, 2022, 2023), gate, files[:1])
    with pytest.raises(RefusedBuild, match="of 6 files 2 more than before"):
        build(tmp_path, years(2021, 2022, 2023), gate, files)


def test_numbers_of_unchanged_files_that_are_no_longer_read_are_told(tmp_path: Path) -> None:
    gate, lost = Gate(LIMITS), dict.fromkeys(("3/disclosed/total", "3/new_requests/total"), "x")
    before = report("a", 2023)
    worse = report("a", 2023, lost)
    assert len(before.cells) == 200
    build(tmp_path, [before], gate)
    build(tmp_path, [_as(before, worse)], gate)
    build(tmp_path, [before], gate)
    three = {**lost, "3/closed_total/total": "x"}
    with pytest.raises(RefusedBuild, match="of 200 numbers of unchanged files 3 were no longer"):
        build(tmp_path, [_as(before, report("a", 2023, three))], gate)


def _as(before: Report, after: Report) -> Report:
    """The same file, read otherwise."""
    return Report(
        before.path, before.sha256, before.format, before.title, before.identity,
        after.cells, (), (),
    )  # fmt: skip


def test_counts_that_are_foretold_must_be_met_imports_left_out(tmp_path: Path) -> None:
    reports = [*years(2022, 2023), report("a", 2023, {}, path="/b/imports/00001/x.html")]
    met = Expected("expected.toml", False, 2023, "a", {"reports": 1, "cells": 200})
    build(tmp_path, reports, Gate(LIMITS, [met], "/b/imports"))
    missed = met._replace(year=None, counts={"reports": 3, "cells": 400})
    with pytest.raises(RefusedBuild, match="expects 3 reports of real a, there are 2"):
        build(tmp_path, reports, Gate(LIMITS, [missed], "/b/imports"))


def test_a_damaged_build_in_place_does_not_hold_up_the_next(tmp_path: Path) -> None:
    first = build(tmp_path, years(*YEARS), Gate(LIMITS))
    first.path.write_bytes(first.path.read_bytes()[:5000])
    second = build(tmp_path, years(2021), Gate(LIMITS))
    assert open_warehouse(tmp_path).build_id == second.build_id


def test_old_builds_are_kept_as_many_as_is_laid_down(tmp_path: Path) -> None:
    made = [build(tmp_path, years(2021), Gate(LIMITS)).build_id for _ in range(3)]
    assert len(set(made)) == 3
    left = {path.stem.removeprefix("warehouse-") for path in tmp_path.glob("*.duckdb")}
    assert left == set(made[1:])


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("publishing.toml", "keep_builds = -1"),
        ("publishing.toml", "reports_lost = 3"),
        ("expected.toml", '[[expected]]\ndata = "real"\nyear = 2020\n'),
        ("expected.toml", '[[expected]]\ndata = "real"\nreports = "many"\n'),
        ("expected.toml", "no TOML"),
    ],
)
def test_a_faulty_file_is_named(tmp_path: Path, file: str, content: str) -> None:
    (tmp_path / file).write_text(content, encoding="utf-8")
    with pytest.raises(AnnualReportsError, match=file):
        _ = read_limits([DATA, tmp_path]), list(read_expected([tmp_path]))
