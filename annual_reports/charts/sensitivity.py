"""The same agencies under other definitions: who is unusual only by the choice of one."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.bands import BANDS, band_colour, band_of, band_sign, draw_band_key
from annual_reports.charts.labels import folded
from annual_reports.charts.marks import HOVER, Row, keys, new_figure, rows_of
from annual_reports.charts.sentences import written
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW: Final = 32
_HEAD: Final = 52


def definition_bands(frame: pd.DataFrame, style: Style, year: int) -> Chart | None:
    """Agencies downwards, definitions across, the sign of the band in each, from definition_bands.

    Agencies whose side changes come first and are marked. Those not in the frame are counted.
    """
    if frame.empty:
        return None
    metrics = frame.sort_values("position", kind="stable")["metric_id"].unique().tolist()
    agencies = frame["agency_id"].unique().tolist()
    rows = rows_of(frame)
    figure = new_figure(style, _ROW * len(agencies) + _HEAD, margin={"t": _HEAD})
    for band in BANDS:
        figure.add_scatter(_signs(style, rows, agencies, metrics, band))
    changing = {row["agency_id"] for row in rows if row["changes"]}
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(agencies))),
        ticktext=[_name(style, code, code in changing) for code in agencies],
        tickfont={"size": SMALL - 1, "color": style.palette.text},
        range=[len(agencies) - 0.5, -0.5],
        showline=False,
    )
    figure.update_xaxes(
        tickmode="array",
        tickvals=list(range(len(metrics))),
        ticktext=[folded(style.metric(code), 14, 2) for code in metrics],
        tickangle=0,
        side="top",
        range=[-0.5, len(metrics) - 0.5],
        showline=False,
    )
    draw_band_key(figure, style, BANDS, side="right")
    hidden = rows[0]["judged_agencies"] - len(agencies)
    more = style.say("matrix.hidden", n=fmt.count(hidden)) if hidden else ""
    measure = style.say("sensitivity.measure")
    return chart(style, "sensitivity", figure, _title(style, rows[0], year), measure, more)


def _name(style: Style, code: str, is_changing: bool) -> str:
    name = folded(style.agency(code), 22, 2)
    return f"<b>{style.say('sensitivity.changing')}</b> {name}" if is_changing else name


def _signs(
    style: Style, rows: Sequence[Row], agencies: Sequence[str], metrics: Sequence[str], band: str
) -> dict[str, Any]:
    own = [row for row in rows if band_of(row) == band and row["agency_id"] in agencies]
    return HOVER | {
        "name": band,
        "mode": "text",
        "x": [metrics.index(row["metric_id"]) for row in own],
        "y": [agencies.index(row["agency_id"]) for row in own],
        "text": [f"{band_sign(band)} {_short(row)}" for row in own],
        "textfont": {"size": SMALL, "color": band_colour(style, band)},
        "customdata": [keys(row, row["agency_id"], row["metric_id"]) for row in own],
        "hovertext": [_hover(style, row) for row in own],
    }


def _short(row: Row) -> str:
    return "—" if row["value"] is None else f"{100 * row['value']:.0f}"


def _hover(style: Style, row: Row) -> str:
    return "<br>".join(
        (
            style.agency(row["agency_id"]),
            f"{style.metric(row['metric_id'])} {written(style, row, base=True)}",
            style.say("standing.whole", value=fmt.rate(row["whole"])),
            style.say(f"band.{band_of(row)}"),
        )
    )


def _title(style: Style, first: Row, year: int) -> str:
    judged, changing = first["judged_agencies"], first["changing_agencies"]
    key = "sensitivity.title" if changing else "sensitivity.title.none"
    return style.say(key, year=year, n=fmt.count(judged), changing=fmt.count(changing))
