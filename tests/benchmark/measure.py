"""Times and memory, measured the same way for everything that is compared."""

import resource
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from math import log
from multiprocessing import get_context
from time import perf_counter, process_time
from typing import Final, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
SCAN: Final = "SELECT count(*), sum(value) FROM cells"
"""The floor of what is asked of cells: a bare scan of all."""

_REPEATS: Final = 7
_ENOUGH: Final = 1.5  # seconds spent on one measurement


class Seconds(NamedTuple):
    """What work took: by the clock, and of processor time on all cores together."""

    clock: float
    processor: float


def alone(work: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
    """What the work gives in a fresh process, whose memory and time are its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given, **named).result()


def exponent(cost: float, size: float) -> float:
    """How cost grows where it is so many times as high at so many times the size: 1 is linear."""
    return log(cost) / log(size)


def seconds(work: Callable[[], object]) -> Seconds:
    """The time of the work done once; processor time does not count what else the machine does."""
    clock, processor = perf_counter(), process_time()
    work()
    return Seconds(perf_counter() - clock, process_time() - processor)


def milliseconds(work: Callable[[], object]) -> float:
    """The processor time of the work, the best of several runs."""
    best, spent = float("inf"), 0.0
    for _ in range(_REPEATS):
        begun = process_time()
        work()
        took = process_time() - begun
        best, spent = min(best, took), spent + took
        if spent > _ENOUGH:
            break
    return best * 1000


def peak_megabytes(who: int = resource.RUSAGE_SELF) -> float:
    """The most memory this process has held so far; with RUSAGE_CHILDREN its largest child."""
    return resource.getrusage(who).ru_maxrss / 1024


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Columns set out with blanks, the first to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = []
    for row in (head, *rows):
        first, *others = (
            f"{cell:<{width}}" if place == 0 else f"{cell:>{width}}"
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join((first, *others)).rstrip())
    return "\n".join(lines)
