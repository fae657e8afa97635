"""Titles of trends: what rose or fell, said only where it can be said."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annual_reports import format as fmt
from annual_reports.charts.marks import COMPARABLE, Row, crossed, is_small
from annual_reports.charts.style import Style

_SHOWN = 0.0005
_ALIKE = 0.1
"""By how much the number of reports may differ for two rates to be compared; counts: not at all."""


def valued(rows: Sequence[Row]) -> list[Row]:
    """The rows with a value, by year."""
    return sorted((row for row in rows if row["value"] is not None), key=lambda row: row["year"])


def breaks_of(style: Style, rows: Sequence[Row]) -> tuple[int, ...]:
    """The years from which the measure of these rows means something else."""
    known = style.break_years.get(rows[0]["metric_id"]) if rows else None
    return tuple(known or (int(row["year"]) for row in rows if row.get("is_break")))


def written(style: Style, row: Row, *, base: bool = False) -> str:
    """The value of a row in its unit, with n/d where asked."""
    above, below = (row["numerator"], row["denominator"]) if base else (None, None)
    return fmt.measure(row["value"], row["unit"], style.lang, above, below)


def trend_title(style: Style, rows: Sequence[Row]) -> str:
    """How the measure moved from its first to its last year since any break.

    A rise or fall is stated only between ends that rest on much the same reports, not to a
    year that is still coming in, and not on few cases; else the last year stands, with the
    change of comparable agencies if known.
    """
    kept = valued(rows)
    years = [row["year"] for row in kept]
    if edges := crossed(years, breaks_of(style, kept)):
        kept = [row for row in kept if row["year"] >= edges[-1]]
    name = style.metric(kept[-1]["metric_id"])
    first, last = kept[0], kept[-1]
    if first is last:
        return _single(style, name, last)
    if first.get("is_small") or last.get("is_small"):
        return _both(style, name, first, last)
    return _moved(style, name, first, last) if _alike(first, last) else _single(style, name, last)


def _alike(first: Row, last: Row) -> bool:
    if last.get("is_incomplete"):
        return False
    one, other = first.get("reports") or 1, last.get("reports") or 1
    allowed = _ALIKE * max(one, other) if last["unit"] == "rate" else 0
    return bool(abs(one - other) <= allowed)


def _single(style: Style, name: str, row: Row) -> str:
    facts = {"name": name, "year": row["year"], "value": written(style, row, base=True)}
    comparable = row.get("comparable_reports")
    if row.get("change") is None or not comparable or row.get("is_small"):
        return style.say("trend.single", **facts)
    change = fmt.change(row["change"], row["unit"], style.lang)
    return style.say("trend.comparable", **facts, change=change, reports=comparable)


def _both(style: Style, name: str, first: Row, last: Row) -> str:
    return style.say(
        "trend.small",
        name=name,
        first_year=first["year"],
        first=written(style, first, base=True),
        last_year=last["year"],
        last=written(style, last, base=True),
    )


def _moved(style: Style, name: str, first: Row, last: Row) -> str:
    words = {
        "name": name,
        "first_year": first["year"],
        "first": written(style, first),
        "last_year": last["year"],
        "last": written(style, last),
    }
    if _is_level(first, last):
        return style.say("trend.level", **words)
    way = "rose" if last["value"] > first["value"] else "fell"
    what = "rate" if last["unit"] == "rate" else "count"
    change = _difference(style, first, last)
    return style.say(f"trend.{what}.{way}", **words, change=change)


def _is_level(first: Row, last: Row) -> bool:
    """Whether the change would be written as 0.0."""
    scale = 1 if last["unit"] == "rate" else abs(first["value"])
    moved = abs(last["value"] - first["value"])
    return bool(moved == 0 or moved < _SHOWN * scale)


def _difference(style: Style, first: Row, last: Row) -> str:
    """The change between two rows in brackets; nothing where it starts from zero."""
    moved = last["value"] - first["value"]
    if last["unit"] == "balance":
        return style.say("bracket", words=fmt.change(moved, "balance", style.lang))
    if last["unit"] != "rate":
        if not first["value"]:
            return ""
        moved /= first["value"]
    return style.say("bracket", words=fmt.change(100 * moved, last["unit"], style.lang))


def base_note(style: Style, kept: Sequence[Row]) -> str:
    """What the figures rest on: n of the last year for rates, the reports where known."""
    last = kept[-1]
    n = {"n": fmt.count(last["denominator"]), "year": last["year"]}
    words = [style.say("n-of-year", **n)] if last["denominator"] is not None else []
    return " · ".join([*words, *reports_note(style, kept)])


def reports_note(style: Style, kept: Sequence[Row]) -> list[str]:
    """How many reports stand behind each year; the span where the years differ."""
    counts = [int(row["reports"]) for row in kept if row.get("reports")]
    if not counts:
        return []
    if min(counts) == max(counts):
        return [style.say("reports", reports=fmt.count(counts[0]))]
    return [style.say("reports.span", low=fmt.count(min(counts)), high=fmt.count(max(counts)))]


class Counted(NamedTuple):
    """How many rows on enough cases there are, and how many share the highest, the lowest value."""

    firm: int
    at_highest: int
    at_lowest: int

    @classmethod
    def of(cls, values: Sequence[float]) -> "Counted":
        """Of rows that are all at hand."""
        return cls(len(values), values.count(max(values)), values.count(min(values)))


def extremes_title(
    style: Style,
    key: str,
    rows: Sequence[Row],
    who: Callable[[Row], str],
    /,
    counted: Counted | None = None,
    **facts: object,
) -> str:
    """The highest and the lowest of rows on enough cases; ``key.few`` where fewer than two are.

    Of equals the first row is named at the lower end, the last at the upper. ``counted`` is of
    all, where ``rows`` are only those at the ends.
    """
    firm = sorted((row for row in rows if not is_small(row)), key=lambda row: row["value"])
    if len(firm) < COMPARABLE:
        return style.say(f"{key}.few", **facts)
    low, high = firm[0], firm[-1]
    among = counted or Counted.of([row["value"] for row in firm])
    return style.say(
        key,
        **facts,
        high=_with_equals(style, who(high), among.at_highest - 1),
        high_value=written(style, high),
        low=_with_equals(style, who(low), among.at_lowest - 1),
        low_value=written(style, low),
        n=fmt.count(among.firm),
    )


def _with_equals(style: Style, who: str, others: int) -> str:
    """Whose a value is, and how many others have the same."""
    return style.say("equals", who=who, n=fmt.count(others)) if others else who
