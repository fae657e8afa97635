"""Verdicts hold over rebuilds as long as the values stay, and reopen when they change."""

from pathlib import Path

import pandas as pd

from annual_reports.verdicts import Mark, Verdict, VerdictLog
from annual_reports.warehouse import Warehouse
from tests.queries.test_checks import CLEAN
from tests.support import ALL_FINDINGS, SELECTION, agency, report, warehouse

UNBALANCED = {**CLEAN, "3/carried_out/natural_person": 6, "3/carried_out/total": 6}
WORSE = {**CLEAN, "3/carried_out/natural_person": 6, "3/carried_out/total": 7}
CHOSEN = {key: value for key, value in SELECTION.items() if not key.startswith("year")}

NO_LETTER = {"agency_id": "", "year": None}


def built(values: dict[str, int]) -> Warehouse:
    return warehouse([agency("a"), agency("b")], [report("a", 2024, values), report("b", 2024)])


def findings(held: Warehouse, log: VerdictLog) -> pd.DataFrame:
    return held.ask("findings_list", log.latest(), **SELECTION, **ALL_FINDINGS)


def settle(held: Warehouse, log: VerdictLog, column: str, verdict: Verdict) -> None:
    rows = findings(held, log)
    row = rows[(rows["rule"] == "t3-balance") & (rows["column_code"] == column)].iloc[0]
    log.settle([Mark(row["finding_id"], row["values_hash"])], verdict, "王", "已核")


def verdicts(held: Warehouse, log: VerdictLog) -> dict[str, tuple[str, bool]]:
    rows = findings(held, log)
    own = rows[rows["rule"] == "t3-balance"]
    said = zip(own["verdict"], own["is_reopened"], strict=True)
    return dict(zip(own["column_code"], said, strict=True))


def test_every_finding_is_open_at_first(tmp_path: Path) -> None:
    log = VerdictLog(tmp_path / "v.sqlite")
    assert verdicts(built(UNBALANCED), log) == {
        "natural_person": ("open", False),
        "total": ("open", False),
    }


def test_a_verdict_survives_a_rebuild_and_a_changed_value_reopens_it(tmp_path: Path) -> None:
    log = VerdictLog(tmp_path / "v.sqlite")
    for column in ("natural_person", "total"):
        settle(built(UNBALANCED), log, column, Verdict.FALSE_ALARM)
    assert verdicts(built(UNBALANCED), log) == {
        "natural_person": ("false-alarm", False),
        "total": ("false-alarm", False),
    }
    assert verdicts(built(WORSE), log) == {
        "natural_person": ("false-alarm", False),
        "total": ("open", True),
    }
    assert verdicts(built(UNBALANCED), log)["total"] == ("false-alarm", False)


def test_what_is_a_false_alarm_or_corrected_stands_no_longer(tmp_path: Path) -> None:
    log, held = VerdictLog(tmp_path / "v.sqlite"), built(UNBALANCED)
    settle(held, log, "total", Verdict.CORRECTED)
    settle(held, log, "natural_person", Verdict.CONFIRMED)
    by_rule = held.ask("findings_by_rule", log.latest(), **SELECTION).set_index("rule")
    counts = by_rule.loc["t3-balance", ["findings", "open", "confirmed", "corrected"]]
    assert counts.tolist() == [1, 0, 1, 1]
    assert held.ask("scope", log.latest(), **SELECTION, basis="members").iloc[0]["errors"] == 1
    cells = held.ask("report_cells", log.latest(), report_id="a-2024")
    assert cells.loc[cells["rules"].str.len() > 0, "column_code"].tolist() == ["natural_person"]


def test_the_matrix_has_every_rule_that_applies_to_a_report(tmp_path: Path) -> None:
    log, held = VerdictLog(tmp_path / "v.sqlite"), built(UNBALANCED)
    settle(held, log, "total", Verdict.CONFIRMED)
    matrix = held.ask("rule_matrix", log.latest(), **CHOSEN, year=2024, most=None)
    own = matrix[matrix["rule"] == "t3-balance"].set_index("agency_id")
    assert own.loc["a", ["state", "findings", "open"]].tolist() == ["fail", 2, 1]
    assert own.loc["b", ["state", "findings", "open"]].tolist() == ["pass", 0, 0]
    assert "not-assessable" in set(matrix["state"])
    assert not matrix["rule"].str.startswith("annex").any()


def test_the_sums_of_agencies_rules_and_reports_are_those_of_standing_findings(
    tmp_path: Path,
) -> None:
    log, held = VerdictLog(tmp_path / "v.sqlite"), built(UNBALANCED)
    settle(held, log, "total", Verdict.FALSE_ALARM)
    matrix = held.ask("rule_matrix", log.latest(), **CHOSEN, year=2024, most=None)
    assert set(matrix["agencies"]) == {2}
    assert set(matrix["troubled_agencies"]) == {1}
    by_agency = matrix.groupby("agency_id")["agency_findings"].agg(set).to_dict()
    assert by_agency == {"a": {1}, "b": {0}}
    assert set(matrix.loc[matrix["rule"] == "t3-balance", "rule_findings"]) == {1}
    found = held.ask("findings_list", log.latest(), **SELECTION, **ALL_FINDINGS)
    assert found["is_standing"].tolist() == [True, False]
    letters = held.ask("letter_reports", log.latest(), **SELECTION, **NO_LETTER, rows=9)
    assert letters[["agency_id", "year", "findings"]].to_numpy().tolist() == [["a", 2024, 1]]
