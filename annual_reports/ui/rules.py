"""Findings and doubts as sentences: which cell, what it says, what it should say."""

from typing import Any, Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.form import newest_table, section_label, short_label
from annual_reports.i18n import text
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import lang, short_path, t

PLACE: Final = ("table_code", "row_code", "column_code")


def rules_of(filters: Filters) -> pd.DataFrame:
    """The rules with what each found in the selection, titled in the chosen language."""
    frame = filters.ask("findings_by_rule")
    return frame.assign(title=frame[f"title_{lang()}"])


def with_words(findings: pd.DataFrame) -> pd.DataFrame:
    """Findings with ``title``, ``place``, ``message`` and ``ask`` in the chosen language."""
    needed = [*PLACE, "found", "expected", f"message_{lang()}"]
    rows = findings[needed].to_dict("records")
    return findings.assign(
        title=findings[f"title_{lang()}"],
        ask=findings[f"ask_{lang()}"],
        place=[place_of(row) for row in rows],
        message=[message_of(row) for row in rows],
    )


def with_places(cells: pd.DataFrame) -> pd.DataFrame:
    """Cells with ``place``, which of the form they are."""
    rows = cells[list(PLACE)].to_dict("records")
    return cells.assign(place=[place_of(row) for row in rows])


def place_of(finding: Any) -> str:
    """The cell, row, table or section that a finding is about; without any the whole report."""
    table = finding["table_code"]
    if not table:
        section = finding["row_code"]
        return section_label(section, lang()) if section else t("place.report")
    codes = [finding[part] for part in ("row_code", "column_code") if finding[part]]
    labels = [short_label(table, code, lang()) for code in codes]
    numbered = table.isdigit()
    title = t("table.numbered", code=table) if numbered else newest_table(table).label(lang())
    return t("list.path").join([title, *labels])


def table_title(table_code: str) -> str:
    """What a table is called."""
    title = newest_table(table_code).label(lang())
    return t("table.named", code=table_code, title=title) if table_code.isdigit() else title


def message_of(finding: Any) -> str:
    """What a finding says, its numbers filled in."""
    return str(finding[f"message_{lang()}"]).format(
        found=numbers.count(finding["found"]), expected=numbers.count(finding["expected"])
    )


def doubts_with_words(problems: pd.DataFrame) -> pd.DataFrame:
    """Problems of the extraction with ``message`` in the chosen language.

    Where the frame has suggestions they are in words too.
    """
    records = problems[["code", "found", "expected", "locator"]].to_dict("records")
    worded = problems.assign(message=[_doubt(row) for row in records])
    if "suggestion" not in problems:
        return worded
    return worded.assign(suggestion=[_suggestion(said) for said in problems["suggestion"]])


def _suggestion(proposed: str) -> str:
    """Values that would settle a problem: which cell should say what."""
    said = []
    for part in filter(None, proposed.split("; ")):
        cell, _, value = part.partition("=")
        codes = zip(PLACE, cell.split("/"), strict=True)
        said.append(f"{place_of(dict(codes))} = {value or t('status.blank')}")
    return t("list.semicolon").join(said)


def refusals_with_words(files: pd.DataFrame) -> pd.DataFrame:
    """Files that were refused or could not be placed, with ``message``."""
    return files.assign(message=[_refusal(row) for row in files.to_dict("records")])


def _doubt(row: Any) -> str:
    return text(
        f"problem.{row['code']}",
        lang(),
        found=row["found"],
        expected=row["expected"],
        locator=row["locator"],
    )


def _refusal(row: Any) -> str:
    facts = {"file": short_path(row["path"]), "found": row["found"], "expected": row["expected"]}
    facts["pictures"] = numbers.count(row["pictures"])
    if row["code"] in {"agency-unknown", "year-unknown", "file-copy"}:
        return t(f"unplaced.{row['code']}", **facts)
    said = (text(f"error.{row['code']}.{part}", lang(), **facts) for part in ("message", "advice"))
    return "".join(said)
