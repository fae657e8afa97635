"""年报比对: two reports side by side, and who says the same as whom."""

from annual_reports.ui.choices import switch
from annual_reports.ui.filters import Filters
from annual_reports.ui.page import draw_empty, draw_page
from annual_reports.ui.pair_view import draw_comparison
from annual_reports.ui.pairs import draw_pair
from annual_reports.ui.radar_view import draw_radar
from annual_reports.ui.words import t

VIEWS = ("pair", "radar")


def body(filters: Filters) -> None:
    """Two reports, or the pairs of a year."""
    label = t("compare.view")
    view = switch("view", label, VIEWS, lambda v: t(f"compare.view.{v}"), is_labelled=False)
    if view == "radar":
        draw_radar(filters)
        return
    pair = draw_pair(filters)
    if pair is None:
        draw_empty(t("compare.nothing"), t("compare.nothing.advice"))
        return
    draw_comparison(*pair)


draw_page("compare", body)
