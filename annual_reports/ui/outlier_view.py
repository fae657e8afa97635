"""Values out of line with the agency's own years and with its peers, each with its reason."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports import format as numbers
from annual_reports.ui import columns
from annual_reports.ui.figures import open_fold
from annual_reports.ui.filters import Filters
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import agency_name, lang, metric_titles, t

_SAID: Final = 12


def draw_outliers(filters: Filters, year: int) -> None:
    """The outliers of ``year`` as a list, or that there are none among so many."""
    st.subheader(t("outliers.title", year=year), anchor=False)
    data = filters.ask("outliers", year=year)
    if data.empty:
        st.caption(t("outliers.too-few"))
        return
    found = data[data["is_outlier"]]
    facts = {"judged": data["judged"].iloc[0], "threshold": data["threshold"].iloc[0]}
    st.caption(t("outliers.how", **facts))
    if found.empty:
        st.success(t("outliers.none", year=year), icon=":material/check_circle:")
        return
    said = _with_words(found.head(_SAID)).to_dict("records")
    st.markdown("\n".join(_bullet(row) for row in said))
    if fold := open_fold("outliers"):
        with fold:
            draw_table("outliers", _with_words(found), columns.OUTLIERS, drill=True)


def _with_words(found: pd.DataFrame) -> pd.DataFrame:
    return found.assign(
        metric=found["metric_id"].map(metric_titles()),
        reason=[_reason(row) for row in found.to_dict("records")],
    )


def _bullet(row: Any) -> str:
    said = {"agency": agency_name(row["agency_id"]), "metric": row["metric"]}
    return "- " + t("outliers.said", **said, reason=row["reason"])


def _reason(row: Any) -> str:
    """Why the value is out of line: usual value, years and peers it was held against."""
    unit = row["unit"]
    own = t(
        "outliers.reason.own",
        value=numbers.measure(row["value"], unit, lang(), row["numerator"], row["denominator"]),
        usual=numbers.plain(_rounded(row["usual_value"], unit), unit),
        history=row["history"],
        z=_signed(row["z"]),
    )
    if numbers.is_missing(row["peer_z"]):
        return own + t("outliers.reason.alone")
    return own + t("outliers.reason.peers", peers=int(row["peers"]), z=_signed(row["peer_z"]))


def _rounded(value: float, unit: str) -> float:
    return value if unit == "rate" else round(value)


def _signed(z: float) -> str:
    return f"{'+' if z > 0 else '−'}{abs(z):.1f}"
