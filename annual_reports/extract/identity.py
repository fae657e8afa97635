"""Whose report it is, of which year and on which form, by the best evidence there is."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from annual_reports.extract.document import Document
from annual_reports.extract.evidence import TITLES, evidence_of
from annual_reports.facts import Evidence, Identity, Problem
from annual_reports.form import all_forms, form_by_code, form_of_year
from annual_reports.registry import Agency, ManifestEntry, Registry

_MANIFEST: Final = "manifest"
_STRONG: Final = frozenset((_MANIFEST, *TITLES))
_FILE: Final = "file"


class AgencyFound(NamedTuple):
    """The agency of a report: its id if it is registered, its name, why, and what is doubtful."""

    agency_id: str | None
    name: str | None
    evidence: tuple[Evidence, ...]
    problems: tuple[Problem, ...]


def identify(
    document: Document, entry: ManifestEntry | None, forms: Sequence[str]
) -> tuple[Identity, tuple[Problem, ...]]:
    """The identity of the report but for its agency, and what is doubtful in it.

    ``forms`` are the forms whose labels the tables show, ``entry`` is the manifest's of this
    file, which wins over what the document says; the tables win over the year in deciding
    the form. Needs no registry, so that what was read stays good when the registry changes.
    """
    evidence = [*_from_manifest(entry), *evidence_of(document)]
    published = _first(_of("published_on", evidence))
    year, year_problems = _decide_year(_of("year", evidence), published)
    form, form_problems = _decide_form(forms, year)
    identity = Identity(
        agency_id=None,
        agency_name=None,
        year=year,
        form=form,
        published_on=date.fromisoformat(published) if published else None,
        source_url=_first(_of("source_url", evidence)),
        evidence=(*dict.fromkeys(evidence), *_form_evidence(form, forms, year)),
    )
    date_problems = _contradictions(_of("published_on", evidence), "line")
    problems = (*year_problems, *date_problems, *form_problems)
    return identity, tuple(dict.fromkeys(problems))


def find_agency(
    evidence: Sequence[Evidence], entry: ManifestEntry | None, registry: Registry
) -> AgencyFound:
    """Whose report it is, by the manifest's entry and what the document was found to say."""
    agency = registry.agency(entry.agency_id) if entry and entry.agency_id else None
    said = [Evidence("agency", agency.name, _MANIFEST, entry.file)] if agency and entry else []
    found, name, problems = _decide_agency([*said, *_of("agency", evidence)], registry)
    return AgencyFound(
        found.agency_id if found else None,
        found.name if found else name,
        tuple(said),
        tuple(dict.fromkeys(problems)),
    )


def _of(field: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    return [item for item in evidence if item.field == field]


def _first(evidence: Sequence[Evidence]) -> str | None:
    return evidence[0].value if evidence else None


def _from_manifest(entry: ManifestEntry | None) -> Iterator[Evidence]:
    if entry is None:
        return
    if entry.year:
        yield Evidence("year", str(entry.year), _MANIFEST, entry.file)
    if entry.published_on:
        yield Evidence("published_on", entry.published_on.isoformat(), _MANIFEST, entry.file)
    if entry.source_url:
        yield Evidence("source_url", entry.source_url, _MANIFEST, entry.file)


def _decide_agency(
    evidence: Sequence[Evidence], registry: Registry
) -> tuple[Agency | None, str | None, list[Problem]]:
    """The agency, the name as printed where the registry knows none, and problems."""
    strong = [item for item in evidence if item.source in _STRONG]
    known = [item for item in strong if registry.agency_named(item.value)]
    chosen = next(iter((*known, *strong, *evidence)), None)
    if chosen is None:
        return None, None, [Problem("agency-unknown")]
    agency = registry.agency_named(chosen.value)
    problems = [
        _contradiction(item, chosen)
        for item in evidence
        if _contradicts(item, chosen, agency, registry)
    ]
    if not strong:
        problems.append(Problem("agency-uncertain", chosen.value, "", chosen.source))
    return agency, chosen.value, problems


def _contradicts(
    item: Evidence, chosen: Evidence, agency: Agency | None, registry: Registry
) -> bool:
    """Whether the evidence names an agency other than the chosen one.

    A publisher that is not registered, that the agency's report is consolidated into or
    whose region holds the agency's is no contradiction: it publishes for many.
    """
    other = registry.agency_named(item.value)
    if other and agency:
        return other != agency and (item.source in _STRONG or not _publishes_for(other, agency))
    if item.source not in _STRONG or (other is None and agency is None):
        return item.source in _STRONG and not _is_part(item.value, (chosen.value,))
    names = (chosen.value, *(agency.names if agency else ()))
    return not _is_part(item.value, names)


def _publishes_for(publisher: Agency, agency: Agency) -> bool:
    above = f"{publisher.region_path}/"
    return publisher.agency_id == agency.consolidated_into or f"{agency.region_path}/".startswith(
        above
    )


def _is_part(name: str, names: Sequence[str]) -> bool:
    return any(name in other or other in name for other in names)


def _decide_year(
    evidence: Sequence[Evidence], published: str | None
) -> tuple[int | None, list[Problem]]:
    if not evidence:
        return None, [Problem("year-unknown")]
    return int(evidence[0].value), [
        problem
        for problem in _contradictions(evidence, "prose")
        if not (problem.locator == _FILE and problem.found[:4] == (published or "")[:4])
    ]


def _contradictions(evidence: Sequence[Evidence], harmless: str) -> list[Problem]:
    """A problem for each value other than the first, those of a ``harmless`` source aside."""
    return [
        _contradiction(item, evidence[0])
        for item in evidence[1:]
        if item.value != evidence[0].value and item.source != harmless
    ]


def _contradiction(item: Evidence, chosen: Evidence) -> Problem:
    found = f"{item.value} ({item.source}: {item.text})"
    expected = f"{chosen.value} ({chosen.source}: {chosen.text})"
    return Problem("identity-contradiction", found, expected, item.source)


def _decide_form(forms: Sequence[str], year: int | None) -> tuple[str, list[Problem]]:
    of_year = form_of_year(year) if year else None
    if len(forms) == 1:
        form = forms[0]
        differs = year is not None and (of_year is None or of_year.code != form)
        expected = f"{of_year.label_zh if of_year else '—'} ({year})"
        problem = Problem("form-differs-from-year", form_by_code(form).label_zh, expected)
        return form, [problem] * differs
    possible = forms or [form.code for form in all_forms()]
    if of_year and of_year.code in possible:
        return of_year.code, []
    labels = [form_by_code(code).label_zh for code in possible]
    return possible[-1], [Problem("form-uncertain", labels[-1], " | ".join(labels))]


def _form_evidence(form: str, forms: Sequence[str], year: int | None) -> Iterator[Evidence]:
    if form in forms:
        yield Evidence("form", form, "tables")
    elif year:
        yield Evidence("form", form, "year", str(year))
