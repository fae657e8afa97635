"""A corrected and a revised report say so on the agency's profile."""

from pathlib import Path

import pytest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import DATA, build_warehouse
from tests.app.test_pages import run_page, words

pytestmark = pytest.mark.usefixtures("_clean_caches")
CORRECTION = """
[[corrections]]
agency_id = "pingtan"
year = 2021
cell = "3/new_requests/total"
old = "71"
new = 72
reason = "电话核实"
who = "王"
when = "2026-11-24"
"""


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_revised_and_corrected_is_said_cell_by_cell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    source = (DATA / "reports" / "pingtan-2021.html").read_text(encoding="utf-8")
    report, builds = tmp_path / "in" / "pingtan-2021.html", tmp_path / "build"
    report.parent.mkdir()
    report.write_text(source, encoding="utf-8")
    build_warehouse([report.parent], to=builds, with_demo=False)
    old = "<td>4</td><td>70</td></tr>"
    assert old in source
    revised = source.replace(old, "<td>4</td><td>71</td></tr>", 1)
    report.write_text(revised, encoding="utf-8")
    (report.parent / "corrections.toml").write_text(CORRECTION, encoding="utf-8")
    build_warehouse([report.parent], to=builds, with_demo=False)
    app = run_page(monkeypatch, builds, "agency", lang=lang)
    assert text("report.corrections", lang, n=1) in words(app)
    assert text("report.changes", lang, revision=2, n=1) in words(app)
    frames = [table.value for table in app.dataframe]
    (changed,) = [frame for frame in frames if "old_raw" in frame.columns]
    assert changed[["old_raw", "new_raw"]].values.tolist() == [["70", "71"]]
    (corrected,) = [frame for frame in frames if "reason" in frame.columns]
    assert corrected[["old", "new", "who"]].values.tolist() == [["71", 72, "王"]]
