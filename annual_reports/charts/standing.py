"""Agencies in bands around the whole: who is unusual beyond chance."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.bands import BANDS, FEW, band_colour, band_key, band_of, band_symbol
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_rows, folded, half_widths, strong
from annual_reports.charts.marks import HOVER, SMALL_BASE, Row, interval, keys, new_figure, rows_of
from annual_reports.charts.sentences import written
from annual_reports.charts.style import Chart, Style, chart

_ROW: Final = 34
_PHONE: Final = 56  # half-width characters beside each other on a phone
_SHORTEST: Final = 12  # of a name
_MOST: Final = {"within": 12, "few": 8}
_UNUSUAL: Final = 30  # of any other band: a thousand agencies are no chart
_Line = tuple[str, Row | None, int]  # band, row; without a row a heading, or how many are left out


def standing_bands(frame: pd.DataFrame, style: Style, metric_id: str, year: int) -> Chart | None:
    """A rate of every agency with its interval, in bands around the whole, from agency_standing.

    Of a long band only both ends are drawn, the others counted, also those that are not in the
    frame; those that are not unusual fill one sooner.
    """
    bands = _by_band(frame)
    if not bands or frame["unit"].iloc[0] != "rate":
        return None
    rows = rows_of(frame[:1])
    lines = _lines(frame, bands)
    figure = new_figure(style, _ROW * len(lines) + 36, margin={"l": 14})
    for band in BANDS:
        figure.add_scatter(_dots(style, lines, band))
    lifts = [0.24 if row else -0.1 for _, row, _ in lines]
    draw_rows(figure, style, [_label(style, line) for line in lines], lifts)
    _draw_whole(figure, style, rows[0])
    title = _title(style, rows[0], metric_id, year)
    measure = style.say("standing.measure", name=style.metric(metric_id))
    return chart(style, "standing", figure, title, measure, *notes_of(style, rows)).of(metric_id)


def notes_of(style: Style, rows: Sequence[Row]) -> list[str]:
    """What the whole is, what chance alone would put outside, and how much more there is."""
    first = rows[0]
    whole = fmt.rate_of(
        first["whole"], first["whole_numerator"], first["whole_denominator"], style.lang
    )
    said = [style.say("standing.whole", value=whole)]
    if first["firm"]:
        expected = f"{first['expected_outside']:,.1f}"
        said.append(style.say("standing.chance", n=fmt.count(first["firm"]), expected=expected))
    if first["dispersion"] is not None:
        said.append(style.say("standing.dispersion", phi=f"{first['dispersion']:.1f}"))
    return [*said, attention_note(style, first)]


def attention_note(style: Style, first: Row) -> str:
    """The attention line, who set it and how many agencies are beyond it; nothing without one."""
    if first["line_value"] is None:
        return ""
    return style.say(
        f"attention.{first['line_side']}",
        value=fmt.rate(float(first["line_value"])),
        source=first["line_source"],
        date=f"{first['line_stated_on']:%Y-%m-%d}",
        n=fmt.count(first["beyond"]),
    )


def _by_band(frame: pd.DataFrame) -> dict[str, list[int]]:
    """Where in the frame the agencies of each band stand, those without a value left out."""
    places: dict[str, list[int]] = {}
    known = zip(frame["value"].notna().tolist(), frame["band"].tolist(), strict=True)
    for at, (is_known, band) in enumerate(known):
        if is_known:
            places.setdefault(band if isinstance(band, str) else FEW, []).append(at)
    return places


def _lines(frame: pd.DataFrame, bands: Mapping[str, list[int]]) -> list[_Line]:
    """Under each band's name its agencies from the highest, the middle of long ones left out."""
    ends = {band: _ends(places, _MOST.get(band, _UNUSUAL)) for band, places in bands.items()}
    shown = [at for places in ends.values() for at in places if at is not None]
    rows = dict(zip(shown, rows_of(frame.iloc[shown]), strict=True))
    lines: list[_Line] = []
    for band in (band for band in BANDS if band in ends):
        hidden = int(frame["in_band"].iloc[bands[band][0]]) - len(ends[band]) + 1
        lines.append((band, None, 0))
        lines += [(band, None, hidden) if at is None else (band, rows[at], 0) for at in ends[band]]
    return lines


def _ends(places: Sequence[int], most: int) -> list[int | None]:
    """All places, or both ends of them with a gap between."""
    half = most // 2
    return [*places] if len(places) <= most else [*places[:half], None, *places[-half:]]


def _label(style: Style, line: _Line) -> str:
    band, row, hidden = line
    if row is None and hidden:
        return f"<i>{style.say('ranking.hidden', n=fmt.count(hidden))}</i>"
    if row is None:
        return f"<b>{band_key(style, band)}</b>"
    value = fmt.rate_of(row["value"], row["numerator"], row["denominator"], style.lang)
    said = f" {value}{_ranks(style, row)}"
    room = max(_PHONE - half_widths(said), _SHORTEST)
    return strong(style, folded(style.agency(row["agency_id"]), room, 1)) + said


def _ranks(style: Style, row: Row) -> str:
    if row["rank_from"] is None:
        return ""
    facts = {"first": row["rank_from"], "last": row["rank_to"]}
    return style.say("standing.ranks", **facts)


def _dots(style: Style, lines: Sequence[_Line], band: str) -> dict[str, Any]:
    own = [(at, row) for at, (of_band, row, _) in enumerate(lines) if row and of_band == band]
    rows = [row for _, row in own]
    colour = band_colour(style, band)
    return HOVER | {
        "name": band,
        "mode": "markers",
        "x": [row["value"] for row in rows],
        "y": [at for at, _ in own],
        "marker": {"size": 10, "color": colour, "symbol": band_symbol(band)},
        "error_x": interval(rows, colour, only_small=False),
        "customdata": [keys(row, row["agency_id"]) for row in rows],
        "hovertext": [standing_hover(style, row) for row in rows],
    }


def standing_hover(style: Style, row: Row) -> str:
    """Agency, rate with n/d, interval, band and the ranks left open."""
    bounds = {"low": fmt.rate(row["low"]), "high": fmt.rate(row["high"])}
    lines = [style.agency(row["agency_id"]), written(style, row, base=True)]
    lines.append(style.say("hover.interval", **bounds))
    lines.append(style.say(f"band.{band_of(row)}") + _ranks(style, row))
    return "<br>".join([*lines, style.say("hover.report", report=row["report_id"])])


def _draw_whole(figure: Canvas, style: Style, first: Row) -> None:
    """The axis, a thin line at the rate of the whole, a dashed one where attention is asked."""
    grid = {"showgrid": True, "gridcolor": style.palette.grid, "side": "top"}
    reach = [-0.01, min(1.01, first["highest"] + 0.02)]
    figure.update_xaxes(range=reach, tickformat=".0%", nticks=6, **grid)
    span = {"y0": 0, "y1": 1, "yref": "y domain", "type": "line"}
    looks: dict[str, dict[str, Any]] = {
        "whole": {"width": 1},
        "line_value": {"width": 1.5, "dash": "dash"},
    }
    for name, look in looks.items():
        if first[name] is not None:
            line = {"color": style.palette.muted, **look}
            ends = {"x0": first[name], "x1": first[name]}
            figure.add_shape(line=line, name=name, **ends, **span)


def _title(style: Style, first: Row, metric_id: str, year: int) -> str:
    """How many agencies stand out on either side, of how many that can be judged."""
    facts = {"name": style.metric(metric_id), "year": year, "base": SMALL_BASE}
    if not first["firm"]:
        return style.say("standing.title.few", **facts)
    facts |= {side: fmt.count(first[side]) for side in ("above", "below")}
    return style.say("standing.title", **facts, n=fmt.count(first["firm"]))
