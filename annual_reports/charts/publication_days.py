"""When the reports of one year came out, counted from the day they were due."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas, suffix
from annual_reports.charts.labels import draw_key, swatch
from annual_reports.charts.marks import HOVER, OUTSIDE, Row, note, rows_of
from annual_reports.charts.panels import panel_figure
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

PARTS: Final = ("early", "last_moment", "late")
_SIGNS: Final = {"early": "●", "last_moment": "■", "late": "◆"}
_SYMBOLS: Final = {"early": "circle", "last_moment": "square", "late": "diamond"}
_HEIGHT: Final = 132
_DOTS, _HIGHEST = 80, 8  # more reports, or more on a day, are drawn as columns
_LEAST: Final = (-25, 12)  # days before and after the deadline that are always shown
_LAST_DAYS: Final = (-4.5, 0.5)
_TICKS: Final = 7
_NAMED: Final = 8


def publication_days(frame: pd.DataFrame, style: Style, year: int) -> Chart | None:
    """Reports by day before or after their deadline, a panel each, from publication_days.

    Each report is a dot where they are few, else each day a column; the last five days on which
    a report was in time are shaded.
    """
    rows = rows_of(frame)
    if not rows:
        return None
    groups = [[row for row in rows if row["due_on"] == due] for due in dict.fromkeys(frame.due_on)]
    figure = panel_figure(style, [_name(style, own) for own in groups], height=_HEIGHT)
    for panel, own in enumerate(groups, start=1):
        _draw_panel(figure, style, own, panel, _span(rows))
    draw_key(figure, style, part_key(style))
    far = style.say("days.far") if any(row["days_to"] > row["day"] for row in rows) else ""
    measure = style.say("days.measure")
    return chart(style, "days", figure, _title(style, rows, year), measure, far)


def part_colour(style: Style, part: str) -> str:
    """The colour of early, last-moment and late on every chart."""
    colours = style.palette
    return {"early": colours.structure, "last_moment": colours.accent, "late": colours.attention}[
        part
    ]


def part_pattern(part: str) -> dict[str, Any]:
    """Columns of late reports are hatched, for those who see or print no colours."""
    return {"shape": "/" if part == "late" else "", "fillmode": "overlay", "solidity": 0.2}


def part_key(style: Style) -> list[str]:
    """The names of early, last-moment and late behind their signs."""
    return [
        swatch(part_colour(style, part), style.say(f"part.{part}"), _SIGNS[part]) for part in PARTS
    ]


def _name(style: Style, own: Sequence[Row]) -> str:
    due, dated = own[0]["due_on"], fmt.count(own[0]["dated_reports"])
    return style.say("days.panel", due=f"{due:%Y-%m-%d}", n=dated)


def _draw_panel(
    figure: Canvas, style: Style, own: Sequence[Row], panel: int, span: tuple[int, int]
) -> None:
    highest = max(row["reports"] for row in own)
    as_dots = own[0]["dated_reports"] <= _DOTS and highest <= _HIGHEST
    for part in PARTS:
        of_part = [row for row in own if row["part"] == part]
        trace = _dots(style, of_part, part) if as_dots else _columns(style, of_part, part)
        figure.add(trace, panel=panel)
    top = max(highest, 4) + 1 if as_dots else 1.3 * highest
    figure.update_yaxes(panel, range=[0, top], visible=False)
    figure.update_xaxes(panel, **_axis(own[0]["due_on"], *span))
    _shade(figure, style, panel)


def _span(rows: Sequence[Row]) -> tuple[int, int]:
    """The first and the last day that every panel shows."""
    days = [int(row["day"]) for row in rows]
    return min(_LEAST[0], *days), max(_LEAST[1], *days)


def _axis(due: date, first: int, last: int) -> dict[str, Any]:
    """Days from the deadline with their dates below."""
    step = next(step for step in (5, 10, 20, 40) if (last - first) / step <= _TICKS)
    ticks = [day for day in range(-200, 101, step) if first - 1 <= day <= last + 1]
    dates = [due + timedelta(days=day) for day in ticks]
    words = [f"{day:+d}".replace("-", "−") if day else "0" for day in ticks]
    return {
        "tickmode": "array",
        "tickvals": ticks,
        "ticktext": [f"{w}<br>{at:%m-%d}" for w, at in zip(words, dates, strict=True)],
        "tickangle": 0,
        "range": [first - 1.5, last + 1.5],
    }


def _shade(figure: Canvas, style: Style, panel: int) -> None:
    """The last five days, and the line after the day on which the reports were due."""
    axes = suffix(panel)
    place = {"xref": f"x{axes}", "yref": f"y{axes} domain"}
    start, end = _LAST_DAYS
    area = {"x0": start, "x1": end, "y0": 0, "y1": 1, "layer": "below", "name": "last days"}
    colour = style.palette.accent
    figure.add_shape(
        type="rect", fillcolor=colour, opacity=0.12, line={"width": 0}, **area, **place
    )
    line = {"width": 1.5, "color": style.palette.text}
    figure.add_shape(type="line", x0=end, x1=end, y0=0, y1=1, line=line, name="deadline", **place)
    look = {"y": 1, "yanchor": "top", "borderpad": 1}
    words = style.say("days.last"), style.say("days.deadline")
    figure.write(
        note(style, words[0], x=end, xanchor="right", xshift=-4, **look, **place),
        note(style, words[1], x=end, xanchor="left", xshift=4, **look, **place),
    )


def _dots(style: Style, rows: Sequence[Row], part: str) -> dict[str, Any]:
    """One mark a report, those of a day above each other."""
    each = [(row, place, agency) for row in rows for place, agency in enumerate(_agencies(row))]
    return HOVER | {
        "type": "scatter",
        "mode": "markers",
        "name": part,
        "x": [row["day"] for row, _, _ in each],
        "y": [place + 0.6 for _, place, _ in each],
        "marker": {"symbol": _SYMBOLS[part], "size": 9, "color": part_colour(style, part)},
        "customdata": [[agency, str(row["day"])] for row, _, agency in each],
        "hovertext": [
            f"{style.agency(agency)}<br>{_when(style, row, int(_days(row)[place]))}"
            for row, place, agency in each
        ],
    }


def _columns(style: Style, rows: Sequence[Row], part: str) -> dict[str, Any]:
    """How many reports came out on each day."""
    colour = part_colour(style, part)
    return {**HOVER, **OUTSIDE} | {
        "type": "bar",
        "name": part,
        "width": 0.86,
        "x": [row["day"] for row in rows],
        "y": [row["reports"] for row in rows],
        "text": [fmt.count(row["reports"]) for row in rows],
        "textfont": {"size": SMALL - 1, "color": style.palette.text},
        "marker": {"color": colour, "pattern": part_pattern(part)},
        "customdata": [[str(row["day"])] for row in rows],
        "hovertext": [_hover(style, row) for row in rows],
    }


def _agencies(row: Row) -> list[str]:
    return str(row["agency_ids"]).split(";")


def _days(row: Row) -> list[str]:
    return str(row["days_of_each"]).split(";")


def _when(style: Style, row: Row, days: int) -> str:
    published = row["due_on"] + timedelta(days=days)
    return style.say("days.when", day=f"{published:%Y-%m-%d}", days=fmt.days(days, style.lang))


def _hover(style: Style, row: Row) -> str:
    """The day, how many, and the first of them by name."""
    names = [style.agency(agency) for agency in _agencies(row)]
    shown, more = style.join(names[:_NAMED]), row["reports"] - _NAMED
    if more > 0:
        shown = style.say("days.and-more", names=shown, n=more)
    count = style.say("reports", reports=fmt.count(row["reports"]))
    return f"{_when(style, row, row['days_from'])}<br>{count}<br>{shown}"


def _title(style: Style, rows: Sequence[Row], year: int) -> str:
    facts = {part: fmt.count(rows[0][part]) for part in PARTS}
    return style.say("days.title", year=year, n=fmt.count(rows[0]["all_reports"]), **facts)
