"""The page's language: texts, names of agencies and measures, dates."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import PurePath
from typing import Any, Final

import pandas as pd

from annual_reports.catalogue import break_years as breaks_of
from annual_reports.catalogue import queries_in
from annual_reports.i18n import LANGS, Lang, text
from annual_reports.ui import state
from annual_reports.ui.access import regions
from annual_reports.ui.data import agency_labels

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\[\]`]+")
_MARKUP: Final = str.maketrans({char: f"\\{char}" for char in "\\`*_{}[]()<>#+!|~$:"})


def lang() -> Lang:
    """The chosen language."""
    return state.once("lang", _lang)


def _lang() -> Lang:
    chosen = state.get("lang")
    return next((language for language in LANGS if language == chosen), LANGS[0])


def t(key: str, /, **facts: object) -> str:
    """A text of the interface in the chosen language."""
    return text(key, lang(), **facts)


def agency_name(agency_id: str) -> str:
    """What an agency is called in the chosen language; the id where it is unknown."""
    return agency_names().get(agency_id, agency_id)


def agency_names() -> Mapping[str, str]:
    """The names of all agencies by id."""
    return state.once("agency_names", _agency_names)


def _agency_names() -> Mapping[str, str]:
    return agency_labels("name" if lang() == "zh" else "name_en")


def metric_titles() -> Mapping[str, str]:
    """The titles of all measures by id."""
    return _metric_titles(lang())


def formula_words(entry: Any) -> str:
    """What a measure counts, from its header or row; of a rate, what is divided by what."""
    above = str(entry[f"numerator_{lang()}"])
    if entry["unit"] != "rate":
        return above
    return t("definitions.quotient", above=above, below=entry[f"denominator_{lang()}"])


@cache
def break_years() -> Mapping[str, tuple[int, ...]]:
    """The first years of another meaning of each measure."""
    return {metric.query_id: breaks_of(metric) for metric in queries_in("metrics")}


@cache
def _metric_titles(language: Lang) -> Mapping[str, str]:
    return {metric.query_id: metric.title(language) for metric in queries_in("metrics")}


def region_name(region_path: str) -> str:
    """A region path as it is read."""
    return region_path.replace("/", " · ") or t("region.unregistered")


def everywhere() -> str:
    """All regions, in words: those of who is asking, where they are limited."""
    within = regions()
    if within is None:
        return t("filter.all-regions")
    return t("list.comma").join(map(region_name, within))


def day(value: object) -> str:
    """A date, or the word for an unknown one."""
    stamp = pd.Timestamp(str(value)) if value is not None else pd.NaT
    return t("date.unknown") if stamp is pd.NaT else f"{stamp:%Y-%m-%d}"


def labels(options: Iterable[str], label: Callable[[str], str]) -> Callable[[str], str]:
    """A widget's format function, its words settled now: widgets also ask between runs."""
    settled = {option: label(option) for option in options}
    return lambda option: settled.get(option, option)


def source_name(code: str) -> str:
    """Where a fact of a report's identity stands: ``title``, ``meta:PubDate``."""
    kind, _, name = code.partition(":")
    return t(f"source.{kind}", name=name)


def short_path(path: str) -> str:
    """A file's name and its folder's: enough to find it, nothing of how the server is laid out."""
    return "/".join(PurePath(path).parts[-2:])


def web_address(said: str) -> str:
    """An address that a report states, as a link where it is a page's and nothing but that."""
    return f"<{said}>" if _ADDRESS.fullmatch(said) else plain(said)


def plain(words: str) -> str:
    """Words from outside, such as a file's name, so that none of it is taken for markup."""
    return words.translate(_MARKUP)
