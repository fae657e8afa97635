"""The commands of the command line, a module a theme."""

from annual_reports.commands.build import build
from annual_reports.commands.builds import builds, rollback
from annual_reports.commands.extract import extract
from annual_reports.commands.facts import build_facts, export_facts_command
from annual_reports.commands.health import doctor, health
from annual_reports.commands.keeping import backup, restore_command

ALL = (
    build,
    extract,
    export_facts_command,
    build_facts,
    builds,
    rollback,
    backup,
    restore_command,
    health,
    doctor,
)

__all__ = ["ALL"]
