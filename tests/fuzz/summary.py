"""What became of all fuzzed inputs, printed at the end of a run."""

from typing import Any

from tests.fuzz.cases import Case, Result
from tests.fuzz.plan import table


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The table, put together from all processes."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    found = [
        Result(**{**facts, "case": Case(*facts["case"])})
        for report in reports
        for name, value in report.user_properties
        if name == "fuzz"
        for facts in value
    ]
    if found:
        terminalreporter.section("fuzzed inputs")
        for line in table(found):
            terminalreporter.write_line(line)
