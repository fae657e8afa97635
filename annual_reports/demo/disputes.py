"""Table 4 of an invented report: reviews and lawsuits that arise from closed requests."""

import random
from collections import Counter
from decimal import Decimal

from annual_reports.demo.chance import hits, weighted
from annual_reports.demo.profiles import Profile, activity
from annual_reports.export.official_tables import CellKey

_RESULTS = {"upheld": 0.62, "corrected": 0.08, "other": 0.19, "pending": 0.11}
_LAWSUIT_RESULTS = {"upheld": 0.7, "corrected": 0.05, "other": 0.13, "pending": 0.12}
_DIRECT_SHARE = 0.4
_AFTER_REVIEW = 0.25


def dispute_cells(
    profile: Profile, year: int, rng: random.Random, closed: int
) -> dict[CellKey, Decimal]:
    """Table 4; lawsuits after review are never more than the year's decided reviews."""
    reviews = _results(rng, hits(rng, closed, profile.disputes), _RESULTS)
    direct_rate = profile.disputes * _DIRECT_SHARE * activity("direct_lawsuits", year)
    direct = _results(rng, hits(rng, closed, direct_rate), _LAWSUIT_RESULTS)
    decided = reviews.total() - reviews["pending"]
    after_review = _results(rng, hits(rng, decided, _AFTER_REVIEW), _LAWSUIT_RESULTS)
    return {
        **_line("review", reviews),
        **_line("litigation_direct", direct),
        **_line("litigation_after_review", after_review),
    }


def _results(rng: random.Random, cases: int, chances: dict[str, float]) -> Counter[str]:
    return Counter(weighted(rng, chances) for _ in range(cases))


def _line(row: str, results: Counter[str]) -> dict[CellKey, Decimal]:
    cells = {("4", row, column): Decimal(results[column]) for column in _RESULTS}
    return {**cells, ("4", row, "total"): Decimal(results.total())}
