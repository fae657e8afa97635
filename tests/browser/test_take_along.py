"""What the reader takes along is made by the browser and the server alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Page

from annual_reports.i18n import text
from annual_reports.pipeline import BuildResult
from tests.browser.serving import MARKS, browsed, served, settle

pytestmark = MARKS
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def address(shipped: tuple[Path, BuildResult]) -> Iterator[str]:
    with served(shipped[0]) as address:
        yield address


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    with browsed(address) as page:
        yield page


def saved_picture(page: Page, target: Path) -> str:
    """Press the camera, keep the file; the name it is given."""
    with page.expect_download() as started:
        page.locator('[role="dialog"] .modebar-btn').click()
    started.value.save_as(target)
    return started.value.suggested_filename


def test_a_chart_is_saved_as_svg_and_png_with_all_its_words(
    page: Page, shipped: tuple[Path, BuildResult], tmp_path: Path
) -> None:
    page.locator(".st-key-picture_outcome_mix button").click()
    page.locator('[role="dialog"] .js-plotly-plot .gtitle').wait_for()
    name = saved_picture(page, tmp_path / "chart.svg")
    assert name.endswith(f"-{text('origin.demo.file', 'zh')}.svg")
    root = etree.parse(tmp_path / "chart.svg").getroot()
    assert root.tag == f"{_SVG}svg"
    words = "".join("".join(part.itertext()) for part in root.iter(f"{_SVG}text"))
    for said in ("2025年办结", "全部地区", shipped[1].build.build_id, text("origin.demo", "zh")):
        assert said in words
    page.locator('[role="dialog"]').get_by_text("PNG").click()
    settle(page)
    page.locator('[role="dialog"] .st-key-picture_png .js-plotly-plot').wait_for()
    assert saved_picture(page, tmp_path / "chart.png").endswith(".png")
    with Image.open(tmp_path / "chart.png") as image:
        assert image.width == 2 * int(root.get("width"))
