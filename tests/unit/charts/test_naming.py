"""Names beside points: which are kept, on which side they stand, what a phone has room for."""

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports.charts import Chart, Style
from annual_reports.charts.labels import half_widths
from annual_reports.charts.naming import Name, apart

_IDS = ("disclosure_rate", "closure_rate", "new_requests")


def name(words: str, x: float, y: float) -> Name:
    return Name.of(words, (x, y), (x, y), 10)


def test_of_names_on_each_other_the_first_is_kept() -> None:
    # Ten half-width characters are 60 of a phone's 330 pixels, 0.18 of the plot.
    first, on_it, beside, above = (
        name("a" * 10, 0.1, 0.5),
        name("b" * 10, 0.25, 0.52),
        name("c" * 10, 0.3, 0.5),
        name("d" * 10, 0.1, 0.56),
    )
    assert apart([first, on_it, beside, above], 9) == [first, beside, above]
    assert apart([first, on_it, beside, above], 2) == [first, beside]


def test_in_the_right_half_a_name_stands_left_of_its_point() -> None:
    left, right = name("a" * 10, 0.9, 0.5), name("b" * 10, 0.75, 0.5)
    assert left.is_left
    assert left.start == pytest.approx(0.9 - 60 / 330)
    assert left.is_on(right)
    assert not name("a", 0.5, 0.5).is_left


def test_a_long_name_is_cut_to_half_a_phone() -> None:
    words = "示例市高新技术产业开发区管理委员会"
    # 165 pixels less half the point and a gap of 3, 6 for each half-width character: 26 and 24
    for size, cut in ((10, words[:12]), (34, words[:11])):
        assert Name.of(words, (0, 0), (0, 0), size).words == f"{cut}…"


def scattered(style: Style, x: list[float], y: list[float], size: list[float]) -> Chart:
    rows = [
        {
            "agency_id": f"x{at}", "report_id": f"x{at}-2024", "year": 2024, "kind": "department",
            "x_unit": "rate", "y_unit": "rate", "size_unit": "count", "is_small": False,
            "x_value": x[at], "y_value": y[at], "size_value": size[at],
            "x_numerator": 1, "y_numerator": 1, "x_denominator": 99, "y_denominator": 99,
            "firm": len(x), "correlation": 0.5, "agencies": len(x),
            "number_x_value": "", "number_y_value": "", "number": "",
        }
        for at in range(len(x))
    ]  # fmt: skip
    chart = charts.two_measures(pd.DataFrame(rows), style, _IDS, 2024)
    assert chart is not None
    return chart


def test_the_largest_points_are_named_and_the_axes_leave_them_room(style: Style) -> None:
    chart = scattered(style, [0.2, 0.21, 0.6], [0.9, 0.9, 0.5], [900, 800, 100])
    layout = chart.sheet.to_dict()["layout"]
    named = [note["text"] for note in layout["annotations"] if note.get("name") == "named"]
    assert named == ["x0", "x2"]
    # 8 % of the span of 0.4 on both sides
    assert layout["xaxis"]["range"] == pytest.approx([0.2 - 0.032, 0.6 + 0.032])
    assert layout["yaxis"]["range"] == pytest.approx([0.5 - 0.032, 0.9 + 0.032])


def test_points_on_one_line_stand_in_the_middle_of_an_axis(style: Style) -> None:
    chart = scattered(style, [0.5, 0.5], [0.0, 0.0], [1, 1])
    layout = chart.sheet.to_dict()["layout"]
    assert layout["xaxis"]["range"] == pytest.approx([0.46, 0.54])
    assert layout["yaxis"]["range"] == pytest.approx([-0.08, 0.08])


def test_names_in_bands_leave_room_for_the_ranks_on_a_phone(style: Style) -> None:
    long = "示例市高新技术产业开发区管理委员会" * 2
    frame = pd.DataFrame(
        [
            {
                "agency_id": long, "report_id": "r", "year": 2024, "unit": "rate", "value": 0.415,
                "numerator": 17, "denominator": 41, "low": 0.3, "high": 0.5, "is_small": False,
                "band": "within", "score": 0.1, "rank_from": 3, "rank_to": 17, "firm": 17,
                "above": 0, "below": 0, "whole": 0.4, "whole_numerator": 40,
                "whole_denominator": 100, "expected_outside": 0.8, "dispersion": None,
                "line_value": None, "highest": 0.5, "in_band": 1, "number": "",
            }
        ]
    )  # fmt: skip
    chart = charts.standing_bands(frame, style, "disclosure_rate", 2024)
    assert chart is not None
    notes = chart.sheet.to_dict()["layout"]["annotations"]
    (label,) = [note["text"] for note in notes if "3–17" in note["text"]]
    words = label.split(">", 1)[1].replace("</span>", "")
    assert half_widths(words) <= 56
