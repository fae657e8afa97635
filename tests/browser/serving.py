"""The dashboard on a free port of this machine, seen through a browser that goes nowhere else."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlparse
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, ViewportSize, sync_playwright

from annual_reports.pipeline import PROJECT

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine"
    ),
]
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


# The browser fetches what draws the rules of ui/style.py when it first meets them.
_IS_STYLED = """() => [...document.querySelectorAll("style")]
    .some(style => style.textContent.includes(".stMultiSelect"))"""


@contextmanager
def served(builds: Path, port: int = 0, *more: str, **settings: str) -> Iterator[str]:
    """The address of the dashboard over these builds; ``more`` options, ``settings`` by name."""
    settings = {"ANNUAL_REPORTS_BUILDS": str(builds), **settings}
    with started(PROJECT / "dashboard.py", port, *more, **settings) as address:
        yield address


@contextmanager
def started(script: Path, port: int = 0, *more: str, **settings: str) -> Iterator[str]:
    """The address of a script that Streamlit serves with the dashboard's own options."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    environment = {**os.environ, **settings}
    server = subprocess.Popen([*command, *options, *more], cwd=PROJECT, env=environment)  # noqa: S603
    try:
        _wait_until_up(f"http://127.0.0.1:{port}/_stcore/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _wait_until_up(url: str) -> None:
    for _ in range(120):
        try:
            with urlopen(url, timeout=1):  # noqa: S310
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail("the dashboard did not start within a minute")


@contextmanager
def browsed(address: str, theme: Literal["light", "dark"] = "light") -> Iterator[Page]:
    """A page at that address; it is an error when a request leaves the server's address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        size: ViewportSize = {"width": 1440, "height": 1200}
        view = browser.new_page(viewport=size, locale="zh-CN", color_scheme=theme)
        left: list[str] = []
        view.on("request", lambda request: _note_if_outside(request.url, address, left))
        view.goto(address)
        settle(view)
        yield view
        assert left == []
        browser.close()


def _note_if_outside(url: str, address: str, left: list[str]) -> None:
    if urlparse(url).scheme in {"http", "https", "ws"} and urlparse(url).netloc not in address:
        left.append(url)


def settle(page: Page) -> None:
    """Wait until the page is drawn; it is an error when it shows an exception."""
    page.wait_for_selector(
        '[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000
    )
    page.wait_for_function(_IS_STYLED)
    assert page.locator('[data-testid="stException"]').count() == 0
