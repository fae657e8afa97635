"""``python -m tests.benchmark [reports] [judged]``: prints every benchmark of this machine.

``reports`` are read and built (10,000), ``judged`` are copied to be checked (105,000).
"""

import platform
import sys
from datetime import UTC, datetime
from os import cpu_count

from tests.benchmark import extraction, judging, scale, texts

if __name__ == "__main__":
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    judged = int(sys.argv[2]) if len(sys.argv) > 2 else 105_000
    now = datetime.now(UTC).date()
    print(f"{now}, {platform.machine()}, {cpu_count()} cores, Python {platform.python_version()}")
    print("\nExtraction of one report, processor time")
    print(extraction.report())
    print("\nBuild of generated reports, wall clock")
    print(scale.report(reports))
    print("\nComparison of all texts (a step of the build), wall clock; the last line is the worst")
    print(texts.report(reports))
    print("\nAll checks over copies of the demonstration city (a step of the build)")
    print(judging.report(judged))
