"""Which inputs there are in a run of so many, and what became of them."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
COLUMNS = ("inputs", "read", "refused", "numbers", "excused", "seconds", "slowest")


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


def table(found: Iterable[Result]) -> list[str]:
    """A line for each format and family."""
    groups: dict[tuple[str, str], list[Result]] = defaultdict(list)
    for result in found:
        groups[result.case.family, result.case.kind].append(result)
    lines = [f"{'family':10} {'format':10} " + "".join(f"{name:>9}" for name in COLUMNS)]
    for (family, kind), some in sorted(groups.items()):
        lines.append(f"{family:10} {kind:10} " + "".join(f"{text:>9}" for text in _figures(some)))
    return lines


def _figures(some: Sequence[Result]) -> Iterator[str]:
    inputs = sum(result.inputs for result in some)
    refused = sum(bool(result.refusal) for result in some)
    printed = sum(result.printed for result in some if not result.refusal)
    read = sum(result.read for result in some)
    yield from (str(inputs), str(inputs - refused), str(refused))
    yield f"{read / printed:.0%}" if printed else str(read)
    yield str(sum(result.excused for result in some))
    yield f"{sum(result.seconds for result in some):.1f}"
    yield f"{max(result.seconds for result in some):.2f}"
