from collections import Counter
from decimal import Decimal

from annual_reports.demo.chance import seeded
from annual_reports.demo.figures import AgencyYear, city_figures
from annual_reports.form import form_of_year
from annual_reports.registry import Agency
from tests.unit.demo.hand_checks import COLUMNS, findings

Known = dict[tuple[str, int], AgencyYear]


def texts(report: AgencyYear) -> dict[tuple[str, str, str], str]:
    return {key: str(value) for key, value in report.cells.items()}


def total(report: AgencyYear, table: str, row: str) -> int:
    return int(report.cells[table, row, "total"])


def test_chance_is_the_same_on_every_python() -> None:
    draws = [seeded("figures", "demo-city", 2021).random() for _ in range(2)]
    assert draws[0] == draws[1] == 0.47889981009941907


def test_figures_are_the_same_on_every_run(agencies: tuple[Agency, ...], known: Known) -> None:
    assert city_figures(agencies) == known


def test_forty_four_agencies_report_for_seven_years(known: Known) -> None:
    years = Counter(agency_id for agency_id, _ in known)
    assert len(years) == 44
    assert {agency for agency, count in years.items() if count != 7} == {
        "demo-rural-revitalisation"
    }
    assert years["demo-rural-revitalisation"] == 5


def test_every_report_fills_the_form_of_its_year(known: Known) -> None:
    for report in known.values():
        form = form_of_year(report.year)
        assert form is not None
        assert tuple(report.cells) == form.cell_keys or set(report.cells) == set(form.cell_keys)


def test_clean_figures_break_no_rule(agencies: tuple[Agency, ...], known: Known) -> None:
    for (agency_id, year), report in known.items():
        form = form_of_year(year)
        assert form is not None
        previous = known.get((agency_id, year - 1))
        inherited = [
            texts(known[other.agency_id, year - 1])
            for other in agencies
            if other.merged_into == agency_id and other.active_until == year - 1
        ]
        before = texts(previous) if previous else None
        assert not findings(form.code, texts(report), before, inherited), (agency_id, year)


def test_city_is_the_exact_sum_of_its_members(known: Known) -> None:
    for year in range(2019, 2026):
        members = [
            report for (agency, of), report in known.items() if of == year and agency != "demo-city"
        ]
        city = known["demo-city", year]
        assert len(members) == (43 if year <= 2023 else 42)
        for key, value in city.cells.items():
            assert value == sum((member.cells[key] for member in members), Decimal(0)), key
        assert city.items_published == sum(member.items_published for member in members)


def test_successor_takes_over_what_the_merged_agency_left(known: Known) -> None:
    merged, before = known["demo-rural-revitalisation", 2023], known["demo-agriculture", 2023]
    after = known["demo-agriculture", 2024]
    assert total(merged, "3", "carried_out") > 0
    assert merged.cells["2", "normative_documents", "in_force"] == 0
    for column in COLUMNS:
        left = merged.cells["3", "carried_out", column] + before.cells["3", "carried_out", column]
        assert after.cells["3", "carried_in", column] == left


def test_lawsuits_after_review_are_possible(known: Known) -> None:
    for report in known.values():
        assert total(report, "4", "litigation_after_review") <= total(report, "4", "review")


def test_older_form_discloses_no_more_than_it_has(known: Known) -> None:
    for report in known.values():
        for row in ("regulations", "normative_documents"):
            new = report.cells.get(("2", row, "newly_disclosed"), Decimal(0))
            assert new <= report.cells.get(("2", row, "disclosed_total"), new)


def disclosure_rate(known: Known, agency_id: str, *years: int) -> float:
    reports = [known[agency_id, year] for year in years]
    disclosed = sum(
        total(report, "3", "disclosed") + total(report, "3", "partly_disclosed")
        for report in reports
    )
    return disclosed / sum(total(report, "3", "closed_total") for report in reports)


def test_sizes_and_trends_are_believable(known: Known) -> None:
    received = {year: total(known["demo-city", year], "3", "new_requests") for year in (2019, 2025)}
    assert 1.2 < received[2025] / received[2019] < 1.7
    assert total(known["demo-city", 2020], "3", "new_requests") < received[2019]
    for agency_id in ("demo-police", "demo-natural-resources", "demo-housing", "demo-market"):
        assert 100 < total(known[agency_id, 2023], "3", "new_requests") < 600
    for (agency_id, _), report in known.items():
        if "-town-" in agency_id or "-street-" in agency_id:
            assert total(report, "3", "new_requests") < 40
    assert any(total(report, "3", "new_requests") == 0 for report in known.values())


def test_disclosure_falls_clearly_where_it_is_meant_to(known: Known) -> None:
    for agency_id in ("demo-natural-resources", "demo-urban-management", "demo-medical-security"):
        early = disclosure_rate(known, agency_id, 2019, 2020, 2021)
        late = disclosure_rate(known, agency_id, 2023, 2024, 2025)
        assert late < early - 0.03, agency_id
    assert disclosure_rate(known, "demo-police", 2024, 2025) > disclosure_rate(
        known, "demo-police", 2019, 2020
    )


def test_natural_persons_are_the_most_by_far(known: Known) -> None:
    for year in range(2019, 2026):
        cells = known["demo-city", year].cells
        share = cells["3", "new_requests", "natural_person"] / cells["3", "new_requests", "total"]
        assert Decimal("0.85") <= share <= Decimal("0.92")
