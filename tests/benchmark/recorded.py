"""What the pages ask the warehouse, noted while Streamlit's own runner draws them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from streamlit.testing.v1 import AppTest

from annual_reports.catalogue import queries_in
from annual_reports.pipeline import PROJECT
from annual_reports.warehouse import Warehouse
from tests.benchmark.pages import VIEWS, choose

Params = dict[str, Any]

FOLDERS: Final = ("trends", "drilldown", "dataset")
# What is asked only after a click: about a report that was published twice, and about its terms.
_ONE: Final = """
SELECT reports.report_id, sha256, 'disclosure_rate' AS number
FROM revisions
JOIN reports ON reports.report_id = revisions.report_id
ORDER BY reports.report_id
LIMIT 1
"""


def asked_by_pages() -> dict[str, list[Params]]:
    """By question: every set of parameters that some page of the current build asks it with."""
    with _noted() as asked:
        app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=600).run()
        for page, choices in VIEWS:
            app.switch_page(f"annual_reports/app_pages/{page}.py")
            choose(app, choices)
            app.run()
    return asked


def completed(asked: dict[str, list[Params]], held: Warehouse) -> dict[str, list[Params]]:
    """The same for every question of the catalogue; what no page asks at once takes its
    parameters by their names from what the pages asked last, or from a report published twice.
    """
    known = {name: value for sets in asked.values() for one in sets for name, value in one.items()}
    (one,) = held.connection.cursor().execute(_ONE).fetchall()
    known |= zip(("report_id", "sha256", "number"), one, strict=True)
    questions = [question for folder in FOLDERS for question in queries_in(folder)]
    return {
        question.query_id: asked.get(question.query_id)
        or [{name: known[name] for name in question.params}]
        for question in questions
    }


@contextmanager
def _noted() -> Iterator[dict[str, list[Params]]]:
    asked: dict[str, list[Params]] = {}
    ask = Warehouse.ask

    def noting(held: Warehouse, query_id: str, /, *more: Any, **params: Any) -> Any:
        sets = asked.setdefault(query_id, [])
        if params not in sets:
            sets.append(params)
        return ask(held, query_id, *more, **params)

    Warehouse.ask = noting  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        Warehouse.ask = ask  # type: ignore[method-assign]
