"""What each agency's reports are like: ``profiles.toml`` as typed values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from annual_reports.registry import Agency

YEARS = range(2019, 2026)


@dataclass(frozen=True)
class Profile:
    """Means and shares for one agency in report year 2019; ``profiles.toml`` explains each."""

    requests: float
    spread: float
    natural: float
    carried: float
    disclosure: float
    trend: float
    partial: float
    disputes: float
    items: float
    normative: float
    stock: int
    regulations: float
    regulations_stock: int
    licensing: float
    other_services: float
    penalties: float
    coercion: float
    fees: float
    procurement: float
    focus: tuple[str, ...]
    reasons: Mapping[str, float]
    renamed_in: int | None = None


def profile_of(agency: Agency) -> Profile:
    """The profile put together from default, kind, sector and the agency's own entry."""
    layers = (
        _raw()["default"],
        _raw()["kind"].get(agency.kind, {}),
        _raw()["sector"].get(agency.sector, {}),
        _raw()["agency"].get(agency.agency_id, {}),
    )
    merged = {key: value for layer in layers for key, value in layer.items()}
    reasons = {key: value for layer in layers for key, value in layer.get("reasons", {}).items()}
    return Profile(**{**merged, "reasons": reasons, "focus": tuple(merged["focus"])})


def activity(kind: str, year: int) -> float:
    """How lively a year was against 2019, for requests, items, decisions or direct_lawsuits."""
    return float(_raw()["activity"][kind][str(year)])


def is_unpublished(agency_id: str, year: int) -> bool:
    """Whether that agency's report of that year never appeared."""
    return year in _raw()["unpublished"].get(agency_id, ())


def name_in(agency: Agency, year: int) -> str:
    """The name the agency bore when it reported for that year."""
    renamed_in = profile_of(agency).renamed_in
    if renamed_in is not None and year < renamed_in:
        return agency.former_names[-1]
    return agency.name


@cache
def _raw() -> dict[str, Any]:
    text = files("annual_reports.demo").joinpath("profiles.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
