"""Many small pieces of work on all cores, none of which can stop or spoil the others."""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import TimeoutError as TooLong
from typing import Any, Final, NamedTuple, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]

B = TypeVar("B")
P = TypeVar("P")
R = TypeVar("R")
_AHEAD: Final = 4  # batches handed out for each worker, so that memory stays level
_TASKS_A_WORKER: Final = 500  # then a fresh process takes its place
_SECONDS_MORE: Final = 2.0  # for each further piece of a batch
MAX_MEMORY: Final = 4 * 1024**3


class Failure(NamedTuple):
    """Why a piece of work came to nothing: ``timeout``, ``crash`` or ``memory``.

    Texts of the catalogue name it (``error.reading-<reason>``).
    """

    reason: str


def run_each(
    work: Callable[[B], R], batches: Iterable[B], *, workers: int, seconds: float
) -> Iterator[tuple[B, R | Failure]]:
    """``work`` done on every batch, in the order of the batches.

    Each runs in a process of its own kind, is ended after ``seconds`` and cannot take more
    than MAX_MEMORY where the system can hold it to that. Work that raises, raises here.
    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(workers, _TASKS_A_WORKER, initializer=_limit_memory, context=context)
    waiting: deque[tuple[B, ProcessFuture[Any]]] = deque()
    with pool:
        try:
            for batch in batches:
                waiting.append((batch, pool.schedule(work, args=(batch,), timeout=seconds)))
                if len(waiting) > workers * _AHEAD:
                    yield _finish(*waiting.popleft())
            while waiting:
                yield _finish(*waiting.popleft())
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def run_pieces(
    work: Callable[[tuple[P, ...]], Sequence[R]],
    batches: Iterable[tuple[P, ...]],
    *,
    workers: int,
    seconds: float,
    pieces: int,
) -> Iterator[tuple[P, R | Failure]]:
    """``work`` done on batches of at most so many ``pieces``: each piece with its answer, in order.

    A piece has ``seconds``. A batch that fails is done again piece by piece, so that only those
    to blame fail.
    """
    longest = seconds + _SECONDS_MORE * (pieces - 1)
    for batch, answers in run_each(work, batches, workers=workers, seconds=longest):
        if isinstance(answers, Failure):
            single = ((piece,) for piece in batch)
            for (piece,), alone in run_each(work, single, workers=1, seconds=seconds):
                yield piece, alone if isinstance(alone, Failure) else alone[0]
        else:
            yield from zip(batch, answers, strict=True)


def run_alone(work: Callable[[B], R], piece: B, *, seconds: float) -> R | Failure:
    """``work`` done on one piece, under the same limits."""
    ((_, answer),) = run_each(work, (piece,), workers=1, seconds=seconds)
    return answer


def _finish(batch: B, future: "ProcessFuture[R]") -> tuple[B, R | Failure]:
    try:
        return batch, future.result()
    except TooLong:
        return batch, Failure("timeout")
    except ProcessExpired:
        return batch, Failure("crash")
    except MemoryError:
        return batch, Failure("memory")


def _limit_memory() -> None:
    if resource is None:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, hard))
