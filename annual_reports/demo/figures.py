"""The true figures of the invented city, agency by agency and year by year, without a flaw."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from annual_reports.demo.chance import around, heavy_tail, seeded
from annual_reports.demo.disclosure import disclosure_cells, without_stock
from annual_reports.demo.disputes import dispute_cells
from annual_reports.demo.profiles import YEARS, Profile, activity, profile_of
from annual_reports.demo.requests import Figures, carried_out, request_cells
from annual_reports.export.official_tables import CellKey
from annual_reports.form import Form, form_of_year
from annual_reports.registry import Agency

_FEE_CHANCE = 0.06
_FEE_STEPS = 40


@dataclass(frozen=True)
class AgencyYear:
    """One report's figures.

    ``items_published`` counts pieces of information, ``processing_fee`` is in yuan; both
    stand in the prose only.
    """

    agency: Agency
    year: int
    cells: Figures
    items_published: int
    processing_fee: int


Known = dict[tuple[str, int], AgencyYear]


def city_figures(agencies: Iterable[Agency]) -> Known:
    """All figures by agency_id and report year; consolidated ones are the sums of their members.

    What an agency carries out of a year it carries into the next, column by column; the
    agency it was merged into takes over what it left.
    """
    everyone = tuple(agencies)
    known: Known = {}
    for year in YEARS:
        for agency in everyone:
            if not agency.is_consolidated and _is_active(agency, year):
                known[agency.agency_id, year] = _agency_year(agency, year, everyone, known)
        for agency in everyone:
            if agency.is_consolidated:
                known[agency.agency_id, year] = _consolidated(agency, year, known)
    return known


def form_for(year: int) -> Form:
    """The form of a report year of the demo; ValueError for a year that has none."""
    form = form_of_year(year)
    if form is None:
        raise ValueError(f"no form for {year}")
    return form


def _is_active(agency: Agency, year: int) -> bool:
    return (agency.active_from or year) <= year <= (agency.active_until or year)


def _agency_year(agency: Agency, year: int, everyone: Iterable[Agency], known: Known) -> AgencyYear:
    rng = seeded("figures", agency.agency_id, year)
    profile = _sized(agency)
    last = known.get((agency.agency_id, year - 1))
    carried_in = _carried_in(agency, year, everyone, known) if last else _first_carried_in(profile)
    form = form_for(year)
    cells = disclosure_cells(profile, form, year, rng, last.cells if last else {})
    if agency.merged_into and agency.active_until == year:
        cells = without_stock(cells)
    cells |= request_cells(profile, form, year, rng, carried_in)
    closed = int(cells["3", "closed_total", "total"])
    cells |= dispute_cells(profile, year, rng, closed)
    items = around(rng, profile.items * activity("items", year))
    fee = 10 * around(rng, _FEE_STEPS) if closed and rng.random() < _FEE_CHANCE else 0
    return AgencyYear(agency, year, cells, items, fee)


def _sized(agency: Agency) -> Profile:
    """The agency's profile with a size of its own, the same in every year."""
    profile = profile_of(agency)
    rng = seeded("size", agency.agency_id)
    return replace(
        profile,
        requests=profile.requests * heavy_tail(rng, profile.spread),
        items=profile.items * heavy_tail(rng, profile.spread / 2),
        disclosure=profile.disclosure + 0.1 * (rng.random() - 0.5),
    )


def _first_carried_in(profile: Profile) -> Counter[str]:
    return Counter(natural_person=round(profile.requests * profile.carried))


def _carried_in(
    agency: Agency, year: int, everyone: Iterable[Agency], known: Known
) -> Counter[str]:
    """What the agency itself and those merged into it at the turn of the year left open."""
    givers = [agency.agency_id] + [
        other.agency_id
        for other in everyone
        if other.merged_into == agency.agency_id and other.active_until == year - 1
    ]
    left = (carried_out(known[giver, year - 1].cells) for giver in givers)
    return sum(left, start=Counter())


def _consolidated(agency: Agency, year: int, known: Known) -> AgencyYear:
    members = [
        report
        for (_, of_year), report in known.items()
        if of_year == year and report.agency.consolidated_into == agency.agency_id
    ]
    cells: dict[CellKey, Decimal] = {
        key: sum((member.cells[key] for member in members), start=Decimal(0))
        for key in form_for(year).cell_keys
    }
    return AgencyYear(
        agency,
        year,
        cells,
        sum(member.items_published for member in members),
        sum(member.processing_fee for member in members),
    )
