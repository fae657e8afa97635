"""The comparison of all texts alone: how its time and memory grow with the number of reports."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import duckdb
import pyarrow as pa

from annual_reports.catalogue import queries_in
from annual_reports.registry import Agency, Registry
from annual_reports.warehouse.filling import append
from annual_reports.warehouse.rows import agency_rows
from tests.benchmark.measure import alone, peak_megabytes, table

HEAD: Final = ("reports", "clauses", "clauses in pairs", "pairs", "seconds", "reports/s", "peak MB")
_YEARS: Final = range(2016, 2026)
_CLAUSES: Final = 220  # some 3,000 characters
_SECTIONS: Final = {
    "overview": 0.6, "proactive": 0.05, "requests": 0.05, "disputes": 0.02, "problems": 0.23,
    "other_matters": 0.05,
}  # fmt: skip
_STEPS: Final = (
    "is_enough_text", "whole_lines", "clause_pieces", "clause_words", "is_formula", "common_from",
    "rate", "agency_words", "clauses", "text_clauses", "common_limits", "common_clauses",
    "own_clauses", "text_sizes", "text_hits", "text_pairs",
)  # fmt: skip
_HAN: Final = [chr(code) for code in range(0x6C00, 0x6C00 + 1200)]


def report(count: int) -> str:
    """The comparison of a quarter of the reports, of all, and of all where texts are copied.

    In the last line every clause stands in nineteen reports of a year, the most before it is
    common: the most work that so many reports can make.
    """
    plan = ((count // 4, 1), (count, 1), (count, 19))
    return table(HEAD, [alone(_row, reports, copies) for reports, copies in plan])


def _row(reports: int, copies: int) -> tuple[str, ...]:
    with tempfile.TemporaryDirectory() as held:
        config: dict[str, Any] = {"memory_limit": "384MB", "temp_directory": f"{held}/spill"}
        con = duckdb.connect(str(Path(held) / "texts.duckdb"), config=config)
        con.execute("SET enable_progress_bar = false")
        _fill(con, reports // len(_YEARS), copies)
        steps = [step.sql for step in queries_in("derive") if step.query_id in _STEPS]
        begun = perf_counter()
        for sql in steps:
            con.execute(sql)
        seconds = perf_counter() - begun
        counts = [
            con.table(name).count("*").fetchall()[0][0] for name in ("text_clauses", "own_clauses")
        ]
        pairs = "SELECT count(DISTINCT (report_id, other_id)) FROM text_pairs"
        counts += con.execute(pairs).fetchall()[0]
    each = f"{reports / seconds:.0f}"
    return str(reports), *map(str, counts), f"{seconds:.1f}", each, f"{peak_megabytes():.0f}"


def _fill(con: duckdb.DuckDBPyConnection, agencies: int, copies: int) -> None:
    """Agencies with a report for every year, each ``copies`` of them with the same texts."""
    for step in queries_in("schema"):
        con.execute(step.sql)
    append(con, "agencies", agency_rows(Registry(tuple(map(_agency, range(agencies))))))
    for number in range(agencies):
        texts = list(_texts(number // copies))
        reports = [(f"{number}-{year}", year) for year in _YEARS]
        with con.appender("reports") as appender:
            appender.append_rows(_report(number, *one) for one in reports)
        rows = [
            (report_id, place, code, code, body)
            for (report_id, _), sections in zip(reports, texts, strict=True)
            for place, (code, body) in enumerate(sections.items(), start=1)
        ]
        names = ("report_id", "position", "section_code", "heading", "body")
        columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
        con.register("made", pa.table(columns))
        con.execute("INSERT INTO sections BY NAME FROM made")


def _agency(number: int) -> Agency:
    name = f"某市第{number}局"
    return Agency(str(number), name, name, "某省/某市", "city", "department")


def _report(number: int, report_id: str, year: int) -> tuple[Any, ...]:
    return (
        report_id, str(number), year, 1, True, "2021", "t", None, None, "p", "html", report_id,
    )  # fmt: skip


def _texts(seed: int) -> Iterator[dict[str, str]]:
    """A text a year: a third of it what everybody says, a third last year's, the rest its own."""
    rng, common = random.Random(seed), random.Random(-1)  # noqa: S311  # chance, not secrecy
    template = [_clause(common) for _ in range(200)]
    last = [_clause(rng) for _ in range(_CLAUSES)]
    for _ in _YEARS:
        last = [
            rng.choice((rng.choice(template), last[place], _clause(rng)))
            for place in range(_CLAUSES)
        ]
        yield dict(_parted(last))


def _clause(rng: random.Random) -> str:
    return "".join(rng.choices(_HAN, k=rng.randint(9, 16)))


def _parted(clauses: list[str]) -> Iterator[tuple[str, str]]:
    start = 0
    for code, share in _SECTIONS.items():
        end = start + round(share * len(clauses))
        yield code, "，".join(clauses[start:end]) + "。"
        start = end
