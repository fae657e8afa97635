"""Two columns of any answer against each other, as the reader chooses."""

from collections.abc import Mapping, Sequence
from numbers import Real
from typing import Any, Final, NamedTuple

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.marks import HOVER, Row, new_figure, rows_of
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

KINDS: Final = ("bar", "line", "scatter")
_HEIGHT: Final = 380
_MOST: Final[Mapping[str, int]] = {"bar": 200, "line": 2_000, "scatter": 5_000}
_SERIES: Final = 6


class Axes(NamedTuple):
    """The columns across and up, and the one whose values are the series, if any."""

    x: str
    y: str
    by: str = ""


def result_chart(frame: pd.DataFrame, style: Style, kind: str, axes: Axes) -> Chart | None:
    """The rows of a frame as bars, lines or points; ``kind`` is one of KINDS.

    Nothing is added up: a row is a mark. What is left out, and rows that cover each other,
    are said.
    """
    rows = [row for row in rows_of(frame) if _is_drawn(row, axes)]
    shown = rows[: _MOST[kind]]
    series = list(dict.fromkeys(str(row[axes.by]) for row in shown)) if axes.by else [""]
    if axes.by:
        shown = [row for row in shown if str(row[axes.by]) in series[:_SERIES]]
    if not shown:
        return None
    figure = new_figure(style, _HEIGHT, barmode="group", showlegend=len(series) > 1)
    for name, colour in zip(series[:_SERIES], _colours(style), strict=False):
        own = [row for row in shown if not axes.by or str(row[axes.by]) == name]
        figure.add(_marks(own, kind, axes, name, colour))
    _label_axes(figure, style, kind, shown, axes)
    notes = _notes(style, len(frame), rows, kind, series)
    measure = style.say("result.measure", x=axes.x, y=axes.y)
    again = style.say("result.again") if kind != "scatter" and _has_again(shown, axes) else ""
    return chart(style, "result", figure, _title(style, shown, kind, axes), measure, *notes, again)


def _is_drawn(row: Row, axes: Axes) -> bool:
    return row[axes.x] is not None and isinstance(row[axes.y], Real)


def _colours(style: Style) -> Sequence[str]:
    return (style.palette.accent, *list(style.palette.applicants.values())[1:])


def _marks(own: Sequence[Row], kind: str, axes: Axes, name: str, colour: str) -> dict[str, Any]:
    across = [_place(row[axes.x]) for row in own]
    look: dict[str, Any] = {"type": "bar", "marker": {"color": colour}}
    if kind != "bar":
        mode = "lines+markers" if kind == "line" else "markers"
        look = {"type": "scatter", "mode": mode, "marker": {"color": colour, "size": 8}}
        look["line"] = {"color": colour, "width": 2}
    return HOVER | look | {
        "name": name,
        "x": across,
        "y": [row[axes.y] for row in own],
        "customdata": [[str(row[axes.x])] for row in own],
        "hovertext": [_hover(row, axes) for row in own],
    }  # fmt: skip


def _place(value: Any) -> Any:
    """Numbers and dates keep their distance; all else is a name."""
    return value if isinstance(value, Real | pd.Timestamp) else str(value)


def _hover(row: Row, axes: Axes) -> str:
    lines = [str(row[axes.by])] if axes.by else []
    return "<br>".join([*lines, f"{axes.x}: {row[axes.x]}", f"{axes.y}: {_number(row[axes.y])}"])


def _number(value: float) -> str:
    """As exact as a title or label needs: what is below one in four figures."""
    return f"{value:.4g}" if 0 < abs(value) < 1 else fmt.count(value)


def _label_axes(figure: Any, style: Style, kind: str, shown: Sequence[Row], axes: Axes) -> None:
    font = {"size": SMALL, "color": style.palette.muted}
    whole = all(isinstance(row[axes.x], int) for row in shown)
    places = sorted({row[axes.x] for row in shown}) if whole else []
    ticks = {"tickvals": places, "ticktext": [str(place) for place in places]}
    few = len(places) <= 12  # noqa: PLR2004
    figure.update_xaxes(title={"text": axes.x, "font": font}, **(ticks if whole and few else {}))
    up = {"title": {"text": axes.y, "font": font}, "showgrid": True, "nticks": 6}
    range_ = {"rangemode": "tozero"} if kind == "bar" else {}
    figure.update_yaxes(**up, **range_, gridcolor=style.palette.grid)


def _notes(
    style: Style, total: int, rows: Sequence[Row], kind: str, series: Sequence[str]
) -> list[str]:
    most = _MOST[kind]
    missing = total - len(rows)
    return [
        style.say("result.n", n=fmt.count(total)),
        style.say("result.left-out", n=fmt.count(missing)) if missing else "",
        style.say("result.first", n=fmt.count(most)) if len(rows) > most else "",
        style.say("result.series", n=_SERIES) if len(series) > _SERIES else "",
    ]


def _has_again(shown: Sequence[Row], axes: Axes) -> bool:
    places = [(str(row[axes.by]) if axes.by else "", str(row[axes.x])) for row in shown]
    return len(set(places)) < len(places)


def _title(style: Style, shown: Sequence[Row], kind: str, axes: Axes) -> str:
    """Highest and lowest with their places."""
    facts = {"x": axes.x, "y": axes.y, "n": fmt.count(len(shown))}
    if kind == "scatter":
        return style.say("result.title.scatter", **facts)
    top, bottom = (pick(shown, key=lambda row: row[axes.y]) for pick in (max, min))
    if top[axes.y] == bottom[axes.y]:
        value = _number(top[axes.y])
        return style.say("result.title.one", x=_where(top, axes), y=axes.y, value=value)
    return style.say(
        "result.title", y=axes.y,
        top=_where(top, axes), most=_number(top[axes.y]),
        bottom=_where(bottom, axes), least=_number(bottom[axes.y]),
    )  # fmt: skip


def _where(row: Row, axes: Axes) -> str:
    parts = ([str(row[axes.by])] if axes.by else []) + [str(row[axes.x])]
    return " ".join(parts)
