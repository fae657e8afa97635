"""Whether publication is getting better: shares late and at the last moment, and the days."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.axes import value_axis
from annual_reports.charts.colours import ink_on
from annual_reports.charts.labels import draw_key
from annual_reports.charts.lines import value_line
from annual_reports.charts.marks import HOVER, Row, rows_of
from annual_reports.charts.multiples import Groups, measure_panels
from annual_reports.charts.publication_days import (
    PARTS,
    part_colour,
    part_key,
    part_pattern,
)
from annual_reports.charts.sentences import trend_title, valued
from annual_reports.charts.shares import SHARE_COLUMNS, share_text
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_MEASURES: Final = ("late_share", "last_moment_share", "median_days", "not_held_share")


def timeliness_trend(frame: pd.DataFrame, style: Style, columns: int = 2) -> Chart | None:
    """A panel for each measure of timeliness by year, from timeliness_by_year.

    The days have a band from the first to the third quarter of the reports.
    """
    rows = rows_of(frame)
    names = {code: style.say(f"timeliness.{code}") for code in _MEASURES}
    style = replace(style, metric_titles=names)
    kept = {code: [row for row in rows if row["metric_id"] == code] for code in _MEASURES}
    groups = {names[code]: own for code, own in kept.items() if valued(own)}
    if not groups:
        return None
    figure = measure_panels(
        style,
        groups,
        columns,
        traces=lambda own, years: _traces(style, own, years),
        axis=lambda own: value_axis(style, [_with_bounds(row) for row in own]),
    )
    title = trend_title(style, next(iter(groups.values())))
    measure = style.say("timeliness.measure")
    return chart(style, "timeliness", figure, title, measure, style.say("timeliness.band"))


def _with_bounds(row: Row) -> Row:
    """A row whose bounds are drawn: those of days always are."""
    return {**row, "is_small": row["is_small"] or row["unit"] == "days"}


def _traces(style: Style, own: Sequence[Row], years: Sequence[int]) -> list[dict[str, Any]]:
    line = value_line(style, own, years, slim=True)
    return [*_band(style, own), line] if own[0]["unit"] == "days" else [line]


def _band(style: Style, own: Sequence[Row]) -> list[dict[str, Any]]:
    """The middle half of the reports, from the lower bound up to the upper one."""
    look = {"type": "scatter", "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    years = [row["year"] for row in own]
    lower = look | {"name": "low", "x": years, "y": [row["low"] for row in own]}
    upper = look | {"name": "high", "x": years, "y": [row["high"] for row in own]}
    return [lower, upper | {"fill": "tonexty", "fillcolor": style.palette.grid}]


def publication_mix(frame: pd.DataFrame, style: Style, columns: int = 2) -> Chart | None:
    """Shares early, at the last moment and late by year, a panel a kind, from publication_mix."""
    every = [{**row, "metric_id": "publication_mix"} for row in rows_of(frame)]
    rows = [row for row in every if row["share"] is not None]
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    kinds = [kind for kind in kinds if kind or len(kinds) != 2]  # noqa: PLR2004 all, and one kind
    if not kinds:
        return None
    own_rows = ([row for row in rows if row["kind"] == kind] for kind in kinds)
    newest = max(row["year"] for row in rows)
    groups = {_panel(style, own, newest): own for own in own_rows}
    figure = measure_panels(
        style,
        groups,
        columns,
        traces=lambda own, _: [_part(style, own, part) for part in PARTS],
        axis=lambda _: {"range": [0, 1.02], "visible": False},
    )
    figure.update(barmode="stack", bargap=0.12, uniformtext={"mode": "hide", "minsize": SMALL - 2})
    draw_key(figure, style, part_key(style))
    undated = next(row["all_undated"] for row in rows if row["kind"] == kinds[0])
    left_out = style.say("mix.undated", n=fmt.count(undated)) if undated else ""
    measure = style.say("mix.measure", year=newest)
    return chart(style, "mix", figure, _title(style, groups), measure, left_out)


def _panel(style: Style, own: Sequence[Row], year: int) -> str:
    """The kind of agency and how many of its reports for ``year`` are counted."""
    kind = own[0]["kind"]
    counted = next((row["dated"] for row in own if row["year"] == year), 0)
    name = style.kind(kind) if kind else style.say("mix.all")
    return style.say("mix.panel", name=name, n=fmt.count(counted))


def _part(style: Style, own: Sequence[Row], part: str) -> dict[str, Any]:
    rows = [row for row in own if row["part"] == part]
    colour = part_colour(style, part)
    return SHARE_COLUMNS | HOVER | {
        "type": "bar",
        "name": part,
        "x": [row["year"] for row in rows],
        "y": [row["share"] for row in rows],
        "text": [share_text(row) for row in rows],
        "textfont": {"size": SMALL - 1, "color": ink_on(colour)},
        "marker": {"color": colour, "pattern": part_pattern(part)},
        "customdata": [[str(row["year"]), row["kind"]] for row in rows],
        "hovertext": [_hover(style, row) for row in rows],
    }  # fmt: skip


def _hover(style: Style, row: Row) -> str:
    value = fmt.rate_of(row["share"], row["reports"], row["dated"], style.lang)
    facts = {"year": row["year"], "name": style.say(f"part.{row['part']}"), "value": value}
    said = style.say("hover.year-name", **facts)
    if not row["undated"]:
        return said
    return f"{said}<br>{style.say('mix.undated', n=fmt.count(row['undated']))}"


def _title(style: Style, groups: Groups) -> str:
    """The three shares of the last year, of all kinds or of the one there is."""
    own = next(iter(groups.values()))
    year = own[-1]["year"]
    shares = {row["part"]: fmt.rate(row["share"]) for row in own if row["year"] == year}
    return style.say("mix.title", year=year, **shares)
