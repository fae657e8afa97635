"""What became of all fuzzed inputs, printed at the end of a run; imports nothing of the tests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

COLUMNS = ("inputs", "read", "refused", "numbers", "excused", "seconds", "slowest")
Facts = dict[str, Any]  # a result in plain types


def write_summary(terminalreporter: Any) -> None:
    """The table, put together from all processes."""
    reports = terminalreporter.stats.get("passed", []) + terminalreporter.stats.get("failed", [])
    properties = [item for report in reports for item in report.user_properties]
    found = [facts for name, value in properties if name == "fuzz" for facts in value]
    if found:
        terminalreporter.section("fuzzed inputs")
        for line in table(found):
            terminalreporter.write_line(line)


def table(found: Iterable[Facts]) -> list[str]:
    """A line for each family and format."""
    groups: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for facts in found:
        family, kind, _ = facts["case"]
        groups[family, kind].append(facts)
    lines = [f"{'family':10} {'format':10} " + "".join(f"{name:>9}" for name in COLUMNS)]
    for (family, kind), some in sorted(groups.items()):
        lines.append(f"{family:10} {kind:10} " + "".join(f"{text:>9}" for text in _figures(some)))
    return lines


def _figures(some: Sequence[Facts]) -> Iterator[str]:
    """The columns; ``numbers`` as a share where it is known how many were printed."""
    inputs = sum(facts["inputs"] for facts in some)
    refused = sum(bool(facts["refusal"]) for facts in some)
    printed = sum(facts["printed"] for facts in some if not facts["refusal"])
    read = sum(facts["read"] for facts in some)
    yield from (str(inputs), str(inputs - refused), str(refused))
    yield f"{read / printed:.0%}" if printed else str(read)
    yield str(sum(facts["excused"] for facts in some))
    yield f"{sum(facts['seconds'] for facts in some):.1f}"
    yield f"{max(facts['seconds'] for facts in some):.2f}"
