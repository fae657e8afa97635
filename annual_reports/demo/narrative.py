"""The prose of an invented report, stating the figures of its own tables."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from annual_reports.demo.chance import one_of, rotate, seeded
from annual_reports.demo.figures import AgencyYear, form_for
from annual_reports.demo.profiles import name_in, profile_of
from annual_reports.demo.requests import Figures
from annual_reports.facts import Section
from annual_reports.form import Form

Facts = dict[str, object]


def fiction_note() -> str:
    """The sentence that says at the end of every report that it is invented."""
    return str(_pools()["fiction"])


def narrative(report: AgencyYear, printed: Figures) -> tuple[Section, ...]:
    """The six sections; ``printed`` are the figures of the tables as the report prints them."""
    form = form_for(report.year)
    facts = _facts(report, printed, form)
    return tuple(
        Section(part.code, part.label_zh, "\n".join(_sentences(report, part.code, facts)))
        for part in form.sections
    )


def _sentences(report: AgencyYear, section: str, facts: Facts) -> Iterator[str]:
    """One sentence of every list of that section, the wording changing from year to year."""
    if section == "overview":
        yield str(_pools()["opening_fiction"])
    pools = _pools()[section]
    for pool in pools:
        if pool.endswith("_none") or not _has_subject(pool, facts):
            continue
        chosen = pools.get(f"{pool}_none", ()) if _is_zero(pool, facts) else ()
        agency = report.agency.agency_id
        sentence = rotate(chosen or pools[pool], report.year, "prose", agency, section, pool)
        yield sentence.format(**facts, focus=_focus(report, section, pool))
    yield from _varied(report, section)


def _varied(report: AgencyYear, section: str) -> Iterator[str]:
    """What hardly another report says: clauses put together by chance."""
    rng = seeded("varied", report.agency.agency_id, report.year, section)
    focus = _focus(report, section, "varied")
    for sentence in _pools()["varied"].get(section, ()):
        clauses = ("".join(one_of(rng, words) for words in clause) for clause in sentence)
        yield "，".join(clauses).format(focus=focus) + "。"


_ZERO_WHEN = {
    "requests": ("new", "carried_in"),
    "outcomes": ("closed",),
    "cases": ("reviews", "lawsuits"),
    "fee": ("fee",),
}
_SUBJECT = {
    "documents": "issued",
    "fee": "fee",
    "others": "name",
    "accountability": "governs",
}


def _is_zero(pool: str, facts: Facts) -> bool:
    return pool in _ZERO_WHEN and not any(facts[fact] for fact in _ZERO_WHEN[pool])


def _has_subject(pool: str, facts: Facts) -> bool:
    """Whether the form of the year has what the sentence is about."""
    return _SUBJECT.get(pool, "name") in facts


def _focus(report: AgencyYear, section: str, pool: str) -> str:
    choices = profile_of(report.agency).focus
    return rotate(choices, report.year, "focus", report.agency.agency_id, section, pool)


def _facts(report: AgencyYear, printed: Figures, form: Form) -> Facts:
    rng = seeded("asides", report.agency.agency_id, report.year)
    facts: Facts = {
        "year": report.year,
        "name": name_in(report.agency, report.year),
        "items": report.items_published,
        "guides": 4 + int(rng.random() * 40),
        "briefings": 1 + int(rng.random() * 6),
        "points": 1 + int(rng.random() * 5),
        "trainings": 1 + int(rng.random() * 4),
        **_request_facts(printed, form),
        **_dispute_facts(printed),
    }
    if ("2", "normative_documents", "issued") in printed:
        facts |= {
            column: printed["2", "normative_documents", column]
            for column in ("issued", "repealed", "in_force")
        }
        facts["fee"] = report.processing_fee
    if report.agency.kind == "government":
        facts["governs"] = True
    return facts


def _request_facts(printed: Figures, form: Form) -> Facts:
    table = form.table("3")

    def group_sum(*names: str) -> object:
        rows = [row.code for row in table.rows if row.group in names or row.code in names]
        return sum(printed.get(("3", row, "total"), 0) for row in rows)

    return {
        "new": group_sum("new_requests"),
        "carried_in": group_sum("carried_in"),
        "closed": group_sum("closed_total"),
        "carried_out": group_sum("carried_out"),
        "disclosed": group_sum("disclosed"),
        "partly": group_sum("partly_disclosed"),
        "withheld": group_sum("withheld"),
        "unavailable": group_sum("unavailable"),
        "declined": group_sum("declined"),
        "other": group_sum("other_handling", "other"),
    }


def _dispute_facts(printed: Figures) -> Facts:
    return {
        "reviews": printed["4", "review", "total"],
        "corrected": printed["4", "review", "corrected"],
        "lawsuits": printed["4", "litigation_direct", "total"]
        + printed["4", "litigation_after_review", "total"],
    }


@cache
def _pools() -> dict[str, Any]:
    text = files("annual_reports.demo").joinpath("sentences.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
