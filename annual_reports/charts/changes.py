"""Who moved: rises and falls of agencies, and their parts in the change of the whole."""

from collections.abc import Sequence

import pandas as pd

from annual_reports import format as fmt
from annual_reports.charts.canvas import Canvas
from annual_reports.charts.labels import draw_rows, folded, strong
from annual_reports.charts.marks import HOVER, OUTSIDE, SMALL_BASE, Row, keys, new_figure, rows_of
from annual_reports.charts.style import Chart, Style, chart
from annual_reports.charts.theme import SMALL

_ROW = 38


def change_ranking(
    frame: pd.DataFrame, style: Style, metric_id: str, year: int, each: int = 5
) -> Chart | None:
    """The greatest rises and falls on last year, from agency_ranking.

    Changes that start from or end on fewer than thirty cases are left out and counted. The
    frame may be cut to the ends.
    """
    firm = rows_of(frame[frame["change"].notna() & ~frame["is_on_few"].astype(bool)])
    lines = _ends(sorted(firm, key=lambda row: -row["change"]), each)
    if not lines:
        return None
    figure = diverging(style, lines, [row["change"] for row in lines])
    figure.traces[0].update(
        text=[_signed(row["change"]) for row in lines],
        hovertext=[_hover(style, row) for row in lines],
    )
    draw_rows(figure, style, [_label(style, row) for row in lines])
    left_out = lines[0]["moved"] - lines[0]["firm_moved"]
    notes = [
        style.say(f"changes.measure.{_unit(lines[0])}", last=year - 1, year=year),
        style.say("agencies", n=fmt.count(lines[0]["firm_moved"])),
        style.say("changes.few", n=fmt.count(left_out), base=SMALL_BASE) if left_out else "",
    ]
    title = _change_title(style, lines, metric_id, year)
    return chart(style, "changes", figure, title, style.metric(metric_id), *notes).of(metric_id)


def _unit(row: Row) -> str:
    return "points" if row["unit"] == "rate" else "percent"


def _ends(firm: Sequence[Row], each: int) -> list[Row]:
    """Whose rises and whose falls are the greatest, from the highest to the lowest."""
    rose = [row for row in firm if row["change"] > 0]
    fell = [row for row in firm if row["change"] < 0]
    return [*rose[:each], *fell[-each:]]


def diverging(style: Style, rows: Sequence[Row], lengths: Sequence[float]) -> Canvas:
    """Bars to both sides of zero, their values written at the outer ends.

    There may be one length more than agencies' rows: the rest, which leads nowhere.
    """
    figure = new_figure(style, _ROW * len(lengths) + 12)
    colours = [
        style.palette.accent if length > 0 else style.palette.attention for length in lengths
    ]
    bars = {
        "name": "change",
        "orientation": "h",
        "x": list(lengths),
        "y": list(range(len(lengths))),
        "width": 0.36,
        "marker": {"color": colours},
        "textfont": {"size": SMALL, "color": style.palette.text},
        "customdata": [keys(row, row["agency_id"] if row else "") for row in (*rows, None)][
            : len(lengths)
        ],
    }
    figure.add_bar(HOVER | OUTSIDE | bars)
    reach = max(abs(length) for length in lengths) or 1.0
    left = -1.6 * reach if min(lengths) < 0 else -0.02 * reach
    right = 1.6 * reach if max(lengths) > 0 else 0.02 * reach
    zero = {"zeroline": True, "zerolinecolor": style.palette.structure}
    figure.update_xaxes(range=[left, right], showticklabels=False, **zero)
    return figure


def _signed(change: float) -> str:
    """A change without its unit, which the subtitle names."""
    return f"{'+' if change > 0 else '−'}{abs(change):.1f}"


def _label(style: Style, row: Row) -> str:
    """The agency and its figures of both years."""
    name = folded(style.agency(row["agency_id"]), 40, 1)
    pair = (("last_numerator", "last_denominator"), ("numerator", "denominator"))
    last, this = (_figures(row[above], row[below]) for above, below in pair)
    return f"{strong(style, name)} {last} → {this}"


def _figures(above: float, below: float | None) -> str:
    return fmt.count(above) if below is None else f"{fmt.count(above)}/{fmt.count(below)}"


def _hover(style: Style, row: Row) -> str:
    unit, lang = row["unit"], style.lang
    last = (row["last_value"], unit, lang, row["last_numerator"], row["last_denominator"])
    this = (row["value"], unit, lang, row["numerator"], row["denominator"])
    facts = {"last": fmt.measure(*last), "this": fmt.measure(*this)}
    change = style.say("hover.change", change=fmt.change(row["change"], unit, lang))
    lines = [style.agency(row["agency_id"]), style.say("changes.hover", **facts), change]
    return "<br>".join([*lines, style.say("hover.report", report=row["report_id"])])


def _change_title(style: Style, lines: Sequence[Row], metric_id: str, year: int) -> str:
    """How many rose and fell, and the largest move."""
    most = max(lines, key=lambda row: abs(row["change"]))
    return style.say(
        "changes.title",
        name=style.metric(metric_id),
        year=year,
        rose=fmt.count(most["rose"]),
        fell=fmt.count(most["fell"]),
        agency=style.agency(most["agency_id"]),
        change=fmt.change(most["change"], most["unit"], style.lang),
    )
