"""A supervisor's journey in a real browser on shipped data; nothing leaves the server."""

import csv
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import openpyxl
import pytest
from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as NothingYet

from annual_reports.pipeline import BuildResult
from annual_reports.warehouse import open_warehouse
from tests.browser.serving import MARKS, browsed, served, settle

pytestmark = MARKS
_REAL_FINDINGS = (
    "SELECT count(*) FROM findings JOIN reports USING (report_id)"
    " JOIN agencies USING (agency_id) WHERE NOT is_demo"
)


@pytest.fixture(scope="module")
def address(shipped: tuple[Path, BuildResult]) -> Iterator[str]:
    with served(shipped[0]) as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    with browsed(address) as page:
        yield page


def click_until(mark: Locator, sign: Locator) -> None:
    """Click a mark; again where the chart was just being redrawn under the pointer."""
    for _ in range(3):
        mark.scroll_into_view_if_needed()
        mark.click(force=True)
        with suppress(NothingYet):
            sign.wait_for(timeout=15_000)
            return
    pytest.fail("the click on the mark led nowhere")


def tick_first_row(page: Page, table: Locator) -> None:
    """Tick the box of the first row; what draws tables is fetched with the first of them."""
    table.locator("canvas").first.wait_for()
    table.scroll_into_view_if_needed()
    place = table.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 20, place["y"] + 52)


def test_from_the_overview_to_an_agency_and_its_cells(page: Page) -> None:
    page.get_by_role("heading", name="总览").wait_for()
    page.get_by_text("演示数据，纯属虚构").first.wait_for()
    click_until(
        page.locator(".st-key-chart_changes_disclosure_rate .point path").first,
        page.get_by_role("heading", name="数字溯源"),
    )
    settle(page)
    assert "number=disclosure_rate" in page.url
    page.locator(".source td.chosen").wait_for()
    page.get_by_role("button", name="机构画像").click()
    page.get_by_role("heading", name="机构画像").wait_for()
    settle(page)
    assert parse_qs(urlparse(page.url).query)["profile"][0].startswith("demo-")
    assert page.locator(".official table").count() == 3
    page.locator(".official td").first.wait_for()


def test_a_rate_on_the_overview_leads_to_the_framed_cell_in_two_clicks(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/?data=real&region=江苏省&from=2023&to=2024")
    settle(page)
    page.locator(".st-key-trace_disclosure_rate button").click()
    page.get_by_role("heading", name="数字溯源").wait_for()
    settle(page)
    tick_first_row(page, page.locator("[class*='st-key-choice_parts_']"))
    framed = page.locator(".source td.chosen")
    framed.wait_for()
    settle(page)
    assert framed.inner_text() == "1431"
    assert parse_qs(urlparse(page.url).query)["part"] == ["suqian-2024"]
    page.goto(page.url)
    settle(page)
    framed.wait_for()
    assert framed.inner_text() == "1431"
    assert "江苏省" in parse_qs(urlparse(page.url).query)["region"]


def test_a_cell_of_the_official_tables_leads_to_its_place(page: Page, address: str) -> None:
    page.goto(f"{address}/agency?data=real&profile=pingtan&report=2020")
    settle(page)
    cell = page.locator(".official td.objected a").first
    value = cell.inner_text().replace("!", "").strip()
    cell.click()
    page.get_by_role("heading", name="数字溯源").wait_for()
    framed = page.locator(".source td.chosen")
    framed.wait_for()
    assert framed.inner_text() == value


def test_a_link_opens_the_same_view_and_language_can_be_switched(page: Page, address: str) -> None:
    page.goto(f"{address}/agency?data=real&profile=pingtan&report=2020")
    settle(page)
    page.get_by_text("办理结果总计填报 20，各项结果相加为 26").first.wait_for()
    page.get_by_text("English", exact=True).click()
    page.get_by_text("the total of outcomes says 20, the outcomes add up to 26").first.wait_for()
    settle(page)
    assert "profile=pingtan" in page.url
    assert "lang=en" in page.url


def real_findings(builds: Path) -> int:
    """How many findings the warehouse has of real reports."""
    rows = open_warehouse(builds).connection.execute(_REAL_FINDINGS).fetchall()
    return int(rows[0][0])


def test_tables_are_saved_for_excel(
    page: Page, address: str, shipped: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    page.goto(f"{address}/quality?data=real")
    settle(page)
    with page.expect_download() as started:
        page.locator(".st-key-save_findings_0_CSV button").click()
    saved = tmp_path / "findings.csv"
    started.value.save_as(saved)
    assert started.value.suggested_filename.startswith("校核发现明细")
    assert saved.read_bytes().startswith(b"\xef\xbb\xbf")
    lines = csv.reader(saved.read_text(encoding="utf-8-sig").splitlines(keepends=True))
    assert len(list(lines)) == 1 + real_findings(shipped[0])


def test_every_finding_is_saved_with_all_its_fields(
    page: Page, address: str, shipped: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    page.goto(f"{address}/quality?data=real")
    settle(page)
    with page.expect_download() as started:
        page.locator(".st-key-save_all_findings_XLSX button").click()
    saved = tmp_path / "findings.xlsx"
    started.value.save_as(saved)
    assert started.value.suggested_filename.startswith("校核发现（全部字段）")
    assert openpyxl.load_workbook(saved).worksheets[0].max_row == 1 + real_findings(shipped[0])


def test_a_late_reports_row_leads_to_the_profile(page: Page, address: str) -> None:
    page.goto(f"{address}/timeliness?data=demo&year=2024")
    settle(page)
    page.get_by_text("到期应公布 43 份").first.wait_for()
    tick_first_row(page, page.locator(".st-key-table_late"))
    page.wait_for_url("**/agency?*profile=demo-statistics*")
