"""How a report file becomes facts: read it, recognise its tables, read its cells."""

from annual_reports.extract.report import extract_report

__all__ = ["extract_report"]
