"""变动归因: what moved the total between two years, and whose values are out of line."""

from annual_reports.ui.filters import Filters
from annual_reports.ui.movement import choose_movement
from annual_reports.ui.movement_view import draw_movement
from annual_reports.ui.outlier_view import draw_outliers
from annual_reports.ui.page import draw_empty, draw_page
from annual_reports.ui.words import metric_titles, t


def body(filters: Filters) -> None:
    """The change of one measure by agency and row, then the outliers of the later year."""
    metric_id, years = choose_movement(filters)
    if years is None:
        title = metric_titles()[metric_id]
        draw_empty(t("movement.one-year", title=title), t("movement.one-year.advice"))
        return
    filters.ahead("outliers", year=years[1])
    draw_movement(filters, metric_id, years)
    draw_outliers(filters, years[1])


draw_page("movement", body, ahead=("metrics_by_year",))
