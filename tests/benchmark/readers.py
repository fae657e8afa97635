"""Readers who walk through the dashboard at the same time, each in an order of its own."""

import asyncio
from collections.abc import Iterator
from random import Random
from typing import Final, NamedTuple

from websockets.exceptions import ConnectionClosed

from annual_reports.app_pages.router import PAGES
from tests.visitor import Visitor, visiting

_PATIENCE: Final = 120.0  # seconds until a reader gives up, and with it the walk
_EVERY: Final = 4
_NARROWER: Final = (
    *(f"from={year}&to={year + 2}" for year in range(2019, 2024)),
    *(f"kind={kind}" for kind in ("government", "department", "zone", "township")),
    "basis=members",
    "kind=department,township&from=2021",
    "lang=en&to=2023",
)


class Met(NamedTuple):
    """What readers met: the milliseconds of every rerun that ended, and what went wrong."""

    waits: list[float]
    failures: list[str]


async def walks(address: str, readers: int) -> Met:
    """So many readers at a time, until the last one is through."""
    met = Met([], [])
    await asyncio.gather(*(_walk(address, Random(number), met) for number in range(readers)))  # noqa: S311
    return met


async def _walk(address: str, chance: Random, met: Met) -> None:
    """A link to the first page, then all pages; an error on a page does not end the walk."""
    page = query = ""
    try:
        async with visiting(address) as visitor:
            await _see(visitor, page, query, chance, met)
            for page, query in _steps(list(visitor.pages) or [""], chance):
                await _see(visitor, page, query, chance, met)
    except (ConnectionClosed, TimeoutError, OSError) as lost:
        met.failures.append(f"{page or PAGES[0]} {query}: {type(lost).__name__}")


def _steps(pages: list[str], chance: Random) -> Iterator[tuple[str, str]]:
    """As many pages as the dashboard has, every fourth one with a narrower selection after it."""
    chance.shuffle(pages)
    for number in range(len(PAGES)):
        page = pages[number % len(pages)]
        yield page, ""
        if number % _EVERY == _EVERY - 1:
            yield page, chance.choice(_NARROWER)


async def _see(visitor: Visitor, page: str, query: str, chance: Random, met: Met) -> None:
    """One step after some thinking; raises TimeoutError when it takes too long."""
    await asyncio.sleep(chance.random())
    async with asyncio.timeout(_PATIENCE):
        shown = await visitor.see(page, query)
    met.waits.append(shown.spent)
    met.failures.extend(f"{page or PAGES[0]} {query}: {error}" for error in shown.errors)
