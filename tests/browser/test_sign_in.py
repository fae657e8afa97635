"""Signing in through a provider and through a proxy, on whole servers; part of test-all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from annual_reports.i18n import text
from tests.app.access import PEOPLE, SECRET, with_people
from tests.browser.provider import CLIENT, FALSE_KEY, OWN_KEY, Provider, provider, signing_proxy
from tests.browser.serving import CHROMIUM, MARKS, free_port, served, settle

LONG = pytest.mark.skipif(not os.environ.get("LONG_TESTS"), reason="part of make test-all")
pytestmark = [*MARKS, LONG]
BY_PROVIDER = 'sign_in = "oidc"\n[people."wang@gov"]\nrole = "viewer"\nname = "王芳"\n'


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.fixture
def signs_in() -> Iterator[Provider]:
    with provider() as server:
        yield server


@pytest.fixture
def address(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, single: Path, signs_in: Provider
) -> Iterator[str]:
    with_people(monkeypatch, tmp_path, BY_PROVIDER)
    port = free_port()
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(
        f"""
        [auth]
        redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
        cookie_secret = "{SECRET}"
        client_id = "{CLIENT}"
        client_secret = "{SECRET}"
        server_metadata_url = "{signs_in.address}/.well-known/openid-configuration"
        """,
        encoding="utf-8",
    )
    with served(single, port, f"--secrets.files={secrets}") as address:
        yield address


def said(page: Page) -> str:
    settle(page)
    return page.locator("body").inner_text()


def test_a_provider_signs_in_and_out_and_others_stay_outside(
    page: Page, address: str, signs_in: Provider
) -> None:
    page.goto(address)
    assert text("error.sign-in-needed.message", "zh") in said(page)
    for key, email, expected in (
        (FALSE_KEY, "wang@gov", text("error.sign-in-needed.message", "zh")),
        (OWN_KEY, "else@gov", text("error.sign-in-unknown.message", "zh", found="else@gov")),
        (OWN_KEY, "wang@gov", "王芳（查看者）"),
    ):
        signs_in.key, signs_in.email = key, email
        press(page, "sign_in")
        page.goto(address)
        page.get_by_text(expected).first.wait_for(timeout=30_000)
        if key is OWN_KEY:
            press(page, "sign_out")
            page.goto(address)
            assert text("error.sign-in-needed.message", "zh") in said(page)


def press(page: Page, key: str) -> None:
    """Press that button and wait until all pages it leads through have come and gone."""
    settle(page)
    page.locator(f".st-key-{key} button").click()
    page.wait_for_timeout(3000)
    page.wait_for_load_state("networkidle")


def test_a_proxy_s_name_is_believed_and_a_reader_s_own_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, single: Path, page: Page
) -> None:
    with_people(monkeypatch, tmp_path, PEOPLE)
    port = free_port()
    right = {"X-Remote-User": "editor", "X-Proxy-Secret": SECRET}
    with served(single, port) as direct, signing_proxy(port, right) as proxied:
        page.goto(direct)
        assert text("error.sign-in-needed.message", "zh") in said(page)
        page.goto(proxied)
        assert "王芳（编辑者）" in said(page)
        with signing_proxy(port, {**right, "X-Proxy-Secret": "x" * 24}) as forged:
            page.goto(forged)
            assert text("error.sign-in-needed.message", "zh") in said(page)
