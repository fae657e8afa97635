"""``build``: from files to a published warehouse."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Final

import click

from annual_reports.audit import machine_user
from annual_reports.cluster import cluster_at
from annual_reports.commands.facts import build_facts
from annual_reports.commands.shared import PATH, complain, lang_option, to_option
from annual_reports.errors import AnnualReportsError, MissingWarehouse, UnreadableFile
from annual_reports.i18n import text
from annual_reports.parallel import Mapper, Processes
from annual_reports.pipeline import BuildResult, build_warehouse
from annual_reports.reading import Outcome
from annual_reports.recipe import Recipe
from annual_reports.releasing import Terms
from annual_reports.warehouse import Warehouse, open_warehouse

_MOST_LISTED: Final = 50


@click.command()
@click.argument("paths", nargs=-1, type=PATH)
@to_option
@click.option(
    "--demo/--no-demo", default=None, help="收录虚构的示例市；不给路径时默认收录 / the demo city"
)
@click.option("--scheduler", help="在 dask 集群上读取 / read on a dask cluster, tcp://HOST:PORT")
@click.option(
    "--if-missing", is_flag=True, help="已有可用的数据仓库时不重建 / only if there is none to use"
)
@click.option("--accept", is_flag=True, help="未通过检查也发布 / publish what fails its checks")
@lang_option
def build(  # noqa: PLR0913, PLR0917 one for each option
    paths: tuple[Path, ...],
    to: Path,
    demo: bool | None,
    scheduler: str | None,
    if_missing: bool,
    accept: bool,
    lang: str,
) -> None:
    """从 PATHS（文件或文件夹；默认为随附数据）建立数据仓库。 Build the warehouse."""
    if if_missing and _is_usable(to):
        return
    terms = Terms(machine_user(), accepts=accept)
    if if_missing and not paths and demo is None and Recipe.is_kept(to):
        recipe = Recipe.read(to)
        if recipe.facts:
            again = click.get_current_context().invoke
            again(build_facts, folder=recipe.facts, to=to, accept=accept, lang=lang)
            return
        paths, with_demo = recipe.paths, recipe.with_demo
    else:
        with_demo = not paths if demo is None else demo

    def bar(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
        with click.progressbar(
            outcomes, length=total, label=text("cli.reading", lang),
            show_pos=True, item_show_func=_rate(lang), file=sys.stderr,
        ) as shown:  # fmt: skip
            yield from shown

    try:
        with _mapper(scheduler) as mapper:
            result = build_warehouse(
                paths, to=to, with_demo=with_demo, progress=bar, mapper=mapper, terms=terms
            )
    except AnnualReportsError as error:
        complain(error, lang)
        sys.exit(1)
    _summarise(result, open_warehouse(to), with_demo, lang)


def _mapper(scheduler: str | None) -> AbstractContextManager[Mapper]:
    """Who reads: a cluster where one is named, else the processes of this machine."""
    return cluster_at(scheduler) if scheduler else nullcontext(Processes())


def _is_usable(builds: Path) -> bool:
    try:
        open_warehouse(builds)
    except MissingWarehouse:
        return False
    return True


def _rate(lang: str) -> Callable[[Outcome | None], str | None]:
    """What the progress bar says beside the time left: how many files a second."""
    begun, seen = monotonic(), count(1)

    def said(outcome: Outcome | None) -> str | None:
        if outcome is None:
            return None
        files = next(seen) / max(monotonic() - begun, 0.001)
        return text("cli.rate", lang, files=f"{files:.0f}")

    return said


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
        complain(refusal, lang)
    if len(refusals) > _MOST_LISTED:
        click.echo(text("cli.more", lang, more=len(refusals) - _MOST_LISTED), err=True)
