"""Short labels for charts and lists, taken from the printed ones."""

import re
from functools import cache

from annual_reports.form.load import all_forms
from annual_reports.form.model import Labelled, Table

_NUMBERING = re.compile(
    r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.|\(\d+\)\s*|[IVX]+\.)\s*"
)
_REMARK = re.compile(r"[（(].*[）)]$")


@cache
def short_label(table_code: str, code: str, lang: str) -> str:
    """The short label of a row, column or group, else the label without numbering and remarks.

    ``code`` is looked up in the newest form first. KeyError where no form has it.
    """
    forms = (form for form in reversed(all_forms()) if form.has_table(table_code))
    for form in forms:
        for entry in _labelled(form.table(table_code)):
            if entry.code == code:
                short = entry.short_zh if lang == "zh" else entry.short_en
                return short or _REMARK.sub("", _NUMBERING.sub("", entry.label(lang))).strip()
    raise KeyError(f"table {table_code}: {code}")


def section_label(code: str, lang: str) -> str:
    """The heading of a section on the newest form that has it; KeyError where none has."""
    for form in reversed(all_forms()):
        for part in form.sections:
            if part.code == code:
                return part.label(lang)
    raise KeyError(f"section {code}")


def _labelled(table: Table) -> tuple[Labelled, ...]:
    return (*table.groups, *table.rows, *table.columns)
