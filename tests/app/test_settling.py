"""Settling findings on the page of data quality, undo, and the letter about a report."""

from io import BytesIO
from pathlib import Path
from shutil import copytree

import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from annual_reports.export.letter import letter_docx
from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import BuildResult
from annual_reports.ui.letter_view import Letter
from annual_reports.verdicts import FILE, Verdict, VerdictLog
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


@pytest.fixture
def builds(shipped: Shipped, tmp_path: Path) -> Path:
    """The shipped build with a log of verdicts of its own."""
    return copytree(shipped[0], tmp_path / "builds")


def choose(app: AppTest, *rows: int) -> AppTest:
    """What a click on these rows of the findings leaves in the session."""
    key = "choice_findings_0"  # nothing was settled in this session yet
    app.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": []}}
    return app.run()


@pytest.mark.parametrize("lang", LANGS)
def test_chosen_findings_are_settled_together_and_taken_back(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    app = run_page(monkeypatch, builds, "quality", data="real", lang=lang)
    log = VerdictLog(builds / FILE)
    assert text("settle.choose", lang) in words(app)
    app = choose(app, 0, 1)
    assert text("settle.chosen", lang, n=2) in words(app)
    app.radio(key="settle_verdict").set_value("false-alarm")
    _save(app, lang).click().run()
    assert text("settle.who.missing", lang) in words(app)
    assert log.version() == 0
    who = next(box for box in app.text_input if box.label == text("settle.who", lang))
    who.set_value("王")
    _save(app, lang).click().run()
    assert [row["verdict"] for row in log.latest().to_pylist()] == ["false-alarm"] * 2
    said = text("settle.done", lang, n=2, verdict=text("verdict.false-alarm", lang))
    assert said in words(app)
    app.button(key="settle_undo").click().run()
    assert [row["verdict"] for row in log.latest().to_pylist()] == ["open"] * 2
    assert not app.exception


def _save(app: AppTest, lang: str) -> AppTest:
    return next(button for button in app.button if button.label == text("settle.save", lang))


def test_findings_can_be_narrowed_by_verdict(monkeypatch: pytest.MonkeyPatch, builds: Path) -> None:
    app = run_page(monkeypatch, builds, "quality", data="real", verdict="confirmed")
    assert text("quality.no-findings", "zh") in words(app)
    app = run_page(monkeypatch, builds, "quality", data="real", verdict="open")
    assert text("settle.choose", "zh") in words(app)


@pytest.mark.parametrize("lang", LANGS)
def test_the_letter_names_every_point_and_says_where_it_is_fiction(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    app = run_page(monkeypatch, builds, "quality", data="real", letter="hongze|2023", lang=lang)
    letter = app.code[0].value
    assert "1. " in letter
    assert "2. " in letter
    assert text("letter.demo", lang) not in letter
    app = run_page(monkeypatch, builds, "quality", data="demo", lang=lang)
    assert text("letter.demo", lang) in app.code[0].value


def test_a_letter_is_a_word_file_with_the_same_words() -> None:
    letter = Letter(
        "题", "甲局：", "有以下问题：", ["表三：不符。", "表四：不符。"], ["请核实。"], ["注"]
    )
    lines = [line.text for line in Document(BytesIO(letter_docx(letter))).paragraphs]
    assert lines == letter.text.split("\n")
    assert lines[3:5] == ["1. 表三：不符。", "2. 表四：不符。"]


def test_every_verdict_has_its_words() -> None:
    for lang in LANGS:
        assert len({text(f"verdict.{verdict}", lang) for verdict in Verdict}) == len(Verdict)
