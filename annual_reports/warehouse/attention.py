"""Attention lines: levels of measures beyond which somebody wants to look, with their source."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Final

from annual_reports.catalogue import queries_in
from annual_reports.errors import AnnualReportsError

FILE: Final = "attention.toml"
_KEYS: Final = ("metric", "data", "side", "value", "source", "date")
_SIDES: Final = ("above", "below")
_DATA: Final = ("demo", "real")


@dataclass(frozen=True, slots=True)
class AttentionLine:
    """A level of a measure: ``side`` is the one that is looked at, a rate's value a share."""

    metric_id: str
    is_demo: bool
    side: str
    value: Decimal
    source: str
    stated_on: date


def read_attention(file: Path) -> Iterator[AttentionLine]:
    """The lines of an attention file, none where it does not exist.

    Raises AnnualReportsError naming the entry that breaks the rules: an unknown measure, two
    lines of one, a missing source.
    """
    if not file.exists():
        return
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8")).get("lines", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _invalid(file, str(error), "TOML") from error
    known: set[tuple[str, bool]] = set()
    for entry in entries:
        line = _line(file, entry)
        if (line.metric_id, line.is_demo) in known:
            raise _invalid(file, f"{line.metric_id} ×2", f"{line.metric_id} ×1")
        known.add((line.metric_id, line.is_demo))
        yield line


def _line(file: Path, entry: dict[str, Any]) -> AttentionLine:
    if set(entry) != set(_KEYS):
        raise _invalid(file, ", ".join(entry), ", ".join(_KEYS))
    measures = {metric.query_id for metric in queries_in("metrics")}
    for key, allowed in (("metric", measures), ("side", _SIDES), ("data", _DATA)):
        if entry[key] not in allowed:
            raise _invalid(file, f"{key} = {entry[key]}", " | ".join(sorted(allowed)))
    if not str(entry["source"]).strip() or not isinstance(entry["date"], date):
        raise _invalid(file, f"{entry['source']} {entry['date']}", "source, date = 2025-01-31")
    try:
        value = Decimal(str(entry["value"]))
    except InvalidOperation as error:
        raise _invalid(file, f"value = {entry['value']}", "0.9") from error
    is_demo = entry["data"] == "demo"
    return AttentionLine(
        entry["metric"], is_demo, entry["side"], value, entry["source"], entry["date"]
    )


def _invalid(file: Path, found: str, expected: str) -> AnnualReportsError:
    return AnnualReportsError(
        "attention-invalid", file=file.as_posix(), found=found, expected=expected
    )
