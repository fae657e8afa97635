"""Lines and columns of one measure by year, for one panel."""

from collections.abc import Sequence
from typing import Any

from annual_reports import format as fmt
from annual_reports.charts.marks import (
    HOVER,
    OUTSIDE,
    Row,
    crossed,
    hatched,
    hollow,
    interval,
    keys,
)
from annual_reports.charts.sentences import written
from annual_reports.charts.style import Style
from annual_reports.charts.theme import SMALL

_ALL_LABELLED = 8
_FEW_LABELLED = 3
_WHOLE_FROM = 100
_NARROW = 6
_SLIM = {"size": 10}


def value_line(
    style: Style,
    rows: Sequence[Row],
    years: Sequence[int],
    breaks: Sequence[int] = (),
    *,
    slim: bool = False,
) -> dict[str, Any]:
    """The line of a measure: cut at missing years and at breaks, hollow where n is small.

    ``slim`` labels only the last value, for small panels.
    """
    found = {row["year"]: row for row in rows}
    places: list[float] = list(years)
    places = sorted([*places, *(edge - 0.5 for edge in crossed(years, breaks))])
    points = [found.get(int(place)) if place == int(place) else None for place in places]
    colour = style.palette.accent
    return HOVER | {
        "type": "scatter",
        "mode": "lines+markers+text",
        "name": "value",
        "x": places,
        "y": [row["value"] if row else None for row in points],
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 2},
        "marker": {"size": 6 if slim else 8, "color": colour, "symbol": hollow(points)},
        "error_y": interval(points, colour),
        "text": _labels(points, _FEW_LABELLED if slim else _ALL_LABELLED),
        "textposition": _beside(points),
        "textfont": {"size": SMALL, "color": style.palette.text, "shadow": style.halo},
        "customdata": [_keys(row) for row in points],
        "hovertext": [hover(style, row) for row in points],
    }


def peer_line(style: Style, rows: Sequence[Row], years: Sequence[int]) -> dict[str, Any] | None:
    """The peers' thin grey line, where any year has one."""
    found = {row["year"]: row for row in rows if row.get("peer_value") is not None}
    if not found:
        return None
    colour = style.palette.structure
    return HOVER | {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "peers",
        "x": list(years),
        "y": [found[year]["peer_value"] if year in found else None for year in years],
        "connectgaps": False,
        "line": {"color": colour, "width": 1.5},
        "marker": {"size": 3, "color": colour},
        "customdata": [[str(year)] for year in years],
        "hovertext": [_peer_hover(style, found.get(year)) for year in years],
    }


def value_columns(style: Style, rows: Sequence[Row], years: Sequence[int]) -> dict[str, Any]:
    """Columns from zero; first, last, highest and lowest are labelled."""
    found = {row["year"]: row for row in rows}
    points = [found.get(year) for year in years]
    return {**HOVER, **OUTSIDE} | {
        "type": "bar",
        "name": "value",
        "x": list(years),
        "y": [row["value"] if row else None for row in points],
        "text": _labels(points, _FEW_LABELLED),
        "textfont": {"size": SMALL, "color": style.palette.text},
        "marker": hatched(points, style.palette.structure),
        "customdata": [_keys(row) for row in points],
        "hovertext": [hover(style, row) for row in points],
    }


def hover(style: Style, row: Row | None) -> str:
    """Year, value with n/d, and how many reports or which one it rests on."""
    if row is None:
        return ""
    facts = {"year": row["year"], "value": written(style, row, base=True)}
    lines = [style.say("hover.year", **facts)]
    if row.get("reports"):
        lines.append(style.say("hover.reports", reports=fmt.count(row["reports"])))
    if row.get("report_id"):
        lines.append(style.say("hover.report", report=row["report_id"]))
    if row.get("is_small") and row.get("low") is not None:
        bounds = {"low": fmt.rate(row["low"]), "high": fmt.rate(row["high"])}
        lines.append(style.say("hover.interval", **bounds))
    return "<br>".join([*lines, *_standing(style, row)])


def _standing(style: Style, row: Row) -> list[str]:
    """How complete the year is, and how agencies with both years changed."""
    lines = []
    if row.get("known") and row["held"] < row["known"]:
        lines.append(style.say("hover.held", held=row["held"], known=row["known"]))
    if row.get("is_break") and row.get("last_numerator") is not None:
        lines.append(style.say("hover.break", reason=style.why_broken(row["year"])))
    elif row.get("change") is not None and row.get("comparable_reports"):
        change = fmt.change(row["change"], row["unit"], style.lang)
        lines.append(style.say("hover.comparable", change=change, n=row["comparable_reports"]))
    return lines


def _peer_hover(style: Style, row: Row | None) -> str:
    if row is None:
        return ""
    value = fmt.measure(row["peer_value"], row["unit"], style.lang)
    reports = fmt.count(row["peer_reports"])
    return style.say("hover.peers", year=row["year"], value=value, reports=reports)


def _beside(points: Sequence[Row | None]) -> list[str]:
    """Where the label of each point is free of the line: below a low, beside an interval."""
    values = [row["value"] if row else None for row in points]
    places = []
    for at, row in enumerate(points):
        around = [value for value in values[max(at - 1, 0) : at + 2] if value is not None]
        if row and row.get("is_small") and row.get("low") is not None:
            places.append("middle left" if at == len(points) - 1 else "middle right")
        else:
            is_low = len(around) > 1 and values[at] == min(around) < max(around)
            places.append("bottom center" if is_low else "top center")
    return places


def _keys(row: Row | None) -> list[str]:
    return keys(row, row["year"] if row else "")


def _labels(points: Sequence[Row | None], most: int) -> list[str]:
    """Every value where at most so many; else first, last, and high and low away from them."""
    known = [row for row in points if row and row["value"] is not None]
    years = {row["year"] for row in known}
    if len(known) > most:
        by_value = sorted(known, key=lambda row: row["value"])
        ends = [known[0]["year"], known[-1]["year"]]
        inner = [row["year"] for row in (by_value[0], by_value[-1])]
        room = 2 if max(len(short_value(row)) for row in known) <= _NARROW else 3
        far = [year for year in inner if all(abs(year - end) >= room for end in ends)]
        years = {*ends, *(far if most == _FEW_LABELLED else inner)}
    return [short_value(row) if row and row["year"] in years else "" for row in points]


def short_value(row: Row) -> str:
    """The value of a row as a label: large amounts without their decimals."""
    if row["unit"] == "amount_wan" and row["value"] >= _WHOLE_FROM:
        return f"{row['value']:,.0f}"
    if row["unit"] == "index":
        return f"{row['value']:.1f}"
    if row["unit"] == "days":
        return f"{row['value']:g}".replace("-", "−")
    return fmt.plain(row["value"], row["unit"])
