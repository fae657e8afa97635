"""A chart is drawn once for all who see the same of the same build, and never shown for another."""

from pathlib import Path

import pandas as pd
import pytest

from annual_reports.charts import Chart, Style
from annual_reports.charts.canvas import Sheet
from annual_reports.pipeline import BuildResult
from annual_reports.ui.data import drawn

pytestmark = pytest.mark.usefixtures("_clean_caches")

FRAME = pd.DataFrame({"year": [2023, 2024], "value": [1.0, None]})


@pytest.fixture(autouse=True)
def _shipped(monkeypatch: pytest.MonkeyPatch, shipped: tuple[Path, BuildResult]) -> None:
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(shipped[0]))


def _bars(frame: pd.DataFrame, style: Style, year: int = 2024) -> Chart:
    return Chart(Sheet([], {}), f"{style.lang} {year} {len(frame)}", "", "")


def _lines(frame: pd.DataFrame, style: Style, year: int = 2024) -> Chart:
    return _bars(frame, style, year)


def test_equal_frames_and_choices_share_a_chart() -> None:
    assert drawn(_bars, FRAME, Style()) is drawn(_bars, FRAME.copy(), Style())


@pytest.mark.parametrize(
    ("frame", "style", "named"),
    [
        (FRAME.assign(value=[1.0, 0.0]), Style(), {}),  # missing is not zero
        (FRAME.rename(columns={"value": "share"}), Style(), {}),
        (FRAME.iloc[:1], Style(), {}),
        (FRAME, Style(lang="en"), {}),
        (FRAME, Style(theme="dark"), {}),
        (FRAME, Style(scope="示例市"), {}),
        (FRAME, Style(), {"year": 2023}),
    ],
)
def test_what_differs_is_drawn_apart(
    frame: pd.DataFrame, style: Style, named: dict[str, int]
) -> None:
    assert drawn(_bars, frame, style, **named) is not drawn(_bars, FRAME, Style())


def test_another_chart_of_the_same_frame_is_another() -> None:
    assert drawn(_lines, FRAME, Style()) is not drawn(_bars, FRAME, Style())


def test_a_frame_that_is_compared_by_a_sample_only_is_drawn_each_time() -> None:
    long = pd.DataFrame({"value": range(50_000)})
    assert drawn(_bars, long, Style()) is not drawn(_bars, long, Style())
