"""Readings as Arrow tables: one row a report, cell, section, problem or piece of evidence."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import Any, Final

import pyarrow as pa

from annual_reports.facts import Report

_TEXT: Final = pa.string()
_KEY: Final = pa.field("key", _TEXT, nullable=False)
_LONG_AGO: Final = datetime(1970, 1, 1, tzinfo=UTC)
_POSITION: Final = pa.field("position", pa.int32(), nullable=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file said when it was read.

    ``key`` stands for everything that the reading depends on: the file's bytes and name, what
    the manifest says of it, and the reader's own code.
    """

    key: str
    report: Report
    read_at: datetime = _LONG_AGO


Rows = Iterator[tuple[Any, ...]]


def _texts(*names: str) -> list[pa.Field]:
    return [pa.field(name, _TEXT, nullable=False) for name in names]


def _heads(reading: Reading) -> Rows:
    report, identity = reading.report, reading.report.identity
    yield (
        report.path, report.sha256, reading.read_at.replace(tzinfo=None), report.format,
        report.title, identity.year, identity.form, identity.published_on, identity.source_url,
    )  # fmt: skip


def _cells(reading: Reading) -> Rows:
    for cell in reading.report.cells:
        yield *cell.key, cell.value, cell.raw, cell.status.value, cell.unit, cell.locator


def _sections(reading: Reading) -> Rows:
    for section in reading.report.sections:
        yield section.code, section.heading, section.text


def _stated_figures(reading: Reading) -> Rows:
    for figure in reading.report.figures:
        mark = figure.start - figure.sentence_start
        yield (
            figure.code, figure.value, figure.unit, figure.exactness.value, figure.section,
            figure.sentence, mark, mark + len(figure.raw), figure.raw,
        )  # fmt: skip


def _problems(reading: Reading) -> Rows:
    for problem in reading.report.problems:
        yield (
            problem.code, problem.found, problem.expected, problem.locator, problem.suggestion,
        )  # fmt: skip


def _evidence(reading: Reading) -> Rows:
    for claim in reading.report.identity.evidence:
        yield claim.field, claim.value, claim.source, claim.text


TABLES: Final[dict[str, tuple[list[pa.Field], Callable[[Reading], Rows]]]] = {
    "heads": (
        [
            *_texts("path", "sha256"),
            pa.field("read_at", pa.timestamp("us"), nullable=False),
            *_texts("format", "title"),
            pa.field("year", pa.int32()),
            pa.field("form", _TEXT),
            pa.field("published_on", pa.date32()),
            pa.field("source_url", _TEXT),
        ],
        _heads,
    ),
    "cells": (
        [
            *_texts("table_code", "row_code", "column_code"),
            pa.field("value", pa.decimal128(38, 15)),
            *_texts("raw", "status", "unit", "locator"),
        ],
        _cells,
    ),
    "sections": (_texts("section_code", "heading", "body"), _sections),
    "stated_figures": (
        [
            *_texts("figure"),
            pa.field("value", pa.decimal128(38, 15), nullable=False),
            *_texts("unit", "exactness", "section_code", "sentence"),
            pa.field("mark_start", pa.int32(), nullable=False),
            pa.field("mark_end", pa.int32(), nullable=False),
            *_texts("raw"),
        ],
        _stated_figures,
    ),
    "problems": (_texts("code", "found", "expected", "locator", "suggestion"), _problems),
    "evidence": (_texts("field", "value", "source", "quote"), _evidence),
}


def tables_of(readings: Sequence[Reading]) -> dict[str, pa.Table]:
    """The readings as tables: the keys of TABLES, each row with its reading's key and position."""
    return {
        name: _table(
            schema_of(name), list(chain.from_iterable(_numbered(r, rows) for r in readings))
        )
        for name, (_, rows) in TABLES.items()
    }


def _numbered(reading: Reading, rows: Callable[[Reading], Rows]) -> Rows:
    for position, row in enumerate(rows(reading), start=1):
        yield reading.key, position, *row


def schema_of(table: str) -> pa.Schema:
    """The columns of one of TABLES."""
    return pa.schema([_KEY, _POSITION, *TABLES[table][0]])


def _table(schema: pa.Schema, rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(c, field.type) for c, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
