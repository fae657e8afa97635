"""Many small pieces of work on all cores, none of which can stop or spoil the others."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TooLong
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar, Final, NamedTuple, Protocol, TypeVar

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


class Mapper(Protocol):
    """Who does work on batches of pieces: processes of this machine, or a cluster.

    ``shares_files`` tells whether the work finds the files of this machine under their paths.
    """

    @property
    def shares_files(self) -> bool:
        """Whether a path means the same file there as here."""

    def map(
        self,
        work: Callable[[tuple[P, ...]], R],
        batches: Iterable[tuple[P, ...]],
        *,
        seconds: float,
        pieces: int,
    ) -> Iterator[tuple[tuple[P, ...], R | Failure]]:
        """``work`` done on batches of at most so many ``pieces``, each with its answer, in order.

        A piece has ``seconds``. A batch that fails is done again piece by piece, each a batch of
        its own, so that only those to blame fail. Every piece is answered once.
        """


@dataclass(frozen=True, slots=True)
class Processes:
    """The processes of this machine, by default one for each core."""

    workers: int = 0
    shares_files: ClassVar[bool] = True

    def map(
        self,
        work: Callable[[tuple[P, ...]], R],
        batches: Iterable[tuple[P, ...]],
        *,
        seconds: float,
        pieces: int,
    ) -> Iterator[tuple[tuple[P, ...], R | Failure]]:
        """As a Mapper does."""
        workers = self.workers or os.cpu_count() or 1
        longest = batch_seconds(seconds, pieces)
        found = run_each(work, batches, workers=workers, seconds=longest)
        again = partial(run_each, work, workers=1, seconds=seconds)
        return blamed(found, again)


def batch_seconds(seconds: float, pieces: int) -> float:
    """How long a batch of so many pieces may take, where one alone may take ``seconds``."""
    return seconds + _SECONDS_MORE * (pieces - 1)


def blamed(
    found: Iterable[tuple[tuple[P, ...], R | Failure]],
    again: Callable[[Iterable[tuple[P, ...]]], Iterator[tuple[tuple[P, ...], R | Failure]]],
) -> Iterator[tuple[tuple[P, ...], R | Failure]]:
    """What was found, a batch that failed done ``again`` piece by piece, each its own batch."""
    for batch, answer in found:
        if isinstance(answer, Failure) and len(batch) > 1:
            yield from again((piece,) for piece in batch)
        else:
            yield batch, answer


def run_each(
    work: Callable[[B], R], batches: Iterable[B], *, workers: int, seconds: float
) -> Iterator[tuple[B, R | Failure]]:
    """``work`` done on every batch, in the order of the batches.

    Each runs in a process of its own kind, is ended after ``seconds`` and cannot take more
    than MAX_MEMORY where the system can hold it to that. Work that raises, raises here.
    """
    pool = limited_pool(workers)
    waiting: deque[tuple[B, ProcessFuture[Any]]] = deque()
    with pool:
        try:
            for batch in batches:
                waiting.append((batch, pool.schedule(work, args=(batch,), timeout=seconds)))
                if len(waiting) > workers * _AHEAD:
                    yield _answered(*waiting.popleft())
            while waiting:
                yield _answered(*waiting.popleft())
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def run_alone(work: Callable[[B], R], piece: B, *, seconds: float) -> R | Failure:
    """``work`` done on one piece, under the same limits."""
    ((_, answer),) = run_each(work, (piece,), workers=1, seconds=seconds)
    return answer


def limited_pool(workers: int) -> ProcessPool:
    """Fresh processes that cannot take more than MAX_MEMORY each."""
    context = multiprocessing.get_context("spawn")
    return ProcessPool(workers, _TASKS_A_WORKER, initializer=_limit_memory, context=context)


def result_of(future: "ProcessFuture[R]") -> R | Failure:
    """What the work of a pool gave, or why it came to nothing."""
    try:
        return future.result()
    except TooLong:
        return Failure("timeout")
    except (ProcessExpired, BrokenProcessPool):
        return Failure("crash")
    except MemoryError:
        return Failure("memory")


def _answered(batch: B, future: "ProcessFuture[R]") -> tuple[B, R | Failure]:
    return batch, result_of(future)


def _limit_memory() -> None:
    if resource is None:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, hard))
