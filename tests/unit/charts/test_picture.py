"""A chart as a picture: its words and notes are in the figure, and its marks are what they were."""

import json

import pytest

from annual_reports.charts import picture
from annual_reports.charts.labels import half_widths, wrapped
from annual_reports.charts.picture import WIDTH
from annual_reports.charts.theme import palette_of
from tests.unit.charts.conftest import Ask, style_of
from tests.unit.charts.test_every_chart import CHARTS

NOTES = ["虚构 & <演示>", "来源：看板，数据版本 7"]


def plain(words: str) -> str:
    """Words without marks of Plotly's and without the breaks of lines."""
    for mark in ("<b>", "</b>", "<br>", " "):
        words = words.replace(mark, "")
    return words


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_picture_says_all_that_stands_beside_the_chart(ask: Ask, name: str, lang: str) -> None:
    query_id, params, draw = CHARTS[name]
    chart = draw(ask(query_id, **params), style_of(lang))
    assert chart is not None
    before = json.loads(chart.figure.to_json())
    figure = picture(chart, NOTES, "light")
    head = figure.layout.title
    assert plain(head.text) == plain(chart.title)
    assert plain(head.subtitle.text) == plain(chart.subtitle)
    foot = figure.layout.annotations[-1].text
    assert foot == "虚构 &amp; &lt;演示&gt;<br>来源：看板，数据版本 7"
    assert json.loads(figure.to_json())["data"] == before["data"]
    assert json.loads(chart.figure.to_json()) == before


def test_a_picture_has_a_size_and_paper_of_its_own(ask: Ask) -> None:
    query_id, params, draw = CHARTS["outcomes"]
    chart = draw(ask(query_id, **params), style_of("zh", "dark"))
    assert chart is not None
    figure = picture(chart, NOTES, "dark")
    assert figure.layout.width == WIDTH
    assert figure.layout.paper_bgcolor == palette_of("dark").surface
    room = figure.layout.margin.t + figure.layout.margin.b
    plot = chart.figure.layout.height - (chart.figure.layout.margin.t or 24)
    assert figure.layout.height - room == plot


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("公开率上升，较多", ["公开率上", "升，较多"]),
        ("公开率上升了，多", ["公开率上", "升了，多"]),
        ("公开率高，较多", ["公开率", "高，较多"]),
        ("up by 9 points", ["up by 9", "points"]),
        ("", [""]),
    ],
)
def test_lines_break_where_the_script_allows(words: str, lines: list[str]) -> None:
    assert wrapped(words, 8) == lines
    assert all(half_widths(line) <= 8 for line in lines)
