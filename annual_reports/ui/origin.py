"""Where a thing that leaves the page comes from: build, years, and whether it is fiction."""

import re
from typing import Final

import pandas as pd

from annual_reports.ui.data import PUBLISHED
from annual_reports.ui.filters import shown_filters
from annual_reports.ui.words import t

_UNFIT: Final = re.compile(r'[\\/:*?"<>|]')  # for names of files on Windows


def is_fiction() -> bool:
    """Whether the page shows demonstration data."""
    filters = shown_filters()
    return filters is not None and filters.is_demo


def file_name(*parts: str, ending: str = "") -> str:
    """The name of a file to save, which says where its contents are fiction."""
    marked = [*parts, t("origin.demo.file")] if is_fiction() else parts
    plain = "-".join(marked).replace("\u2009", "")
    plain = _UNFIT.sub("_", plain)
    return f"{plain}.{ending}" if ending else plain


def fiction_note() -> dict[str, str]:
    """The note on fiction that goes into a file; nothing where the data is real."""
    return {t("notes.data"): t("origin.demo")} if is_fiction() else {}


def picture_notes(data: pd.DataFrame) -> list[str]:
    """What is printed below a chart: the years of its data, the source, and fiction as such."""
    source = t("picture.source", app=t("app.name"), build=PUBLISHED.build_id)
    years = data["year"].dropna() if "year" in data else pd.Series(dtype=int)
    if len(years):
        first, last = int(years.min()), int(years.max())
        span = f"{first}" if first == last else f"{first}–{last}"
        source = " · ".join([t("picture.years", years=span), source])
    return [*fiction_note().values(), source]
