"""``health`` and ``doctor``: does it answer, and what is wrong with this machine."""

import sys
from pathlib import Path

import click

from annual_reports.commands.shared import complain, lang_option, to_option
from annual_reports.doctor import State, examine
from annual_reports.errors import AnnualReportsError
from annual_reports.i18n import text
from annual_reports.warehouse import open_warehouse


@click.command()
@to_option
@lang_option
def health(to: Path, lang: str) -> None:
    """现用数据能否打开并回答；不能时退出码为 1。 Whether the build in place answers."""
    try:
        held = open_warehouse(to)
        held.ask("build_by_ending")
    except AnnualReportsError as error:
        complain(error, lang)
        sys.exit(1)
    click.echo(f"ok {held.build_id}")


@click.command()
@to_option
@lang_option
def doctor(to: Path, lang: str) -> None:
    """检查运行环境并说明怎么办；有不能运行的问题时退出码为 1。 Look at this machine."""
    has_failed = False
    for finding in examine(to):
        has_failed |= finding.state is State.FAILURE
        state, what = (text(f"doctor.{name}", lang) for name in (finding.state, finding.code))
        click.echo(f"[{state}] {what}: {finding.found}")
        if finding.state is not State.OK:
            click.echo(f"    {text(f'doctor.{finding.code}.advice', lang)}")
    sys.exit(1 if has_failed else 0)
