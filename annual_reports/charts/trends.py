"""One measure over the years, and the two corrected rates side by side."""

from collections.abc import Sequence

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.axes import value_axis, year_axis
from annual_reports.charts.lines import peer_line, value_line
from annual_reports.charts.marks import (
    Row,
    all_years,
    crossed,
    draw_breaks,
    incomplete_note,
    new_figure,
    rows_of,
)
from annual_reports.charts.panels import panel_figure, panel_years
from annual_reports.charts.sentences import base_note, breaks_of, trend_title, valued, written
from annual_reports.charts.style import Chart, Style, chart

_HEIGHT = 300
CORRECTED = ("review_corrected_rate", "litigation_corrected_rate")


def metric_trend(frame: pd.DataFrame, style: Style, metric_id: str) -> Chart | None:
    """One measure by year, from metrics_by_year or agency_history.

    With ``peer_value`` the peers follow as a thin grey line.
    """
    rows = [row for row in rows_of(frame) if row["metric_id"] == metric_id]
    kept = valued(rows)
    if not kept:
        return None
    years, breaks = all_years(rows), breaks_of(style, rows)
    figure = new_figure(style, _HEIGHT)
    peers = peer_line(style, rows, years)
    figure.add(*[line for line in (peers, value_line(style, rows, years, breaks)) if line])
    draw_breaks(figure, style, crossed(years, breaks))
    figure.update_xaxes(**year_axis(years))
    figure.update_yaxes(**value_axis(style, rows))
    notes = (
        base_note(style, kept),
        incomplete_note(style, kept),
        style.say("trend.peers") if peers else "",
    )
    title = trend_title(style, rows)
    return chart(style, "trend", figure, title, style.metric(metric_id), *notes).of(metric_id)


def corrected_rates(frame: pd.DataFrame, style: Style) -> Chart | None:
    """How often reviews and courts corrected, on decided cases, from metrics_by_year.

    Two panels on one scale; the rows of other measures are passed over.
    """
    rows = [row for row in rows_of(frame) if row["metric_id"] in CORRECTED]
    kept = valued(rows)
    shown = [code for code in CORRECTED if any(row["metric_id"] == code for row in kept)]
    if not shown:
        return None
    years = all_years(rows)
    figure = panel_figure(style, [style.metric(code) for code in shown], height=120)
    for panel, code in enumerate(shown, start=1):
        own = [row for row in rows if row["metric_id"] == code]
        figure.add(_decided_line(style, own, years), panel=panel)
    panel_years(figure, years, 1)
    figure.update_yaxes(**value_axis(style, rows))
    lasts = [[row for row in kept if row["metric_id"] == code][-1] for code in shown]
    title = _corrected_title(style, lasts)
    return chart(style, "corrected", figure, title, style.say("corrected.measure"))


def _decided_line(style: Style, rows: list[Row], years: list[int]) -> dict[str, object]:
    """The line with n/d instead of percent as labels: the cases are few."""
    line = value_line(style, rows, years)
    found = {row["year"]: row for row in rows if row["value"] is not None}
    line["text"] = [
        f"{fmt.count(found[year]['numerator'])}/{fmt.count(found[year]['denominator'])}"
        if year in found
        else ""
        for year in years
    ]
    return line


def _corrected_title(style: Style, lasts: Sequence[Row]) -> str:
    """The last rate of each with its n/d, the year said once where it is the same."""
    is_same = len({row["year"] for row in lasts}) == 1
    key = "corrected.rate" if is_same else "corrected.rate.year"
    rates = [
        style.say(
            key,
            name=style.metric(row["metric_id"]),
            value=written(style, row, base=True),
            year=row["year"],
        )
        for row in lasts
    ]
    words = style.say("comma").join(rates)
    return style.say("corrected.title", year=lasts[0]["year"], rates=words) if is_same else words
