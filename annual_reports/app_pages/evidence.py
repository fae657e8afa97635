"""数字溯源: one number, what makes it, and the place in the source where each part is printed."""

from typing import Any

from annual_reports.ui import state
from annual_reports.ui.data import ask
from annual_reports.ui.evidence_view import draw_number, draw_parts, draw_sql, parts_of
from annual_reports.ui.filters import Filters
from annual_reports.ui.number import Number, parse_number
from annual_reports.ui.page import draw_empty, draw_page
from annual_reports.ui.part_view import draw_part
from annual_reports.ui.words import t


def body(filters: Filters) -> None:
    """The number the address names, its parts, and one part down to the cell."""
    number = parse_number(state.get("number"))
    if number is None:
        draw_empty(t("evidence.none"), t("evidence.none.advice"))
    elif number.scope == "report":
        draw_report(number, number.whose)
    else:
        draw_selection(number, filters)
    if number:
        draw_sql(number)


def draw_selection(number: Number, filters: Filters) -> None:
    """A number of several reports: the sum, the list, and the report chosen from it."""
    parts = parts_of(number, filters)
    if parts.empty or not parts["is_part"].any():
        draw_empty(t("evidence.nothing"), t("evidence.nothing.advice"))
        return
    draw_number(number, parts, filters)
    chosen = draw_parts(number, parts)
    if chosen:
        draw_report(number, chosen)


def draw_report(number: Number, report_id: str) -> None:
    """One report's part in the number."""
    head: Any = ask("report_head", report_id=report_id)
    if head.empty:
        draw_empty(t("evidence.no-report"), t("evidence.no-report.advice"))
        return
    draw_part(number, head.iloc[0])


draw_page("evidence", body)
