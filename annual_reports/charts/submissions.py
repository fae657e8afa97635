"""Which reports are there: coverage by year, and who published when."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.axes import year_axis
from annual_reports.charts.labels import draw_key, swatch
from annual_reports.charts.marks import HOVER, Row, all_years, new_figure, rows_of
from annual_reports.charts.matrix import agency_grid
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL, TEXT, Palette
from annual_reports.form import uniform_forms

STATES = ("in_time", "late", "undated", "unpublished", "unusable", "missing", "not_due")
_STRIP = 112


def submission_matrix(frame: pd.DataFrame, states: pd.DataFrame, style: Style) -> Chart | None:
    """The agencies' reports by year, told apart by shape, from submission_matrix.

    Those with the most reports late, undated or missing stand first; the title counts the reports
    of all agencies, from submission_states.
    """
    rows = rows_of(frame)
    if not rows:
        return None
    counts = dict(zip(states["state"], states["reports"], strict=True))
    agencies = list(dict.fromkeys(row["agency_id"] for row in rows))
    figure = agency_grid(style, agencies, all_years(rows))
    figure.update_yaxes(range=[len(agencies) - 0.5, -0.8])  # room for days above the first row
    found = [state for state in STATES if state in counts]
    for state in found:
        own = [row for row in rows if row["state"] == state]
        figure.add_scatter(_marks(style, own, agencies, state))
    draw_key(figure, style, [_named(style, state) for state in found], each=3, side="right")
    hidden = rows[0]["agencies"] - len(agencies)
    note = style.say("matrix.in-file", n=fmt.count(hidden)) if hidden else ""
    first = uniform_forms()[0].first_year
    is_earlier = rows[0]["first_year"] < first
    earlier = style.say("submissions.earlier", year=first - 1) if is_earlier else ""
    title, measure = _title(style, rows[0], counts), style.say("submissions.measure")
    return chart(style, "submissions", figure, title, measure, earlier, note)


def _look(palette: Palette, state: str) -> dict[str, Any]:
    """Shape, size and colour of a state: filled, pointed, hollow, crossed."""
    looks: dict[str, dict[str, Any]] = {
        "in_time": {"symbol": "circle", "size": 8, "color": palette.structure},
        "late": {"symbol": "diamond", "size": 12, "color": palette.attention},
        "undated": {"symbol": "circle-open", "size": 10, "color": palette.structure},
        "unpublished": {"symbol": "square-x-open", "size": 12, "color": palette.attention},
        "unusable": {"symbol": "triangle-up-open", "size": 10, "color": palette.text},
        "missing": {"symbol": "x-thin", "size": 8, "line": {"color": palette.text, "width": 2}},
        "not_due": {"symbol": "line-ew", "size": 7, "line": {"color": palette.muted, "width": 1}},
    }
    return looks[state]


def _named(style: Style, state: str) -> str:
    signs = {
        "in_time": "●", "late": "◆", "undated": "○", "unpublished": "⊠", "unusable": "△",
        "missing": "✕", "not_due": "–",
    }  # fmt: skip
    look = _look(style.palette, state)
    return swatch(look.get("color", style.palette.text), style.say(f"state.{state}"), signs[state])


def _marks(
    style: Style, rows: Sequence[Row], agencies: Sequence[str], state: str
) -> dict[str, Any]:
    """The marks of one state; what is late says by how many days."""
    days = [f"+{row['days_late']}" if state == "late" else "" for row in rows]
    return HOVER | {
        "name": style.say(f"state.{state}"),
        "mode": "markers+text",
        "x": [row["year"] for row in rows],
        "y": [agencies.index(row["agency_id"]) for row in rows],
        "marker": _look(style.palette, state),
        "text": days,
        "textposition": "top center",  # beside it, it would touch the next year's on a phone
        "textfont": {"size": SMALL - 1, "color": style.palette.text},
        "customdata": [[row["agency_id"], str(row["year"])] for row in rows],
        "hovertext": [_hover(style, row) for row in rows],
    }


def _hover(style: Style, row: Row) -> str:
    facts = {"year": row["year"], "value": style.say(f"state.{row['state']}")}
    lines = [style.agency(row["agency_id"]), style.say("hover.year", **facts)]
    if row["published_on"] is not None:
        dates = {"published": f"{row['published_on']:%Y-%m-%d}", "due": f"{row['due_on']:%Y-%m-%d}"}
        lines.append(style.say("submissions.dates", **dates))
    return "<br>".join(lines)


def _title(style: Style, row: Row, counts: Mapping[str, int]) -> str:
    """How many of the reports due are in each state."""
    years = row["first_year"], row["last_year"]
    span = str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
    words = [
        style.say("submissions.state", state=style.say(f"word.{state}"), n=fmt.count(counts[state]))
        for state in STATES
        if state in counts
    ]
    facts = {"years": span, "known": fmt.count(sum(counts.values()))}
    return style.say("submissions.title", **facts, states=style.say("comma").join(words))


def coverage_strip(frame: pd.DataFrame, style: Style) -> Chart | None:
    """Reports held against agencies known, a column a year, from coverage."""
    rows = [row for row in rows_of(frame) if row["known"]]
    if not rows:
        return None
    years = all_years(rows)
    figure = new_figure(style, _STRIP, barmode="overlay")
    figure.add_bar(_columns(style, rows, "known"))
    figure.add_bar(_columns(style, rows, "held"))
    figure.update_xaxes(**year_axis(years))
    top = max(row["known"] for row in rows)
    figure.update_yaxes(visible=False, range=[0, 1.3 * top])
    last = rows[-1]
    facts = {"year": last["year"], "held": last["held"], "known": last["known"]}
    title = style.say("coverage.title", **facts, share=fmt.rate(last["share"]))
    not_due = style.say("coverage.not-due", n=last["not_due"]) if last["not_due"] else ""
    return chart(style, "coverage", figure, title, style.say("coverage.measure"), not_due)


def _columns(style: Style, rows: Sequence[Row], which: str) -> dict[str, Any]:
    """Known agencies as empty frames with the fraction above, reports held filled in."""
    is_frame = which == "known"
    colour = "rgba(0,0,0,0)" if is_frame else style.palette.structure
    border = {"color": style.palette.structure, "width": 1}
    return HOVER | {
        "name": which,
        "x": [row["year"] for row in rows],
        "y": [row[which] for row in rows],
        "marker": {"color": colour, "line": border},
        "text": [f"{row['held']}/{row['known']}" if is_frame else "" for row in rows],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "textfont": {"size": SMALL if len(rows) > TEXT else TEXT, "color": style.palette.text},
        "customdata": [[str(row["year"])] for row in rows],
        "hovertext": [style.say("coverage.hover", **row) for row in rows],
    }
