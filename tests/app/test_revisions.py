"""Revised and corrected reports: on the agency's profile, in each version, and in the log."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import DATA, BuildResult, build_warehouse
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]
CORRECTION = """
[[corrections]]
agency_id = "pingtan"
year = 2021
cell = "3/new_requests/total"
old = "71"
new = 72
reason = "电话核实"
who = "王"
when = "2026-11-24"
"""
TOTAL = "<td>4</td><td>70</td></tr>"
HEADING = "<h2>一、总体情况</h2>"

pytestmark = pytest.mark.usefixtures("_clean_caches")


def source() -> str:
    """A report of 2021 that prints 70 new requests and tells nothing in its first section."""
    page = (DATA / "reports" / "pingtan-2021.html").read_text(encoding="utf-8")
    assert TOTAL in page
    assert HEADING in page
    return page


def told(page: str, sentence: str) -> str:
    return page.replace(HEADING, f"{HEADING}<p>{sentence}</p>")


def filed(folder: Path, *versions: str, corrections: str = "") -> Path:
    """A build after each of these versions took the place of the one before."""
    report, builds = folder / "in" / "pingtan-2021.html", folder / "build"
    report.parent.mkdir()
    for version in versions:
        report.write_text(version, encoding="utf-8")
        if version == versions[-1] and corrections:
            (report.parent / "corrections.toml").write_text(corrections, encoding="utf-8")
        build_warehouse([report.parent], to=builds, with_demo=False)
    return builds


def tables(app: AppTest, *names: str) -> list[pd.DataFrame]:
    """The tables that have these columns."""
    frames = (table.value for table in app.dataframe)
    return [frame for frame in frames if set(names) <= set(frame.columns)]


def html(app: AppTest) -> str:
    return "\n".join(block.proto.body for block in app.get("html"))


def part(name: str, lang: str, n: int) -> str:
    return text(f"revision.part.{name}", lang, n=n)


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_revised_and_corrected_is_said_cell_by_cell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    revised = source().replace(TOTAL, TOTAL.replace("70", "71"), 1)
    builds = filed(tmp_path, source(), revised, corrections=CORRECTION)
    app = run_page(monkeypatch, builds, "agency", lang=lang)
    assert text("report.corrections", lang, n=1) in words(app)
    (changed,) = tables(app, "place", "before")
    assert changed[["before", "after"]].values.tolist() == [["70", "71"]]
    (corrected,) = tables(app, "reason")
    assert corrected[["old", "new", "who"]].values.tolist() == [["71", 72, "王"]]


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_reworded_is_marked_in_both_versions(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    versions = (told(source(), f"全年举办培训{n}次，群众满意。") for n in (3, 5))
    app = run_page(monkeypatch, filed(tmp_path, *versions), "agency", lang=lang)
    (step,) = [box.label for box in app.expander if "→" in box.label]
    assert part("changed_sections", lang, 1) in step
    assert part("changed_cells", lang, 0) not in step
    shown = html(app)
    assert "培训<del>3</del>次，群众满意。" in shown
    assert "培训<ins>5</ins>次，群众满意。" in shown
    assert not tables(app, "place", "before")


def test_another_file_with_the_same_content_is_said_to_be_that(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    builds = filed(tmp_path, source(), source().replace("<body>", "<body >"))
    app = run_page(monkeypatch, builds, "agency")
    (step,) = [box.label for box in app.expander if "→" in box.label]
    assert step.endswith(text("revision.fact.same", "zh"))
    log = run_page(monkeypatch, builds, "quality")
    (rows,) = tables(log, "changed_cells")
    assert rows["facts"].tolist() == [text("revision.fact.same", "zh")]
    facts = {"reports": 1, "revised": 1, "revisions": 1, "table_3": 0}
    assert text("revisions.headline", "zh", **facts) in words(log)


@pytest.mark.parametrize("lang", LANGS)
def test_a_superseded_version_is_shown_as_it_was_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    later = [source().replace(TOTAL, TOTAL.replace("70", str(n)), 1) for n in (71, 73)]
    builds = filed(tmp_path, source(), *later)
    chosen = {"report": "2021", "revision": "pingtan-2021-r2", "lang": lang}
    app = run_page(monkeypatch, builds, "agency", **chosen)
    unknown = text("date.unknown", lang)
    (known,) = {frame["published_on"].iloc[0] for frame in tables(app, "published_on", "path")}
    date = unknown if pd.isna(known) else f"{known:%Y-%m-%d}"
    assert text("revision.superseded", lang, revision=2, newest=3, date=date) in words(app)
    heading = text("report.heading", lang, year=2021)
    named = text("revision.superseded.heading", lang, heading=heading, revision=2)
    assert named in [element.value for element in app.subheader]
    assert ">71<" in html(app)
    assert ">73<" not in html(app)
    pairs = [frame[["before", "after"]].values.tolist() for frame in tables(app, "place", "before")]
    assert pairs == [[["71", "73"]], [["70", "71"]]]
    back = text("revision.superseded.open", lang)
    next(button for button in app.button if button.label == back).click().run()
    assert not app.exception
    assert "revision" not in app.query_params
    assert ">73<" in html(app)


def test_a_report_filed_once_has_no_choice_of_version(
    monkeypatch: pytest.MonkeyPatch, single: Path
) -> None:
    app = run_page(monkeypatch, single, "agency", revision="yandu-coop-2019-r2")
    assert text("choose.revision", "zh") not in [box.label for box in app.selectbox]
    assert text("revisions.none", "zh") in words(run_page(monkeypatch, single, "quality"))


@pytest.mark.parametrize("lang", LANGS)
def test_the_log_tells_every_revision_of_the_demo(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    """data/demo/revisions.csv: five earlier versions of four reports, two with other figures."""
    app = run_page(monkeypatch, shipped[0], "quality", data="demo", lang=lang)
    facts = {"reports": 298, "revised": 4, "revisions": 5, "table_3": 2}
    assert text("revisions.headline", lang, **facts) in words(app)
    (rows,) = tables(app, "changed_cells")
    counts = ["year", "revision", "changed_cells", "changed_sections", "settled", "new_findings"]
    assert rows[counts].values.tolist() == [
        [2025, 2, 0, 2, 1, 0],
        [2024, 2, 4, 1, 0, 0],
        [2023, 3, 0, 1, 1, 0],
        [2023, 2, 0, 0, 0, 0],
        [2023, 2, 1, 1, 2, 0],
    ]
    assert rows["facts"].tolist()[3] == text("revision.fact.date", lang)
