"""The tables of a report in the official layout, with last year's values and what objects."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.export.official_tables import UNIT, Markup, write_table
from annual_reports.form import form_by_code
from annual_reports.ui.page import number_link
from annual_reports.ui.rules import table_title
from annual_reports.ui.words import lang, t

OFFICIAL_STYLE: Final = """<style>
.official{overflow-x:auto;margin:.25rem 0 1rem}
.official table{border-collapse:collapse;width:100%;min-width:40rem}
.official table{font-size:.82rem;line-height:1.3}
.official .table-annex{min-width:0;max-width:48rem}
.official caption{text-align:left;font-weight:600;padding:.25rem 0;color:inherit}
.official th,.official td{border:1px solid rgba(128,140,150,.45);padding:.22rem .4rem}
.official th{font-weight:400;text-align:center;background:rgba(128,140,150,.10)}
.official td{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.official .last{display:block;font-size:.72rem;opacity:.76}
.official td a{color:inherit;text-decoration:none;border-bottom:1px dotted rgba(128,140,150,.8)}
.official td a:hover,.official td a:focus{border-bottom-style:solid}
.official .none{opacity:.75;font-style:normal}
.official .objected{outline:2px solid #A74B2E;outline-offset:-2px;background:rgba(167,75,46,.10)}
.official .questioned{background:rgba(128,140,150,.14)}
.official .mark{color:#A74B2E;font-weight:700;margin-right:.2rem}
.official .chosen{box-shadow:inset 0 0 0 3px #0969A6}
.official .questioned .mark{color:inherit;font-weight:400;opacity:.75}
</style>"""

CellKey = tuple[str, str, str]
Objections = dict[CellKey, tuple[str, tuple[str, ...]]]
_SIGNS: Final = {"": ("", ""), "E": ("!", "objected"), "W": ("?", "questioned")}


def tables_html(
    form_code: str,
    cells: pd.DataFrame,
    findings: pd.DataFrame,
    chosen: CellKey | None = None,
    *,
    is_held: bool = False,
) -> Iterator[tuple[str, str]]:
    """Each table of the form as its code and HTML, the chosen cell marked.

    ``cells`` as of report_cells, ``findings`` with their words. Of a report that is held each
    cell leads to the place it was read from.
    """
    said = _objections(findings)
    rows = cells.to_dict("records")
    marked = {cell_key(row): _cell(row, said, is_held=is_held) for row in rows}
    if chosen in marked:
        css = marked[chosen].css_class
        marked[chosen] = Markup(marked[chosen], f"{css} chosen".strip())
    marked |= _units(rows)
    for table in form_by_code(form_code).tables:
        body = write_table(table if lang() == "zh" else table.in_english(), marked)
        caption = f"<caption>{escape(table_title(table.code))}</caption>"
        html = f'{OFFICIAL_STYLE}<div class="official">{body.replace(">", f">{caption}", 1)}</div>'
        yield table.code, html


def cell_key(row: Any) -> CellKey:
    """The cell that a row of a frame is about."""
    return row["table_code"], row["row_code"], row["column_code"]


def _units(rows: Iterable[Any]) -> dict[CellKey, Markup]:
    """The units as printed, for tables that print one in each row; the others pass them over."""
    return {
        (row["table_code"], row["row_code"], UNIT): Markup(escape(row["printed_unit"]))
        for row in rows
    }


def cells_with_words(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with labels, status and objections in the chosen language."""
    language = lang()
    return cells.assign(
        **{f"{part}_label": cells[f"{part}_label_{language}"] for part in _LABELLED},
        status=[t(f"status.{status}") for status in cells["status"]],
        objections=[t("list.comma").join(rules) for rules in cells["rules"]],
    )


_LABELLED: Final = ("table", "group", "row", "column")


def _objections(findings: pd.DataFrame) -> Objections:
    """By cell: the gravest severity and everything said."""
    said: Objections = {}
    for row in findings.to_dict("records"):
        key = cell_key(row)
        severity, lines = said.get(key, (row["severity"], ()))
        line = f"{row['title']}{t('list.colon')}{row['message']}"
        said[key] = (min(severity, row["severity"]), (*lines, line))
    return said


def _cell(row: Any, said: Objections, *, is_held: bool) -> Markup:
    """A cell's content: mark, value, last year's value, and on hover raw text and place."""
    key = cell_key(row)
    severity, lines = said.get(key, ("", ()))
    origin = (t("cell.raw", raw=row["raw"]), t("cell.locator", at=row["locator"]))
    hover = escape("\n".join((*lines, *origin)))
    value = escape(numbers.cell(row["value"], row["status"], lang()))
    css = ' class="none"' if row["status"] != "number" else ""
    sign, css_class = _SIGNS[severity]
    mark = f'<span class="mark">{sign}</span>' if sign else ""
    shown = f'<span title="{hover}"{css}>{mark}{value}</span>'
    return Markup(f"{_linked(row, shown) if is_held else shown}{_last_year(row)}", css_class)


def _linked(row: Any, shown: str) -> str:
    """A cell that leads to where it is printed, if it is printed anywhere."""
    if row["status"] == "absent":
        return shown
    return f'<a href="{escape(number_link(row["number"]))}" target="_self">{shown}</a>'


def _last_year(row: Any) -> str:
    if not isinstance(row["last_status"], str):
        return ""
    last = numbers.cell(row["last_value"], row["last_status"], lang())
    return f'<span class="last">{escape(t("cell.last", last=last))}</span>'
