"""What the process of a statement may take of the machine, held by the system itself."""

import os
from pathlib import Path
from typing import Final

from annual_reports.sandbox.task import SECONDS

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_MEMORY: Final = 1_500 * 1024**2  # beyond what the process has: DuckDB's own is no hard cap
_TAKEN: Final = Path("/proc/self/statm")  # only Linux can be held to a limit of addresses
_FILES: Final = 64
_CORES: Final = 2


def forget_environment() -> None:
    """Nothing of the server's environment is left for a statement to find."""
    os.environ.clear()


def limit_process() -> None:
    """Memory, processor time, open files; no file may be written, not even after a crash."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + _CORES * SECONDS + 5
    wanted = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _FILES,
        resource.RLIMIT_CORE: 0,
    }
    if _TAKEN.exists():
        pages = int(_TAKEN.read_text().split()[0])
        wanted[resource.RLIMIT_AS] = pages * resource.getpagesize() + _MEMORY
    for kind, most in wanted.items():
        hard = resource.getrlimit(kind)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (soft, hard))
