"""Pages as a reader has them who has opened every fold, so that tests see all tables."""

from typing import Any

import pytest

from annual_reports.ui import figures, searching
from annual_reports.warehouse import Warehouse

Asked = list[tuple[str, str]]
FEW = 5


@pytest.fixture
def shut() -> None:
    """Folds are as a page begins."""


@pytest.fixture(autouse=True)
def _folds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "OPEN", "shut" not in request.fixturenames)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists of choices hold five."""
    monkeypatch.setattr(searching, "OFFERED", FEW)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The questions put to the warehouse from now on, each with its parameters."""
    noted: Asked = []
    ask = Warehouse.ask

    def noting(held: Warehouse, query_id: str, /, *more: Any, **params: Any) -> Any:
        noted.append((query_id, repr(sorted(params.items()))))
        return ask(held, query_id, *more, **params)

    monkeypatch.setattr(Warehouse, "ask", noting)
    return noted
