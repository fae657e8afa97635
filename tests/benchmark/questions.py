"""What every question of queries/ takes, asked as the pages ask it, beside a bare scan and pandas.

A question is put by ``Warehouse.ask`` and ends as a frame, tables of the data set by
``Warehouse.write`` as a Parquet file. Nothing of an answer is kept; what the database holds of
the file in memory is. Of several sets of parameters the slowest is shown.
"""

import os
import tempfile
from collections.abc import Callable
from functools import partial
from os import getloadavg
from pathlib import Path
from statistics import median, quantiles
from typing import Final, NamedTuple

import numpy as np
import pandas as pd
import pyarrow.parquet as pq

from annual_reports.catalogue import query
from annual_reports.pipeline import PROJECT
from annual_reports.warehouse import Warehouse, open_warehouse
from annual_reports.warehouse.dataset import SIZE
from tests.benchmark.measure import SCAN, Seconds, alone, seconds, table
from tests.benchmark.recorded import Params, asked_by_pages, completed

HEAD: Final = ("question", "folder", "rows", "median ms", "p95 ms", "cpu ms", "× scan")
_TIMES: Final = 15
_GOAL: Final = 12
_VALUES: Final = """
SELECT metric_id, year, numerator::DOUBLE AS numerator, denominator::DOUBLE AS denominator
FROM metric_values
JOIN reports ON reports.report_id = metric_values.report_id
"""
_RATES: Final = f"""
SELECT year, sum(numerator) / sum(denominator) AS rate
FROM ({_VALUES}) AS known
WHERE metric_id = 'disclosure_rate'
GROUP BY year
ORDER BY year
"""  # noqa: S608  # constants


class Answered(NamedTuple):
    """One question: the rows of its answer and the times it was asked."""

    name: str
    folder: str
    rows: int
    times: list[Seconds]

    @property
    def middle(self) -> float:
        """Milliseconds by the clock, the median."""
        return 1000 * median(time.clock for time in self.times)

    @property
    def processor(self) -> float:
        """Milliseconds of processor time on all cores, the median."""
        return 1000 * median(time.processor for time in self.times)


def report(builds: Path) -> str:
    """Every question over the current build in ``builds``, in a process of its own."""
    return alone(_report, builds)


def _report(builds: Path) -> str:
    os.environ["ANNUAL_REPORTS_BUILDS"] = str(builds)
    os.chdir(PROJECT)  # where Streamlit finds its settings
    load = getloadavg()[0]
    held = open_warehouse(builds)
    floors = _floors(held)
    every = completed(asked_by_pages(), held)
    found = [_slowest(held, query_id, sets) for query_id, sets in every.items()]
    found.sort(key=lambda answered: -answered.middle)
    rows = [_row(answered, floors[0]) for answered in (*found, *floors)]
    return "\n".join([table(HEAD, rows), *_summary(found), f"load before: {load:.1f}"])


def _floors(held: Warehouse) -> list[Answered]:
    """The bare scan, and the disclosure rate by year once by pandas and once by the database."""
    cursor = held.connection.cursor()
    values = cursor.execute(_VALUES).df()
    by_pandas, by_sql = _rates(values), cursor.execute(_RATES).df()
    if not np.allclose(by_pandas, by_sql["rate"]):
        raise RuntimeError("pandas and the database differ")
    works: dict[str, Callable[[], int]] = {
        SCAN: lambda: len(cursor.execute(SCAN).df()),
        "disclosure rate by year, DuckDB": lambda: len(cursor.execute(_RATES).df()),
        "the same, pandas over a frame in memory": lambda: len(_rates(values)),
    }
    return [_timed(name, "floor", work) for name, work in works.items()]


def _rates(values: pd.DataFrame) -> "pd.Series[float]":
    chosen = values[values["metric_id"] == "disclosure_rate"]
    sums = chosen.groupby("year")[["numerator", "denominator"]].sum()
    return sums["numerator"] / sums["denominator"]


def _slowest(held: Warehouse, query_id: str, sets: list[Params]) -> Answered:
    folder = query(query_id).folder
    answer = _written if folder == "dataset" and query_id != SIZE else _asked
    runs = [_timed(query_id, folder, partial(answer, held, query_id, one)) for one in sets]
    return max(runs, key=lambda answered: answered.middle)


def _asked(held: Warehouse, query_id: str, params: Params) -> int:
    return len(held.ask(query_id, **params))


def _written(held: Warehouse, query_id: str, params: Params) -> int:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "table.parquet"
        held.write(target, query_id, **params)
        rows: int = pq.read_metadata(target).num_rows
    return rows


def _timed(name: str, folder: str, work: Callable[[], int]) -> Answered:
    """Once to warm what is not of the answer, such as the file's pages, then counted."""
    rows = work()
    return Answered(name, folder, rows, [seconds(work) for _ in range(_TIMES)])


def _row(answered: Answered, scan: Answered) -> tuple[str, ...]:
    late = 1000 * quantiles((time.clock for time in answered.times), n=20, method="inclusive")[18]
    times = (f"{spent:.1f}" for spent in (answered.middle, late, answered.processor))
    over = f"{answered.middle / scan.middle:.1f}"
    return answered.name, answered.folder, str(answered.rows), *times, over


def _summary(found: list[Answered]) -> list[str]:
    by_clock = sum(answered.middle <= _GOAL for answered in found)
    by_processor = sum(answered.processor <= _GOAL for answered in found)
    return [
        f"within {_GOAL} ms: {by_clock} of {len(found)} by the clock,"
        f" {by_processor} of processor time",
    ]
