"""The tables of two reports in one official layout, the cells that differ marked."""

from collections.abc import Iterator
from html import escape
from typing import Any, Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.export.official_tables import UNIT, CellKey, Markup, write_table
from annual_reports.form import form_by_code
from annual_reports.ui.form_view import OFFICIAL_STYLE, cell_key
from annual_reports.ui.rules import table_title
from annual_reports.ui.words import lang, t

_STYLE: Final = """<style>
.official .changed{outline:2px solid #0969A6;outline-offset:-2px;background:rgba(9,105,166,.10)}
.official .was,.official .by{display:block;font-size:.72rem;opacity:.8}
.official .changed .now{font-weight:600}
</style>"""


def pair_tables_html(form_code: str, cells: pd.DataFrame) -> Iterator[str]:
    """Each table of that form as HTML. ``cells`` as of compare_cells."""
    rows = cells.to_dict("records")
    marked: dict[CellKey, str] = {cell_key(row): _cell(row) for row in rows}
    for row in rows:
        key = (row["table_code"], row["row_code"], UNIT)
        marked[key] = Markup(escape(row["right_unit"] or row["left_unit"]))
    for table in form_by_code(form_code).tables:
        body = write_table(table if lang() == "zh" else table.in_english(), marked)
        if body:
            caption = f"<caption>{escape(table_title(table.code))}</caption>"
            within = body.replace(">", f">{caption}", 1)
            yield f'{OFFICIAL_STYLE}{_STYLE}<div class="official">{within}</div>'


def printed(row: Any, side: str) -> str:
    """A side's number with its unit where the two have different ones, else the word for none."""
    said = numbers.cell(row[f"{side}_value"], row[f"{side}_status"], lang())
    if row[f"{side}_status"] == "unreadable":
        return f"{said} {row[f'{side}_raw']}"
    has_unit = row["left_unit"] != row["right_unit"] and row[f"{side}_status"] == "number"
    return f"{said} {row[f'{side}_unit']}".strip() if has_unit else said


def difference(row: Any) -> str:
    """Right minus left with its sign; empty where there is none."""
    if numbers.is_missing(row["difference"]):
        return ""
    sign = "+" if row["difference"] > 0 else "−"
    return f"{sign}{numbers.exact(abs(row['difference']))}"


def _cell(row: Any) -> Markup:
    right = escape(printed(row, "right"))
    if not row["is_different"]:
        css = "" if row["right_status"] == "number" else ' class="none"'
        return Markup(f"<span{css}>{right}</span>")
    left = escape(f"{t('compare.left-mark')} {printed(row, 'left')}")
    by = difference(row)
    changed = f'<span class="by">Δ {by}</span>' if by else ""
    return Markup(
        f'<span class="was">{left}</span><span class="now">{right}</span>{changed}', "changed"
    )
