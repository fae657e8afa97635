"""A process kept ready, so that work which must have one of its own need not wait for its start."""

from collections.abc import Callable
from multiprocessing.util import Finalize
from threading import Lock, Thread
from typing import Any, Generic, TypeVar

from pebble import ProcessPool

from annual_reports.parallel import Failure, limited_pool, result_of

B = TypeVar("B")
R = TypeVar("R")


class Standby(Generic[B, R]):
    """Processes under the limits of ``run_alone``, each for one piece of work and then ended.

    After the first piece there is always one that has loaded what the work needs and waits.
    """

    def __init__(self, work: Callable[[B], R]) -> None:
        self._work = work
        self._waiting: list[ProcessPool] = []
        self._is_over = False
        self._lock = Lock()
        Finalize(None, self._dismiss, exitpriority=1)  # or who is itself a child waits for it

    def stand_by(self) -> None:
        """Have a process start and wait, unless one does already."""
        with self._lock:
            if not (self._waiting or self._is_over):
                self._waiting.append(self._begun())

    def run(self, piece: B, *, seconds: float) -> R | Failure:
        """The work done on the piece, by the process that waits or by one that starts now."""
        pool = self._taken()
        try:
            return result_of(pool.schedule(self._work, args=(piece,), timeout=seconds))
        finally:
            Thread(target=self._succeed, args=(pool,), daemon=True).start()

    def _taken(self) -> ProcessPool:
        with self._lock:
            while self._waiting:
                pool = self._waiting.pop()
                if pool.active:  # unless its process was ended from outside
                    return pool
        return self._begun()

    def _dismiss(self) -> None:
        """Have nothing wait any more, nor anything start to: this process ends."""
        with self._lock:
            self._is_over = True
        for pool in self._waiting:
            _end(pool)

    def _begun(self) -> ProcessPool:
        pool = limited_pool(1)
        pool.schedule(_load, args=(self._work,))
        return pool

    def _succeed(self, pool: ProcessPool) -> None:
        """End the process that has done its piece, and have the next one ready."""
        _end(pool)
        self.stand_by()


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _load(work: Callable[..., Any]) -> None:
    """Nothing: who is given the work has loaded its modules."""
    del work
