"""One year's requests from where they came to how they ended, as a flow of bands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.colours import faded
from annual_reports.charts.labels import strong
from annual_reports.charts.marks import Row, keys, new_figure, note, rows_of
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import OUTCOMES
from annual_reports.form import short_label
from annual_reports.i18n import Lang, text

_COLUMNS = (
    ("new_requests", "carried_in", "imbalance"),
    ("workload", "outcome_gap"),
    ("closed",),
    (
        "disclosed",
        "partly_disclosed",
        "withheld",
        "unavailable",
        "declined",
        "other_handling",
        "outcome_gap",
        "carried_out",
        "imbalance",
    ),
)
_LAST = len(_COLUMNS) - 1
_PLACES = (0.001, 0.38, 0.7, 0.999)  # Plotly takes an exact 0 or 1 for no place at all
_GAP = 34
_BANDS = 210
_WIDTH = 12
_LINE = 32
_TOP, _RIGHT, _BOTTOM = 44 + _LINE, 128, 8


@dataclass(frozen=True, slots=True)
class _Node:
    """What a band comes from or goes to: its place, top and height in parts of the plot."""

    code: str
    column: int
    top: float
    height: float
    words: str

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def request_paths(frame: pd.DataFrame, style: Style, year: int) -> Chart | None:
    """Received, closed and carried out in ``year``, and the outcomes, from request_paths.

    Where the printed figures do not balance the difference is a band of its own. Bands of
    nothing are left out.
    """
    rows = [row for row in rows_of(frame) if row["year"] == year and row["requests"]]
    if not rows:
        return None
    nodes = _nodes(style, rows)
    height = _BANDS + _GAP * (_most(rows) - 1)
    margins = {"t": _TOP, "r": _RIGHT, "b": _BOTTOM}
    figure = new_figure(style, height + _TOP + _BOTTOM, margin=margins)
    figure.add(_sankey(style, rows, nodes))
    figure.write(*[_label(style, node) for node in nodes])
    gaps = [row for row in rows if row["is_unexplained"]]
    notes = (style.say("paths.measure"), style.say("paths.gap") if gaps else "")
    return chart(style, "paths", figure, _title(style, rows), *notes)


def _columns_of(rows: Sequence[Row]) -> list[dict[str, float]]:
    """What stands in each column from the left, and how much passes through it."""
    targets = {row["flow_to"] for row in rows}
    sources = {row["flow_from"] for row in rows} | targets & {"workload", "closed"}
    return [
        {code: _through(rows, code) for code in codes if code in side}
        for codes, side in zip(_COLUMNS, [sources] * _LAST + [targets], strict=True)
    ]


def _through(rows: Sequence[Row], code: str) -> float:
    """The larger of what comes in and what goes out."""
    ends = ("flow_from", "flow_to")
    return max(sum(float(row["requests"]) for row in rows if row[end] == code) for end in ends)


def _most(rows: Sequence[Row]) -> int:
    return max(map(len, _columns_of(rows)))


def _nodes(style: Style, rows: Sequence[Row]) -> list[_Node]:
    """All nodes; in each column they hang from the top, as far apart as labels need."""
    columns = _columns_of(rows)
    height = _BANDS + _GAP * (_most(rows) - 1)
    each = min((height - _GAP * (len(own) - 1)) / sum(own.values()) for own in columns if own)
    nodes = []
    for column, own in enumerate(columns):
        top = 0.0
        for code, amount in own.items():
            words = _words(style, rows, code)
            nodes.append(_Node(code, column, top / height, amount * each / height, words))
            top += amount * each + _GAP
    return nodes


def _words(style: Style, rows: Sequence[Row], code: str) -> str:
    """Name, count and share of a node; the workload is the whole and has no share."""
    own = next((row for row in rows if code in _flow_of(row)), None)
    sign = "! " if own and own["is_unexplained"] else ""
    count = own["requests"] if own else rows[0]["whole_requests"]
    value = fmt.measure(count, "count", style.lang)
    share = f" · {fmt.rate(own['share'])}" if own else ""
    return f"<b>{sign}{node_name(code, style.lang)}</b><br>{value}{share}"


def _flow_of(row: Row) -> tuple[str, ...]:
    """The node that a flow is named for: the one of its ends that is not the hub it passes."""
    ends = (row["flow_to"], row["flow_from"])
    return ends[:1] if row["flow_from"] in ("workload", "closed") else ends[1:]


def node_name(code: str, lang: Lang) -> str:
    """What a node is called: the form's own word for an outcome."""
    if code in OUTCOMES:
        return short_label("3", code, lang)
    return text(f"charts.paths.node.{code}", lang)


def _colour(style: Style, code: str) -> str:
    if code in ("imbalance", "outcome_gap"):
        return style.palette.text  # the colour of attention is too near to those of outcomes
    return style.palette.outcomes.get(code, style.palette.structure)


def _sankey(style: Style, rows: Sequence[Row], nodes: Sequence[_Node]) -> dict[str, Any]:
    # A code may stand on both sides of the flow, at its left and at its right end.
    left = {node.code: place for place, node in enumerate(nodes) if node.column < _LAST}
    right = {node.code: place for place, node in enumerate(nodes) if node.column == _LAST}
    flows = {code: row for row in rows for code in _flow_of(row)}
    targets = right | {code: left[code] for code in ("workload", "closed") if code in left}
    look: dict[str, Any] = {"pad": _GAP, "thickness": _WIDTH, "line": {"width": 0}}
    return {
        "type": "sankey",
        "name": "paths",
        "arrangement": "fixed",
        "node": {
            **look,
            "x": [_PLACES[node.column] for node in nodes],
            "y": [node.middle for node in nodes],
            "color": [_colour(style, node.code) for node in nodes],
            "label": [""] * len(nodes),
            "customdata": [_keys(node, flows) for node in nodes],
            "hovertemplate": [f"{node.words}<extra></extra>" for node in nodes],
        },
        "link": _links(style, rows, left, targets),
    }


def _keys(node: _Node, flows: Mapping[str, Row]) -> list[str]:
    return keys(flows.get(node.code), node.code)


def _links(
    style: Style, rows: Sequence[Row], sources: Mapping[str, int], targets: Mapping[str, int]
) -> dict[str, Any]:
    named = [_flow_of(row)[0] for row in rows]
    return {
        "source": [sources[row["flow_from"]] for row in rows],
        "target": [targets[row["flow_to"]] for row in rows],
        "value": [row["requests"] for row in rows],
        "color": [faded(_colour(style, code), 0.4) for code in named],
        "customdata": [keys(row, code) for row, code in zip(rows, named, strict=True)],
        "hovertemplate": [f"{_hover(style, row)}<extra></extra>" for row in rows],
    }


def _hover(style: Style, row: Row) -> str:
    ends = {end: node_name(row[end], style.lang) for end in ("flow_from", "flow_to")}
    value = fmt.rate_of(row["share"], row["requests"], row["whole_requests"], style.lang)
    words = style.say("paths.hover", **ends, value=value)
    return f"{words}<br>{style.say('hover.reports', reports=fmt.count(row['reports']))}"


def _label(style: Style, node: _Node) -> dict[str, Any]:
    """Names stand above their nodes, the workload's a line higher, those at the end beside."""
    look: dict[str, Any] = {"xref": "paper", "yref": "paper", "name": "node", "borderpad": 0}
    look |= {"x": _PLACES[node.column], "align": "left"}
    if node.column == _LAST:
        look |= {"y": 1 - node.middle, "xanchor": "left", "yanchor": "middle", "xshift": 10}
    else:
        lift = 3 + (_LINE if node.code == "workload" else 0)
        look |= {"y": 1 - node.top, "yanchor": "bottom", "yshift": lift}
        look["xanchor"] = "left" if node.column == 0 else "center"
    return note(style, strong(style, node.words), **look)


def _title(style: Style, rows: Sequence[Row]) -> str:
    """What came in and how much of it was closed, and with which outcome most."""
    by_target = {row["flow_to"]: row for row in rows if row["flow_from"] == "closed"}
    handled = next(row for row in rows if row["whole_requests"] is not None)
    closed = next((row for row in rows if row["flow_to"] == "closed"), None)
    facts = {"year": handled["year"], "workload": fmt.count(handled["whole_requests"])}
    ended = [row for row in by_target.values() if not row["is_unexplained"]]
    if closed is None or not ended:
        return style.say("paths.title.none", **facts)
    most = max(ended, key=lambda row: row["requests"])
    first = [row["flow_to"] for row in ended if row["requests"] == most["requests"]]
    return style.say(
        "paths.title" if len(first) == 1 else "paths.title.equal",
        **facts,
        closed=fmt.count(closed["requests"]),
        name=style.join([style.inside(style.label("3", code)) for code in first]),
        n=fmt.count(most["requests"]),
        share=fmt.rate(most["share"]),
    )
