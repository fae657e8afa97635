"""What there is to choose from, real and fictional, worked out once a build for all reruns."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from annual_reports.ui import state
from annual_reports.ui.data import of_agencies
from annual_reports.ui.region_offer import upper_regions


class Held(NamedTuple):
    """The agencies that have reports, in their order; without any ``first`` is empty."""

    frame: pd.DataFrame
    ids: Sequence[str]
    places: Mapping[str, int]
    first: str
    first_with_two: str

    def row(self, agency_id: str) -> Any:
        """All that is known of one of them."""
        return self.frame.iloc[self.places[agency_id]]

    def beside(self, agency_id: str) -> tuple[str, str]:
        """Those right before and after one of them; empty at the ends."""
        at = self.places[agency_id]
        before = self.ids[at - 1] if at else ""
        return before, self.ids[at + 1] if at + 1 < len(self.ids) else ""


class Offered(NamedTuple):
    """What there is to choose from in the shipped fiction or in the real reports.

    ``agencies`` has agency_id, kind and what a search looks through. They stand in the order of
    their ``paths``, those of a path from its entry of ``starts`` to the next.
    """

    agencies: pd.DataFrame
    paths: Sequence[str]
    starts: Sequence[int]
    regions: tuple[str, ...]
    upper: tuple[str, ...]
    kinds: frozenset[str]
    years: range
    held: Held


def offered() -> Mapping[bool, Offered]:
    """By whether it is the fiction; without reports there are no years."""
    return state.once("offered", lambda: of_agencies(_offered))


def offered_in(*, is_demo: bool) -> Offered:
    """The same of one kind of data."""
    return offered()[is_demo]


def agencies_within(within: Offered, region: str | None, kinds: Collection[str]) -> pd.DataFrame:
    """Those of a region and of what lies below it, None for all; of these kinds, if any are."""
    known = within.agencies if region is None else _below(within, region)
    return known[known["kind"].isin(kinds)] if kinds else known


def _below(within: Offered, region: str) -> pd.DataFrame:
    """Those of a region, then of those below it: others may stand between, as in A, A-B, A/C."""
    # What begins with A/ ends before A0, as 0 is the character after the slash.
    spans = (
        (bisect_left(within.paths, region), bisect_right(within.paths, region)),
        (bisect_left(within.paths, f"{region}/"), bisect_left(within.paths, f"{region}0")),
    )
    starts = within.starts
    return pd.concat([within.agencies.iloc[starts[first] : starts[end]] for first, end in spans])


def _offered(known: pd.DataFrame) -> Mapping[bool, Offered]:
    # Small letters as Python has them, as it is Python that makes a reader's words small.
    small = [text.lower() for text in known["searched"].tolist()]
    known = known.assign(searched=pd.Series(small, known.index, dtype="str"))
    return {
        is_demo: _offer_of(_where(known, known["is_demo"] == is_demo)) for is_demo in (True, False)
    }


def _offer_of(known: pd.DataFrame) -> Offered:
    is_new = ~known["region_path"].duplicated()
    paths = known.loc[is_new, "region_path"].tolist()
    every = _regions(paths)
    held = _where(known, known["reports"] > 0)
    return Offered(
        agencies=known[["agency_id", "kind", "searched"]],
        paths=paths,
        starts=[*known.index[is_new].tolist(), len(known)],
        regions=every,
        upper=upper_regions(every),
        kinds=frozenset(known["kind"].unique()),
        years=_years(held),
        held=_held(held),
    )


def _where(known: pd.DataFrame, wanted: pd.Series) -> pd.DataFrame:
    """Some of the agencies, counted from 0; all of them are not copied."""
    return (known if wanted.all() else known[wanted]).reset_index(drop=True)


def _regions(paths: Sequence[str]) -> tuple[str, ...]:
    """The regions of these paths and those that they lie in."""
    parts = (path.split("/") for path in paths)
    every = {"/".join(path[:depth]) for path in parts for depth in range(1, len(path) + 1)}
    return tuple(sorted(every - {""}))


def _years(held: pd.DataFrame) -> range:
    if held.empty:
        return range(0)
    return range(int(held["first_year"].min()), int(held["last_year"].max()) + 1)


def _held(held: pd.DataFrame) -> Held:
    ids = held["agency_id"].tolist()
    several = held.loc[held["reports"] > 1, "agency_id"].head(1).tolist()
    first = next(iter(ids), "")
    places = {agency_id: place for place, agency_id in enumerate(ids)}
    return Held(held, ids, places, first, next(iter(several), first))
