"""From a file on the user's machine to the profile of its agency, and back."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from annual_reports.parallel import Processes
from annual_reports.pipeline import DATA, build_warehouse
from tests.browser.serving import MARKS, browsed, served, settle

pytestmark = MARKS
REPORTS = DATA / "reports"
SLOW = 60_000  # milliseconds for reading and for building


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "reports"
    folder.mkdir()
    copy(REPORTS / "pingtan-2019.html", folder)
    build_warehouse([folder], to=tmp_path / "build", with_demo=False, mapper=Processes(1))
    with served(tmp_path / "build") as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    with browsed(f"{address}/import") as page:
        yield page


def test_a_report_is_looked_at_imported_opened_and_taken_out(page: Page) -> None:
    page.set_input_files("input[type=file]", REPORTS / "pingtan-2020.html")
    page.get_by_text("可以入库").wait_for(timeout=SLOW)
    settle(page)
    expect(page.locator(".official table")).to_have_count(3)
    expect(page.locator(".source td.objected")).to_have_count(2)
    expect(page.get_by_text("办理结果总计填报 20，各项结果相加为 26").first).to_be_visible()

    page.get_by_role("button", name="入库", exact=True).click()
    page.get_by_text("已入库 1 份年报").wait_for(timeout=SLOW)
    settle(page)
    page.get_by_text("查看 平潭综合实验区 2020 年度").click()
    page.get_by_role("heading", name="机构画像").wait_for(timeout=SLOW)
    settle(page)
    assert parse_qs(urlparse(page.url).query)["report"] == ["2020"]
    expect(page.get_by_text("办理结果总计填报 20，各项结果相加为 26").first).to_be_visible()

    page.get_by_role("link", name="年报导入与自查").click()
    page.get_by_role("button", name="撤销这次入库").click()
    expect(page.get_by_text("已入库 1 份年报")).to_have_count(0, timeout=SLOW)
    settle(page)
    page.get_by_role("link", name="机构画像").click()
    page.get_by_role("heading", name="机构画像").wait_for(timeout=SLOW)
    settle(page)
    expect(page.get_by_text("办理结果总计填报 20")).to_have_count(0)
