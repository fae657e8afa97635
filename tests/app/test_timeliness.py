"""The page of publication on time in all its states, in both languages."""

import json
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.pipeline import DATA, BuildResult, build_warehouse
from annual_reports.ui.tables import are_links
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]
PAGE = "timeliness"

pytestmark = pytest.mark.usefixtures("_clean_caches")


def table(app: AppTest, column: str) -> pd.DataFrame:
    """The first table with that column."""
    found = (frame.value for frame in app.dataframe)
    return next(frame for frame in found if column in frame.columns)


@pytest.mark.parametrize("lang", LANGS)
def test_the_head_says_what_became_of_the_years_reports(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    """2024 in the demo: 43 due, five planted late (4, 4, 10, 10, 17 days), one looked for."""
    said = words(run_page(monkeypatch, shipped[0], PAGE, data="demo", year="2024", lang=lang))
    parts = [
        text("timeliness.part.in_time", lang, n="37", last="8"),
        text("timeliness.part.late", lang, n="5"),
        text("timeliness.part.unpublished", lang, n="1"),
    ]
    joined = text("list.semicolon", lang).join(parts)
    assert text("timeliness.due", lang, due="43", parts=joined) in said
    facts = {"n": "41", "before": "1", "now": "4", "again": "0"}
    assert text("timeliness.compared", lang, **facts) in said
    assert text("format.days.late", lang, n="17") in said
    assert text("timeliness.all-dated", lang) in said


def test_the_lists_name_the_late_and_say_why_a_report_is_not_held(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], PAGE, data="demo")
    late = table(app, "days_late")
    assert len(late) == 17  # data/demo/flaws.csv plants that many
    assert late[["year", "days_late"]].head(2).values.tolist() == [[2024, 17], [2024, 10]]
    missing = table(app, "stated_on")
    states = missing["state"].value_counts().to_dict()
    assert states == {
        text("submission.unpublished", "zh"): 2,
        text("submission.unusable", "zh"): 2,
        text("submission.missing", "zh"): 4,
    }
    unusable = missing[missing["state"] == text("submission.unusable", "zh")]
    assert unusable["message"].str.contains("完全相同").all()


def test_the_year_of_the_address_is_shown_and_a_wrong_one_falls_back(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], PAGE, data="demo", year="2020")
    assert app.selectbox(key="widget_year").value == 2020
    assert app.query_params["year"] in ("2020", ["2020"])
    app = run_page(monkeypatch, shipped[0], PAGE, data="demo", year="1999")
    assert app.selectbox(key="widget_year").value == 2025


@pytest.mark.parametrize("lang", LANGS)
def test_an_agency_of_which_nothing_is_held_is_not_an_empty_selection(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    chosen = {"data": "real", "agency": "yandu-coop", "from": "2025", "lang": lang}
    app = run_page(monkeypatch, shipped[0], PAGE, **chosen)
    said = words(app)
    assert text("empty.selection", lang) not in said
    assert text("timeliness.part.missing", lang, n="1") in said
    assert text("timeliness.no-dates", lang) in said
    assert table(app, "stated_on")["state"].tolist() == [text("submission.missing", lang)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_report_without_a_date_is_named_and_not_in_time(
    monkeypatch: pytest.MonkeyPatch, single: Path, lang: str
) -> None:
    app = run_page(monkeypatch, single, PAGE, lang=lang)
    said = words(app)
    assert text("timeliness.part.undated", lang, n="1") in said
    assert text("timeliness.no-dates", lang) in said
    assert text("timeliness.all-held", lang) in said
    undated = [frame.value for frame in app.dataframe if list(frame.value.columns)[1:2] == ["kind"]]
    assert undated[0]["state"].tolist() == [text("submission.undated", lang)]


def test_a_scan_that_the_manifest_places_counts_as_at_hand_and_stands_on_the_quality_page(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    report = DATA / "reports" / "yandu-coop-2019.html"
    (tmp_path / "in" / report.name).write_bytes(report.read_bytes())
    (tmp_path / "in" / "scan.html").write_text("<img src='a.png'><p>图</p>", encoding="utf-8")
    manifest = "file,agency_id,year\nscan.html,yandu-coop,2020\nyandu-coop-2019.html,yandu-coop,\n"
    (tmp_path / "in" / "manifest.csv").write_text(manifest, encoding="utf-8")
    build_warehouse([tmp_path / "in"], to=tmp_path / "build", with_demo=False)
    app = run_page(monkeypatch, tmp_path / "build", "quality")
    (turned_away,) = table(app, "path").to_dict("records")
    assert turned_away["path"] == "scan.html"
    assert "1张图片" in turned_away["message"]
    app = run_page(monkeypatch, tmp_path / "build", PAGE)
    assert text("timeliness.all-held", "zh") in words(app)  # no year after 2019 has a report


def test_the_quality_page_leads_here_and_repeats_nothing(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "quality", data="demo")
    links = [link.proto.label for link in app.get("page_link")]
    assert links == [text("quality.submissions", "zh")]
    assert not [frame for frame in app.dataframe if "days_late" in frame.value.columns]


def test_addresses_are_links_where_all_of_them_lead_to_a_page(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], PAGE, data="real")
    configs = [
        json.loads(frame.proto.columns)["source_url"]["type_config"]
        for frame in app.dataframe
        if "source_url" in frame.value.columns
    ]
    assert {config["type"] for config in configs} == {"link"}
    assert are_links(["https://a.gov.cn/x", None, "", "http://b"])
    assert not are_links(["https://a.gov.cn", "javascript:alert(1)"])
    assert not are_links(["www.a.gov.cn"])
