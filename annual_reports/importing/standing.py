"""What may be done with an uploaded report."""

from enum import StrEnum

from annual_reports.importing.check import Checked
from annual_reports.warehouse import Warehouse


class Standing(StrEnum):
    """How an upload stands to what is held."""

    REFUSED = "refused"  # not read
    NAMELESS = "nameless"  # its agency or year is unknown
    STRANGER = "stranger"  # its agency is named but not registered
    HELD = "held"  # the same bytes are held as the same report
    REPLACES = "replaces"  # another file is held for this agency and year
    DOUBTFUL = "doubtful"  # new, and something in it could not be settled
    READY = "ready"  # new, and free of doubt


def standing_of(checked: Checked | None, held: Warehouse | None) -> Standing:
    """The first of these that is true; findings of the checks are the report's own affair."""
    if checked is None:
        return Standing.REFUSED
    identity = checked.report.identity
    if identity.year is None or identity.agency_name is None:
        return Standing.NAMELESS
    if identity.agency_id is None:
        return Standing.STRANGER
    if held and _is_held(checked, held):
        return Standing.HELD
    if _revision(checked) > 1:
        return Standing.REPLACES
    return Standing.DOUBTFUL if checked.report.problems else Standing.READY


def _is_held(checked: Checked, held: Warehouse) -> bool:
    """Whether these bytes are the current report of that agency and year already."""
    identity = checked.report.identity
    rows = held.ask("report_of_bytes", sha256=checked.report.sha256)
    same = (rows["agency_id"] == identity.agency_id) & (rows["year"] == identity.year)
    return bool((same & rows["is_current"]).any())


def _revision(checked: Checked) -> int:
    rows = checked.warehouse.ask("report_of_bytes", sha256=checked.report.sha256)
    return int(rows["revision"].iloc[0])
