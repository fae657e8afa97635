"""What people decided about findings, in a file of its own that no rebuild touches."""

from annual_reports.verdicts.log import FILE, Entry, Mark, Verdict, VerdictLog

__all__ = ["FILE", "Entry", "Mark", "Verdict", "VerdictLog"]
