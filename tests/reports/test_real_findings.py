"""On the real reports, where they are at hand, the checks find what is wrong and nothing else.

Their prose is cut down to headings and figures, so that rules about missing text say nothing.
"""

import shutil
from pathlib import Path

import pytest

from annual_reports.pipeline import build_warehouse
from annual_reports.warehouse import open_warehouse

FOLDER = Path(__file__).parents[3] / "shared" / "reports"
FILES = (
    "yandu-coop-2019.txt", "pingtan-2019.html", "pingtan-2020.html", "pingtan-2021.html",
    "pingtan-2024.html", "pingtan-2025.html", "hongze-2024.pdf",
)  # fmt: skip

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real reports are not here")


def test_real_reports_have_their_own_mistakes_and_no_others(tmp_path: Path) -> None:
    for name in FILES:
        shutil.copy(FOLDER / name, tmp_path)
    build_warehouse([tmp_path], to=tmp_path / "build", with_demo=False)
    sql = (
        "SELECT report_id, rule, row_code, column_code, found::DOUBLE, expected::DOUBLE "
        "FROM findings WHERE NOT starts_with(rule, 'section-') "
        "AND rule <> 'processing-fee-unstated' ORDER BY ALL"
    )
    found = open_warehouse(tmp_path / "build").connection.execute(sql).fetchall()
    assert found == [
        # its prose is whole and tells appraisal only
        ("hongze-2024", "supervision-unstated", "overview", "", 1, 3),
        ("hongze-2024", "wrong-form", "other", "", None, None),
        ("pingtan-2019", "narrative-parts", "overview", "", 2599, 2533),
        ("pingtan-2020", "narrative-parts", "overview", "", 2602, 2603),
        ("pingtan-2020", "t3-closed-sum", "closed_total", "natural_person", 20, 26),
        ("pingtan-2020", "t3-closed-sum", "closed_total", "total", 21, 27),
        ("pingtan-2025", "stock-normative", "normative_documents", "in_force", 546, 453),
    ]
