"""Long lists: a page at a time in the address and on the screen, the whole of it in the file."""

import csv
from io import StringIO
from pathlib import Path
from shutil import copytree
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from annual_reports.ui import paging, tables
from tests.app.test_pages import run_page, words
from tests.app.test_timeliness import table

Shipped = tuple[Path, BuildResult]
ROWS = 7

pytestmark = pytest.mark.usefixtures("_clean_caches")


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "ROWS", ROWS)


def findings(app: AppTest) -> pd.DataFrame:
    return table(app, "verdict").reset_index(drop=True)


@pytest.mark.parametrize("lang", LANGS)
def test_pages_follow_one_another_and_the_address_says_which(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    monkeypatch.setattr(paging, "ROWS", 1000)
    whole = findings(run_page(monkeypatch, shipped[0], "quality", data="demo", lang=lang))
    monkeypatch.setattr(paging, "ROWS", ROWS)
    app = run_page(monkeypatch, shipped[0], "quality", data="demo", lang=lang)
    facts = {"first": "1", "last": str(ROWS), "total": str(len(whole))}
    assert text("list.page", lang, **facts) in words(app)
    pd.testing.assert_frame_equal(findings(app), whole.head(ROWS))
    app.get("pagination")[0].set_value(2).run()
    assert app.query_params["findings_page"] in ("2", ["2"])
    second = whole.iloc[ROWS : 2 * ROWS].reset_index(drop=True)
    pd.testing.assert_frame_equal(findings(app), second)
    linked = run_page(monkeypatch, shipped[0], "quality", data="demo", lang=lang, findings_page="2")
    pd.testing.assert_frame_equal(findings(linked), second)


@pytest.mark.parametrize("said", ["0", "999", "-1", "9999999999999999999", "x", "²"])
def test_a_page_that_is_none_is_the_first(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, said: str
) -> None:
    first = findings(run_page(monkeypatch, shipped[0], "quality", data="demo"))
    app = run_page(monkeypatch, shipped[0], "quality", data="demo", findings_page=said)
    pd.testing.assert_frame_equal(findings(app), first)


def test_another_filter_begins_at_the_first_page(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "quality", data="demo", findings_page="3")
    app.selectbox(key="widget_severity").set_value("W").run()
    assert "findings_page" not in app.query_params
    shown = findings(app)
    assert set(shown["severity"]) == {text("severity.W", "zh")}
    first = run_page(monkeypatch, shipped[0], "quality", data="demo", severity="W")
    pd.testing.assert_frame_equal(shown, findings(first))


def test_what_is_chosen_on_one_page_is_not_chosen_on_the_next(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, tmp_path: Path
) -> None:
    builds = copytree(shipped[0], tmp_path / "builds")
    app = run_page(monkeypatch, builds, "quality", data="demo")
    chosen = {"selection": {"rows": [0, 1], "columns": [], "cells": []}}
    app.session_state["choice_findings_0"] = chosen
    app.run()
    assert text("settle.chosen", "zh", n=2) in words(app)
    app.get("pagination")[0].set_value(2).run()
    assert text("settle.choose", "zh") in words(app)


def test_a_file_holds_the_rows_of_all_pages_and_is_made_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    files: dict[str, Any] = {}
    draw = tables.st.download_button

    def keep(label: str, make: Any, **more: Any) -> Any:
        files[str(more.get("key"))] = make
        return draw(label, make, **more)

    monkeypatch.setattr(tables.st, "download_button", keep)
    app = run_page(monkeypatch, shipped[0], "quality", data="demo", lang="en")
    total = int(words(app).split("Rows 1–7 of ")[1].split(";")[0])
    assert total > ROWS
    rows = list(csv.DictReader(StringIO(files["save_findings_0_CSV"]().decode("utf-8-sig"))))
    assert len(rows) == total
    assert rows[0]["Severity"] == text("severity.E", "en")


def test_a_list_of_one_page_has_no_pages(monkeypatch: pytest.MonkeyPatch, single: Path) -> None:
    monkeypatch.setattr(paging, "ROWS", 1000)
    app = run_page(monkeypatch, single, "quality")
    assert not app.get("pagination")


def test_a_letter_can_be_asked_for_that_the_list_leaves_out(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    monkeypatch.setattr("annual_reports.ui.letter_view._MOST", 1)
    app = run_page(monkeypatch, shipped[0], "quality", data="real", letter="hongze|2023")
    chosen = app.selectbox(key="widget_letter")
    assert chosen.value == "hongze|2023"
    assert len(chosen.options) == 2
    left_out = int(next(w for w in words(app).split("\n") if "份年报未列出" in w).split()[1])
    assert left_out > 0


def test_the_reports_behind_a_number_come_in_pages_and_the_number_stays_whole(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    chosen = {"data": "demo", "number": "disclosure_rate@2024", "basis": "members"}
    app = run_page(monkeypatch, shipped[0], "evidence", **chosen)
    first, said = table(app, "share"), words(app)
    assert len(first) == ROWS
    linked = run_page(monkeypatch, shipped[0], "evidence", **chosen, parts_page="2")
    assert set(table(linked, "share")["agency_id"]).isdisjoint(first["agency_id"])
    assert words(linked).splitlines()[:3] == said.splitlines()[:3]
