"""From the earlier total to the later one, a step for each agency that moved it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_rows, folded, strong
from annual_reports.charts.marks import HOVER, OUTSIDE, Row, keys, new_figure, rows_of
from annual_reports.charts.sentences import written
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW = 38
_AIR = 0.22


@dataclass(frozen=True, slots=True)
class _Step:
    """One bar: what it stands for, how far it goes, and its words."""

    keys: list[str]
    length: float
    label: str
    hover: str


def movement_waterfall(
    frame: pd.DataFrame, style: Style, metric_id: str, years: tuple[int, int], shown: int = 8
) -> Chart | None:
    """The change of a measure between two years, earlier first, from movement.

    The ``shown`` largest parts stand for themselves, rises before falls; the rest of the
    agencies, and those with only one of the years, are a step each.
    """
    rows = rows_of(frame[frame["place"] <= shown + 1])
    if not rows:
        return None
    steps = [*_named(style, rows, shown), *_together(style, rows, shown)]
    figure = new_figure(style, _ROW * (len(steps) + 2) + 12)
    ends = _ends(style, rows[0], years)
    start = _scaled(rows[0], rows[0]["whole_last_value"])
    levels = list(accumulate((step.length for step in steps), initial=start))
    figure.add(_bars(style, steps, levels, rows[0]["unit"]))
    figure.add(_totals(style, ends, levels, rows[0], years))
    _draw_joints(figure, style, levels)
    draw_rows(figure, style, [ends[0].label, *(step.label for step in steps), ends[1].label])
    span = max(levels) - min(levels) or 1.0
    reach = [min(levels) - _AIR * span, max(levels) + _AIR * span]
    figure.update_xaxes(range=reach, showticklabels=False)
    unit = "rate" if rows[0]["unit"] == "rate" else "amount"
    notes = (style.say(f"movement.measure.{unit}"), style.say("movement.basis"))
    title = _title(style, rows, metric_id, years)
    return chart(style, "movement", figure, title, style.metric(metric_id), *notes).of(metric_id)


def _scaled(row: Row, value: float | None) -> float:
    """A level as it is drawn: rates in percent, as their parts are in percentage points."""
    return (100 if row["unit"] == "rate" else 1) * (value or 0)


def points(length: float, unit: str) -> str:
    """A part of a change with its sign; two decimals for percentage points: parts are small."""
    sign = "+" if length > 0 else "−" if length < 0 else "±"
    return f"{sign}{abs(length):.2f}" if unit == "rate" else f"{sign}{fmt.count(abs(length))}"


def _named(style: Style, rows: Sequence[Row], shown: int) -> list[_Step]:
    """The largest parts of agencies with both years, from the highest to the lowest."""
    most = [row for row in rows if row["part"] == "both" and row["place"] <= shown]
    most.sort(key=lambda row: -row["contribution"])
    return [
        _Step(
            keys(row, row["agency_id"]), row["contribution"], _label(style, row), _hover(style, row)
        )
        for row in most
    ]


def _together(style: Style, rows: Sequence[Row], shown: int) -> list[_Step]:
    """The agencies that have no step of their own, each group as one."""
    steps = []
    for row in rows:
        if row["part"] == "both" and row["place"] == shown + 1:
            n, length = row["part_agencies"] - shown, row["contribution_from_here"]
            steps.append(_group(style, "rest", n, length, row["unit"]))
        elif row["part"] != "both" and row["place"] == 1:
            n, length = row["part_agencies"], row["part_contribution"]
            steps.append(_group(style, row["part"], n, length, row["unit"]))
    return steps


def _group(style: Style, part: str, n: int, length: float, unit: str) -> _Step:
    words = style.say(f"movement.group.{part}", n=n)
    return _Step(keys(None, part), length, f"<i>{words}</i>", f"{words}<br>{points(length, unit)}")


def _label(style: Style, row: Row) -> str:
    name = folded(style.agency(row["agency_id"]), 40, 1)
    moved = f"{fmt.plain(row['last_value'], row['unit'])} → {fmt.plain(row['value'], row['unit'])}"
    few = style.say("movement.few") if row["is_small"] else ""
    return f"{strong(style, name)} {moved}{few}"


def _hover(style: Style, row: Row) -> str:
    last = (row["last_value"], row["unit"], style.lang)
    this = (row["value"], row["unit"], style.lang)
    facts = {
        "last": fmt.measure(*last, row["last_numerator"], row["last_denominator"]),
        "this": fmt.measure(*this, row["numerator"], row["denominator"]),
    }
    lines = [style.agency(row["agency_id"]), style.say("changes.hover", **facts)]
    lines.append(style.say("movement.hover", points=points(row["contribution"], row["unit"])))
    if row["within"] is not None:
        parts = {name: points(row[name], "rate") for name in ("within", "mix")}
        lines.append(style.say("movement.hover.parts", **parts))
    return "<br>".join(lines)


def _ends(style: Style, row: Row, years: tuple[int, int]) -> tuple[_Step, _Step]:
    """The totals of both years."""
    earlier, later = (
        fmt.measure(
            row[f"whole_{last}value"],
            row["unit"],
            style.lang,
            row[f"whole_{last}numerator"],
            row[f"whole_{last}denominator"],
        )
        for last in ("last_", "")
    )
    both = zip(years, (earlier, later), strict=True)
    words = [style.say("hover.year", year=year, value=value) for year, value in both]
    return (
        _Step(keys(None, years[0]), 0, strong(style, words[0]), words[0]),
        _Step(keys(None, years[1]), 0, strong(style, words[1]), words[1]),
    )


def _bars(style: Style, steps: Sequence[_Step], levels: Sequence[float], unit: str) -> Any:
    colour = style.palette
    own = [colour.accent if step.length > 0 else colour.attention for step in steps]
    return {**HOVER, **OUTSIDE} | {
        "type": "bar",
        "name": "parts",
        "orientation": "h",
        "x": [step.length for step in steps],
        "base": list(levels[:-1]),
        "y": list(range(1, len(steps) + 1)),
        "width": 0.36,
        "marker": {"color": own},
        "text": [points(step.length, unit) for step in steps],
        "textfont": {"size": SMALL, "color": colour.text},
        "customdata": [step.keys for step in steps],
        "hovertext": [step.hover for step in steps],
    }


def _totals(
    style: Style, ends: tuple[_Step, _Step], levels: Sequence[float], row: Row, years: Any
) -> dict[str, Any]:
    """Where the change starts and ends: marks, not bars, for the axis does not begin at zero."""
    values = (row["whole_last_value"], row["whole_value"])
    return HOVER | {
        "type": "scatter",
        "name": "totals",
        "mode": "markers+text",
        "x": [levels[0], levels[-1]],
        "y": [0, len(levels)],
        "marker": {"symbol": "diamond", "size": 11, "color": style.palette.structure},
        "text": [fmt.plain(value, row["unit"]) for value in values],
        "textposition": "middle right",
        "textfont": {"size": SMALL, "color": style.palette.text},
        "cliponaxis": False,
        "customdata": [end.keys for end in ends],
        "hovertext": [end.hover for end in ends],
    }


def _draw_joints(figure: Canvas, style: Style, levels: Sequence[float]) -> None:
    """Thin lines from the end of each step to the start of the next."""
    line = {"color": style.palette.structure, "width": 1}
    joints = [
        {"type": "line", "x0": x, "x1": x, "y0": at, "y1": at + 1, "line": line, "layer": "below"}
        for at, x in enumerate(levels)
    ]
    figure.update(shapes=joints)


def _title(style: Style, rows: Sequence[Row], metric_id: str, years: tuple[int, int]) -> str:
    """Both totals, and the largest part of an agency that has both years."""
    whole, most = rows[0], next(row for row in rows if row["part"] == "both" and row["place"] == 1)
    unit = whole["unit"]
    ends = [
        written(style, {**whole, "value": whole[key]})
        for key in ("whole_last_value", "whole_value")
    ]
    facts = {"name": style.metric(metric_id), "base": years[0], "year": years[1]}
    return style.say(
        f"movement.title.{'rate' if unit == 'rate' else 'amount'}",
        **facts,
        last=ends[0],
        this=ends[1],
        change=points(whole["change"], unit),
        agency=style.agency(most["agency_id"]),
        most=points(most["contribution"], unit),
    )
