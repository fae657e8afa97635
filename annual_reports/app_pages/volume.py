"""公开量趋势: is more being disclosed, of what, and by whom."""

import streamlit as st

from annual_reports import charts
from annual_reports.ui import columns
from annual_reports.ui.blocks import with_titles
from annual_reports.ui.data import drawn
from annual_reports.ui.figures import draw_chart, style
from annual_reports.ui.filters import Filters
from annual_reports.ui.groups_view import draw_groups
from annual_reports.ui.page import draw_page
from annual_reports.ui.rankings import MOST, choose_measure, draw_matrix, draw_ranking
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import t

VOLUMES = (
    "items_published",
    "normative_issued",
    "normative_in_force",
    "licensing_decisions",
    "penalty_decisions",
    "coercion_decisions",
    "fee_amount",
)
STOCK = ("normative_issued", "normative_repealed", "normative_in_force")


def body(filters: Filters) -> None:
    """All volumes by year, the stock of normative documents, then one volume by agency."""
    draw_volumes(filters)
    metric_id, year = choose_measure(filters, "volume", VOLUMES)
    shown = {"metric_id": metric_id, "year": year, "most": MOST}
    filters.ahead("agency_ranking", "agency_by_year", **shown)
    left, right = st.columns(2)
    with left:
        draw_groups(filters, metric_id)
    with right:
        draw_ranking(filters, metric_id, year)
        draw_stock(filters)
    draw_matrix(filters, metric_id)


def draw_volumes(filters: Filters) -> None:
    """Small multiples of every volume; the table below has all of table 2 on both forms."""
    metrics = filters.ask("metrics_by_year")
    chart = drawn(charts.volume_multiples, metrics, style(filters), VOLUMES)
    draw_chart(chart, "table2_by_year", filters.ask("table2_by_year"), columns.TABLE_2)
    draw_basis(filters)


def draw_basis(filters: Filters) -> None:
    """What the items published rest on: read from prose, before 2019 from the annex."""
    counts = filters.ask("items_published_basis_total").iloc[0]
    st.caption(t("volume.basis" if counts["stated"] else "volume.basis.none", **counts))
    with st.expander(t("volume.basis.data")):
        draw_table("items_published_basis", filters.ask("items_published_basis"), columns.BASIS)


def draw_stock(filters: Filters) -> None:
    """Flow and stock of normative documents."""
    metrics = filters.ask("metrics_by_year")
    data = metrics[metrics["metric_id"].isin(STOCK)]
    chart = drawn(charts.normative_stock_and_flow, data, style(filters))
    draw_chart(chart, "metrics_by_year", with_titles(data), columns.MEASURES)


draw_page(
    "volume",
    body,
    ahead=(
        "metrics_by_year",
        "table2_by_year",
        "items_published_basis_total",
        "items_published_basis",
    ),
)
