"""What a rule says of small worlds: its state for the last report."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from annual_reports.extract.narrative import figures_of
from annual_reports.facts import Evidence, Report, Section
from annual_reports.form import form_by_code
from annual_reports.registry import Agency
from tests.support import agency, warehouse


def state(rule: str, *reports: Report, of: Sequence[Agency] | None = None) -> str | None:
    """The state of the rule for the last report; None where it does not apply."""
    identity = reports[-1].identity
    con = warehouse(of or [agency("a")], reports).connection
    sql = "SELECT state FROM rule_results WHERE rule = $1 AND report_id = $2"
    row = con.execute(sql, [rule, f"{identity.agency_id}-{identity.year}"]).fetchone()
    return row[0] if row else None


def telling(told: Report, texts: Mapping[str, str]) -> Report:
    """The report with these sections, in this order, read as any other."""
    headings = {part.code: part.label_zh for part in form_by_code("2021").sections}
    sections = tuple(Section(code, headings[code], text) for code, text in texts.items())
    return replace(told, sections=sections, figures=figures_of(sections, told.identity.year))


def naming(told: Report, *years: tuple[str, int]) -> Report:
    """The report with (source, year) as the evidence of its year."""
    evidence = tuple(Evidence("year", str(year), source, f"{year}年") for source, year in years)
    return replace(told, identity=replace(told.identity, evidence=evidence))
