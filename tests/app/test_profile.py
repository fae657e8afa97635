"""The profile reads an agency's year in sentences and leads from one agency to the next."""

from pathlib import Path

import pytest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


@pytest.mark.parametrize("lang", LANGS)
def test_the_reading_names_value_fraction_peers_and_place(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    chosen = {"profile": "demo-natural-resources", "report": "2025", "lang": lang}
    app = run_page(monkeypatch, shipped[0], "agency", **chosen)
    said = words(app)
    title = {"zh": "公开率 **29.5", "en": "Disclosure rate: **29.5"}[lang]
    (line,) = [line for line in said.splitlines() if line.startswith(f"- {title}")]
    assert "131/444" in line
    assert text("reading.band.far_below", lang) in line


def test_the_next_agency_is_one_click_away_and_keeps_the_year(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "agency", data="real", profile="suqian", report="2023")
    before = app.selectbox(key="widget_profile").value
    app.button(key="profile.next").click().run()
    assert not app.exception
    assert app.selectbox(key="widget_profile").value != before
    app.button(key="profile.previous").click().run()
    assert app.selectbox(key="widget_profile").value == before
    assert app.selectbox(key="widget_report").value == 2023
