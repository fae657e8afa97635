"""Whose report an upload is and of which year: what was recognised, and what a person says."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import streamlit as st

from annual_reports.facts import Identity, Report
from annual_reports.form import all_forms
from annual_reports.importing import Claim, new_agency
from annual_reports.registry import KINDS, LEVELS, Agency, Registry
from annual_reports.ui.access import person
from annual_reports.ui.uploads import Seen, claims
from annual_reports.ui.words import labels, lang, t

_NEW: Final = ""  # the choice to register an agency


def draw_identity(one: Seen, recognised: Report, known: Registry) -> None:
    """The fields that may be corrected; what is changed is said of the upload at once."""
    sha, identity = one.looked.item.sha256, recognised.identity
    said = claims().get(sha, Claim())
    columns = st.columns([3, 1, 1.3, 2.7])
    with columns[0]:
        agency = _draw_agency(sha, identity, said, known)
    with columns[1]:
        year = _draw_year(sha, identity, said)
    with columns[2]:
        published = st.date_input(
            t("fact.published_on"),
            said.published_on or identity.published_on,
            min_value=date(2008, 1, 1),
            max_value="today",
            key=f"claim_published_{sha}_{lang()}",
        )
    with columns[3]:
        address = st.text_input(
            t("fact.source_url"),
            said.source_url or identity.source_url or "",
            key=f"claim_url_{sha}_{lang()}",
            max_chars=500,
        ).strip()
    agency = _draw_new_agency(sha, identity, said) if agency == _NEW else agency
    claim = _claim(identity, _resolved(agency, known), year, published, address)
    if claim != said:
        claims()[sha] = claim
        st.rerun()


def _claim(
    identity: Identity, agency: Agency | None, year: int | None, published: Any, address: str
) -> Claim:
    """Only what differs from what was recognised."""
    name = identity.agency_name
    is_same = agency is None or agency.agency_id == identity.agency_id or agency.name == name
    return Claim(
        agency=None if is_same else agency,
        year=year if year != identity.year else None,
        published_on=published if published and published != identity.published_on else None,
        source_url=address if address and address != (identity.source_url or "") else None,
    )


def _resolved(agency: Agency | str | None, known: Registry) -> Agency | None:
    """The registered agency that is meant, whatever way it was named."""
    if isinstance(agency, Agency):
        return known.agency_named(agency.name) or agency
    return known.agency(agency) if agency else None


def _draw_agency(sha: str, identity: Identity, said: Claim, known: Registry) -> Any:
    """An id, _NEW or nothing."""
    seen = (agency for agency in known.agencies if person().sees(agency.region_path))
    names = {agency.agency_id: _name(agency) for agency in seen}
    options = [_NEW, *names]
    current = said.agency.agency_id if said.agency else identity.agency_id
    if current not in names:
        current = _NEW if said.agency or identity.agency_name else None
    names[_NEW] = t("import.new-agency")
    return st.selectbox(
        t("fact.agency"),
        options,
        index=None if current is None else options.index(current),
        format_func=labels(options, names.__getitem__),
        placeholder=t("import.choose-agency"),
        key=f"claim_agency_{sha}_{lang()}",
    )


def _name(agency: Agency) -> str:
    name = agency.name if lang() == "zh" else agency.name_en
    return t("import.demo-agency", name=name) if agency.is_demo else name


def _draw_year(sha: str, identity: Identity, said: Claim) -> int | None:
    first = min(form.first_year for form in all_forms())
    current = said.year or identity.year
    years = sorted({*range(first, date.today().year + 1), *([current] if current else [])})
    years.reverse()
    chosen: int | None = st.selectbox(
        t("fact.year"),
        years,
        index=years.index(current) if current else None,
        placeholder="—",
        key=f"claim_year_{sha}_{lang()}",
    )
    return chosen


def _draw_new_agency(sha: str, identity: Identity, said: Claim) -> Agency | None:
    """An agency to be registered with the report."""
    before = said.agency or st.session_state.get(f"new_agency_{sha}")
    name, region, level, kind = st.columns([3, 3, 1, 1.5])
    named = name.text_input(
        t("import.new-agency.name"),
        before.name if before else (identity.agency_name or ""),
        key=f"new_name_{sha}_{lang()}",
        max_chars=80,
    )
    within = region.text_input(
        t("import.new-agency.region"),
        before.region_path if before else "",
        placeholder=t("import.new-agency.region.example"),
        key=f"new_region_{sha}_{lang()}",
        max_chars=120,
    )
    at = _draw_code(level, "level", LEVELS, (before and before.level) or "county", sha)
    of_kind = _draw_code(kind, "kind", KINDS, (before and before.kind) or "department", sha)
    agency = new_agency(named, within, at, of_kind) if named.strip() else None
    st.session_state[f"new_agency_{sha}"] = agency
    return agency


def _draw_code(column: Any, name: str, codes: Sequence[str], current: str, sha: str) -> str:
    """One of the codes of that name, shown by what they are called."""
    chosen: str = column.selectbox(
        t(f"import.new-agency.{name}"),
        codes,
        index=codes.index(current),
        format_func=labels(codes, lambda code: t(f"{name}.{code}")),
        key=f"new_{name}_{sha}_{lang()}",
    )
    return chosen


def agency_of(one: Seen, known: Registry) -> Agency | None:
    """The agency under which an upload would be imported: chosen, recognised or to register."""
    sha = one.looked.item.sha256
    said = claims().get(sha, Claim()).agency
    identity = one.checked.report.identity if one.checked else None
    recognised = known.agency(identity.agency_id) if identity and identity.agency_id else None
    fresh: Agency | None = st.session_state.get(f"new_agency_{sha}")
    if said or recognised:
        return said or recognised
    return fresh if fresh and identity and fresh.name == identity.agency_name else None
