"""Which inputs there are in a run of so many, and each run in a process of its own."""

import os
from collections.abc import Iterable, Iterator
from itertools import cycle, islice

from annual_reports.parallel import Failure, run_each
from tests.fuzz.cases import SECONDS, Case, Result, run
from tests.fuzz.damage import ARCHIVE, OFFICE
from tests.fuzz.grammar import EXAMPLES
from tests.fuzz.writers import WRITERS
from tests.unit.extract.written import SOFFICE

INPUTS = int(os.environ.get("FUZZ_INPUTS", "500"))
FIRST_SEED = int(os.environ.get("FUZZ_SEED", "0"))
CHUNKS = max(4, INPUTS // 500)
SLACK = 3.0  # times SECONDS until a hanging input is ended
MOST_OFFICE, MANY = 40, 5000
GRAMMAR_SHARE, STRUCTURE_SHARE = 0.2, 0.45


def cases(inputs: int = INPUTS) -> list[Case]:
    """All inputs: every format in turn, in each family."""
    grammar = round(inputs * GRAMMAR_SHARE / EXAMPLES)
    structure = round(inputs * STRUCTURE_SHARE)
    rest = inputs - grammar * EXAMPLES - structure
    office = list(islice(_cases("bytes", OFFICE), MOST_OFFICE)) if _has_time_for_office() else []
    return [
        *islice(_cases("structure", WRITERS), structure),
        *islice(_cases("bytes", [*WRITERS, ARCHIVE]), rest - len(office)),
        *office,
        *islice(_cases("grammar", ["tables"]), grammar),
    ]


def _has_time_for_office() -> bool:
    return SOFFICE is not None and INPUTS >= MANY


def _cases(family: str, kinds: Iterable[str]) -> Iterator[Case]:
    kinds = list(kinds)
    for number, kind in enumerate(cycle(kinds)):
        yield Case(family, kind, FIRST_SEED + number // len(kinds))


def results(chunk: int) -> Iterator[Result]:
    """Every so many-th input, each in a process that is ended when it hangs."""
    some = cases()[chunk::CHUNKS]
    for case, result in run_each(run, some, workers=1, seconds=SECONDS * SLACK):
        if isinstance(result, Failure):
            yield Result(case, seconds=SECONDS * SLACK, faults=[f"ended: {result.reason}"])
        else:
            yield result
