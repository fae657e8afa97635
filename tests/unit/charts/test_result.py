"""The chart of a reader's own query: what is drawn, left out and said."""

import pandas as pd
import pytest

from annual_reports.charts import Axes, result_chart
from annual_reports.i18n import text
from tests.unit.charts.conftest import style_of

FRAME = pd.DataFrame(
    {
        "year": [2023, 2024, 2023, 2024, 2025],
        "kind": ["a", "a", "b", "b", "b"],
        "cases": [3, 5, None, 40, 7],
    }
)


def said(key: str, **facts: object) -> str:
    return text(f"charts.result.{key}", "en", **facts)


def test_a_row_is_a_mark_and_what_has_no_value_is_said() -> None:
    chart = result_chart(FRAME, style_of("en"), "bar", Axes("year", "cases", "kind"))
    assert chart is not None
    assert [(trace.name, list(trace.x), list(trace.y)) for trace in chart.figure.data] == [
        ("a", [2023, 2024], [3, 5]),
        ("b", [2024, 2025], [40, 7]),
    ]
    assert chart.title == said(
        "title", y="cases", top="b 2024", most="40", bottom="a 2023", least="3"
    )
    assert said("n", n="5") in chart.subtitle
    assert said("left-out", n="1") in chart.subtitle
    assert said("again") not in chart.subtitle


def test_bars_begin_at_zero() -> None:
    chart = result_chart(FRAME, style_of("en"), "bar", Axes("kind", "cases"))
    assert chart is not None
    assert chart.figure.layout.yaxis.rangemode == "tozero"


@pytest.mark.parametrize(("kind", "warned"), [("bar", True), ("line", True), ("scatter", False)])
def test_rows_that_cover_each_other_are_said(kind: str, warned: bool) -> None:
    chart = result_chart(FRAME, style_of("en"), kind, Axes("kind", "cases"))
    assert chart is not None
    assert (said("again") in chart.subtitle) == warned


def test_no_more_is_drawn_than_can_be_seen() -> None:
    many = pd.DataFrame({"x": [f"n{n}" for n in range(300)], "y": range(300)})
    chart = result_chart(many, style_of("en"), "bar", Axes("x", "y"))
    assert chart is not None
    assert len(chart.figure.data[0].x) == 200
    assert said("first", n="200") in chart.subtitle
    chart = result_chart(many[:40], style_of("en"), "scatter", Axes("y", "y", "x"))
    assert chart is not None
    assert len(chart.figure.data) == 6
    assert said("series", n=6) in chart.subtitle


def test_equal_values_have_no_highest() -> None:
    chart = result_chart(FRAME[:1], style_of("en"), "bar", Axes("year", "cases"))
    assert chart is not None
    assert chart.title == said("title.one", x="2023", y="cases", value="3")
