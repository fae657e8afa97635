"""The command line: one group of all commands."""

import click

from annual_reports.commands import ALL
from annual_reports.logs import start_logging


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """政府信息公开工作年度报告：提取、建库、看板。 Open-information annual reports."""
    start_logging()


for command in ALL:
    main.add_command(command)
