"""What a person says of an uploaded report: its agency, its year, and its publication."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Final

from annual_reports.registry import Agency, ManifestEntry, Registry

_MARKUP: Final = re.compile(r"[<>\[\]`*_~$\\|#!]")


@dataclass(frozen=True, slots=True)
class Claim:
    """Where nothing is said, the report's own word stands.

    ``agency`` is a registered one, or one to be registered with the report.
    """

    agency: Agency | None = None
    year: int | None = None
    published_on: date | None = None
    source_url: str | None = None

    def entry(self, file: str, note: str = "") -> ManifestEntry | None:
        """The same as a line of the manifest; None where nothing is said."""
        if self == Claim():
            return None
        agency_id = self.agency.agency_id if self.agency else None
        return ManifestEntry(
            file, agency_id, self.year, self.published_on, self.source_url, note
        )  # fmt: skip


def new_agency(name: str, region_path: str, level: str, kind: str) -> Agency:
    """An agency that no registry holds, its id made from its name.

    What could be taken for a link, a picture or markup where the name is shown is left out.
    """
    name, region_path = (_MARKUP.sub("", said) for said in (name, region_path))
    name = " ".join(name.split())
    agency_id = f"import-{sha256(name.encode()).hexdigest()[:10]}"
    path = "/".join(part.strip() for part in region_path.split("/") if part.strip())
    return Agency(agency_id, name, name, path, level, kind)


def with_claimed(registry: Registry, claims: Sequence[Claim]) -> Registry:
    """The registry with the agencies of the claims that it lacks."""
    known = {agency.agency_id for agency in registry.agencies}
    claimed = {claim.agency.agency_id: claim.agency for claim in claims if claim.agency}
    lacking = (agency for agency_id, agency in claimed.items() if agency_id not in known)
    return replace(registry, agencies=(*registry.agencies, *lacking))
