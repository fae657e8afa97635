"""Work done on an existing dask.distributed cluster, under the limits that hold on one machine.

Every dask worker keeps processes of its own for the work, one for each of its threads: a piece that
hangs, takes too much memory or brings its process down costs no worker. Pieces are sent whole
and answers come back whole, so that no storage need be shared. A worker that is lost has its
batches done again by another, which dask sees to; the answer of a batch is taken once.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeVar

from annual_reports.errors import AnnualReportsError
from annual_reports.parallel import Failure, batch_seconds, blamed, limited_pool, result_of

if TYPE_CHECKING:
    from distributed import Client, Future
    from pebble import ProcessPool

P = TypeVar("P")
R = TypeVar("R")
Batch = tuple[P, ...]
_AHEAD: Final = 3  # batches handed out for each thread of the cluster, so that memory stays level
_SECONDS_TO_CONNECT: Final = 10
_LOOK_AGAIN: Final = 2.0  # seconds after which it is seen whether anyone still works


@contextmanager
def cluster_at(address: str) -> Iterator["Cluster"]:
    """The cluster whose scheduler is at the address, such as ``tcp://10.0.0.5:8786``.

    Raises AnnualReportsError where dask is not installed or nobody answers there.
    """
    try:
        from distributed import Client  # noqa: PLC0415 an optional extra
    except ModuleNotFoundError as error:
        raise AnnualReportsError("cluster-extra-missing") from error
    with _said_plainly(address):
        client = Client(  # type: ignore[no-untyped-call]
            address, timeout=_SECONDS_TO_CONNECT, set_as_default=False
        )
    with client:
        yield Cluster(client, address)


@dataclass(frozen=True, slots=True)
class Cluster:
    """A Mapper; ``patience`` is how many seconds it may go without any worker."""

    client: "Client"
    address: str
    patience: float = 60.0
    shares_files: ClassVar[bool] = False

    def map(
        self,
        work: Callable[[Batch[P]], R],
        batches: Iterable[Batch[P]],
        *,
        seconds: float,
        pieces: int,
    ) -> Iterator[tuple[Batch[P], R | Failure]]:
        """As a Mapper does; raises AnnualReportsError where the cluster is lost for good."""
        found = self._each(work, batches, batch_seconds(seconds, pieces))
        return blamed(found, partial(self._each, work, seconds=seconds))

    def _each(
        self, work: Callable[[Batch[P]], R], batches: Iterable[Batch[P]], seconds: float
    ) -> Iterator[tuple[Batch[P], R | Failure]]:
        waiting: deque[tuple[Batch[P], Future[Any]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(work, batch, seconds)))
            if len(waiting) > self._threads() * _AHEAD:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _submit(
        self, work: Callable[[Batch[P]], R], batch: Batch[P], seconds: float
    ) -> "Future[Any]":
        with _said_plainly(self.address):
            return self.client.submit(_done_there, work, batch, seconds, pure=False)

    def _threads(self) -> int:
        with _said_plainly(self.address):
            return sum(self.client.nthreads().values())  # type: ignore[no-untyped-call]

    def _next(self, waiting: "deque[tuple[Batch[P], Future[Any]]]") -> tuple[Batch[P], R | Failure]:
        batch, future = waiting.popleft()
        return batch, self._taken(future)

    def _taken(self, future: "Future[Any]") -> R | Failure:
        """The answer, as soon as there is one; it leaves the cluster when ``future`` goes."""
        from distributed import KilledWorker  # noqa: PLC0415 an optional extra

        seen = monotonic()
        while monotonic() - seen < self.patience:
            with _said_plainly(self.address):
                try:
                    answer: R | Failure = future.result(timeout=_LOOK_AGAIN)
                except TimeoutError:
                    seen = monotonic() if self._threads() else seen
                except KilledWorker:  # several workers in turn were lost over it
                    return Failure("crash")
                else:
                    return answer
        raise AnnualReportsError("cluster-lost", file=self.address)


@contextmanager
def _said_plainly(address: str) -> Iterator[None]:
    try:
        yield
    except (OSError, CancelledError) as error:
        raise AnnualReportsError("cluster-lost", file=address) from error
    except (ImportError, AttributeError) as error:  # it could not unpack the work
        raise AnnualReportsError("cluster-other-program") from error


_pools: Final[list["ProcessPool"]] = []
_starting: Final = Lock()


def _done_there(work: Callable[[Batch[P]], R], batch: Batch[P], seconds: float) -> R | Failure:
    """The work of a worker's thread: hands it to a process and waits."""
    return result_of(_pool().schedule(work, args=(batch,), timeout=seconds))


def _pool() -> "ProcessPool":
    """The processes of this worker, started with its first piece of work."""
    from distributed import get_worker  # noqa: PLC0415 an optional extra

    with _starting:
        if not _pools:
            # A worker under dask's nanny is a daemon, which may start no process of its own;
            # those of the pool end with it all the same, for they wait for it on a pipe.
            multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
            _pools.append(limited_pool(get_worker().state.nthreads))
    return _pools[0]
