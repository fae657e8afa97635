"""Reviews and lawsuits of one year, step by step: all, decided, corrected."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.labels import draw_rows, strong
from annual_reports.charts.marks import HOVER, Row, break_note, keys, new_figure, rows_of
from annual_reports.charts.style import Chart, Style, chart

_ROW = 38
_STEPS = ("filed", "decided", "corrected_cases")
_Bar = tuple[Row, str]


def dispute_steps(frame: pd.DataFrame, style: Style, year: int) -> Chart | None:
    """Three paths of ``year``, each from all its cases to those corrected, from dispute_steps.

    All bars are on one scale; the share corrected is of the cases decided.
    """
    rows = [row for row in rows_of(frame) if row["year"] == year]
    if not any(row["filed"] for row in rows):
        return None
    bars = [(row, step) for row in rows for step in _STEPS]
    figure = new_figure(style, _ROW * len(bars) + 12, margin={"t": 4})
    figure.add_bar(_bars(style, bars))
    draw_rows(figure, style, [_label(style, bar) for bar in bars])
    figure.update_xaxes(rangemode="tozero", visible=False)
    edges = [edge for edge in style.break_years.get("reviews", ()) if edge == year]
    notes = (style.say("steps.measure"), style.say("steps.years"), break_note(style, edges))
    return chart(style, "steps", figure, _title(style, rows), *notes)


def _bars(style: Style, bars: Sequence[_Bar]) -> dict[str, Any]:
    palette = style.palette
    colours = dict(zip(_STEPS, (palette.structure, palette.accent, palette.attention), strict=True))
    return HOVER | {
        "name": "steps",
        "orientation": "h",
        "x": [row[step] for row, step in bars],
        "y": list(range(len(bars))),
        "width": 0.42,
        "marker": {"color": [colours[step] for _, step in bars]},
        "customdata": [
            keys(row, row["row_code"], step, number=_address(step)) for row, step in bars
        ],
        "hovertext": [_hover(style, row, step) for row, step in bars],
    }


def _address(step: str) -> str:
    """The share is what the last step is about."""
    return "number_share" if step == "corrected_cases" else f"number_{step}"


def _label(style: Style, bar: _Bar) -> str:
    """The step and its number, the first of a path with the path's name."""
    row, step = bar
    words = f"{_step(style, step)} {strong(style, _value(style, row, step))}"
    if step == "filed":
        return strong(style, f"<b>{style.label('4', row['row_code'])}</b>  {words}")
    return words


def _step(style: Style, step: str) -> str:
    return style.say(f"steps.{step}")


def _value(style: Style, row: Row, step: str) -> str:
    """A count; of those corrected the share, on few cases with its interval."""
    if step != "corrected_cases":
        return fmt.count(row[step])
    if not row["decided"]:
        return style.say("steps.share.none")
    value = fmt.rate_of(row["share"], row["corrected_cases"], row["decided"], style.lang)
    if not row["is_small"] or row["low"] is None:
        return value
    return f"{value} · {_interval(style, row)}"


def _interval(style: Style, row: Row) -> str:
    bounds = {"low": fmt.rate(row["low"]), "high": fmt.rate(row["high"])}
    return style.say("hover.interval", **bounds)


def _hover(style: Style, row: Row, step: str) -> str:
    name = f"{style.label('4', row['row_code'])} · {_step(style, step)}"
    value = fmt.count(row[step])
    lines = [style.say("hover.year-name", year=row["year"], name=name, value=value)]
    if step == "corrected_cases" and row["decided"]:
        rate = fmt.rate_of(row["share"], row["corrected_cases"], row["decided"], style.lang)
        lines += [rate, *([_interval(style, row)] if row["low"] is not None else [])]
    lines.append(style.say("hover.reports", reports=fmt.count(row["reports"])))
    return "<br>".join(lines)


def _title(style: Style, rows: Sequence[Row]) -> str:
    """The share corrected of each path; “—” where nothing was decided."""
    parts = [
        style.say(
            "steps.part",
            path=style.label("4", row["row_code"]),
            value=fmt.rate_of(row["share"], row["corrected_cases"], row["decided"], style.lang)
            if row["decided"]
            else fmt.NOT_COMPUTABLE,
        )
        for row in rows
    ]
    return style.say("steps.title", year=rows[0]["year"], parts=style.say("comma").join(parts))
