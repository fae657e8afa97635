"""The briefs that the pages offer, as they are handed to the dialog."""

from pathlib import Path

import pytest

from annual_reports.export.brief import Brief
from annual_reports.ui import brief_view
from tests.app.test_pages import run_page


def brief_of(monkeypatch: pytest.MonkeyPatch, builds: Path, page: str, **choices: str) -> Brief:
    """The brief of a page in that state."""
    made: list[Brief] = []
    monkeypatch.setattr(
        brief_view, "draw_brief_button", lambda make, who, year: made.append(make())
    )
    run_page(monkeypatch, builds, page, **choices)
    return made[-1]  # before the page asked for the first page is run
