"""Axes: years below, values at the side."""

import math
from collections.abc import Sequence
from typing import Any

from annual_reports.charts.marks import Row
from annual_reports.charts.style import Style

_LEAST_SPAN = 0.1


def year_axis(years: Sequence[int], most: int = 8) -> dict[str, Any]:
    """An axis of years: every one, or evenly fewer where more than ``most`` would crowd."""
    step = math.ceil(len(years) / most)
    shown = list(years)[::-1][::step][::-1]
    return {
        "tickmode": "array",
        "tickvals": shown,
        "ticktext": [str(year) for year in shown],
        "tickangle": 0,
        "range": [years[0] - 0.6, years[-1] + 0.6],
    }


def value_axis(style: Style, rows: Sequence[Row]) -> dict[str, Any]:
    """The axis of a line: what the values and their intervals span, with air for the labels."""
    drawn = [(row, "value") for row in rows] + [(row, "peer_value") for row in rows]
    drawn += [(row, end) for row in rows if row.get("is_small") for end in ("low", "high")]
    ends = [row[key] for row, key in drawn if row.get(key) is not None]
    is_rate = any(row["unit"] == "rate" for row in rows)
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    span = max(high - low, _LEAST_SPAN if is_rate else 0.2 * abs(high) or 1.0)
    return {
        "range": [low - 0.25 * span, high + 0.28 * span],
        "nticks": 4,
        "showgrid": True,
        "gridcolor": style.palette.grid,
        "tickformat": ".0%" if is_rate else ",",
    }


def count_axis(style: Style, top: float) -> dict[str, Any]:
    """The axis of columns: from zero, with air for the label of the highest."""
    return {
        "range": [0, 1.22 * top or 1],
        "nticks": 4,
        "showgrid": True,
        "gridcolor": style.palette.grid,
        "tickformat": ",",
    }
