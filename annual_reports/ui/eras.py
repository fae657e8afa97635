"""Years before and after the first form for all: what may stand side by side, and why not."""

from typing import Any

import pandas as pd

from annual_reports import format as numbers
from annual_reports.catalogue import query
from annual_reports.form import uniform_forms
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import lang, t


def of_one_era(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows by year, those before the first uniform form only if there are no later ones.

    For the small lines beside a figure, which have no room to mark a break.
    """
    first = uniform_forms()[0].first_year
    since = frame[frame["year"] >= first]
    return (frame if since.empty else since).sort_values("year", kind="stable")


def is_broken(row: Any) -> bool:
    """Whether a row of ``metrics_by_year`` has a year before it that means something else."""
    return bool(row["is_break"]) and not numbers.is_missing(row["last_numerator"])


def why_no_change(filters: Filters, query_id: str, metric_id: str, year: int) -> str:
    """Why no change on the year before is given; empty where no break is the reason."""
    metrics = filters.ask("metrics_by_year")
    rows = metrics[(metrics["metric_id"] == metric_id) & (metrics["year"] == year)]
    if not any(is_broken(row) for row in rows.to_dict("records")):
        return ""
    return t("empty.break", title=query(query_id).title(lang()), year=year)
