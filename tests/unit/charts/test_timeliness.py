"""Charts of publication on time: what stands where, worked out by hand."""

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports import format as fmt
from annual_reports.charts import Style
from tests.unit.charts.conftest import Ask
from tests.unit.charts.test_values import traces

DUE = pd.Timestamp(2024, 1, 31)


def days(rows: list[tuple[int, str, list[str], list[int]]]) -> pd.DataFrame:
    """Rows of publication_days for one deadline: day, part, agencies and days of each."""
    total = sum(len(agencies) for _, _, agencies, _ in rows)
    parts = {
        part: sum(len(names) for _, of, names, _ in rows if of == part)
        for part in ("early", "last_moment", "late")
    }
    return pd.DataFrame(
        [
            {
                "due_on": DUE, "day": day, "shown_on": DUE + pd.Timedelta(days=day), "part": part,
                "reports": len(names), "dated_reports": total, "days_from": min(each),
                "days_to": max(each), "agency_ids": ";".join(names),
                "days_of_each": ";".join(map(str, each)), "all_reports": total, **parts,
            }
            for day, part, names, each in rows
        ]
    )  # fmt: skip


FEW = [
    (-6, "early", ["a", "b"], [-6, -6]),
    (-4, "last_moment", ["d"], [-4]),
    (60, "late", ["w", "z"], [61, 300]),
]


def test_few_reports_are_dots_above_each_other_with_their_own_days(style: Style) -> None:
    chart = charts.publication_days(days(FEW), style, 2023)
    found = traces(chart)
    assert found["early"]["x"] == [-6, -6]
    assert found["early"]["y"] == [0.6, 1.6]
    assert found["last_moment"]["customdata"] == [["d", "-4"]]
    assert found["late"]["hovertext"] == [
        "机关w<br>2024-04-01 公布，逾期 61 天",
        "机关z<br>2024-11-26 公布，逾期 300 天",
    ]
    assert chart is not None
    assert chart.title == "2023年度有公布日期的 5 份年报：提前 2 份，最后五日 1 份，逾期 2 份"
    assert "逾期超过 60 天的画在 60 天处" in chart.subtitle


def test_hundreds_of_reports_are_counted_by_day(style: Style) -> None:
    many = [f"x{number}" for number in range(300)]
    frame = days([*FEW, (0, "last_moment", many, [0] * 300)])
    chart = charts.publication_days(frame, style, 2023)
    found = traces(chart)
    assert found["last_moment"]["y"] == [1, 300]
    assert found["late"]["y"] == [2]
    assert found["late"]["marker"]["pattern"]["shape"] == "/"
    assert "等另 292 家" in found["last_moment"]["hovertext"][1]


def test_the_last_five_days_are_shaded_and_the_deadline_ends_the_day(style: Style) -> None:
    chart = charts.publication_days(days(FEW), style, 2023)
    assert chart is not None
    shapes = {shape.name: (shape.x0, shape.x1) for shape in chart.figure.layout.shapes}
    assert shapes == {"last days": (-4.5, 0.5), "deadline": (0.5, 0.5)}
    axis = chart.figure.layout.xaxis
    assert dict(zip(axis.tickvals, axis.ticktext, strict=True))[0] == "0<br>01-31"
    assert "−20<br>01-11" in axis.ticktext
    assert axis.range[0] < -25
    assert axis.range[1] > 60


def test_the_trend_has_a_panel_for_each_measure_in_its_unit(ask: Ask, style: Style) -> None:
    frame = ask("timeliness_by_year", year_to=2024)
    chart = charts.timeliness_trend(frame, style)
    assert chart is not None
    lines = [trace for trace in chart.figure.data if trace.name == "value"]
    last = [line.y[-1] for line in lines]
    # of a, b, d of 2024 one is late and one at the last moment; days -2, 90, -12; all are held
    assert last == pytest.approx([1 / 3, 1 / 3, -2, 0])
    assert [len(trace.x) for trace in chart.figure.data if trace.name == "low"] == [5]
    assert "逾期比例" in chart.title


def test_the_mix_leaves_reports_without_a_date_out_and_says_so(ask: Ask, style: Style) -> None:
    chart = charts.publication_mix(ask("publication_mix", year_from=2024), style)
    assert chart is not None
    bars = {(trace.name, trace.customdata[0][1]): list(trace.y) for trace in chart.figure.data}
    assert bars["late", ""] == pytest.approx([1 / 3])
    assert bars["late", "township"] == [0]
    assert bars["last_moment", "department"] == pytest.approx([1 / 2])
    assert "另有 2 份无公布日期" in chart.subtitle


def test_days_are_said_in_words() -> None:
    said = [fmt.days(value, "zh") for value in (-9.5, 0, 3)]
    assert said == ["提前 9.5 天", "截止当天", "逾期 3 天"]
    assert fmt.measure(-1.0, "days", "en") == "1 day(s) early"
    assert fmt.change(-3.5, "days", "zh") == "−3.5 天"
