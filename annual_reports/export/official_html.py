"""A report as one HTML page in the layout of the official form, ready to read and to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from annual_reports.export.official_tables import Cells, lawful_cells, write_table
from annual_reports.facts import Section
from annual_reports.form import Form, Labelled, form_by_code

_STYLE = """
@page{size:A4;margin:16mm 14mm}
body{max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2328;line-height:1.7;
font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif}
h1{font-size:1.4rem;text-align:center}h2{font-size:1.1rem;margin:1.6rem 0 .6rem;break-after:avoid}
p{margin:.4rem 0;text-indent:2em}.published,.note{text-indent:0;color:#59636e;font-size:.85rem}
.published{text-align:center}.note{margin-top:2rem;border-top:1px solid #d1d9e0;padding-top:.5rem}
table{width:100%;border-collapse:collapse;font-size:.8rem;line-height:1.35;margin:.6rem 0}
th,td{border:1px solid #818b98;padding:.3rem .35rem;text-align:center;font-weight:400}
th{background:#f6f8fa}td{font-variant-numeric:tabular-nums;white-space:nowrap}
tr{break-inside:avoid}
@media print{body{margin:0;padding:0;font-size:10pt}table{font-size:7.5pt}th{background:none}}
"""


@dataclass(frozen=True)
class OfficialReport:
    """What is written: ``cells`` holds the texts to print by (table, row, column).

    A cell that is not given leaves its place empty, a row or table of which none is
    given is not printed. ``sections`` bring prose, one paragraph a line of their text;
    headings of the form that have none are printed all the same. ``meta`` are further
    meta tags, name and content.
    """

    form: str
    agency_name: str
    year: int
    cells: Cells
    sections: tuple[Section, ...] = ()
    published_on: date | None = None
    source_url: str = ""
    note: str = ""
    meta: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """The title as it stands on official reports."""
        return f"{self.agency_name}{self.year}年政府信息公开工作年度报告"


def write_official_html(document: OfficialReport) -> str:
    """The whole page, UTF-8 declared.

    Raises KeyError for an unknown form, ValueError when a cell or section is given that
    the form does not have: nothing is dropped in silence.
    """
    form = form_by_code(document.form)
    _check_known(document, form)
    body = "\n".join(_body(document, form))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"{_head(document)}\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _check_known(document: OfficialReport, form: Form) -> None:
    lawful = lawful_cells(form)
    unknown = [
        *("/".join(key) for key in document.cells if key not in lawful),
        *({part.code for part in document.sections} - {part.code for part in form.sections}),
    ]
    if unknown:
        raise ValueError(f"form {form.code} has no {', '.join(unknown)}")


def _head(document: OfficialReport) -> str:
    published = document.published_on.isoformat() if document.published_on else ""
    tags = (
        ("viewport", "width=device-width, initial-scale=1"),
        ("ArticleTitle", document.title),
        ("PubDate", published),
        ("Url", document.source_url),
        *document.meta,
    )
    metas = (f'<meta name="{name}" content="{escape(value)}">' for name, value in tags if value)
    return "\n".join((*metas, f"<title>{escape(document.title)}</title>"))


def _body(document: OfficialReport, form: Form) -> Iterator[str]:
    yield f"<h1>{escape(document.title)}</h1>"
    if document.published_on:
        yield f'<p class="published">发布日期：{document.published_on.isoformat()}</p>'
    prose = {section.code: section for section in document.sections}
    for part in form.sections:
        yield from _section(part, prose.get(part.code), form, document.cells)
    if document.note:
        yield f'<footer><p class="note">{escape(document.note)}</p></footer>'


def _section(part: Labelled, prose: Section | None, form: Form, cells: Cells) -> Iterator[str]:
    """A heading, its prose, and the table that bears the heading's name."""
    heading = prose.heading if prose and prose.heading else part.label_zh
    yield f"<h2>{escape(heading)}</h2>"
    for paragraph in prose.text.splitlines() if prose else ():
        yield f"<p>{escape(paragraph)}</p>"
    for table in form.tables:
        if part.label_zh.endswith(table.label_zh):
            markup = write_table(table, cells)
            if markup:
                yield markup
