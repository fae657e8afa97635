"""Edits of what stands around the tables: the sentences and the date."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from annual_reports.demo.edits import DOCUMENT, Edit, of_stage
from annual_reports.demo.flaws import Planted, refusal
from annual_reports.export import OfficialReport

Others = Callable[[str, int], OfficialReport]


def edit_document(document: OfficialReport, planted: Planted, others: Others) -> OfficialReport:
    """The report with the edits of one finding carried out.

    ``others`` gives another report without its flaws. Raises InvalidRegistry when an edit
    names a section, words or a report that is not there.
    """
    for edit in of_stage(planted.edits, DOCUMENT):
        try:
            edited = _apply(document, edit, others)
        except (KeyError, ValueError) as problem:
            raise refusal(planted.line, edit.text, "a report of the same form") from problem
        if edited == document:
            raise refusal(planted.line, edit.text, "a section or words of the report")
        document = edited
    return document


def _apply(document: OfficialReport, edit: Edit, others: Others) -> OfficialReport:
    if edit.verb == "published":
        return replace(document, published_on=date.fromisoformat(edit.words[0]))
    if edit.verb == "copy-prose":
        agency_id, year = edit.words
        return _copied(document, others(agency_id, int(year)))
    code, *words = edit.words
    change = _CHANGES[edit.verb]
    sections = (
        replace(part, text=change(part.text, *words)) if part.code == code else part
        for part in document.sections
    )
    return replace(document, sections=tuple(sections))


def _copied(document: OfficialReport, other: OfficialReport) -> OfficialReport:
    """The other report's sentences, line by line, but for those that state figures."""
    told = {part.code: part.text for part in other.sections}
    sections = []
    for part in document.sections:
        copied = told[part.code].replace(other.agency_name, document.agency_name).splitlines()
        lines = zip(part.text.splitlines(), copied, strict=True)
        chosen = (own if re.search(r"\d", own + line) else line for own, line in lines)
        sections.append(replace(part, text="\n".join(chosen)))
    return replace(document, sections=tuple(sections))


def _cut(text: str, word: str) -> str:
    return "\n".join(line for line in text.splitlines() if word not in line)


_CHANGES: Final[dict[str, Callable[..., str]]] = {
    "replace": str.replace,
    "cut": _cut,
    "add": lambda text, sentence: f"{text}\n{sentence}",
    "say": lambda _, text: text,
}
