"""What the commands share: options, and how an error is said."""

from pathlib import Path
from typing import Final

import click

from annual_reports.errors import AnnualReportsError
from annual_reports.i18n import LANGS
from annual_reports.pipeline import BUILDS

PATH: Final = click.Path(path_type=Path)

lang_option = click.option(
    "--lang", type=click.Choice(LANGS), default="zh", show_default=True, help="语言 / language"
)

to_option = click.option(
    "--to", type=PATH, default=BUILDS, help="数据仓库文件夹 / folder of the warehouse",
    envvar="ANNUAL_REPORTS_BUILDS", show_default=False,
)  # fmt: skip


def complain(error: AnnualReportsError, lang: str) -> None:
    """Say on the standard error what is wrong and what to do."""
    gap = "" if lang == "zh" else " "
    click.echo(f"{error.message(lang)}{gap}{error.advice(lang)}", err=True)
