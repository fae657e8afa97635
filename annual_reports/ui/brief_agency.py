"""The brief of one agency and one report: its figures beside last year's and its peers'."""

from typing import Any, Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.charts.marks import COMPARABLE, rows_of
from annual_reports.export.brief import Block, Brief, Grid, Points
from annual_reports.ui.brief_grids import dispute_grid, outcome_grid, reason_grid
from annual_reports.ui.brief_parts import (
    MEASURES,
    by_metric,
    change_words,
    charts_of,
    heads,
    interval_words,
    value_words,
)
from annual_reports.ui.data import PUBLISHED, ask
from annual_reports.ui.filters import Filters
from annual_reports.ui.rules import with_words
from annual_reports.ui.words import agency_name, day, lang, metric_titles, region_name, t

_FINDINGS: Final = 9
_LONGEST: Final = 150  # characters of a finding: three lines
_WIDTHS: Final = (3.2, 3.4, 2.5, 3.2, 2.2, 1.6, 1.3)


def agency_brief(agency: Any, report: Any) -> Brief:
    """Two pages on an agency and its report, from the registry's row and the report's."""
    agency_id, year = agency["agency_id"], int(report["year"])
    own = Filters(bool(agency["is_demo"]), None, None, (agency_id,), year - 1, year, "consolidated")
    history = ask("agency_history", agency_id=agency_id)
    outcomes = ask("agency_outcomes", agency_id=agency_id)
    return Brief(
        title=t("brief.title.agency", agency=agency_name(agency_id), year=year),
        facts=_facts(agency, report),
        first=[_key_grid(history, agency_id, year), outcome_grid(outcomes, year),
               *charts_of(history, year)],
        second=[reason_grid(own.ask("refusal_reasons"), year),
                dispute_grid(own.ask("disputes_by_year"), year),
                _findings(report["report_id"])],
        foot=t("brief.foot", app=t("app.name"), build=PUBLISHED.build_id),
        warning=t("origin.demo") if agency["is_demo"] else "",
    )  # fmt: skip


def _facts(agency: Any, report: Any) -> str:
    """Region, level and kind, and when the report was published."""
    place = [region_name(agency["region_path"]), t(f"level.{agency['level']}")]
    kind = [t(f"kind.{agency['kind']}"), agency["sector"]]
    published = t("brief.published", day=day(report["published_on"]))
    return " · ".join(part for part in (*place, *kind, published) if part)


def _key_grid(history: pd.DataFrame, agency_id: str, year: int) -> Grid:
    this, last = by_metric(history, year), by_metric(history, year - 1)
    position = ask("agency_position", agency_id=agency_id, year=year)
    places = {row["metric_id"]: row for row in rows_of(position)}
    rows = []
    for metric_id in MEASURES:
        if metric_id not in this:
            continue
        row, before = this[metric_id], last.get(metric_id)
        rows.append(
            [
                metric_titles()[metric_id],
                value_words(row),
                interval_words(row),
                value_of_last(before),
                change_words(row, row["last_numerator"]),
                numbers.plain(row["peer_value"], row["unit"]),
                _place(places.get(metric_id)),
            ]
        )
    head = heads("metric", "this", "interval", "last", "change", "peers", "place", year=year)
    return Grid(t("brief.key"), head, rows, _WIDTHS, note=t("brief.key.note.agency"))


def value_of_last(row: Any) -> str:
    """The value of the year before with its counts; — where there is none."""
    if row is None:
        return numbers.NOT_COMPUTABLE
    if row["unit"] != "rate":
        return numbers.count(row["value"])
    return numbers.rate_of(row["value"], row["numerator"], row["denominator"], lang())


def _place(row: Any) -> str:
    if row is None or row["place"] is None or row["placed_agencies"] < COMPARABLE:
        return numbers.NOT_COMPUTABLE
    return t("brief.place", place=int(row["place"]), of=int(row["placed_agencies"]))


def _findings(report_id: str) -> Block:
    """What stands to be explained, contradictions first; how many more where there are many."""
    found = with_words(ask("report_findings", report_id=report_id))
    standing = found[found["is_standing"]].to_dict("records")
    if not standing:
        return Points(t("brief.findings"), [], t("brief.findings.none"))
    points = [
        t("brief.finding", place=row["place"], message=row["message"], ask=row["ask"])
        for row in standing[:_FINDINGS]
    ]
    more = len(standing) - len(points)
    note = t("brief.findings.more", n=more) if more else ""
    return Points(t("brief.findings"), [_cut(point) for point in points], note)


def _cut(words: str) -> str:
    longest = _LONGEST if lang() == "zh" else 2 * _LONGEST
    return words if len(words) <= longest else f"{words[: longest - 1]}…"
