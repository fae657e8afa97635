"""A letter that asks an agency to confirm what does not add up in its report, as DOCX."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

DOCX_MIME: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FONT: Final = "宋体"
_SIZE: Final = Pt(14)
_TITLE_SIZE: Final = Pt(18)


@dataclass(frozen=True, slots=True)
class Letter:
    """The parts of a letter. ``points`` are numbered; ``notes`` stand small below."""

    title: str
    salutation: str
    opening: str
    points: Sequence[str]
    closing: Sequence[str]
    notes: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The letter as plain text, to copy."""
        numbered = [f"{number}. {point}" for number, point in enumerate(self.points, 1)]
        parts = (self.title, self.salutation, self.opening, *numbered, *self.closing, *self.notes)
        return "\n".join(parts)


def letter_docx(letter: Letter) -> bytes:
    """The letter as a Word file, ready for letterhead, date and seal."""
    document = Document()
    font = document.styles["Normal"].font
    font.name, font.size = _FONT, _SIZE
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.add_run(letter.title).font.size = _TITLE_SIZE
    document.add_paragraph(letter.salutation)
    document.add_paragraph(letter.opening)
    for number, point in enumerate(letter.points, 1):
        document.add_paragraph(f"{number}. {point}")
    for line in (*letter.closing, *letter.notes):
        document.add_paragraph(line)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
