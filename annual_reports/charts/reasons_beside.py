"""The agencies that a selection is set beside, as marks in the chart of its reasons."""

from collections.abc import Sequence
from typing import Any

from annual_reports import format as fmt
from annual_reports.charts.marks import HOVER, Row
from annual_reports.charts.style import Style


def uprights(style: Style, rows: Sequence[Row | None]) -> dict[str, Any]:
    """An upright at the share of the others, a line for each row; their number is of no page."""
    mark = {"symbol": "line-ns-open", "size": 11, "color": style.palette.text, "line": {"width": 2}}
    return HOVER | {
        "name": "beside",
        "mode": "markers",
        "cliponaxis": False,
        "x": [row["beside_share"] if row else None for row in rows],
        "y": list(range(len(rows))),
        "marker": mark,
        "customdata": [[row["row_code"] if row else "", ""] for row in rows],
        "hovertext": [_hover(style, row) for row in rows],
    }


def _hover(style: Style, row: Row | None) -> str:
    if row is None or row["beside"] is None:
        return ""
    return f"{style.label('3', row['row_code'])}<br>{others_said(style, row)}"


def others_said(style: Style, row: Row) -> str:
    """The share of the others with n/d, and how far the selection is from it."""
    if row["beside"] is None:
        return ""
    above, below = row["beside_requests"], row["beside_closed"]
    value = fmt.rate_of(row["beside_share"], above, below, style.lang)
    gap = fmt.change(row["gap"], "rate", style.lang)
    return style.say(f"reasons.hover.{row['beside']}", value=value, gap=gap)


def others_note(style: Style, rows: Sequence[Row]) -> str:
    """Who the others are and on how many cases they stand; nothing where there are none."""
    known = next((row for row in rows if row["beside_share"] is not None), None)
    if known is None:
        return ""
    return style.say(f"reasons.beside.{known['beside']}", n=fmt.count(known["beside_closed"]))
