"""Years before and after the first form for all: what may stand side by side, and why not."""

from typing import Any

from annual_reports import format as numbers
from annual_reports.form import uniform_forms
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import metric_titles, t


def are_of_one_era(year: int, other: int) -> bool:
    """Whether both years are on the same side of the first uniform form.

    For the small lines beside a figure, which have no room to mark a break.
    """
    first = uniform_forms()[0].first_year
    return (year >= first) == (other >= first)


def is_broken(row: Any) -> bool:
    """Whether a row of ``metrics_by_year`` has a year before it that means something else."""
    return bool(row["is_break"]) and not numbers.is_missing(row["last_numerator"])


def why_no_change(filters: Filters, metric_id: str, year: int) -> str:
    """Why no change on the year before is given; empty where no break is the reason."""
    metrics = filters.ask("metrics_by_year")
    rows = metrics[(metrics["metric_id"] == metric_id) & (metrics["year"] == year)]
    if not any(is_broken(row) for row in rows.to_dict("records")):
        return ""
    return t("empty.break", title=metric_titles()[metric_id], reason=t(f"break.{year}"))
