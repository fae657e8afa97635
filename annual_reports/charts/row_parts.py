"""Which rows of the form make up a change: reasons, outcomes, ways of dispute."""

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.changes import diverging
from annual_reports.charts.labels import draw_rows, folded, strong
from annual_reports.charts.marks import Row, keys, rows_of
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.waterfall import points


def movement_rows(
    frame: pd.DataFrame, style: Style, metric_id: str, years: tuple[int, int]
) -> Chart | None:
    """The part of each row of the form in the change of a measure, from movement_rows."""
    rows = sorted(rows_of(frame), key=lambda row: -row["contribution"])
    if not rows:
        return None
    unit = rows[0]["unit"]
    lengths = [row["contribution"] for row in rows]
    figure = diverging(style, [], lengths)
    figure.traces[0].update(
        customdata=[keys(None, row["row_code"]) for row in rows],
        text=[points(length, unit) for length in lengths],
        hovertext=[_hover(style, row) for row in rows],
    )
    draw_rows(figure, style, [_label(style, row) for row in rows])
    most = max(rows, key=lambda row: abs(row["contribution"]))
    title = style.say(
        "movement.rows.title",
        base=years[0],
        year=years[1],
        name=style.label(most["table_code"], most["row_code"]),
        most=points(most["contribution"], unit),
        change=points(most["change"], unit),
    )
    kind = "rate" if unit == "rate" else "amount"
    notes = (
        style.say(f"movement.rows.measure.{kind}"),
        style.say("movement.rows.basis", n=rows[0]["agencies"]),
    )
    return chart(style, "movement-rows", figure, title, style.metric(metric_id), *notes).of(
        metric_id
    )


def _label(style: Style, row: Row) -> str:
    name = folded(style.label(row["table_code"], row["row_code"]), 40, 1)
    moved = f"{fmt.plain(row['last_value'], row['unit'])} → {fmt.plain(row['value'], row['unit'])}"
    return f"{strong(style, name)} {moved}"


def _hover(style: Style, row: Row) -> str:
    last, this = (
        fmt.measure(
            row[f"{prefix}value"],
            row["unit"],
            style.lang,
            row[f"{prefix}numerator"],
            row[f"{prefix}denominator"],
        )
        for prefix in ("last_", "")
    )
    return "<br>".join(
        [
            style.label(row["table_code"], row["row_code"]),
            style.say("changes.hover", last=last, this=this),
            style.say("movement.hover", points=points(row["contribution"], row["unit"])),
        ]
    )
