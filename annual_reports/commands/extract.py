"""``extract``: what a file holds, one line a cell or stated figure."""

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import click

from annual_reports.commands.shared import PATH, complain, lang_option
from annual_reports.errors import UnreadableFile
from annual_reports.extract import extract_report
from annual_reports.facts import Cell, Report, StatedFigure
from annual_reports.i18n import text
from annual_reports.pipeline import registry_for

FIELDS: Final = (
    "file", "agency", "year", "form", "table", "row", "column",
    "value", "raw", "status", "locator", "unit",
)  # fmt: skip
FIGURE_FIELDS: Final = (
    "file", "agency", "year", "figure", "value", "unit", "exactness", "section", "raw", "sentence",
)  # fmt: skip
NO_REPORT: Final = 2


@click.command()
@click.argument("files", nargs=-1, required=True, type=PATH)
@click.option("--format", "style", type=click.Choice(["csv", "json"]), default="csv")
@click.option(
    "--what",
    type=click.Choice(["cells", "figures"]),
    default="cells",
    help="表格各格，或正文所述数字 / the cells, or the figures stated in the text",
)
@lang_option
def extract(files: tuple[Path, ...], style: str, what: str, lang: str) -> None:
    """打印年报 FILES 的每一格，每格一行。 Print every cell, one a line.

    退出码：0 表格已读出（即使年报有错）；2 不是年度报告。
    """
    refused = False
    found: list[tuple[Path, Report]] = []
    registry = registry_for(files)
    for path in files:
        try:
            found.append((path, extract_report(path, registry)))
        except UnreadableFile as refusal:
            complain(refusal, lang)
            refused = True
    if what == "figures":
        stated = (_figure_fields(*pair, figure) for pair in found for figure in pair[1].figures)
        _print_lines(stated, FIGURE_FIELDS, style)
    else:
        cells = (_cell_fields(*pair, cell) for pair in found for cell in pair[1].cells)
        _print_lines(cells, FIELDS, style)
    _print_problems(found, lang)
    sys.exit(NO_REPORT if refused else 0)


def _cell_fields(path: Path, report: Report, cell: Cell) -> dict[str, Any]:
    identity = report.identity
    value = "" if cell.value is None else format(cell.value, "f")
    facts = (
        path.as_posix(), identity.agency_name or "", identity.year or "", identity.form or "",
        *cell.key, value, cell.raw, cell.status.value, cell.locator, cell.unit,
    )  # fmt: skip
    return dict(zip(FIELDS, facts, strict=True))


def _figure_fields(path: Path, report: Report, figure: StatedFigure) -> dict[str, Any]:
    identity = report.identity
    facts = (
        path.as_posix(), identity.agency_name or "", identity.year or "", figure.code,
        format(figure.value, "f"), figure.unit, figure.exactness.value,
        figure.section, figure.raw, figure.sentence,
    )  # fmt: skip
    return dict(zip(FIGURE_FIELDS, facts, strict=True))


def _print_lines(lines: Iterable[dict[str, Any]], fields: Sequence[str], style: str) -> None:
    if style == "json":
        json.dump(list(lines), sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
        return
    writer = csv.DictWriter(sys.stdout, fields, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)


def _print_problems(found: Iterable[tuple[Path, Report]], lang: str) -> None:
    for path, report in found:
        for problem in report.problems:
            said = text(
                f"problem.{problem.code}", lang,
                found=problem.found, expected=problem.expected, locator=problem.locator,
            )  # fmt: skip
            click.echo(f"{path.as_posix()}: {said}", err=True)
