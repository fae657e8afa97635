"""Raw tables to cells of the form, by their labels; knows no file format and no label."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from annual_reports.extract.document import RawTable
from annual_reports.extract.labels import label_key
from annual_reports.extract.recognise.annex import read_annex
from annual_reports.extract.recognise.claims import Findings, Key, settle_claims
from annual_reports.extract.recognise.lexicon import Lexicon, lexicons, telling_keys
from annual_reports.extract.recognise.line import read_line
from annual_reports.extract.recognise.memory import known_findings, remember_findings
from annual_reports.extract.recognise.rows import read_rows
from annual_reports.extract.recognise.segments import Segment, segments_of
from annual_reports.facts import Cell, Problem
from annual_reports.form import all_forms

__all__ = ["Key", "Recognition", "forms_shown", "recognise"]


@dataclass(frozen=True, slots=True)
class Recognition:
    """The cells of the form that the report has, and the numbers of the tables they stand in."""

    cells: dict[Key, Cell]
    problems: tuple[Problem, ...]
    tables: frozenset[int]


def forms_shown(tables: Iterable[RawTable]) -> tuple[str, ...]:
    """The codes of the forms whose own labels are most in these tables: none, one or several."""
    keys = {label_key(cell.text) for table in tables for row in table.rows for cell in row if cell}
    counts = {form.code: len(keys & telling_keys(form.code)) for form in all_forms()}
    most = max(counts.values())
    return tuple(code for code, count in counts.items() if count == most and count)


def recognise(
    tables: Sequence[RawTable],
    form: str,
    year: int | None = None,
    layout: Hashable | None = None,
) -> Recognition:
    """The cells of that form in the tables; what could not be settled is a problem.

    ``year`` is the report's, for tables that print the year in a heading. ``layout`` is that
    of the tables: what is recognised of one is remembered for the next of its kind.
    """
    if _is_annex(form):
        findings = _read_annex(tables, form, year)
    elif layout is None:
        findings = _read_tables(tables, form)
    else:
        findings = _read_layout(tables, form, layout)
    cells, contradictions = settle_claims(findings.claims)
    problems = tuple(dict.fromkeys(findings.problems + contradictions))
    return Recognition(cells, problems, frozenset(findings.tables))


def _is_annex(form: str) -> bool:
    return all(lexicon.table.layout == "annex" for lexicon in lexicons(form).values())


def _read_annex(tables: Sequence[RawTable], form: str, year: int | None) -> Findings:
    findings = Findings()
    for lexicon in lexicons(form).values():
        findings.add(read_annex(tables, lexicon, year))
    return findings


def _read_layout(tables: Sequence[RawTable], form: str, layout: Hashable) -> Findings:
    known = known_findings((form, layout), tables)
    if known:
        return known
    findings = _read_tables(tables, form)
    remember_findings((form, layout), tables, findings)
    return findings


def _read_tables(tables: Sequence[RawTable], form: str) -> Findings:
    parts: dict[str, list[Segment]] = {}
    for segment in segments_of(tables, form):
        parts.setdefault(segment.table, []).append(segment)
    findings = Findings()
    for code, lexicon in lexicons(form).items():
        findings.add(_read_segments(parts.get(code, ()), lexicon))
    return findings


def _read_segments(segments: Iterable[Segment], lexicon: Lexicon) -> Findings:
    read = read_line if lexicon.table.layout == "line" else read_rows
    return read([segment.lines for segment in segments], lexicon)
