"""How many cities are made of one: facts of the demonstration city under other names."""

from pathlib import Path
from typing import Final

import duckdb

# By table: what differs from copy to copy. Numbers are multiples, so that sums hold as they did.
# A clause before a comma or full stop ends in two characters of its copy's own, so that no other
# city has it; formulas and the other clauses stay common to all as those of a template are.
OTHER: Final = {
    "agencies": {
        "agency_id": "mark || agency_id",
        "name": "replace(name, '示例', words)",
        "region_path": "replace(region_path, '示例市', words || '市')",
        "consolidated_into": "mark || consolidated_into",
        "former_names": "list_transform(former_names, lambda name: replace(name, '示例', words))",
        "aliases": "list_transform(aliases, lambda name: replace(name, '示例', words))",
        "merged_into": "mark || merged_into",
    },
    "unpublished_reports": {"agency_id": "mark || agency_id"},
    "reports": {
        "report_id": "mark || report_id",
        "agency_id": "mark || agency_id",
        "title": "replace(title, '示例', words)",
        "path": "mark || path",
        "sha256": "mark || sha256",
    },
    "cells": {"report_id": "mark || report_id", "value": "value * times"},
    "sections": {
        "report_id": "mark || report_id",
        "body": "regexp_replace(replace(body, '示例', words), '([，。])', own || '\\1', 'g')",
    },
    "stated_figures": {
        "report_id": "mark || report_id",
        "value": "CASE WHEN unit = '%' THEN value ELSE value * times END",
    },
    "evidence": {"report_id": "mark || report_id"},
    "problems": {"report_id": "mark || report_id"},
    "file_copies": {
        "report_id": "mark || report_id",
        "path": "mark || path",
        "agency_id": "mark || agency_id",
    },
}
OF_CITY: Final = {
    "agencies": "is_demo",
    "unpublished_reports": "agency_id IN (SELECT agency_id FROM city.agencies WHERE is_demo)",
    "reports": "agency_id IN (SELECT agency_id FROM city.agencies WHERE is_demo)",
}
_OF_REPORTS: Final = f"report_id IN (SELECT report_id FROM city.reports WHERE {OF_CITY['reports']})"  # noqa: S608  # constants
_COPIES: Final = """
CREATE TEMP TABLE copies AS
SELECT
    printf('%05d-', number) AS mark,
    chr((27648 + number // 100)::INTEGER) || chr((29000 + number % 100)::INTEGER) AS words,
    reverse(words) AS own,
    number + 1 AS times
FROM range($copies) AS numbers(number)
"""


def make_copies(con: duckdb.DuckDBPyConnection, city: Path, reports: int) -> None:
    """Attach the city's warehouse as ``city``, and say in ``copies`` how its copies differ."""
    con.execute(f"ATTACH '{city}' AS city (READ_ONLY)")
    ((held,),) = con.execute(f"SELECT count(*) FROM city.reports WHERE {_OF_REPORTS}").fetchall()  # noqa: S608
    con.execute(_COPIES, {"copies": -(-reports // held)})
