"""A lock file: who holds it works alone, in this process or any other on this machine."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import IO, Final

from annual_reports.errors import AnnualReportsError

_PAUSE: Final = 0.05

try:
    import fcntl

    def _hold(stream: IO[bytes]) -> None:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:  # Windows
    import msvcrt

    def _hold(stream: IO[bytes]) -> None:
        msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]


@contextmanager
def locked(file: Path, seconds: float = 0.0) -> Iterator[None]:
    """Hold the lock; it is let go at the end, also when the process dies.

    Raises AnnualReportsError where another holds it for longer than ``seconds``.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("ab") as stream:
        if not _held_within(seconds, lambda: _hold(stream)):
            raise AnnualReportsError("build-busy", file=file.parent.as_posix())
        yield


def _held_within(seconds: float, hold: Callable[[], None]) -> bool:
    until = monotonic() + seconds
    while True:
        try:
            hold()
        except OSError:
            if monotonic() >= until:
                return False
            sleep(_PAUSE)
        else:
            return True
