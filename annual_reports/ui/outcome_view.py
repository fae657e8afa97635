"""How the requests of one year ended, why they were refused, and who asked."""

import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, draw_reason, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.words import t


def draw_paths(filters: Filters, year: int) -> None:
    """From what came in to how it ended; of years that tell what was carried over."""
    data = filters.ask("request_paths")
    data = data[data["year"] == year]
    if data.empty:
        draw_reason(t("paths.none", year=year))
        return
    chart = drawn(charts.request_paths, data, style(filters), year)
    draw_chart(chart, "request_paths", data, columns.PATHS)
    # Streamlit gives no selection in a flow diagram, so that only its table can be clicked.
    st.caption(t("paths.trace"))


def draw_reasons(filters: Filters, year: int) -> None:
    """The reasons for not disclosing, that year against the one before."""
    data = filters.ask("refusal_reasons")
    chart = drawn(charts.refusal_reasons, data, style(filters), year)
    draw_chart(chart, "refusal_reasons", data, columns.REASONS)


def draw_applicants(filters: Filters) -> None:
    """Who asks, and whether the kinds of applicant fare differently."""
    data = filters.ask("applicant_types")
    chart = drawn(charts.applicant_composition, data, style(filters))
    draw_chart(chart, "applicant_types", data, columns.APPLICANTS)
    data = filters.ask("applicant_outcomes")
    chart = drawn(charts.applicant_outcomes, data, style(filters))
    draw_chart(chart, "applicant_outcomes", data, columns.APPLICANT_OUTCOMES)
