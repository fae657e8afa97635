"""The whole data set as one ZIP: Parquet files, dictionaries, and what every column means.

Tables go to disk one after the other, so that memory does not grow with their rows.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pandas as pd
import pyarrow as pa

from annual_reports.catalogue import Query, queries_in, query
from annual_reports.export.tables import csv_bytes
from annual_reports.i18n import LANGS, catalogue, text
from annual_reports.query_headers import SIDES
from annual_reports.warehouse.read import Param, Warehouse

SIZE: Final = "dataset_size"
_PREFIX: Final = "dataset_"
_METRIC: Final = (
    "title_zh", "title_en", "unit", "direction", "formula", "numerator_zh", "numerator_en",
    "denominator_zh", "denominator_en", "caveat_zh", "caveat_en", *SIDES, "break_years",
    "alternatives", "why",
)  # fmt: skip
_RULE: Final = (
    "severity", "title_zh", "title_en", "checks_zh", "checks_en", "message_zh", "message_en",
    "ask_zh", "ask_en", "why",
)  # fmt: skip


@dataclass(frozen=True)
class Extent:
    """What of the warehouse is wanted: a selection, its words, and the verdicts on findings."""

    selection: Mapping[str, Param]
    scope: str
    years: str
    verdicts: pa.Table | None = field(default=None, repr=False)


@dataclass(frozen=True)
class _Table:
    name: str
    asked: Query
    rows: int
    columns: Mapping[str, str]


def tables() -> list[Query]:
    """The questions whose answers are the tables of the data set."""
    return [asked for asked in queries_in("dataset") if asked.query_id != SIZE]


def size_of(held: Warehouse, extent: Extent) -> pd.DataFrame:
    """Rows of each table and about how many megabytes they take."""
    return held.ask(SIZE, **_params(query(SIZE), extent))


def write_dataset(
    held: Warehouse, extent: Extent, target: Path, on_table: Callable[[int, Query], None]
) -> int:
    """Write the ZIP and give back its number of files; ``on_table`` hears of each table first."""
    sizes = size_of(held, extent).set_index("query_id")["rows"]
    written = []
    with ZipFile(target, "w", ZIP_STORED) as archive, TemporaryDirectory() as folder:
        for number, asked in enumerate(tables()):
            on_table(number, asked)
            name = f"{asked.query_id.removeprefix(_PREFIX)}.parquet"
            file = Path(folder) / name
            verdicts = extent.verdicts if asked.reads_verdicts else None
            columns = held.write(file, asked.query_id, verdicts, **_params(asked, extent))
            archive.write(file, name)
            file.unlink()
            written.append(_Table(name, asked, int(sizes[asked.query_id]), columns))
        for name, said in _documents(held.build_id, extent, written):
            archive.writestr(name, said, ZIP_DEFLATED)
        return len(archive.namelist())


def _params(asked: Query, extent: Extent) -> dict[str, Param]:
    return {name: extent.selection[name] for name in asked.params}


def _documents(build_id: str, extent: Extent, written: list[_Table]) -> Iterator[tuple[str, bytes]]:
    for lang in LANGS:
        said = "\n".join(_readme(lang, build_id, extent, written))
        yield f"README.{lang}.md", said.encode("utf-8")
    yield "metrics.csv", csv_bytes(_dictionary("metrics", "metric_id", _METRIC))
    yield "rules.csv", csv_bytes(_dictionary("checks", "rule", _RULE))
    yield "BUILD", f"{build_id}\n".encode()


def _dictionary(folder: str, key: str, names: tuple[str, ...]) -> pd.DataFrame:
    entries = queries_in(folder)
    return pd.DataFrame(
        [{key: entry.query_id} | {name: entry.header.get(name, "") for name in names}
         for entry in entries]
    )  # fmt: skip


def _readme(lang: str, build_id: str, extent: Extent, written: list[_Table]) -> Iterator[str]:
    """The data dictionary: fiction or not, scope, how to add up, then every table and column."""
    is_demo = extent.selection["is_demo"]
    facts = {"build": build_id, "scope": extent.scope, "years": extent.years}
    parts = ("build", "scope", "demo" if is_demo else "real", "rules", "csv")
    yield f"# {text('dataset.readme.title', lang)}"
    yield from (f"\n{text(f'dataset.readme.{part}', lang, **facts)}" for part in parts)
    for table in written:
        named = {"title": table.asked.title(lang), "file": table.name, "rows": f"{table.rows:,}"}
        code = table.name.removesuffix(".parquet")
        yield f"\n## {text('dataset.readme.table', lang, **named)}\n"
        yield f"{text(f'dataset.table.{code}', lang)}\n"
        yield text("dataset.readme.head", lang)
        yield "|---|---|---|"
        for column, kind in table.columns.items():
            yield f"| {column} | {kind} | {column_meaning(code, column, lang)} |"


def column_meaning(table: str, column: str, lang: str) -> str:
    """What a column of a table of the data set means."""
    own = f"dataset.column.{table}.{column}"
    return text(own if own in catalogue() else f"dataset.column.{column}", lang)
