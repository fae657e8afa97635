"""The source of a number made visible: the table or page it stands in, with its place marked.

Everything that comes from a report is shown as text; nothing of it can run.
"""

from annual_reports.rendering.held import document_of, pages_of
from annual_reports.rendering.pages import PageImage, page_html, page_of, render_pages
from annual_reports.rendering.tables import table_html, tables_with

__all__ = [
    "PageImage",
    "document_of",
    "page_html",
    "page_of",
    "pages_of",
    "render_pages",
    "table_html",
    "tables_with",
]
