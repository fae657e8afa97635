"""Every page: from a chart to the number behind it and back; a link shows the same again."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page

from annual_reports.app_pages.router import ADDRESSES, PAGES
from annual_reports.pipeline import BuildResult
from tests.browser.serving import MARKS, browsed, served, settle
from tests.browser.test_journey import click_until

pytestmark = MARKS
CHOSEN = {"data": "demo", "kind": "department", "from": "2021", "to": "2024"}
CHOICES = {
    "agency": {"profile": "demo-police", "report": "2023"},
    "compare": {"left": "demo-police", "right": "demo-housing"},
    "evidence": {"number": "disclosure_rate@2023@demo-police"},
    "definitions": {"metric": "withheld_rate"},
    "agencies": {"metric": "withheld_rate", "year": "2023"},
    "quality": {"rule": "t3-row-total"},
    "sql": {"sql": "SELECT kind, count(*) AS n FROM dataset_agencies GROUP BY kind ORDER BY n"},
}
CHARTS = {
    "overview": "changes_disclosure_rate",
    "volume": "agency_by_year",
    "applications": "outcome_mix",
    "disputes": "disputes_by_year",
    "agencies": "funnel",
    "agency": "agency_outcomes",
}


@pytest.fixture(scope="module")
def address(shipped: tuple[Path, BuildResult]) -> Iterator[str]:
    with served(shipped[0]) as address:
        yield address


def link(address: str, page_id: str) -> str:
    chosen = {**CHOSEN, **CHOICES.get(page_id, {})}
    place = "" if page_id == PAGES[0] else ADDRESSES.get(page_id, page_id)
    return f"{address}/{place}?{'&'.join(f'{key}={value}' for key, value in chosen.items())}"


def shown(page: Page) -> list[str]:
    """Everything that is said on the page, once no more comes: titles, notes, key figures."""
    settle(page)
    said = page.locator(".stMain [data-testid='stMarkdownContainer']")
    seen: list[list[str]] = []
    for _ in range(30):
        seen.append([words for words in said.all_inner_texts() if words.strip()])
        if seen[-1] and seen[-3:] == 3 * [seen[-1]]:
            return seen[-1]
        page.wait_for_timeout(1000)
    pytest.fail("the page does not come to rest")


@pytest.mark.parametrize("page_id", [page for page in PAGES if page != "sql"])
def test_a_link_opened_fresh_shows_the_same(address: str, page_id: str) -> None:
    with browsed(link(address, page_id)) as page:
        page.locator("h1").wait_for()
        first, kept = shown(page), page.url
    with browsed(kept) as page:
        page.locator("h1").wait_for()
        assert shown(page) == first
        assert page.url == kept


@pytest.mark.parametrize(("page_id", "chart"), CHARTS.items())
def test_from_a_chart_to_its_number_and_back_the_choices_stay(
    address: str, page_id: str, chart: str
) -> None:
    with browsed(link(address, page_id)) as page:
        page.locator("h1").wait_for()
        settle(page)
        title, before = page.locator("h1").inner_text(), parse_qs(urlparse(page.url).query)
        mark = page.locator(f".st-key-chart_{chart} .point path, .st-key-chart_{chart} path.point")
        click_until(mark.first, page.get_by_role("heading", name="数字溯源"))
        settle(page)
        assert parse_qs(urlparse(page.url).query)["kind"] == ["department"]
        page.go_back()
        page.get_by_role("heading", name=title, exact=True).wait_for()
        settle(page)
        assert parse_qs(urlparse(page.url).query) == before
