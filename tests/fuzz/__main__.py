"""Makes one input again and says what becomes of it: ``python -m tests.fuzz FAMILY KIND SEED``."""

import sys
from pathlib import Path

from tests.fuzz.cases import Case, content_of, run

family, kind, seed, *rest = sys.argv[1:]
case = Case(family, kind, int(seed))
result = run(case)
print(f"{case.command}: {result.how}")
print(f"{result.refusal or 'read'}: {result.read} of {result.printed} numbers")
print(*result.faults, sep="\n")
if rest:
    name, content = content_of(case)
    (Path(rest[0]) / name).write_bytes(content)
