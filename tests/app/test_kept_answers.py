"""Long answers are kept within a bound of bytes: what was let go is asked again, the same."""

from pathlib import Path
from typing import Any

import pytest

from annual_reports.pipeline import BuildResult
from annual_reports.ui import data
from annual_reports.ui.bounded import Bounded
from annual_reports.warehouse import Warehouse

pytestmark = pytest.mark.usefixtures("_clean_caches")


def test_a_long_answer_that_was_let_go_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult]
) -> None:
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(shipped[0]))
    asked: list[str] = []
    ask = Warehouse.ask

    def noted(held: Warehouse, query_id: str, /, *more: object, **params: object) -> object:
        asked.append(query_id)
        return ask(held, query_id, *more, **params)  # type: ignore[arg-type]

    monkeypatch.setattr(Warehouse, "ask", noted)
    monkeypatch.setattr(data, "_LONG", 0)
    bound: Bounded[tuple[Any, ...]] = Bounded(1, lambda key: data.kept_answer.clear(*key))
    monkeypatch.setattr(data, "_LONG_ANSWERS", bound)
    first = data.ask("form_codes")
    data.ask("form_codes")
    assert asked == ["form_codes"]
    data.ask("rule_dictionary", **_WHOLE)
    again = data.ask("form_codes")
    assert asked == ["form_codes", "rule_dictionary", "form_codes"]
    assert again.equals(first)


_WHOLE = {
    "is_demo": True,
    "region": None,
    "kinds": None,
    "agencies": None,
    "year_from": 2019,
    "year_to": 2025,
}
