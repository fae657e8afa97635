"""Where a thing that leaves the page comes from: build, years, and whether it is fiction."""

import re
from typing import Final

import pandas as pd

from annual_reports.ui.data import PUBLISHED
from annual_reports.ui.filters import shown_filters
from annual_reports.ui.words import t

_UNFIT: Final = re.compile(r'[\\/:*?"<>|]')  # for names of files on Windows


def is_fiction(build_id: str = "") -> bool:
    """Whether the page shows demonstration data.

    ``build_id`` says where a table comes from: uploads are of no build and no fiction.
    """
    filters = shown_filters()
    is_demo = filters is not None and filters.is_demo
    return is_demo and build_id in {"", PUBLISHED.build_id}


def file_name(*parts: str, ending: str = "", build_id: str = "") -> str:
    """The name of a file to save, which says where its contents are fiction."""
    marked = [*parts, t("origin.demo.file")] if is_fiction(build_id) else parts
    plain = _UNFIT.sub("_", "-".join(marked).replace("\u2009", ""))
    return f"{plain}.{ending}" if ending else plain


def fiction_note(build_id: str = "") -> dict[str, str]:
    """The note on fiction that goes into a file; nothing where the data is real."""
    return {t("notes.data"): t("origin.demo")} if is_fiction(build_id) else {}


def picture_notes(data: pd.DataFrame) -> list[str]:
    """What is printed below a chart: the years of its data, the source, and fiction as such."""
    source = t("picture.source", app=t("app.name"), build=PUBLISHED.build_id)
    years = data["year"].dropna() if "year" in data else pd.Series(dtype=int)
    if len(years):
        first, last = int(years.min()), int(years.max())
        span = f"{first}" if first == last else f"{first}–{last}"
        source = " · ".join([t("picture.years", years=span), source])
    return [*fiction_note().values(), source]
