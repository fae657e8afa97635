"""What several charts draw in the same way: gaps, breaks, intervals, labels."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports.charts.canvas import Canvas, suffix
from annual_reports.charts.style import Style
from annual_reports.charts.theme import SMALL, template

Row = Mapping[str, Any]
HOVER: dict[str, Any] = {"hovertemplate": "%{hovertext}<extra></extra>"}
"""Hover shows the ready words of the mark and nothing else."""
OUTSIDE: dict[str, Any] = {
    "textposition": "outside",
    "textangle": 0,
    "constraintext": "none",
    "cliponaxis": False,
}
"""Labels at the ends of bars in one size, also where they stand out of the plot."""
DOTTED: dict[str, Any] = {"width": 1, "dash": "dot"}
"""The line at a break, in the muted colour of the theme."""
COMPARABLE = 2
"""The fewest that can be called highest and lowest."""
SMALL_BASE = 30
"""A rate on fewer cases than this is drawn with its interval and takes no rank."""


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """The rows of a frame; what is no number or date (NaN, NA, NaT) becomes None."""
    names = list(map(str, frame.columns))
    columns = [_known(frame[name]) for name in frame.columns]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _known(column: pd.Series) -> list[Any]:
    """The values of a column as Python has them; a column at a time, which is much the fastest."""
    values = column.tolist()
    if not column.hasnans:
        return values
    return [None if gone else value for value, gone in zip(values, column.isna(), strict=True)]


def keys(row: Row | None, *codes: object, number: str = "number") -> list[str]:
    """What a mark stands for: its codes as text, last the address of its number, if it has one.

    ``number`` is the column of the address.
    """
    address = (row or {}).get(number) or ""
    return [*map(str, codes), str(address)]


def all_years(rows: Iterable[Row]) -> list[int]:
    """Every year from the first to the last, so that a missing one leaves a gap."""
    years = [int(row["year"]) for row in rows]
    return list(range(min(years), max(years) + 1)) if years else []


def new_figure(style: Style, height: int, **layout: Any) -> Canvas:
    """An empty figure in the template of the style."""
    return Canvas({"template": template(style.theme), "height": height, **layout})


def crossed(years: Sequence[int], breaks: Iterable[int]) -> list[int]:
    """Those of the breaks that the years lie on both sides of, in order."""
    return sorted({edge for edge in breaks if years and years[0] < edge <= years[-1]})


def draw_breaks(
    figure: Canvas, style: Style, edges: Sequence[int], panel: int = 1, *, reason: bool = True
) -> None:
    """A thin dotted line before each of ``edges``, with its reason above the panel."""
    end = suffix(panel)
    place = {"xref": f"x{end}", "yref": f"y{end} domain"}
    for edge in edges:
        at = edge - 0.5
        line = DOTTED | {"color": style.palette.muted}
        figure.add_shape(type="line", x0=at, x1=at, y0=0, y1=1, line=line, name="break", **place)
        if reason:
            words = style.why_broken(edge, short=len(edges) > 1)
            look = {"x": at, "y": 1, "xanchor": "left", "yanchor": "bottom"}
            figure.write(note(style, words, **look, **place))


def break_note(style: Style, edges: Sequence[int]) -> str:
    """What the dotted lines mean; nothing where there are none."""
    reasons = style.join([style.why_broken(edge) for edge in edges])
    return style.say("break-note", reasons=reasons) if edges else ""


def note(style: Style, words: str, **place: Any) -> dict[str, Any]:
    """Small muted text for a place of a figure."""
    font = {"size": SMALL, "color": style.palette.muted, "shadow": style.halo}
    font |= place.pop("font", {})
    return {"text": words, "showarrow": False, "font": font, **place}


def interval(rows: Sequence[Row | None], colour: str, *, only_small: bool = True) -> dict[str, Any]:
    """Wilson intervals as error bars; only where the base is small unless told otherwise."""
    shown = [row if row and (row["is_small"] or not only_small) else {} for row in rows]
    bounded = [row if row.get("low") is not None else None for row in shown]
    return {
        "type": "data",
        "symmetric": False,
        "array": [row["high"] - row["value"] if row else None for row in bounded],
        "arrayminus": [row["value"] - row["low"] if row else None for row in bounded],
        "color": colour,
        "thickness": 1.2,
        "width": 3,
    }


def is_small(row: Row) -> bool:
    """Whether a rate rests on few cases, for frames that do not say so themselves."""
    return row["denominator"] is not None and bool(row["denominator"] < SMALL_BASE)


def hollow(rows: Sequence[Row | None]) -> list[str]:
    """Marker symbols: hollow where the base is small, a hollow square in an incomplete year."""
    return [
        "square-open"
        if _is_incomplete(row)
        else "circle-open"
        if row and row["is_small"]
        else "circle"
        for row in rows
    ]


def hatched(rows: Sequence[Row | None], colour: str) -> dict[str, Any]:
    """The marker of columns: hatched in a year of which reports are still missing."""
    shapes = ["/" if _is_incomplete(row) else "" for row in rows]
    if not any(shapes):
        return {"color": colour}
    return {"color": colour, "pattern": {"shape": shapes, "size": 5, "solidity": 0.4}}


def _is_incomplete(row: Row | None) -> bool:
    return bool(row and row.get("is_incomplete"))


def incomplete_note(style: Style, rows: Sequence[Row]) -> str:
    """Which year is incomplete and by how much; nothing where none is."""
    found = [row for row in rows if _is_incomplete(row) and row["value"] is not None]
    if not found:
        return ""
    widest = max(found, key=lambda row: row["known"])
    return style.say("incomplete", **{key: widest[key] for key in ("year", "held", "known")})
