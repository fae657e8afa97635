"""Where an agency stands among its peers in every measure, each on the span of its values."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.labels import draw_key, draw_rows, strong, swatch
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, rows_of
from annual_reports.charts.sentences import written
from annual_reports.charts.style import Chart, Style, chart

_ROW: Final = 40


def peer_strips(frame: pd.DataFrame, style: Style, agency_id: str, year: int) -> Chart | None:
    """A strip a measure: the peers as ticks, their median, the agency as a dot, from peer_strips.

    The agency's dot is hollow where its rate rests on few cases. Where the frame has not all
    peers, it is said.
    """
    rows = rows_of(frame)
    own = [row for row in rows if row["is_own"]]
    if not own:
        return None
    peers = [row for row in rows if not row["is_own"]]
    order = [row["metric_id"] for row in own]
    figure = new_figure(style, _ROW * len(order) + 12, margin={"l": 12, "t": 4})
    figure.add_scatter(_ticks(style, peers, order))
    figure.add_scatter(_medians(style, own))
    figure.add_scatter(_dots(style, own))
    draw_rows(figure, style, [_label(style, row) for row in own])
    figure.update_xaxes(range=[-0.02, 1.03], visible=False)
    draw_key(figure, style, _key(style))
    facts = {"agency": style.agency(agency_id), "year": year, "n": len(own)}
    notes = (style.say("strips.measure"), _left_out(style, len(peers), own[0]["peers_values"]))
    return chart(style, "strips", figure, style.say("strips.title", **facts), *notes)


def _left_out(style: Style, drawn: int, total: int) -> str:
    """How many of the peers' ticks are drawn, where not all are."""
    counts = {"n": fmt.count(drawn), "total": fmt.count(total)}
    return style.say("strips.sample", **counts) if drawn < total else ""


def _key(style: Style) -> list[str]:
    return [
        swatch(style.palette.accent, style.say("strips.own"), "●"),
        swatch(style.palette.structure, style.say("strips.peer"), "|"),
        swatch(style.palette.text, style.say("strips.median"), "◆"),
    ]


def _ticks(style: Style, peers: Sequence[Row], order: Sequence[str]) -> dict[str, Any]:
    look = {"symbol": "line-ns-open", "size": 12, "color": style.palette.structure}
    return _marks(style, peers, [order.index(row["metric_id"]) for row in peers], "peers", look)


def _dots(style: Style, own: Sequence[Row]) -> dict[str, Any]:
    symbols = ["circle-open" if row["is_small"] else "circle" for row in own]
    look = {"symbol": symbols, "size": 12, "color": style.palette.accent}
    return _marks(style, own, list(range(len(own))), "own", look)


def _marks(
    style: Style, rows: Sequence[Row], places: Sequence[int], name: str, look: dict[str, Any]
) -> dict[str, Any]:
    return HOVER | {
        "name": name,
        "mode": "markers",
        "x": [row["place_in_span"] for row in rows],
        "y": list(places),
        "marker": look,
        "customdata": [keys(row, row["agency_id"]) for row in rows],
        "hovertext": [_hover(style, row) for row in rows],
        "cliponaxis": False,
    }


def _medians(style: Style, own: Sequence[Row]) -> dict[str, Any]:
    return {
        "name": "median",
        "mode": "markers",
        "x": [row["median_in_span"] for row in own],
        "y": list(range(len(own))),
        "marker": {"symbol": "diamond", "size": 7, "color": style.palette.text},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _label(style: Style, row: Row) -> str:
    """The measure, the agency's value with n/d, the peers' median and span."""
    median = fmt.measure(row["peer_median"], row["unit"], style.lang)
    facts = {"value": written(style, row, base=True), "median": median}
    name, peers = strong(style, style.metric(row["metric_id"])), fmt.count(row["firm_peers"])
    return style.say("strips.row", name=name, n=peers, **facts)


def _hover(style: Style, row: Row) -> str:
    value = written(style, row, base=True)
    return f"{style.agency(row['agency_id'])}<br>{style.metric(row['metric_id'])} {value}"
