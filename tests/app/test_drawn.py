"""A chart is drawn once for all who see the same of the same build, and never shown for another."""

from pathlib import Path

import pandas as pd
import pytest

from annual_reports.charts import Chart, Style
from annual_reports.charts.canvas import Sheet
from annual_reports.pipeline import BuildResult
from annual_reports.ui.data import ask, drawn

pytestmark = pytest.mark.usefixtures("_clean_caches")

WHOLE = {
    "is_demo": True, "region": None, "kinds": None, "agencies": None,
    "year_from": 2019, "year_to": 2025,
}  # fmt: skip
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


def test_long_frames_are_compared_whole() -> None:
    long = pd.DataFrame({"value": range(60_000)})
    other = long.assign(value=long["value"].mask(long["value"] == 31_000, 0))
    assert drawn(_bars, long, Style()) is drawn(_bars, long.copy(), Style())
    assert drawn(_bars, long, Style()) is not drawn(_bars, other, Style())


@pytest.mark.parametrize("value", [[1.0, 2.0], ["a"], [None]])
def test_frames_with_lists_are_compared_too(value: list[object]) -> None:
    def frame(series: list[object]) -> pd.DataFrame:
        return pd.DataFrame({"series": [list(series), None]})

    assert drawn(_bars, frame(value), Style()) is drawn(_bars, frame(value), Style())
    assert drawn(_bars, frame(value), Style()) is not drawn(_bars, frame([*value, 3]), Style())


def test_words_are_compared_in_their_place() -> None:
    one, other = (pd.DataFrame({"word": words}) for words in (["ab", "c"], ["a", "bc"]))
    assert drawn(_bars, one, Style()) is not drawn(_bars, other, Style())


def test_an_answer_that_is_changed_stays_as_it_was_for_others() -> None:
    mine = ask("coverage", **WHOLE)
    mine["held"] = 0
    mine.loc[0, "known"] = -1
    again = ask("coverage", **WHOLE)
    assert again["held"].sum() > 0
    assert (again["known"] >= 0).all()
