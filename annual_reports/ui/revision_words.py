"""What a revision changed, in words."""

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.form import form_by_code
from annual_reports.ui.blocks import with_titles
from annual_reports.ui.rules import message_of, place_of, with_places
from annual_reports.ui.words import day, lang, plain, t

_COUNTS: Final = (
    "changed_cells", "changed_sections", "changed_measures", "settled", "unjudged", "new_findings",
)  # fmt: skip
_FACTS: Final = ("title", "form", "source")
NEEDED: Final = (
    "is_same", "changed_cells", "changed_sections", *(f"is_{fact}_changed" for fact in _FACTS),
)  # fmt: skip
"""What ``facts_words`` looks at."""


def step_words(step: Any) -> str:
    """A row of ``revisions`` in one line: which version took the place of which, and how."""
    parts = [t(f"revision.part.{name}", n=step[name]) for name in _COUNTS if step[name]]
    return t(
        "revision.step",
        last=step["revision"] - 1,
        last_date=day(step["last_published_on"]),
        revision=step["revision"],
        date=day(step["published_on"]),
        parts=t("list.comma").join(filter(None, [*parts, facts_words(step)])),
    )


def facts_words(step: Any) -> str:
    """What changed around tables and text; where nothing else did, that it is so."""
    if step["is_same"]:
        return t("revision.fact.same")
    changed = [t(f"revision.fact.{fact}") for fact in _FACTS if step[f"is_{fact}_changed"]]
    if not changed and not step["changed_cells"] and not step["changed_sections"]:
        return t("revision.fact.date")
    return t("list.comma").join(changed)


def fact_lines(step: Any) -> Iterator[str]:
    """Title, form and address before and after, those that changed."""
    for fact in _FACTS:
        if step[f"is_{fact}_changed"]:
            before, after = (_fact(step, fact, side) for side in ("last_", ""))
            named = t(f"revision.fact.{fact}")
            yield t("revision.fact.change", fact=named, before=before, after=after)


def _fact(step: Any, fact: str, side: str) -> str:
    value = step[f"{side}{'source_url' if fact == 'source' else fact}"]
    if not isinstance(value, str) or not value:
        return t("revision.fact.none")
    return form_by_code(value).label(lang()) if fact == "form" else plain(value)


def measures_with_words(measures: pd.DataFrame) -> pd.DataFrame:
    """Rows of revision_measures with ``metric``, ``before``, ``after`` and ``changed_by``."""
    rows = measures.to_dict("records")
    return with_titles(measures).assign(
        before=[_measured(row, "last_") for row in rows],
        after=[_measured(row, "") for row in rows],
        changed_by=[numbers.change(row["change"], row["unit"], lang()) for row in rows],
    )


def _measured(row: Any, side: str) -> str:
    return numbers.measure(
        row[f"{side}value"], row["unit"], lang(), row[f"{side}numerator"], row[f"{side}denominator"]
    )


def cells_with_sides(cells: pd.DataFrame) -> pd.DataFrame:
    """Rows of report_changes with ``place``, ``before`` and ``after`` as printed, and addresses."""
    rows = cells.to_dict("records")
    return with_places(cells).assign(
        before=[_printed(row, "old") for row in rows],
        after=[_printed(row, "new") for row in rows],
        number_before=cells["old_number"],
        number_after=cells["new_number"],
    )


def _printed(row: Any, side: str) -> str:
    """What is printed; the word for it where nothing is."""
    return str(row[f"{side}_raw"]) or t(f"status.{row[f'{side}_status']}")


def findings_with_words(findings: pd.DataFrame) -> pd.DataFrame:
    """Rows of revision_findings with ``title``, ``place``, ``message`` and ``became``."""
    rows = findings.to_dict("records")
    return findings.assign(
        title=findings[f"title_{lang()}"],
        place=[place_of(row) for row in rows],
        message=[message_of(row) for row in rows],
        became=[t(f"revision.outcome.{row['outcome']}") for row in rows],
    )
