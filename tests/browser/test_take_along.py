"""What the reader takes along is made by the browser and the server alone."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from PIL import Image
from playwright.sync_api import Page
from pypdfium2 import PdfDocument

from annual_reports.extract.readers.office import is_installed
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


def test_a_link_opens_the_same_view(page: Page, address: str) -> None:
    page.goto(f"{address}/applications?data=demo&to=2024")
    settle(page)
    page.get_by_role("button", name=text("link.button", "zh")).click()
    link = page.locator('[data-testid="stPopoverBody"] code').inner_text()
    assert link.startswith(f"{address}/applications?")
    assert "from=2019" in link
    page.goto(link)
    settle(page)
    page.get_by_role("heading", name=text("page.applications", "zh")).wait_for()
    assert "to=2024" in page.url


@pytest.mark.skipif(not is_installed(), reason="no LibreOffice on this machine")
def test_a_brief_is_saved_as_word_file_and_as_pdf(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/agency?data=demo&profile=demo-police&report=2024")
    settle(page)
    page.locator(".st-key-brief button").click()
    dialog = page.get_by_role("dialog")
    with page.expect_download() as started:
        dialog.get_by_role("button", name=text("brief.docx", "zh")).click()
    marked = text("origin.demo.file", "zh")
    assert started.value.suggested_filename == f"示例市公安局-2024-简报-{marked}.docx"
    dialog.get_by_role("button", name=text("brief.pdf.make", "zh")).click()
    with page.expect_download(timeout=90_000) as started:
        dialog.get_by_role("button", name=text("brief.pdf", "zh")).click(timeout=90_000)
    started.value.save_as(tmp_path / "brief.pdf")
    assert started.value.suggested_filename == f"示例市公安局-2024-简报-{marked}.pdf"
    assert len(PdfDocument(tmp_path / "brief.pdf")) == 2


def test_the_whole_data_set_is_saved(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}/definitions?data=demo&dictionary=dataset&dataset=all")
    settle(page)
    page.get_by_role("button", name=text("dataset.make", "zh")).click()
    with page.expect_download() as started:
        page.get_by_role("button", name=text("dataset.save", "zh")).click()
    started.value.save_as(tmp_path / "data.zip")
    assert text("origin.demo.file", "zh") in started.value.suggested_filename
    with ZipFile(tmp_path / "data.zip") as archive:
        assert archive.testzip() is None
        assert "cells.parquet" in archive.namelist()
