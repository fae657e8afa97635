"""Spoiled, damaged and random reports: no crash, no hang, no number that is not printed there.

``FUZZ_INPUTS`` sets how many (500), ``FUZZ_SEED`` where to begin (0). A failing input is
named by the command that makes it again.
"""

from collections.abc import Callable

import pytest

from tests.fuzz.cases import Result
from tests.fuzz.plan import CHUNKS, results

MOST_SHOWN = 10
LEAST_READ = 0.75  # of the numbers printed in spoiled reports: else nothing was looked at


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_input_is_read_right_or_refused(
    chunk: int, record_property: Callable[[str, object], None]
) -> None:
    found = list(results(chunk))
    record_property("fuzz", [result.plain() for result in found])
    faulty = [result for result in found if result.faults]
    assert not faulty, f"{len(faulty)} inputs:\n" + "\n".join(map(_shown, faulty[:MOST_SHOWN]))
    assert _share_read(found) > LEAST_READ


def _shown(result: Result) -> str:
    more = f" (and {len(result.faults) - 1} more)" if len(result.faults) > 1 else ""
    return f"{result.case.command}  # {result.how}\n    {result.faults[0]}{more}"


def _share_read(found: list[Result]) -> float:
    spoiled = [result for result in found if result.printed and not result.refusal]
    return sum(result.read for result in spoiled) / sum(result.printed for result in spoiled)
