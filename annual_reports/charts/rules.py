"""Which agency has which trouble: the rules of one year as a table of signs."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_key, folded, swatch
from annual_reports.charts.marks import HOVER, Row, new_figure, rows_of
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW: Final = 30
_HEAD: Final = 128  # room for the slanting titles of the rules
_STATES: Final = ("fail", "settled", "uncertain", "not-assessable", "pass-if-blank-is-zero")
_SIGNS: Final = {
    "fail": "■", "settled": "□", "uncertain": "?", "not-assessable": "·",
    "pass-if-blank-is-zero": "○",
}  # fmt: skip


def rule_matrix(frame: pd.DataFrame, style: Style, limit: int = 40) -> Chart | None:
    """Agencies downwards, rules that object to something across, from rule_matrix.

    The agencies with the most findings that stand come first; those without any are left out.
    """
    troubled = frame[(frame["agency_findings"] > 0) & (frame["rule_findings"] > 0)]
    rows = [{**row, "shown": _shown(row)} for row in rows_of(troubled)]
    agencies, rules = (
        _most(rows, "agency_id", "agency_findings"),
        _most(rows, "rule", "rule_findings"),
    )
    if not agencies:
        return None
    agencies = agencies[:limit]
    figure = _field(style, agencies, rules, {row["rule"]: row for row in rows})
    for state in _STATES:
        figure.add_scatter(_marks(style, rows, agencies, rules, state))
    draw_key(figure, style, [_named(style, state) for state in _STATES], each=3, side="right")
    hidden = rows[0]["troubled_agencies"] - len(agencies)
    notes = style.say("matrix.in-file", n=fmt.count(hidden)) if hidden else ""
    return chart(style, "rules", figure, _title(style, rows), style.say("rules.measure"), notes)


def _shown(row: Row) -> str:
    """How a result is drawn: one whose findings are all settled is settled."""
    is_settled = row["state"] == "fail" and not row["findings"]
    return "settled" if is_settled else str(row["state"])


def _most(rows: Sequence[Row], name: str, by: str) -> list[str]:
    """The agencies or rules that have findings, those with the most first."""
    findings = {row[name]: row[by] for row in rows if row[by]}
    return sorted(findings, key=lambda key: -findings[key])


def _field(
    style: Style, agencies: Sequence[str], rules: Sequence[str], known: Mapping[str, Row]
) -> Canvas:
    figure = new_figure(style, _ROW * len(agencies) + _HEAD + 16, margin={"t": _HEAD})
    font = {"size": SMALL - 1, "color": style.palette.text}
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(agencies))),
        ticktext=[folded(style.agency(code), 22, 2) for code in agencies],
        tickfont=font,
        range=[len(agencies) - 0.5, -0.5],
        showline=False,
    )
    titles = [folded(str(known[rule][f"title_{style.lang}"]), 26, 2) for rule in rules]
    figure.update_xaxes(
        tickmode="array",
        tickvals=list(range(len(rules))),
        ticktext=titles,
        tickfont=font,
        tickangle=-55,
        side="top",
        range=[-0.5, len(rules) - 0.5],
        showline=False,
    )
    return figure


def _marks(
    style: Style, rows: Sequence[Row], agencies: Sequence[str], rules: Sequence[str], state: str
) -> dict[str, Any]:
    own = [
        row
        for row in rows
        if row["shown"] == state and row["agency_id"] in agencies and row["rule"] in rules
    ]
    colour = style.palette.attention if state == "fail" else style.palette.muted
    return HOVER | {
        "name": style.say(f"rule-state.{state}"),
        "mode": "text",
        "x": [rules.index(row["rule"]) for row in own],
        "y": [agencies.index(row["agency_id"]) for row in own],
        "text": [_sign(row) for row in own],
        "textfont": {"size": SMALL, "color": colour},
        "customdata": [[row["agency_id"], str(row["year"]), row["rule"]] for row in own],
        "hovertext": [_hover(style, row) for row in own],
    }


def _sign(row: Row) -> str:
    """The sign of a result; several findings are counted beside it."""
    sign = _SIGNS[row["shown"]]
    return f"{sign}{row['findings']}" if row["findings"] > 1 else sign


def _named(style: Style, state: str) -> str:
    colour = style.palette.attention if state == "fail" else style.palette.muted
    return swatch(colour, style.say(f"rule-state.{state}"), _SIGNS[state])


def _hover(style: Style, row: Row) -> str:
    facts = {"findings": row["findings"], "open": row["open"], "places": row["places"]}
    return "<br>".join(
        (
            style.agency(row["agency_id"]),
            str(row[f"title_{style.lang}"]),
            style.say(f"rule-state.{row['shown']}"),
            style.say("rules.hover", **facts),
        )
    )


def _title(style: Style, rows: Sequence[Row]) -> str:
    """How many agencies have findings, out of how many looked at."""
    first = rows[0]
    facts = {"n": fmt.count(first["troubled_agencies"]), "of": fmt.count(first["agencies"])}
    return style.say("rules.title", year=first["year"], **facts)
