"""The demo's prose states the figures of its tables, and each of them is found."""

import re
import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest

from annual_reports.demo import write_demo
from annual_reports.demo.figures import AgencyYear
from annual_reports.extract import extract_report
from annual_reports.extract.narrative import figures_of
from annual_reports.facts import Exactness, Report, Section
from annual_reports.form import form_by_code
from annual_reports.registry import read_registry

POOLS = tomllib.loads(
    files("annual_reports.demo").joinpath("sentences.toml").read_text(encoding="utf-8")
)
HEADINGS = {section.code: section.label_zh for section in form_by_code("2021").sections}
SENTENCES = [
    (section, pool, sentence)
    for section, pools in POOLS.items()
    if isinstance(pools, dict) and section not in {"problems", "varied"}
    for pool, sentences in pools.items()
    for sentence in sentences
]
CODES = {
    "items": "items_published", "guides": "policy_interpretations", "new": "requests_received",
    "closed": "requests_closed", "carried_in": "carried_in", "carried_out": "carried_out",
    "disclosed": "disclosed", "partly": "partly_disclosed", "withheld": "withheld",
    "unavailable": "unavailable", "declined": "declined", "other": "other_handling",
    "reviews": "reviews", "lawsuits": "lawsuits", "fee": "processing_fee",
}  # fmt: skip
OTHER_FACTS = ("briefings", "points", "trainings", "issued", "repealed", "in_force", "corrected")
NUMBERS = {name: place + 11 for place, name in enumerate((*CODES, *OTHER_FACTS))}
SAID_NONE = {"requests": {"requests_received"}, "cases": {"reviews", "lawsuits"}}
ROWS = {
    "requests_received": "new_requests", "requests_closed": "closed_total",
    "carried_in": "carried_in", "carried_out": "carried_out", "disclosed": "disclosed",
    "partly_disclosed": "partly_disclosed", "withheld": "withheld", "unavailable": "unavailable",
    "declined": "declined", "other_handling": "other",
}  # fmt: skip


@pytest.mark.parametrize(("section", "pool", "sentence"), SENTENCES)
def test_each_sentence_states_what_is_filled_in(section: str, pool: str, sentence: str) -> None:
    text = sentence.format(year=2024, name="示例市公安局", focus="户籍办理", **NUMBERS)
    found = {
        figure.code: (figure.value, figure.exactness)
        for figure in figures_of([Section(section, HEADINGS[section], text)], 2024)
    }
    named = set(re.findall(r"\{(\w+)\}", sentence)) & CODES.keys()
    expected = {CODES[name]: (NUMBERS[name], Exactness.EXACT) for name in named}
    subject = pool.removesuffix("_none")
    if pool.endswith("_none") and subject in SAID_NONE:
        expected = dict.fromkeys(SAID_NONE[subject], (0, Exactness.NONE))
    if pool == "fee_none":
        assert found["processing_fee"][0] == 0
    elif pool != "outcomes_none":
        assert found == expected


@pytest.fixture(scope="module")
def reports(
    tmp_path_factory: pytest.TempPathFactory, agencies_csv: Path, flaws_csv: Path
) -> dict[tuple[str, int], Report]:
    registry = read_registry([agencies_csv], [])
    paths = write_demo(tmp_path_factory.mktemp("stated"), agencies_csv, flaws_csv).reports
    keys = [path.stem.rsplit("-", 1) for path in paths]
    return {
        (agency_id, int(year)): extract_report(path, registry)
        for path, (agency_id, year) in zip(paths, keys, strict=True)
    }


def truth(report: Report, figures: AgencyYear) -> dict[str, Decimal]:
    """What the tables print, else the true figure, and what only the prose tells."""
    printed = {
        key: cell.value if cell.value is not None and cell.value >= 0 else figures.cells[key]
        for cell in report.cells
        if (key := cell.key) in figures.cells
    }

    def total(table: str, *starts: str) -> Decimal:
        rows = (row for t, row, c in printed if t == table and c == "total")
        return sum(
            (printed[table, row, "total"] for row in rows if row.startswith(starts)), Decimal(0)
        )

    return {
        **{code: total("3", start) for code, start in ROWS.items()},
        "reviews": total("4", "review"),
        "lawsuits": total("4", "litigation"),
        "items_published": Decimal(figures.items_published),
        "processing_fee": Decimal(figures.processing_fee),
    }


def test_every_report_states_what_its_tables_print(
    reports: dict[tuple[str, int], Report],
    known: dict[tuple[str, int], AgencyYear],
    rewritten: set[tuple[str, int]],
) -> None:
    unlike = set()
    for key, report in reports.items():
        if key in rewritten:
            continue
        printed = truth(report, known[key])
        codes = [figure.code for figure in report.figures]
        assert len(codes) == len(set(codes))
        assert {"items_published", "requests_received", "reviews", "lawsuits"} <= set(codes)
        assert ("processing_fee" in codes) == (key[1] > 2020)
        unlike |= {
            (*key, figure.code)
            for figure in report.figures
            if figure.code != "policy_interpretations" and figure.value != printed[figure.code]
        }
    assert unlike == set()
