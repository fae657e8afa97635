"""A statement written in the browser: run by the keyboard, charted, linked, refused."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from annual_reports.i18n import text
from annual_reports.pipeline import BuildResult
from tests.browser.serving import MARKS, browsed, served, settle

pytestmark = MARKS


@pytest.fixture
def page(shipped: tuple[Path, BuildResult]) -> Iterator[Page]:
    with served(shipped[0]) as address, browsed(f"{address}/sql?data=demo") as page:
        yield page


def test_a_statement_is_run_charted_and_sent_as_a_link(page: Page, tmp_path: Path) -> None:
    box = page.get_by_label(text("sql.text", "zh"))
    box.fill("SELECT 'a' AS k, 3 AS v\nUNION ALL SELECT 'b', 8")
    box.press("Control+Enter")
    page.get_by_text("v：最高 b（8），最低 a（3）").wait_for(timeout=60_000)
    settle(page)
    assert page.locator(".st-key-chart_sql .point path").count() == 2
    assert parse_qs(urlparse(page.url).query)["sql"][0].startswith("SELECT 'a' AS k")
    with page.expect_download() as started:
        page.get_by_role("button", name=text("table.download", "zh", style="CSV")).first.click()
    started.value.save_as(tmp_path / "result.csv")
    assert (tmp_path / "result.csv").read_text("utf-8-sig").split() == ["k,v", "a,3", "b,8"]
    page.reload()
    page.get_by_text("v：最高 b（8），最低 a（3）").wait_for(timeout=60_000)
    box.fill("SELECT * FROM read_text('/etc/passwd')")
    box.press("Control+Enter")
    page.get_by_text(text("error.sql-function.title", "zh")).wait_for(timeout=60_000)
    expect(page.get_by_text("root:")).to_have_count(0)
