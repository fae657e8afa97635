"""Charts over years on both sides of 2019 mark the break; on one side of it nothing changes."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports.catalogue import query
from annual_reports.charts import Chart, Style
from annual_reports.warehouse.read import Warehouse
from tests.support import SELECTION, Value, agency, report, requests, warehouse
from tests.unit.charts.conftest import style_of

Draw = Callable[[pd.DataFrame, Style], Chart | None]
RATE, COUNT, ISSUED = "disclosure_rate", "new_requests", "normative_issued"
OVER_YEARS: dict[str, tuple[str, dict[str, Any], Draw]] = {
    "outcomes": ("outcome_mix", {}, charts.outcome_composition),
    "agency outcomes": ("agency_outcomes", {}, charts.outcome_composition),
    "trend": ("metrics_by_year", {}, lambda f, s: charts.metric_trend(f, s, RATE)),
    "agency trend": ("agency_history", {}, lambda f, s: charts.metric_trend(f, s, RATE)),
    "volumes": ("metrics_by_year", {}, lambda f, s: charts.volume_multiples(f, s, [COUNT])),
    "history": ("agency_history", {}, lambda f, s: charts.history_multiples(f, s, [RATE])),
    "groups": ("metric_by_group", {}, lambda f, s: charts.metric_groups(f, s, RATE)),
    "groups of count": (
        "metric_by_group",
        {"metric_id": COUNT},
        lambda f, s: charts.metric_groups(f, s, COUNT),
    ),
    "flow": ("requests_flow", {}, charts.requests_flow),
    "matrix": ("agency_by_year", {"most": None}, lambda f, s: charts.metric_matrix(f, s, RATE)),
}


def annex(received: int, disclosed: int, withheld: int, issued: int) -> dict[str, Value]:
    rows = {
        "requests_received": received,
        "answers": disclosed + withheld,
        "answers_disclosed": disclosed,
        "answers_partly_disclosed": 0,
        "answers_withheld": withheld,
        "normative_issued": issued,
    }
    return {f"annex/{row}/year": value for row, value in rows.items()}


@pytest.fixture(scope="module")
def held() -> Warehouse:
    """One agency: 2016, 2018 on the annex, 2019 to 2022 on the later forms."""
    reports = [report("a", 2016, annex(50, 30, 10, 4)), report("a", 2018, annex(60, 40, 20, 5))]
    for year in range(2019, 2023):
        issued = "made" if year < 2021 else "issued"
        values: dict[str, Value] = {
            **requests(new=80, disclosed=60, declined_repeat=20),
            f"2/normative_documents/{issued}": 6,
        }
        reports.append(report("a", year, values))
    return warehouse([agency("a")], reports)


def ask(held: Warehouse, query_id: str, year_from: int, **params: Any) -> pd.DataFrame:
    fixed = {"basis": "consolidated", "metric_id": RATE, "year": 2022, "agency_id": "a"}
    fixed |= {"grouping": "kind", "base_year": 2019}
    known = {**SELECTION, **fixed, "year_from": year_from, **params}
    frame = held.ask(query_id, **{name: known[name] for name in query(query_id).params})
    return frame[frame["year"] >= year_from]


def edges(chart: Chart | None) -> list[float]:
    assert chart is not None
    shapes = [shape for shape in chart.figure.layout.shapes if shape.name == "break"]
    return sorted({shape.x0 for shape in shapes})


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", OVER_YEARS)
def test_the_break_is_drawn_where_both_eras_are_in_view(
    held: Warehouse, name: str, lang: str
) -> None:
    query_id, params, draw = OVER_YEARS[name]
    chart = draw(ask(held, query_id, 2014, **params), style_of(lang))
    assert len(edges(chart)) == 1
    assert chart is not None
    if name != "flow":  # its years run downwards
        assert edges(chart) == [2018.5]
    if "trend" not in name:  # a trend says it on the line
        assert "2019" in chart.subtitle
        assert ("口径不同" if lang == "zh" else "not comparable") in chart.subtitle


@pytest.mark.parametrize("name", OVER_YEARS)
def test_nothing_is_drawn_where_one_era_is_in_view(held: Warehouse, name: str) -> None:
    query_id, params, draw = OVER_YEARS[name]
    chart = draw(ask(held, query_id, 2019, **params), style_of())
    assert edges(chart) == []
    assert chart is not None
    assert "口径不同" not in chart.subtitle


def test_the_flow_is_parted_between_the_last_old_and_the_first_new_year(held: Warehouse) -> None:
    chart = charts.requests_flow(ask(held, "requests_flow", 2014), style_of())
    assert chart is not None
    (line,) = [shape for shape in chart.figure.layout.shapes if shape.name == "break"]
    assert 3 < line.y0 < 4  # 2022, 2021, 2020, 2019 are rows 0 to 3, 2018 is row 4


def test_the_flow_of_an_annex_has_gaps_and_no_zeros(held: Warehouse) -> None:
    chart = charts.requests_flow(ask(held, "requests_flow", 2014), style_of())
    assert chart is not None
    rows = [note.text for note in chart.figure.layout.annotations if note.name == "row"]
    (of_2018,) = [text for text in rows if "<b>2018</b>" in text]
    assert "新收 60 + 上年结转 — | 办结 60 + 结转下年 —" in of_2018


def test_a_measure_with_two_breaks_shows_both_and_speaks_of_the_last_span(held: Warehouse) -> None:
    frame = ask(held, "metrics_by_year", 2014)
    chart = charts.metric_trend(frame, style_of(), ISSUED)
    assert edges(chart) == [2018.5, 2020.5]
    assert chart is not None
    assert {"2019条例、新表", "2021新表"} <= {note.text for note in chart.figure.layout.annotations}
    assert "2018" not in chart.title
    (line,) = [trace for trace in chart.figure.data if trace.name == "value"]
    points = dict(zip(line.x, line.y, strict=True))
    assert (points[2018.5], points[2020.5], points[2017]) == (None, None, None)
    assert (points[2018], points[2019], points[2022]) == (5, 6, 6)


def test_the_outcomes_of_an_annex_that_add_up_are_no_contradiction(held: Warehouse) -> None:
    chart = charts.outcome_composition(ask(held, "outcome_mix", 2014, year_to=2018), style_of())
    assert chart is not None
    assert "!" not in chart.subtitle


def test_no_change_is_drawn_across_the_break(held: Warehouse) -> None:
    frame = held.ask(
        "agency_ranking",
        **{**{k: SELECTION[k] for k in ("is_demo", "region", "kinds", "agencies")}},
        metric_id=COUNT,
        year=2019,
        most=None,
    )
    assert frame["last_value"].tolist() == [60]
    assert charts.change_ranking(frame, style_of(), COUNT, 2019) is None
