"""``backup`` and ``restore``: what cannot be made again, saved and brought back."""

import sys
from pathlib import Path

import click

from annual_reports.audit import Act, audit_log, machine_user
from annual_reports.commands.shared import PATH, complain, lang_option, to_option
from annual_reports.errors import AnnualReportsError
from annual_reports.i18n import text
from annual_reports.safekeeping import back_up, restore


@click.command()
@click.argument("archive", type=PATH)
@to_option
@lang_option
def backup(archive: Path, to: Path, lang: str) -> None:
    """把核实记录、导入的年报、登记表等存入 ARCHIVE（ZIP）。 Save what cannot be made again."""
    try:
        files = back_up(to, archive)
        audit_log(to).add(Act.BACK_UP, machine_user(), archive=archive.name, files=files)
    except AnnualReportsError as error:
        complain(error, lang)
        sys.exit(1)
    click.echo(text("cli.backed-up", lang, file=archive.as_posix(), files=files), err=True)


@click.command("restore")
@click.argument("archive", type=PATH)
@click.option(
    "--replace", is_flag=True, help="已有而不同的文件先改名保留 / set aside files that differ"
)
@to_option
@lang_option
def restore_command(archive: Path, replace: bool, to: Path, lang: str) -> None:
    """从 ARCHIVE 恢复。 Bring back what was saved."""
    try:
        done = restore(archive, to, replaces=replace)
        told = {"archive": archive.name, "files": len(done.files), "aside": len(done.set_aside)}
        audit_log(to).add(Act.RESTORE, machine_user(), **told)
    except AnnualReportsError as error:
        complain(error, lang)
        sys.exit(1)
    for file in done.set_aside:
        click.echo(file.as_posix(), err=True)
    click.echo(text("cli.restored", lang, **told), err=True)
