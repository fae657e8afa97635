"""Tables and charts of a brief, as tables of a Word file."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any, Final

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from PIL import Image

from annual_reports.export.brief import Bar, Cell, Column, Grid, Years

_RULE: Final = "C3CAD2"
# The schema of Word fixes the order of what is said of a cell.
_AFTER_MARGINS: Final = ("w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark")
_AFTER_BORDERS: Final = ("w:shd", "w:noWrap", "w:tcMar", *_AFTER_MARGINS)
_TABLE: Final = Pt(8.5)
_SMALL: Final = Pt(7.5)
_ROW: Final = Cm(0.5)
_BAR: Final = Cm(0.28)
_WIDEST: Final = 0.92  # of its cell
_PLOT: Final = 1.9  # centimetres, the highest column
_CHART_WIDTH: Final = 8.4
_GAP: Final = 0.5


def add_grid(document: Any, grid: Grid) -> None:
    """A table with a ruled head and a thin rule under each row."""
    table = _table(document, 1 + len(grid.rows), grid.widths)
    for number, row in enumerate([grid.head, *grid.rows]):
        table.rows[number].height = _ROW  # or more, where words need two lines
        cells = table.rows[number].cells
        for position, (cell, content) in enumerate(zip(cells, row, strict=True)):
            _write(cell, content, grid.widths[position], is_figure=position >= grid.figures_from)
            _rule(cell, bottom=(4 if number else 8, "single"))
            if number == 0:
                cell.paragraphs[0].runs[0].bold = True


def add_charts(document: Any, charts: Sequence[Years]) -> None:
    """Charts side by side: titles, columns that stand on one line, years below."""
    widths: list[float] = []
    for chart in charts:
        widths += [_GAP] if widths else []
        widths += [_CHART_WIDTH / len(chart.columns)] * len(chart.columns)
    table = _table(document, 3, widths)
    heads, plots, labels = (list(row.cells) for row in table.rows)
    for row, height in zip(table.rows, (Cm(0.6), Cm(_PLOT + 0.6), Cm(0.75)), strict=True):
        _fix_height(row, height)
    first = 0
    for chart in charts:
        last = first + len(chart.columns)
        title = heads[first].merge(heads[last - 1]).paragraphs[0].add_run(chart.title)
        title.bold = True
        for position, column in enumerate(chart.columns, start=first):
            _draw_column(plots[position], labels[position], column)
        first = last + 1


def _draw_column(plot: Any, label: Any, column: Column) -> None:
    """Value above its column, year below; nothing stands where nothing is known."""
    plot.vertical_alignment = VERTICAL.BOTTOM
    _small(plot.paragraphs[0], column.value)
    if column.height:
        stand = plot.add_paragraph()
        _free(stand, ALIGN.CENTER)
        picture, height = _pixel(column.colour), Cm(max(_PLOT * column.height, 0.03))
        stand.add_run().add_picture(BytesIO(picture), width=Cm(0.6), height=height)
    foot = {"bottom": (6, "single")}
    _rule(plot, **({"left": (8, "dotted")} | foot if column.is_break else foot))
    _small(label.paragraphs[0], column.label)


def _table(document: Any, rows: int, widths: Sequence[float]) -> Any:
    """A table of fixed widths without rules; python-docx finds cells slowly, so only once each."""
    table = document.add_table(rows, len(widths))
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            cell.vertical_alignment = VERTICAL.CENTER
            _narrow(cell)
    return table


def _write(cell: Any, content: Cell, width: float, *, is_figure: bool) -> None:
    paragraph = cell.paragraphs[0]
    if isinstance(content, Bar):
        _free(paragraph, ALIGN.LEFT)
        if content.share > 0:
            picture, long = _pixel(content.colour), Cm(max(width * _WIDEST * content.share, 0.03))
            paragraph.add_run().add_picture(BytesIO(picture), width=long, height=_BAR)
        return
    paragraph.add_run(content).font.size = _TABLE
    paragraph.alignment = ALIGN.RIGHT if is_figure else ALIGN.LEFT


def _small(paragraph: Any, words: str) -> None:
    paragraph.add_run(words).font.size = _SMALL
    paragraph.alignment = ALIGN.CENTER
    paragraph.paragraph_format.line_spacing = Pt(9.5)


def _free(paragraph: Any, side: ALIGN) -> None:
    """A line as high as the picture in it: in a fixed one Word would cut it off."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.alignment = side
    paragraph.paragraph_format.line_spacing = 1.0
    mark = paragraph._p.get_or_add_pPr()
    properties = OxmlElement("w:rPr")
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), "4")
    properties.append(size)
    mark.append(properties)


def _fix_height(row: Any, height: Any) -> None:
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.EXACTLY


def _narrow(cell: Any) -> None:
    """Small margins inside a cell, so that figures of narrow columns fit."""
    margins = OxmlElement("w:tcMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "40")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    cell._tc.get_or_add_tcPr().insert_element_before(margins, *_AFTER_MARGINS)


def _rule(cell: Any, **sides: tuple[int, str]) -> None:
    """Rules at the sides of a cell, in the order left, bottom: eighths of a point, kind of line."""
    borders = OxmlElement("w:tcBorders")
    for side, (eighths, line) in sides.items():
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), line)
        edge.set(qn("w:sz"), str(eighths))
        edge.set(qn("w:color"), _RULE)
        borders.append(edge)
    cell._tc.get_or_add_tcPr().insert_element_before(borders, *_AFTER_BORDERS)


@cache
def _pixel(colour: str) -> bytes:
    """A picture of one colour, stretched to any bar."""
    stream = BytesIO()
    Image.new("RGB", (8, 8), colour).save(stream, "PNG")
    return stream.getvalue()
