"""Pages as a reader has them who has opened every fold, so that tests see all tables."""

import pytest

from annual_reports.ui import figures


@pytest.fixture(autouse=True)
def folds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Open; a module that is about shut ones has a fixture of its own by this name."""
    monkeypatch.setattr(figures, "OPEN", True)
