"""Whose change moved the rate of the whole, in percentage points that add up."""

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.changes import diverging
from annual_reports.charts.labels import draw_rows, folded, strong
from annual_reports.charts.marks import Row, rows_of
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.waterfall import points


def rate_movers(
    frame: pd.DataFrame, style: Style, metric_id: str, year: int, shown: int = 8
) -> Chart | None:
    """The largest contributions to the change of a rate and the rest, from movement.

    Only agencies with both years: what the others do is told by the waterfall.
    """
    both = frame[(frame["part"] == "both") & (frame["place"] <= shown + 1)]
    rows = rows_of(both)
    if not rows:
        return None
    named = sorted(rows[:shown], key=lambda row: -row["contribution"])
    lengths = [row["contribution"] for row in named]
    labels, hovers = [_label(style, row) for row in named], [_hover(style, row) for row in named]
    if rest := rows[shown:]:
        lengths.append(rest[0]["contribution_from_here"])
        labels.append(
            f"<i>{style.say('movement.group.rest', n=rows[0]['part_agencies'] - shown)}</i>"
        )
        hovers.append("")
    figure = diverging(style, named, lengths)
    texts = [points(length, "rate") for length in lengths]
    figure.traces[0].update(text=texts, hovertext=hovers)
    draw_rows(figure, style, labels)
    title, how = _title(style, rows[0], metric_id, year), style.say("movers.measure")
    return chart(style, "movers", figure, title, style.metric(metric_id), how).of(metric_id)


def _label(style: Style, row: Row) -> str:
    name = folded(style.agency(row["agency_id"]), 40, 1)
    moved = f"{fmt.rate(row['last_value'])} → {fmt.rate(row['value'])}"
    return f"{strong(style, name)} {moved}"


def _hover(style: Style, row: Row) -> str:
    last = (row["last_value"], row["last_numerator"], row["last_denominator"])
    this = (row["value"], row["numerator"], row["denominator"])
    facts = {"last": fmt.rate_of(*last, style.lang), "this": fmt.rate_of(*this, style.lang)}
    lines = [style.agency(row["agency_id"]), style.say("changes.hover", **facts)]
    return "<br>".join(
        [*lines, style.say("movers.hover", points=points(row["contribution"], "rate"))]
    )


def _title(style: Style, most: Row, metric_id: str, year: int) -> str:
    """The change of the agencies together and who did most of it."""
    return style.say(
        "movers.title",
        name=style.metric(metric_id),
        year=year,
        n=most["part_agencies"],
        change=points(most["part_contribution"], "rate"),
        agency=style.agency(most["agency_id"]),
        most=points(most["contribution"], "rate"),
    )
