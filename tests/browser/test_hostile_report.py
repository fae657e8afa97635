"""A report full of scripts in a real browser: none runs, and nothing is asked of another site."""

import os
from pathlib import Path

import pytest

from annual_reports.pipeline import build_warehouse
from tests.app.test_hostile_report import PAGES, hostile
from tests.browser.serving import MARKS, browsed, served, settle

LONG = pytest.mark.skipif(not os.environ.get("LONG_TESTS"), reason="part of make test-all")
pytestmark = [*MARKS, LONG]


def test_nothing_of_a_report_runs_in_the_browser(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for year in (2020, 2021):
        (folder / f"{year}.html").write_bytes(hostile(year))
    build_warehouse([folder], to=tmp_path / "build", with_demo=False)
    asked = "profile=pingtan&report=2021&number=3/disclosed/total@2021@pingtan"
    with served(tmp_path / "build") as address, browsed(address) as page:
        for name in (*PAGES[1:], "import"):
            page.goto(f"{address}/{name}?{asked}")
            settle(page)
            if name == "import":
                page.set_input_files("input[type=file]", folder / "2021.html")
                page.locator(".source").first.wait_for(timeout=60_000)
            assert "bad" in page.locator("body").inner_text() or name != "agency"
            assert page.evaluate("window.ran") is None
            assert page.locator("img[src='x'], .stMain script, .stMain svg[onload]").count() == 0
