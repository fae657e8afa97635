"""Figures put together of dicts: panels where Plotly puts them, changes that keep the rest."""

import pytest
from plotly.subplots import make_subplots

from annual_reports.charts.canvas import Canvas, panel_axes


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (3, 1), (2, 2)])
def test_panels_stand_where_plotly_would_put_them(rows: int, columns: int) -> None:
    gap = {"horizontal_spacing": 0.06, "vertical_spacing": 0.1}
    theirs = make_subplots(rows, columns, **gap).to_dict()["layout"]
    axes = panel_axes(rows, columns, across=0.06, down=0.1)
    assert len(axes) == 2 * rows * columns
    for name, axis in axes.items():
        assert axis["anchor"] == theirs[name]["anchor"]
        assert axis["domain"] == pytest.approx(theirs[name]["domain"])


def test_a_change_keeps_what_it_does_not_name() -> None:
    margin = {"t": 4, "l": 2}
    canvas = Canvas({"margin": margin, "height": 100})
    canvas.update(margin={"t": 24}, barmode="stack")
    assert canvas.layout == {"margin": {"t": 24, "l": 2}, "height": 100, "barmode": "stack"}
    assert margin == {"t": 4, "l": 2}


def test_axes_are_changed_in_one_panel_or_in_all() -> None:
    canvas = Canvas({}, panels=2)
    canvas.update_xaxes(nticks=4)
    canvas.update_yaxes(2, visible=False)
    assert canvas.layout == {
        "xaxis": {"nticks": 4},
        "xaxis2": {"nticks": 4},
        "yaxis2": {"visible": False},
    }


def test_a_trace_is_drawn_on_the_axes_of_its_panel() -> None:
    canvas = Canvas({"template": {"layout": {"bargap": 0.2}}}, panels=2)
    canvas.add_bar({"y": [1]})
    canvas.add_scatter({"y": [2]}, panel=2)
    first, second = canvas.sheet().to_dict()["data"]
    assert first == {"type": "bar", "y": [1]}
    assert second == {"type": "scatter", "y": [2], "xaxis": "x2", "yaxis": "y2"}


def test_a_misspelt_property_fails_where_charts_are_tested() -> None:
    canvas = Canvas({"heigth": 100})
    with pytest.raises(ValueError, match="heigth"):
        canvas.sheet()
