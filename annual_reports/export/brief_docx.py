"""A brief as a Word file of two A4 pages.

Charts are tables with bars of one colour in them: sharp in print, and no font or browser is
needed to draw them. Lines of text have fixed heights, so that fonts do not move the page break.
"""

from io import BytesIO
from typing import Any, Final

from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from annual_reports.export.brief import Block, Brief, Charts, Grid, Points
from annual_reports.export.brief_tables import add_charts, add_grid

_LATIN: Final = "Arial"
_CHINESE: Final = "宋体"
_BODY: Final = Pt(9)
_LINE: Final = Pt(12.5)
_WARNING: Final = RGBColor(0xA7, 0x4B, 0x2E)
_MUTED: Final = RGBColor(0x5B, 0x67, 0x74)


def brief_docx(brief: Brief) -> bytes:
    """The brief as DOCX."""
    document = Document()
    _set_up(document)
    _write_margins(document.sections[0], brief)
    _paragraph(document, brief.title, size=Pt(16), line=Pt(24), is_bold=True)
    _paragraph(document, brief.facts, colour=_MUTED)
    for number, blocks in enumerate((brief.first, brief.second)):
        for position, block in enumerate(blocks):
            _add(document, block, is_new_page=number > 0 and position == 0)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_up(document: Any) -> None:
    """A4 with narrow margins, the fonts, lines of one height."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.7)
    section.header_distance = section.footer_distance = Cm(0.9)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _LATIN, _BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _CHINESE)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:eastAsia"), "zh-CN")  # else punctuation may be set the Taiwan way
    shape = style.paragraph_format
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, _LINE


def _write_margins(section: Any, brief: Brief) -> None:
    """The warning above each page; source, build and the number of the page below it."""
    head = section.header.paragraphs[0].add_run(brief.warning)
    head.font.color.rgb, head.bold = _WARNING, True
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{brief.foot} · ").font.color.rgb = _MUTED
    number = foot.add_run()
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        number._r.append(part)


def _add(document: Any, block: Block, *, is_new_page: bool) -> None:
    if not isinstance(block, Charts):
        heading = _paragraph(document, block.title, size=Pt(11), line=Pt(17), is_bold=True)
        heading.paragraph_format.space_before = Pt(0 if is_new_page else 6)
        heading.paragraph_format.page_break_before = is_new_page
    if isinstance(block, Grid):
        add_grid(document, block)
    elif isinstance(block, Charts):
        add_charts(document, block.charts)
    elif isinstance(block, Points):
        for number, point in enumerate(block.points, start=1):
            _paragraph(document, f"{number}. {point}")
    _paragraph(document, block.note, colour=_MUTED)


def _paragraph(
    document: Any,
    words: str,
    *,
    size: Any = _BODY,
    line: Any = _LINE,
    colour: Any = None,
    is_bold: bool = False,
) -> Any:
    """A paragraph of one run; nothing is written between blocks but its empty line."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(words)
    run.font.size, run.bold = size, is_bold
    if colour is not None:
        run.font.color.rgb = colour
    shape = paragraph.paragraph_format
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = line if words else Pt(3)
    return paragraph
