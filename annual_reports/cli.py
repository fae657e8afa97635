"""The command line: build the warehouse, look at what a file holds, turn figures into a report."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Any, Final

import click

from annual_reports.errors import AnnualReportsError, UnreadableFile
from annual_reports.extract import extract_report
from annual_reports.facts import Cell, Report, StatedFigure
from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BUILDS, BuildResult, build_warehouse, registry_for
from annual_reports.reading import Outcome
from annual_reports.warehouse import Warehouse, current_build_id, open_warehouse

FIELDS: Final = (
    "file", "agency", "year", "form", "table", "row", "column",
    "value", "raw", "status", "locator", "unit",
)  # fmt: skip
FIGURE_FIELDS: Final = (
    "file", "agency", "year", "figure", "value", "unit", "exactness", "section", "raw", "sentence",
)  # fmt: skip
NO_REPORT: Final = 2
_MOST_LISTED: Final = 50

_lang = click.option(
    "--lang", type=click.Choice(LANGS), default="zh", show_default=True, help="语言 / language"
)
_paths = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """政府信息公开工作年度报告：提取、建库、看板。 Open-information annual reports."""


@main.command()
@click.argument("paths", nargs=-1, type=_paths)
@click.option(
    "--to",
    type=_paths,
    default=BUILDS,
    envvar="ANNUAL_REPORTS_BUILDS",
    help="数据仓库文件夹 / folder of the warehouse",
)
@click.option(
    "--demo/--no-demo", default=None, help="收录虚构的示例市；不给路径时默认收录 / the demo city"
)
@click.option("--if-missing", is_flag=True, help="已有数据仓库时不重建 / only if there is none")
@_lang
def build(
    paths: tuple[Path, ...], to: Path, demo: bool | None, if_missing: bool, lang: str
) -> None:
    """从 PATHS（文件或文件夹；默认为随附数据）建立数据仓库。 Build the warehouse."""
    if if_missing and current_build_id(to):
        return
    with_demo = not paths if demo is None else demo

    def bar(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
        with click.progressbar(
            outcomes, length=total, label=text("cli.reading", lang),
            show_pos=True, item_show_func=_rate(lang), file=sys.stderr,
        ) as shown:  # fmt: skip
            yield from shown

    try:
        result = build_warehouse(paths, to=to, with_demo=with_demo, progress=bar)
    except AnnualReportsError as error:
        _complain(error, lang)
        sys.exit(1)
    _summarise(result, open_warehouse(to), with_demo, lang)


def _rate(lang: str) -> Callable[[Outcome | None], str | None]:
    """What the progress bar says beside the time left: how many files a second."""
    begun, seen = monotonic(), count(1)

    def said(outcome: Outcome | None) -> str | None:
        if outcome is None:
            return None
        files = next(seen) / max(monotonic() - begun, 0.001)
        return text("cli.rate", lang, files=f"{files:.0f}")

    return said


@main.command()
@click.argument("files", nargs=-1, required=True, type=_paths)
@click.option("--format", "style", type=click.Choice(["csv", "json"]), default="csv")
@click.option(
    "--what",
    type=click.Choice(["cells", "figures"]),
    default="cells",
    help="表格各格，或正文所述数字 / the cells, or the figures stated in the text",
)
@_lang
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
            _complain(refusal, lang)
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


def _summarise(result: BuildResult, held: Warehouse, with_demo: bool, lang: str) -> None:
    _list_refusals(result.refusals, lang)
    for row in held.ask("build_by_ending").to_dict("records"):
        ending = row["ending"]
        facts = {
            **{str(key): value for key, value in row.items()},
            "ending": ending.upper() or "—",
            "fresh": result.fresh.get(ending, 0),
        }
        click.echo(text("cli.ending", lang, **facts), err=True)
    said = [
        text(
            "cli.built", lang, build_id=result.build.build_id,
            reports=result.build.reports, refused=len(result.refusals),
        )
    ]  # fmt: skip
    said += [text("cli.demo", lang)] if with_demo else []
    click.echo("\n".join([*said, text("cli.next", lang)]), err=True)


def _list_refusals(refusals: Sequence[UnreadableFile], lang: str) -> None:
    """The first refusals in full; all of them stand on the page of data quality."""
    for refusal in refusals[:_MOST_LISTED]:
        _complain(refusal, lang)
    if len(refusals) > _MOST_LISTED:
        click.echo(text("cli.more", lang, more=len(refusals) - _MOST_LISTED), err=True)


def _complain(error: AnnualReportsError, lang: str) -> None:
    gap = "" if lang == "zh" else " "
    click.echo(f"{error.message(lang)}{gap}{error.advice(lang)}", err=True)
