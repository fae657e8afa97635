"""Why requests were not met: every reason of the form, this year against last."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.labels import draw_rows, folded, strong, swatch
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, rows_of
from annual_reports.charts.reasons_beside import others_note, others_said, uprights
from annual_reports.charts.style import Chart, Style, chart

_GROUPS = {
    "withheld": "withheld",
    "unavailable": "unavailable",
    "declined": "declined",
    "other": "other_handling",
}
_ROW = 34
_Line = tuple[str, Row | None, Row | None]


def refusal_reasons(frame: pd.DataFrame, style: Style, year: int) -> Chart | None:
    """The reasons of a year under their four groups, from refusal_reasons.

    Bars are shares of the year's closed requests, the ring is the year before, the upright
    the agencies that the selection is set beside.
    """
    rows = rows_of(frame)
    this = [row for row in rows if row["year"] == year]
    if not any(row["requests"] for row in this):
        return None
    last = {row["row_code"]: row for row in rows if row["year"] == year - 1}
    lines = _lines(this, last)
    figure = new_figure(style, _ROW * len(lines) + 12, margin={"l": 8})
    figure.add_bar(_bars(style, lines))
    figure.add_scatter(_rings(style, lines))
    figure.add_scatter(uprights(style, [row for _, row, _ in lines]))
    heads = {_GROUPS[row["reason_group"]]: row for row in this}
    lifts = [0.2 if row else -0.12 for _, row, _ in lines]
    draw_rows(figure, style, [_label(style, line, heads) for line in lines], lifts)
    shares = [row["share"] for row in (*this, *last.values())]
    top = max(share or 0.0 for share in (*shares, *(row["beside_share"] for row in this)))
    figure.update_xaxes(range=[0, 1.04 * top], visible=False)
    n = style.say("n-of-year", n=fmt.count(this[0]["closed"]), year=year)
    key = "reasons.key" if last else "reasons.key.alone"
    marks = (style.say(key, year=year - 1), others_note(style, this))
    few = style.say("reasons.few") if this[0]["is_small"] else ""
    notes = (style.say("reasons.measure"), n, *marks, few)
    return chart(style, "reasons", figure, _title(style, this, last), *notes)


def _lines(this: Sequence[Row], last: dict[str, Row]) -> list[_Line]:
    """A heading for each group, then its reasons by number; a heading is no reason itself."""
    lines: list[_Line] = []
    for prefix, group in _GROUPS.items():
        own = [row for row in this if row["reason_group"] == prefix]
        own.sort(key=lambda row: (-(row["requests"] or 0), row["row_code"]))
        if own and not (len(own) == 1 and own[0]["row_code"] == "other"):
            lines.append((group, None, None))
        lines += [(group, row, last.get(row["row_code"])) for row in own]
    return lines


def _label(style: Style, line: _Line, heads: Mapping[str, Row]) -> str:
    """A name with count and share, which so stand clear of the marks of other shares."""
    group, row, _ = line
    if row is None:
        head = heads[group]
        facts = {"n": fmt.count(head["group_requests"]), "share": fmt.rate(head["group_share"])}
        words = style.say("reasons.group", name=style.label("3", group), **facts)
        return swatch(style.palette.outcomes[group], words)
    name = strong(style, folded(style.label("3", row["row_code"]), 40, 1))
    return f"{name}  {_value(style, row)}"


def _bars(style: Style, lines: Sequence[_Line]) -> dict[str, Any]:
    return HOVER | {
        "name": "this",
        "orientation": "h",
        "x": [row["share"] if row else None for _, row, _ in lines],
        "y": list(range(len(lines))),
        "width": 0.34,
        "marker": {"color": [style.palette.outcomes[group] for group, _, _ in lines]},
        "customdata": [keys(row, row["row_code"] if row else "") for _, row, _ in lines],
        "hovertext": [_hover(style, row, last) for _, row, last in lines],
    }


def _rings(style: Style, lines: Sequence[_Line]) -> dict[str, Any]:
    ring = {"symbol": "circle-open", "size": 9, "color": style.palette.text, "line": {"width": 1.5}}
    return HOVER | {
        "name": "last",
        "mode": "markers",
        "cliponaxis": False,
        "x": [last["share"] if last else None for _, _, last in lines],
        "y": list(range(len(lines))),
        "marker": ring,
        "customdata": [keys(last, last["row_code"] if last else "") for _, _, last in lines],
        "hovertext": [_hover(style, row, last) for _, row, last in lines],
    }


def _value(style: Style, row: Row) -> str:
    return f"{fmt.measure(row['requests'], 'count', style.lang)} · {fmt.rate(row['share'])}"


def _hover(style: Style, row: Row | None, last: Row | None) -> str:
    if row is None:
        return ""
    lines = [style.label("3", row["row_code"])]
    for entry in (row, last):
        if entry:
            value = fmt.rate_of(entry["share"], entry["requests"], entry["closed"], style.lang)
            lines.append(style.say("hover.year", year=entry["year"], value=value))
    if row["is_small"] and row["low"] is not None:
        bounds = {"low": fmt.rate(row["low"]), "high": fmt.rate(row["high"])}
        lines.append(style.say("hover.interval", **bounds))
    lines += [others_said(style, row)] if row["beside"] else []
    return "<br>".join(lines)


def _title(style: Style, this: Sequence[Row], last: dict[str, Row]) -> str:
    """The most frequent reason and its change on last year."""
    most = max(this, key=lambda row: row["requests"] or 0)
    facts = {
        "year": most["year"],
        "name": style.inside(style.label("3", most["row_code"])),
        "n": fmt.measure(most["requests"], "count", style.lang),
        "share": fmt.rate(most["share"]),
    }
    before = last.get(most["row_code"])
    if before is None or before["share"] is None or most["share"] is None:
        return style.say("reasons.title", **facts)
    change = fmt.change(100 * (most["share"] - before["share"]), "rate", style.lang)
    return style.say("reasons.title.change", **facts, change=change)
