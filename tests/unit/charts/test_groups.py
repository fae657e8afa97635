"""Groups side by side: views, the panel of all, incomplete years."""

import pytest

from annual_reports import charts
from annual_reports.charts import Style
from tests.unit.charts.conftest import Ask


def names(chart: charts.Chart | None) -> list[str]:
    assert chart is not None
    return [note.text for note in chart.figure.layout.annotations]


@pytest.mark.parametrize(("view", "is_drawn"), [("level", False), ("index", True)])
def test_all_together_stand_beside_groups_only_on_a_scale_of_their_size(
    ask: Ask, style: Style, view: str, is_drawn: bool
) -> None:
    frame = ask("metric_by_group", metric_id="new_requests")
    assert ("全部" in names(charts.metric_groups(frame, style, "new_requests", "kind", view))) == (
        is_drawn
    )


def test_an_index_begins_at_a_hundred(ask: Ask, style: Style) -> None:
    frame = ask("metric_by_group", metric_id="new_requests", base_year=2019)
    chart = charts.metric_groups(frame, style, "new_requests", "kind", "index")
    assert chart is not None
    for trace in chart.figure.data:
        found = dict(zip(trace.x, trace.y, strict=True))
        assert found[2019] in (None, 100)
    assert "链式指数" in chart.subtitle


def test_more_groups_than_panels_are_counted(ask: Ask, style: Style) -> None:
    frame = ask("metric_by_group")
    chart = charts.metric_groups(frame, style, "disclosure_rate", limit=1)
    assert chart is not None
    assert len(chart.figure.data) == 1
    assert "另有 2 组未画出" in chart.subtitle


def test_an_incomplete_year_is_hatched_or_a_square_and_said(ask: Ask, style: Style) -> None:
    frame = ask("metric_by_group", metric_id="new_requests", year_to=2023)
    assert frame["is_incomplete"].any()  # w and z report only on 2024
    chart = charts.metric_groups(frame, style, "new_requests")
    assert chart is not None
    assert "2023年收录未齐（收录 3/5）" in chart.subtitle
    townships = next(trace for trace in chart.figure.data if trace.marker.pattern.shape is None)
    assert "收录" not in townships.hovertext[-1]
    departments = next(trace for trace in chart.figure.data if trace.marker.pattern.shape)
    assert list(departments.marker.pattern.shape) == ["", "", "", "", "/"]
    assert "收录 2/3" in departments.hovertext[-1]
    rates = ask("metric_by_group", year_to=2023)
    lines = charts.metric_groups(rates, style, "disclosure_rate")
    assert lines is not None
    assert "square-open" in {symbol for line in lines.figure.data for symbol in line.marker.symbol}


def test_a_trend_of_the_whole_marks_an_incomplete_year_too(ask: Ask, style: Style) -> None:
    chart = charts.metric_trend(ask("metrics_by_year", year_to=2023), style, "disclosure_rate")
    assert chart is not None
    assert "收录未齐" in chart.subtitle
    chart = charts.metric_trend(ask("metrics_by_year"), style, "disclosure_rate")
    assert chart is not None
    assert "收录未齐" not in chart.subtitle


def test_a_year_still_coming_in_is_compared_only_for_agencies_with_both(
    ask: Ask, style: Style
) -> None:
    frame = ask("metrics_by_year")
    rows = frame[(frame["metric_id"] == "disclosure_rate") & (frame["year"] != 2024)]
    whole = charts.metric_trend(rows, style, "disclosure_rate")
    still = rows.assign(
        is_incomplete=rows["year"] == 2021, change=1.5, comparable_reports=3, is_break=False
    )[rows["year"] < 2023]
    chart = charts.metric_trend(still, style, "disclosure_rate")
    assert chart is not None
    assert whole is not None
    assert "2019年" in whole.title
    assert "2019年" not in chart.title
    assert "按两年均有年报的 3 个机关比较" in chart.title
