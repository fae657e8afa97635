"""Reads the forms from their TOML files once and checks that they are whole."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from annual_reports.form.model import Column, Form, Group, Labelled, Row, Table

L = TypeVar("L", bound=Labelled)

_FORM_FILES = ("form_legacy.toml", "form_2019.toml", "form_2021.toml")


@cache
def all_forms() -> tuple[Form, ...]:
    """The official forms, oldest first."""
    return tuple(_read_form(name) for name in _FORM_FILES)


@cache
def uniform_forms() -> tuple[Form, ...]:
    """The forms that bind every agency, oldest first."""
    return tuple(form for form in all_forms() if form.is_uniform)


def newest_table(code: str) -> Table:
    """The table of that code on the newest form that has it; KeyError if none has."""
    for form in reversed(all_forms()):
        if form.has_table(code):
            return form.table(code)
    raise KeyError(f"table {code}")


def form_by_code(code: str) -> Form:
    """The form of that code; KeyError if there is none."""
    return {form.code: form for form in all_forms()}[code]


def form_of_year(year: int) -> Form | None:
    """The form used for reports of that year; None before the first of them."""
    return next((form for form in all_forms() if form.covers(year)), None)


def _read_form(name: str) -> Form:
    text = files("annual_reports.form").joinpath(name).read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    form = Form(
        code=raw["form"],
        first_year=raw["first_year"],
        last_year=raw["last_year"],
        circular=raw["circular"],
        label_zh=raw["label_zh"],
        label_en=raw["label_en"],
        sections=tuple(_labelled(Labelled, entry) for entry in raw["sections"]),
        tables=tuple(_read_table(entry) for entry in raw["tables"]),
        is_uniform=raw.get("is_uniform", True),
    )
    for table in form.tables:
        _check_table(name, table)
    return form


def _read_table(raw: dict[str, Any]) -> Table:
    columns = tuple(_labelled(Column, entry) for entry in raw["columns"])
    codes = tuple(column.code for column in columns)
    rows = tuple(_labelled(Row, {"columns": codes, **entry}) for entry in raw["rows"])
    groups = tuple(_labelled(Group, entry) for entry in raw["groups"])
    return Table(
        code=raw["code"],
        label_zh=raw["label_zh"],
        label_en=raw["label_en"],
        layout=raw["layout"],
        corner=tuple(raw["corner"]),
        corner_en=tuple(raw["corner_en"]),
        stub=tuple(_labelled(Labelled, entry) for entry in raw.get("stub", ())),
        groups=groups,
        columns=columns,
        rows=rows,
    )


def _labelled(kind: type[L], raw: dict[str, Any]) -> L:
    return kind(**{key: _frozen(value) for key, value in raw.items()})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _check_table(name: str, table: Table) -> None:
    """A slip in a form file stops the program at once: everything else rests on it."""
    columns = {column.code for column in table.columns}
    groups = {group.code for group in table.groups} | {""}
    rows = [row.code for row in table.rows]
    if len(set(rows)) != len(rows):
        raise ValueError(f"{name}, table {table.code}: a row code stands twice")
    if len(table.corner) != len(table.corner_en):
        raise ValueError(f"{name}, table {table.code}: corner and corner_en differ in length")
    for row in table.rows:
        if not set(row.columns) <= columns or row.group not in groups:
            raise ValueError(f"{name}, table {table.code}, row {row.code}: unknown column or group")
        if not set(row.replaces) <= set(rows):
            raise ValueError(f"{name}, table {table.code}, row {row.code}: replaces unknown rows")
        if not {*row.within, row.part_of or row.code} <= set(rows):
            raise ValueError(f"{name}, table {table.code}, row {row.code}: part of unknown rows")
