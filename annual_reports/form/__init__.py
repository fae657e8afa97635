"""What the official tables are: the forms as data. Nothing else in the code knows a label."""

from annual_reports.form.labels import section_label, short_label
from annual_reports.form.load import (
    all_forms,
    form_by_code,
    form_of_year,
    newest_table,
    uniform_forms,
)
from annual_reports.form.model import Column, Form, Group, Labelled, Row, Table
from annual_reports.form.stated import StatedKind, stated_kinds, stated_label

__all__ = [
    "Column",
    "Form",
    "Group",
    "Labelled",
    "Row",
    "StatedKind",
    "Table",
    "all_forms",
    "form_by_code",
    "form_of_year",
    "newest_table",
    "section_label",
    "short_label",
    "stated_kinds",
    "stated_label",
    "uniform_forms",
]
