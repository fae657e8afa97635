"""What a warehouse was built from, kept beside it so that it can be built again the same way."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

FILE: Final = "built_from.json"


@dataclass(frozen=True, slots=True)
class Recipe:
    """The paths given to a build, none for the shipped data, and whether the demo is in it.

    Where it was made of facts in Parquet, ``facts`` is their folder and the others say nothing.
    """

    paths: tuple[Path, ...] = ()
    with_demo: bool = True
    facts: Path | None = None

    @classmethod
    def of(cls, paths: Sequence[Path], *, with_demo: bool) -> Self:
        """The recipe of a build, good in any working folder."""
        return cls(tuple(Path.cwd() / path for path in paths), with_demo)

    @classmethod
    def read(cls, builds: Path) -> Self:
        """The recipe of the build there; where none is kept, that of the shipped data."""
        return cls._kept(builds) or cls()

    @classmethod
    def is_kept(cls, builds: Path) -> bool:
        """Whether one is kept there and can be read."""
        return cls._kept(builds) is not None

    @classmethod
    def _kept(cls, builds: Path) -> Self | None:
        try:
            told = json.loads((builds / FILE).read_text(encoding="utf-8"))
            facts = told.get("facts")
            return cls(tuple(map(Path, told["paths"])), bool(told["demo"]), facts and Path(facts))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def write(self, builds: Path) -> None:
        """Keep it there."""
        told = {
            "paths": [str(path) for path in self.paths],
            "demo": self.with_demo,
            "facts": self.facts and str(self.facts),
        }
        fresh = builds / f"{FILE}.new"
        fresh.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        fresh.replace(builds / FILE)
