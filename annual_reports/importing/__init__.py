"""Uploaded reports: looked at and checked without a trace, and imported when a person says so."""

from annual_reports.importing.check import Checked, check
from annual_reports.importing.claims import Claim, new_agency
from annual_reports.importing.keep import Kept, keep, undo
from annual_reports.importing.look import Item, Looked, Upload, look, unfold_uploads
from annual_reports.importing.shelf import Arrival, Shelf
from annual_reports.importing.standing import Standing, standing_of

__all__ = [
    "Arrival",
    "Checked",
    "Claim",
    "Item",
    "Kept",
    "Looked",
    "Shelf",
    "Standing",
    "Upload",
    "check",
    "keep",
    "look",
    "new_agency",
    "standing_of",
    "undo",
    "unfold_uploads",
]
