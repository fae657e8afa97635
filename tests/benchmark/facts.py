"""Facts of many reports written straight to Parquet, in the layout that a warehouse is built from.

They are those of the demonstration city under other names, as ``cities.py`` says: four fifths of
their numbers are zeros, sums hold, and what contradicts itself in the city does so in every copy.
"""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import duckdb

from annual_reports.pipeline import build_warehouse
from annual_reports.warehouse import publish_facts
from annual_reports.warehouse.parquet import BY_REPORT, SHARED
from tests.benchmark.cities import OF_CITY, OTHER, make_copies

SIZES: Final = {"county": 420, "city": 7_000, "province": 105_000, "nation": 2_100_000}
YEARS: Final = range(2019, 2026)
_MEMORY: Final = "1GB"


def write_copies(city: Path, folder: Path, reports: int) -> None:
    """So many reports, or a few more as cities are whole; two years at a time."""
    folder.mkdir()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        parts = [pool.submit(_write_year, city, folder, reports, year) for year in YEARS]
        parts.append(pool.submit(_write_shared, city, folder, reports))
        for part in parts:
            part.result()


def demo_city(builds: Path) -> Path:
    """The warehouse of the shipped data, built there."""
    return build_warehouse(to=builds).build.path


@contextmanager
def city(count: int) -> Iterator[Path]:
    """A folder of builds, the current one of so many reports."""
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        write_copies(demo_city(folder / "one"), folder / "facts", count)
        publish_facts(folder, folder / "facts")
        yield folder


def _copies(city: Path, reports: int) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(config={"memory_limit": _MEMORY, "threads": "1"})
    con.execute("SET enable_progress_bar = false")
    make_copies(con, city, reports)
    return con


def _write_shared(city: Path, folder: Path, reports: int) -> None:
    con = _copies(city, reports)
    for name in SHARED:
        rows = con.sql(
            f"SELECT * FROM copies, (FROM city.{name} WHERE {OF_CITY.get(name, 'false')})"  # noqa: S608
        )
        _write(rows, name, folder / name / "all.parquet")


def _write_year(city: Path, folder: Path, reports: int, year: int) -> None:
    """Each report with its rows as one list until it is copied, so that they stay together."""
    con = _copies(city, reports)
    held = f"(SELECT report_id FROM city.reports WHERE {OF_CITY['reports']} AND year = {year})"  # noqa: S608
    for name in BY_REPORT:
        rows = con.sql(
            "SELECT copies.*, unnest(held, max_depth := 2) FROM copies,"  # noqa: S608
            f" (SELECT list(kept) AS held FROM city.{name} AS kept"
            f" WHERE report_id IN {held} GROUP BY report_id)"
        )
        _write(rows, name, folder / name / f"report_year={year}" / "facts.parquet")


def _write(rows: duckdb.DuckDBPyRelation, name: str, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    changes = ", ".join(f"{sql} AS {column}" for column, sql in OTHER.get(name, {}).items())
    replaced = f"REPLACE ({changes})" if changes else ""
    rows.select(f"* EXCLUDE (mark, words, own, times) {replaced}").write_parquet(
        file.as_posix(), compression="zstd"
    )
