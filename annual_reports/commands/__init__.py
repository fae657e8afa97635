"""The commands of the command line, a module a theme."""

from annual_reports.commands.build import build
from annual_reports.commands.builds import builds, rollback
from annual_reports.commands.extract import extract

ALL = (build, extract, builds, rollback)

__all__ = ["ALL"]
