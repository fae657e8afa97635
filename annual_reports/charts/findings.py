"""What the reports contradict themselves in, and what is worth asking."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.labels import draw_rows, folded, strong
from annual_reports.charts.marks import HOVER, OUTSIDE, Row, new_figure, rows_of
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW = 36
_NAME = 46  # what a phone has room for
_SHAPES = {"E": "■", "W": "◇"}


def findings_by_rule(frame: pd.DataFrame, style: Style, limit: int = 12) -> Chart | None:
    """Rules that found something, contradictions first, from findings_by_rule.

    Contradictions (E) and questions (W) differ by sign, word and filling, not by colour alone.
    Of more than ``limit`` rules those with the most findings are drawn.
    """
    rows = [row for row in rows_of(frame) if row["findings"]]
    if not rows:
        return None
    most = sorted(rows, key=lambda row: -row["findings"])[:limit]
    found = [row for row in rows if row in most]
    figure = new_figure(style, _ROW * len(found) + 12)
    figure.add_bar(_bars(style, found))
    draw_rows(figure, style, [_label(style, row) for row in found])
    figure.update_xaxes(visible=False, range=[0, 1.5 * max(row["findings"] for row in found)])
    more = len(rows) - len(found)
    notes = (
        style.say("findings.measure"),
        style.say("findings.more", n=more) if more else "",
        _quiet(style, rows[0]),
    )
    return chart(style, "findings", figure, _title(style, rows[0]), *notes)


def _bars(style: Style, rows: Sequence[Row]) -> dict[str, Any]:
    hatch = ["" if row["severity"] == "E" else "/" for row in rows]
    colours = [
        style.palette.attention if row["severity"] == "E" else style.palette.structure
        for row in rows
    ]
    pattern = {"shape": hatch, "size": 6, "solidity": 0.4, "fillmode": "overlay"}
    return {**HOVER, **OUTSIDE} | {
        "name": "findings",
        "orientation": "h",
        "x": [row["findings"] for row in rows],
        "y": list(range(len(rows))),
        "width": 0.34,
        "marker": {"color": colours, "pattern": pattern},
        "text": [_value(style, row) for row in rows],
        "textfont": {"size": SMALL, "color": style.palette.text},
        "customdata": [[row["rule"]] for row in rows],
        "hovertext": [f"{_name(style, row)}<br>{_value(style, row)}" for row in rows],
    }


def _name(style: Style, row: Row) -> str:
    return str(row[f"title_{style.lang}"])


def _value(style: Style, row: Row) -> str:
    facts = {key: fmt.count(row[key]) for key in ("findings", "reports")}
    return style.say("findings.value", **facts)


def _label(style: Style, row: Row) -> str:
    sign = _SHAPES[row["severity"]]
    word = style.say(f"severity.{row['severity']}")
    return f"{sign} {word} {strong(style, folded(_name(style, row), _NAME, 1))}"


def _title(style: Style, totals: Row) -> str:
    numbers = {name: fmt.count(totals[name]) for name in ("errors", "questions")}
    return style.say("findings.title", **numbers)


def _quiet(style: Style, totals: Row) -> str:
    """How many rules found nothing, and of how many that says nothing."""
    keys = {
        "findings.quiet": totals["quiet_rules"],
        "findings.unjudged": totals["unjudged_rules"],
        "findings.idle": totals["idle_rules"],
    }
    return style.say("comma").join(style.say(key, n=n) for key, n in keys.items() if n)
