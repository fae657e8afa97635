"""The waterfall lands on the later total, whatever stands for itself."""

import pytest

from annual_reports import charts
from annual_reports.charts import Style
from tests.unit.charts.conftest import Ask

YEARS = (2023, 2024)


@pytest.mark.parametrize("shown", [1, 2, 8])
@pytest.mark.parametrize("metric_id", ["disclosure_rate", "new_requests"])
def test_the_steps_lead_from_the_earlier_total_to_the_later(
    ask: Ask, style: Style, metric_id: str, shown: int
) -> None:
    frame = ask("movement", metric_id=metric_id, basis="members")
    chart = charts.movement_waterfall(frame, style, metric_id, YEARS, shown)
    assert chart is not None
    steps, totals = chart.figure.data
    row = frame.iloc[0]
    scale = 100 if metric_id == "disclosure_rate" else 1
    ends = [scale * row[key] for key in ("whole_last_value", "whole_value")]
    assert list(totals.x) == pytest.approx(ends)
    assert sum(steps.x) == pytest.approx(ends[1] - ends[0])
    assert steps.base[0] == pytest.approx(ends[0])
    keys = [key for key, _ in steps.customdata]
    assert ("rest" in keys) == (shown < 3)  # a, b and d have both years
    assert keys[-1] == "entered"  # w and z report only on 2024
    assert [key for key, _ in totals.customdata] == ["2023", "2024"]


def test_an_agency_on_few_cases_is_marked(ask: Ask, style: Style) -> None:
    chart = charts.movement_waterfall(ask("movement"), style, "disclosure_rate", YEARS)
    assert chart is not None
    rows = [note.text for note in chart.figure.layout.annotations]
    assert ["不足30件" in row for row in rows if "机关d" in row] == [True]
    assert ["不足30件" in row for row in rows if "机关a" in row] == [False]


def test_rows_say_which_moved_most(ask: Ask, style: Style) -> None:
    frame = ask("movement_rows")
    chart = charts.movement_rows(frame, style, "disclosure_rate", YEARS)
    assert chart is not None
    assert sorted(chart.figure.data[0].x) == pytest.approx(sorted(frame["contribution"]))
    assert {keys[0] for keys in chart.figure.data[0].customdata} == {
        "disclosed",
        "partly_disclosed",
    }
