"""``export-facts`` and ``build-facts``: facts as Parquet, and a warehouse made of them."""

import sys
from pathlib import Path

import click

from annual_reports.audit import machine_user
from annual_reports.commands.shared import PATH, complain, lang_option, to_option
from annual_reports.errors import AnnualReportsError
from annual_reports.exchange import build_of_facts, export_facts
from annual_reports.i18n import text
from annual_reports.releasing import Terms
from annual_reports.warehouse import MEMORY


@click.command("export-facts")
@click.argument("folder", type=PATH)
@to_option
@lang_option
def export_facts_command(folder: Path, to: Path, lang: str) -> None:
    """把现有数据按年度写成 Parquet，存入 FOLDER。 Write the facts as Parquet, a folder a year."""
    try:
        held = export_facts(folder, of=to)
    except AnnualReportsError as error:
        complain(error, lang)
        sys.exit(1)
    told = {"file": folder.as_posix(), "build": held.build_id}
    click.echo(text("cli.facts-exported", lang, **told), err=True)


@click.command("build-facts")
@click.argument("folder", type=PATH)
@to_option
@click.option(
    "--memory",
    type=click.IntRange(min=256),
    default=MEMORY,
    show_default=True,
    help="数据库可用内存，MB / memory for the database",
)
@click.option("--accept", is_flag=True, help="未通过检查也发布 / publish what fails its checks")
@lang_option
def build_facts(folder: Path, to: Path, memory: int, accept: bool, lang: str) -> None:
    """由 FOLDER 中的 Parquet 数据建立数据仓库，不读原文件。 Build the warehouse of such facts."""
    terms = Terms(machine_user(), accepts=accept)
    try:
        build = build_of_facts(folder, to=to, memory=memory, terms=terms)
    except AnnualReportsError as error:
        complain(error, lang)
        sys.exit(1)
    told = {"build": build.build_id, "reports": build.reports}
    click.echo(text("cli.facts-built", lang, **told), err=True)
