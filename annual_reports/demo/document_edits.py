"""Edits of what stands around the tables: the sentences and the date."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from annual_reports.demo.edits import DOCUMENT, Edit, of_stage
from annual_reports.demo.flaws import Planted, refusal
from annual_reports.export import OfficialReport


def edit_document(document: OfficialReport, planted: Planted) -> OfficialReport:
    """The report with the edits of one finding carried out.

    Raises InvalidRegistry when an edit names a section or words that it does not have.
    """
    for edit in of_stage(planted.edits, DOCUMENT):
        edited = _apply(document, edit)
        if edited == document:
            raise refusal(planted.line, edit.text, "a section or words of the report")
        document = edited
    return document


def _apply(document: OfficialReport, edit: Edit) -> OfficialReport:
    if edit.verb == "published":
        return replace(document, published_on=date.fromisoformat(edit.words[0]))
    code, *words = edit.words
    change = _CHANGES[edit.verb]
    sections = (
        replace(part, text=change(part.text, *words)) if part.code == code else part
        for part in document.sections
    )
    return replace(document, sections=tuple(sections))


def _cut(text: str, word: str) -> str:
    return "\n".join(line for line in text.splitlines() if word not in line)


_CHANGES: Final[dict[str, Callable[..., str]]] = {
    "replace": str.replace,
    "cut": _cut,
    "add": lambda text, sentence: f"{text}\n{sentence}",
    "say": lambda _, text: text,
}
