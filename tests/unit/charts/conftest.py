"""A small world with gaps, breaks, contradictions and few cases, asked through the real SQL."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from annual_reports.catalogue import break_years, queries_in, query
from annual_reports.charts import Style
from annual_reports.charts.canvas import Canvas, Sheet
from annual_reports.warehouse.read import Warehouse
from tests.support import ALL_SUBMISSIONS, SELECTION, agency, report, requests, warehouse

Ask = Callable[..., pd.DataFrame]
YEARS = (2019, 2020, 2021, 2023, 2024)


def _values(step: int, scale: int) -> dict[str, Any]:
    """Cells that grow with the year; all asked by natural persons."""
    return {
        **requests(
            new=scale + 6 * step,
            carried_in=2,
            carried_out=2,
            disclosed=scale // 2 + 3 * step,
            partly_disclosed=3 * step,
            unavailable_not_held=scale - scale // 2,
        ),
        "2/licensing/decisions": 100 * scale + step,
        "4/review/upheld": 5 + step,
        "4/review/corrected": 2,
        "4/review/total": 7 + step,
        "4/litigation_direct/upheld": 4 - step // 2,
        "4/litigation_direct/total": 4 - step // 2,
        "4/litigation_after_review/pending": step,
        "4/litigation_after_review/total": step,
    }


def _normative(year: int, step: int) -> dict[str, int]:
    if year < 2021:
        return {"2/normative_documents/made": 4, "2/normative_documents/disclosed_total": 40}
    return {
        "2/normative_documents/issued": 5,
        "2/normative_documents/repealed": step,
        "2/normative_documents/in_force": 50 - step,
    }


def _day(year: int, late: int) -> date:
    """So many days after that year's report was due."""
    return date(year + 1, 1, 31) + timedelta(days=late)


@pytest.fixture(autouse=True)
def checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every chart is made once more by Plotly's own classes, which refuse what they do not know."""
    made = Canvas.sheet

    def sheet(canvas: Canvas) -> Sheet:
        drawn = made(canvas)
        assert go.Figure(drawn.to_dict()).to_dict() == drawn.to_dict()
        return drawn

    monkeypatch.setattr(Canvas, "sheet", sheet)


@pytest.fixture(scope="session")
def held() -> Warehouse:
    """Agencies a and b with enough cases, d with few, z with none; nobody reported on 2022.

    Published by a at the last moment, by b 90 days late, by d early, by w and z without a date.
    """
    reports = []
    for step, year in enumerate(YEARS):
        table_2 = _normative(year, step)
        reports.append(
            report("a", year, {**_values(step, 100), **table_2}, published_on=_day(year, -2))
        )
        reports.append(
            report("b", year, {**_values(4 - step, 60), **table_2}, published_on=_day(year, 90))
        )
        reports.append(report("d", year, _values(0, 8), published_on=_day(year, -12)))
    wrong = {**_values(0, 40), "3/closed_total/total": 37, "4/review/total": 99}
    reports += [report("w", 2024, wrong), report("z", 2024)]
    kinds = {"z": "zone", "d": "township"}
    known = [agency(code, kind=kinds.get(code, "department")) for code in "abdwz"]
    return warehouse(known, reports)


@pytest.fixture(scope="session")
def ask(held: Warehouse) -> Ask:
    """Asks a question of the small world."""

    def asked(query_id: str, **params: Any) -> pd.DataFrame:
        fixed = {"basis": "consolidated", "metric_id": "disclosure_rate", "year": 2024}
        fixed |= {
            "base_year": 2023,
            "grouping": "kind",
            "most": None,
            "sample": None,
            **ALL_SUBMISSIONS,
        }
        known = {**SELECTION, **fixed, "agency_id": "a", **params}
        return held.ask(query_id, **{name: known[name] for name in query(query_id).params})

    return asked


def style_of(lang: str = "zh", theme: str = "light", **more: Any) -> Style:
    """A style with the catalogue's titles and breaks."""
    metrics = queries_in("metrics")
    return Style(
        lang=lang,  # type: ignore[arg-type]
        theme=theme,  # type: ignore[arg-type]
        scope="某市",
        agency_names={code: f"机关{code}" for code in "abdwz"},
        metric_titles={metric.query_id: metric.title(lang) for metric in metrics},
        break_years={metric.query_id: break_years(metric) for metric in metrics},
        **more,
    )


@pytest.fixture
def style() -> Style:
    """Chinese, light."""
    return style_of()
