"""``python -m tests.benchmark [reports] [judged] [shown]``: prints every benchmark of this machine.

``reports`` are read and built (10,000), ``judged`` are copied to be checked (105,000),
``shown`` are those that pages and readers are measured over (7,000).
"""

import platform
import sys
from datetime import UTC, datetime
from os import cpu_count

from tests.benchmark import extraction, facts, judging, pages, questions, scale, sessions, texts

if __name__ == "__main__":
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    judged = int(sys.argv[2]) if len(sys.argv) > 2 else 105_000
    shown = int(sys.argv[3]) if len(sys.argv) > 3 else 7_000
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
    with facts.city(shown) as builds:
        print("\nReruns of every page over such copies, processor time of the server in ms")
        print(pages.report(builds))
        print("\nEvery question that pages ask over them, slowest first")
        print(questions.report(builds))
        print("\nReaders at the same time, wall clock from a request to the end of its rerun")
        print(sessions.report(builds))
