"""Several readers at a time before a real server: every page is drawn, and none shows an error."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest

from annual_reports.app_pages.router import ADDRESSES, PAGES
from annual_reports.pipeline import BuildResult
from tests.browser.serving import served, started
from tests.visitor import Shown, visiting

_PLACES = ["", *(ADDRESSES.get(page, page) for page in PAGES[1:])]
_VISITORS = 5
_TELLING = ("--client.showErrorDetails", "full")
_LINKS = ("data=real", "from=2021&to=2023", "kind=department&basis=members", "lang=en")


async def _walk(address: str, places: Sequence[str]) -> list[Shown]:
    async with visiting(address) as visitor:
        links = ("", *_LINKS)
        return [await visitor.see(place, links[len(place) % len(links)]) for place in places]


async def _walks(address: str) -> list[list[Shown]]:
    shares = [_PLACES[first::_VISITORS] for first in range(_VISITORS)]
    return list(await asyncio.gather(*(_walk(address, share) for share in shares)))


def test_five_visitors_at_a_time_see_every_page_without_an_error(
    shipped: tuple[Path, BuildResult],
) -> None:
    with served(shipped[0], 0, *_TELLING) as address:
        walks = asyncio.run(_walks(address))
    seen = [shown for walk in walks for shown in walk]
    assert {shown.page: shown.errors for shown in seen} == dict.fromkeys(_PLACES, ())
    assert min(shown.elements for shown in seen) > 10


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("raise ValueError('so it is')", "ValueError: so it is"),
        ("import streamlit as st; st.error('so it is')", "so it is"),
    ],
)
def test_a_visitor_notices_an_error(tmp_path: Path, script: str, error: str) -> None:
    path = tmp_path / "broken.py"
    path.write_text(script)

    async def visit(address: str) -> Shown:
        async with visiting(address) as visitor:
            return await visitor.see()

    with started(path, 0, *_TELLING) as address:
        assert asyncio.run(visit(address)).errors == (error,)
