"""Stacked columns of shares by year, each code in its colour, named beside the last column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annual_reports import format as fmt
from annual_reports.charts.axes import year_axis
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.colours import ink_on
from annual_reports.charts.labels import folded, half_widths, spread, swatch
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, note
from annual_reports.charts.style import Style
from annual_reports.charts.theme import SMALL

LABELLED_FROM = 0.06
_HEIGHT = 380
_SWATCH, _LETTER = 26, 5.8

SHARE_COLUMNS = {
    **HOVER,
    "textposition": "inside",
    "insidetextanchor": "middle",
    "textangle": 0,
}
SHARE_ROWS = SHARE_COLUMNS | {"orientation": "h", "width": 0.44}


@dataclass(frozen=True, slots=True)
class Stack:
    """What is stacked: the parts in order, where each row says part, count, share and whole."""

    codes: Sequence[str]
    colours: Mapping[str, str]
    code: str
    whole: str


def stacked_years(
    style: Style, stack: Stack, rows: Sequence[Row], years: Sequence[int], warn: Mapping[int, str]
) -> Canvas:
    """The columns; ``warn`` gives the years whose parts do not make the whole, and why."""
    cells = {(row["year"], row[stack.code]): row for row in rows}
    figure = new_figure(
        style, _HEIGHT, barmode="stack", bargap=0.12, uniformtext={"mode": "hide", "minsize": 9}
    )
    for code in stack.codes:
        of_code = [cells.get((year, code)) for year in years]
        figure.add_bar(_segment(style, stack, code, of_code, years, warn))
    _wholes(figure, style, stack, rows, years, warn)
    _names(figure, style, stack, rows)
    top = max([1.0, *_tops(rows).values()])
    figure.update_xaxes(**year_axis(years))
    figure.update_yaxes(range=[0, top * 1.02], visible=False)
    return figure


def share_text(row: Row | None) -> str:
    """The figure inside a segment that is high enough: percent without the sign."""
    share = row["share"] if row else None
    return f"{100 * share:.1f}" if share is not None and share >= LABELLED_FROM else ""


def _segment(
    style: Style,
    stack: Stack,
    code: str,
    of_code: Sequence[Row | None],
    years: Sequence[int],
    warn: Mapping[int, str],
) -> dict[str, Any]:
    colour = stack.colours[code]
    return SHARE_COLUMNS | {
        "name": style.label("3", code),
        "x": list(years),
        "y": [row["share"] if row else None for row in of_code],
        "text": [share_text(row) for row in of_code],
        "textfont": {"size": SMALL, "color": ink_on(colour)},
        "marker": {"color": colour, "line": {"color": style.palette.surface, "width": 1}},
        "customdata": [keys(row, year) for row, year in zip(of_code, years, strict=True)],
        "hovertext": [_hover(style, stack, row, warn) for row in of_code],
    }


def _hover(style: Style, stack: Stack, row: Row | None, warn: Mapping[int, str]) -> str:
    if row is None:
        return ""
    value = fmt.rate_of(row["share"], row["requests"], row[stack.whole], style.lang)
    name = style.label("3", row[stack.code])
    line = style.say("hover.year-name", year=row["year"], name=name, value=value)
    return f"{line}<br>{warn[row['year']]}" if row["year"] in warn else line


def _tops(rows: Sequence[Row]) -> dict[int, float]:
    tops: dict[int, float] = {}
    for row in rows:
        tops[row["year"]] = tops.get(row["year"], 0.0) + (row["share"] or 0.0)
    return tops


def _wholes(
    figure: Canvas,
    style: Style,
    stack: Stack,
    rows: Sequence[Row],
    years: Sequence[int],
    warn: Mapping[int, str],
) -> None:
    """The whole above each column, with ! where the parts do not make it."""
    wholes = {row["year"]: row[stack.whole] for row in rows}
    tops = _tops(rows)
    notes = []
    for year in (year for year in years if year in wholes):
        words = fmt.rounded_count(wholes[year], style.lang)
        font = {"size": SMALL - 1, "color": style.palette.muted}
        place = {"x": year, "y": tops[year], "yanchor": "bottom", "name": "whole", "font": font}
        if year in warn:
            words = f'<span style="color:{style.palette.attention}"><b>!</b></span> {words}'
            place["hovertext"] = warn[year]
        notes.append(note(style, words, **place))
    figure.write(*notes)


def _names(figure: Canvas, style: Style, stack: Stack, rows: Sequence[Row]) -> None:
    """The parts named at the right of the last column, moved apart where they are thin."""
    last = max(row["year"] for row in rows if row["share"] is not None)
    heights = {row[stack.code]: row["share"] or 0.0 for row in rows if row["year"] == last}
    middles, below = [], 0.0
    for code in stack.codes:
        middles.append(below + heights.get(code, 0.0) / 2)
        below += heights.get(code, 0.0)
    names = [_named(style, code, heights.get(code)) for code in stack.codes]
    gap = 0.115 if any("<br>" in name for name in names) else 0.075
    font = {"size": SMALL, "color": style.palette.text}
    side = {"x": 1, "xref": "paper", "xanchor": "left", "align": "left", "font": font}
    places = zip(stack.codes, names, spread(middles, gap, 1.0), strict=True)
    figure.write(
        *(
            note(style, swatch(stack.colours[code], name), y=y, name="part", **side)
            for code, name, y in places
        )
    )
    widest = max(half_widths(line) for name in names for line in name.split("<br>"))
    figure.update(margin={"r": _SWATCH + _LETTER * widest})


def _named(style: Style, code: str, share: float | None) -> str:
    """The name of a part, with its share where its segment is too thin to hold it."""
    name = folded(style.label("3", code), 12, 2)
    if share is None or share >= LABELLED_FROM:
        return name
    return f"{name} {100 * share:.1f}" if share else f"{name} 0"
