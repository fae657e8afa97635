"""Reports written out again in the layout of the official form."""

from annual_reports.export.figures import (
    Imprint,
    printed_cells,
    read_figures,
    report_from_figures,
    write_from_figures,
    write_manifest_reports,
)
from annual_reports.export.official_html import OfficialReport, write_official_html

__all__ = [
    "Imprint",
    "OfficialReport",
    "printed_cells",
    "read_figures",
    "report_from_figures",
    "write_from_figures",
    "write_manifest_reports",
    "write_official_html",
]
