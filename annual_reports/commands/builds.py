"""``builds`` and ``rollback``: which builds are kept, and going back to one."""

import sys
from pathlib import Path

import click

from annual_reports.audit import Act, audit_log, machine_user
from annual_reports.commands.shared import complain, lang_option, to_option
from annual_reports.errors import AnnualReportsError
from annual_reports.i18n import text
from annual_reports.releasing import switching
from annual_reports.warehouse.kept import kept_builds, roll_back


@click.command()
@to_option
@lang_option
def builds(to: Path, lang: str) -> None:
    """列出保留的各版数据。 List the builds that are kept."""
    for build in kept_builds(to):
        made = f"{build.built_at:%Y-%m-%d %H:%M:%S}" if build.built_at else "—"
        state = text(f"build-state.{build.state}", lang)
        click.echo(f"{build.build_id}\t{made}\t{build.megabytes:.0f} MB\t{state}")


@click.command()
@click.argument("build", required=False)
@to_option
@lang_option
def rollback(build: str | None, to: Path, lang: str) -> None:
    """退回旧版数据：BUILD 为编号，默认为上一版。 Put an older build in place."""
    try:
        with switching(to):
            chosen = roll_back(to, build)
            audit_log(to).add(Act.ROLL_BACK, machine_user(), build=chosen)
    except AnnualReportsError as error:
        complain(error, lang)
        sys.exit(1)
    click.echo(text("cli.rolled-back", lang, build=chosen), err=True)
