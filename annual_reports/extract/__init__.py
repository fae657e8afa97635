"""How a report file becomes facts: read it, recognise its tables, read its cells."""

from annual_reports.extract.identity import find_agency
from annual_reports.extract.report import (
    extract_report,
    read_bytes,
    read_report,
    report_of,
    with_agency,
)

__all__ = ["extract_report", "find_agency", "read_bytes", "read_report", "report_of", "with_agency"]
