"""All checks over many reports in one build step: their cost, and whether it grows linearly.

The reports are copies of the demonstration city under other names, each with its own multiple of
the numbers and its own words in its sentences, so that a copy contradicts itself where the city
does and nowhere else, and has in common with the others what a template would.
"""

import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from annual_reports.catalogue import queries_in
from annual_reports.warehouse import filling
from annual_reports.warehouse.parquet import load_facts
from tests.benchmark.facts import demo_city, write_copies
from tests.benchmark.measure import SCAN, Seconds, alone, exponent, peak_megabytes, seconds, table

HEAD: Final = (
    "reports", "cells", "findings", "derive s", "checks s", "derive cpu s", "checks cpu s",
    "cpu µs/report", "floor cpu s", "peak MB",
)  # fmt: skip
_COUNTED: Final = ("reports", "cells", "findings")
_DEAREST: Final = 5
_ENOUGH, _STEEP = 0.2, 1.2


class Run(NamedTuple):
    """One database of reports: what its steps and each check took."""

    reports: int
    cells: int
    findings: int
    derive: Seconds
    checks: dict[str, Seconds]
    floor: Seconds
    peak: float

    @property
    def judging(self) -> Seconds:
        """The time of all checks."""
        return Seconds(*map(sum, zip(*self.checks.values(), strict=True)))


def report(count: int) -> str:
    """The checks of a quarter of the reports, of a half and of all."""
    with tempfile.TemporaryDirectory() as held:
        city = demo_city(Path(held))
        runs = [alone(_run, city, count // part) for part in (4, 2, 1)]
    return "\n".join([table(HEAD, list(map(_row, runs))), *_growth(runs), _dearest(runs[-1])])


def _row(run: Run) -> tuple[str, ...]:
    steps = run.derive, run.judging
    clock = (f"{step.clock:.1f}" for step in steps)
    processor = (f"{step.processor:.1f}" for step in steps)
    each = f"{1e6 * run.judging.processor / run.reports:.0f}"
    sizes = map(str, (run.reports, run.cells, run.findings))
    return *sizes, *clock, *processor, each, f"{run.floor.processor:.2f}", f"{run.peak:.0f}"


def _growth(runs: list[Run]) -> list[str]:
    """How processor time grows with the number of reports: 1 is linear, 2 is with its square."""
    few, _, many = runs
    derive = _exponent(few, many, many.derive.processor / few.derive.processor)
    judging = _exponent(few, many, many.judging.processor / few.judging.processor)
    floors = many.judging.processor / len(many.checks) / many.floor.processor
    return [
        f"growth exponent from a quarter to all: derive {derive:.2f}, checks {judging:.2f}",
        f"{len(many.checks)} checks, each on the average {floors:.1f} times the floor ({SCAN})",
        *_steep(few, many),
    ]


def _steep(few: Run, many: Run) -> list[str]:
    """Checks that grow clearly faster than the reports and cost enough for that to be no chance."""
    grown = {
        rule: _exponent(few, many, spent.processor / few.checks[rule].processor)
        for rule, spent in many.checks.items()
        if few.checks[rule].processor > _ENOUGH
    }
    steep = ", ".join(f"{rule} {by:.2f}" for rule, by in grown.items() if by > _STEEP)
    return [f"checks with an exponent above {_STEEP}: {steep or 'none'}"]


def _dearest(run: Run) -> str:
    dear = sorted(run.checks.items(), key=lambda of: -of[1].processor)[:_DEAREST]
    return "dearest checks, cpu s: " + ", ".join(f"{rule} {of.processor:.1f}" for rule, of in dear)


def _exponent(few: Run, many: Run, ratio: float) -> float:
    return exponent(ratio, many.reports / few.reports)


def _run(city: Path, count: int) -> Run:
    with (
        tempfile.TemporaryDirectory() as held,
        filling.connect(Path(held) / "many.duckdb") as con,
    ):
        filling.create(con)
        write_copies(city, Path(held) / "facts", count)
        load_facts(con, Path(held) / "facts")
        floor = min(seconds(lambda: con.execute(SCAN).fetchall()) for _ in range(3))
        derive = seconds(lambda: (filling.derive(con), filling.lay_out(con)))
        checks = {
            check.query_id: seconds(lambda check=check: filling.apply_check(con, check))  # type: ignore[misc]
            for check in queries_in("checks")
        }
        sizes = [con.table(name).count("*").fetchall()[0][0] for name in _COUNTED]
        return Run(*sizes, derive, checks, floor, peak_megabytes())
