"""Every page in both themes: axe-core finds nothing serious in what is ours."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from annual_reports.app_pages.router import PAGES
from annual_reports.pipeline import BuildResult
from tests.browser.serving import MARKS, browsed, served, settle
from tests.browser.test_every_page import link

pytestmark = MARKS
SERIOUS = {"serious", "critical"}
STREAMLITS_OWN = {
    "list": "the sidebar's navigation sets headings among list items",
    "listitem": "the same",
    "aria-allowed-attr": "selectboxes of the framework",
    "scrollable-region-focusable": "the framework's scrolling containers",
    "svg-img-alt": "the small lines in key figures",
}


@pytest.fixture(scope="module")
def address(shipped: tuple[Path, BuildResult]) -> Iterator[str]:
    with served(shipped[0]) as address:
        yield address


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page_id", PAGES)
def test_axe_finds_nothing_serious(
    address: str, page_id: str, theme: Literal["light", "dark"]
) -> None:
    with browsed(link(address, page_id), theme=theme) as page:
        page.locator("h1").wait_for()
        settle(page)
        found = Axe().run(page).response["violations"]
    said = [
        f"{one['id']}: {node['html'][:160]} {node['any'][:1]}"
        for one in found
        if one["impact"] in SERIOUS and one["id"] not in STREAMLITS_OWN
        for node in one["nodes"]
    ]
    assert said == []
