"""The page of definitions: every entry can be opened, searched and followed."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.catalogue import break_years, queries_in
from annual_reports.i18n import LANGS, catalogue, text
from annual_reports.pipeline import PROJECT, BuildResult, build_warehouse
from tests.app.test_pages import run_page, words

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def headings(app: AppTest) -> list[str]:
    return [element.value for element in app.subheader]


@pytest.mark.parametrize("lang", LANGS)
def test_a_link_opens_the_entry_of_its_measure(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    chosen = {"metric": "disclosure_rate", "lang": lang}
    app = run_page(monkeypatch, shipped[0], "definitions", **chosen)
    (metric,) = (m for m in queries_in("metrics") if m.query_id == "disclosure_rate")
    assert headings(app)[0] == metric.title(lang)
    said = words(app)
    assert metric.header[f"numerator_{lang}"] in said
    assert metric.header[f"denominator_{lang}"] in said
    assert metric.header[f"caveat_{lang}"] in said
    assert text("break.2019", lang) in said
    assert "47.4\u2009%" in said
    assert metric.sql in [block.value for block in app.code]


ONE_OF_A_UNIT = {metric.header["unit"]: metric for metric in queries_in("metrics")}


@pytest.mark.parametrize("unit", ONE_OF_A_UNIT)
def test_a_measure_of_any_unit_has_its_entry(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, unit: str
) -> None:
    metric = ONE_OF_A_UNIT[unit]
    app = run_page(monkeypatch, shipped[0], "definitions", data="real", metric=metric.query_id)
    assert headings(app)[0] == metric.title("zh")
    (table,) = (frame.value for frame in app.dataframe)
    assert len(table) == len(queries_in("metrics"))


def test_every_break_has_a_reason() -> None:
    years = {year for metric in queries_in("metrics") for year in break_years(metric)}
    assert {f"break.{year}" for year in years} <= set(catalogue())


def test_few_cases_carry_their_interval(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "definitions", metric="direct_litigation_share")
    assert "不足 30 件，95 % 区间" in words(app)


def test_both_ways_of_adding_up_stand_side_by_side(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "definitions", metric="disclosure_rate")
    assert "采用汇总年报 2025年度 47.4\u2009%（1,100/2,319）；各机关相加 2025年度 " in words(app)
    assert "合计采用汇总年报 7 份、机关年报 0 份" in words(app)


@pytest.mark.parametrize("lang", LANGS)
def test_the_registry_says_who_stands_beside_whom(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    chosen = {"dictionary": "agencies", "lang": lang}
    app = run_page(monkeypatch, shipped[0], "definitions", **chosen)
    (table,) = (frame.value for frame in app.dataframe)
    assert len(table) == 44
    facts = {"kind": text("kind.township", lang), "level": text("level.township", lang)}
    towns = text("registry.peers.kind-level", lang, peers=9, **facts)
    assert (table["peer_words"] == towns).sum() == 10
    whole = text("registry.peers.none.consolidated", lang)
    assert (table["peer_words"] == whole).sum() == 1


def test_the_profile_names_the_peers_the_tier_and_the_change_of_name(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "agency", profile="demo-government-services")
    said = words(app)
    assert "同类机关：其他市级部门 30 家（“行政审批”的不足五家）" in said
    assert "2024年起更名（此前称示例市行政审批服务局）" in said
    app = run_page(monkeypatch, shipped[0], "agency", profile="demo-agriculture")
    assert "2025年度新收 29 件，申请量为10–29 件一档" in words(app)


def test_what_is_guessed_from_a_name_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = (PROJECT / "data" / "reports" / "yandu-coop-2019.html").read_text(encoding="utf-8")
    strange = tmp_path / "strange.html"
    strange.write_text(source.replace("盐城市盐都区供销合作社", "丙市丁区教育局"), encoding="utf-8")
    build_warehouse([strange], to=tmp_path / "build", with_demo=False)
    said = words(run_page(monkeypatch, tmp_path / "build", "agency"))
    assert "县区级（按名称推定） · 部门（按名称推定） · 教育（按名称推定）" in said


def test_search_narrows_and_says_when_nothing_is_found(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "definitions", find="自然人 公开率")
    (table,) = (frame.value for frame in app.dataframe)
    assert table["metric_id"].tolist() == ["disclosure_rate_natural_person"]
    app.text_input(key="widget_find").set_value("没有这样的词").run()
    assert text("definitions.nothing", "zh") in words(app)
    assert "没有这样的词" in app.query_params["find"]


@pytest.mark.parametrize("lang", LANGS)
def test_a_rule_says_what_it_checks_and_how_far_it_got(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    chosen = {"dictionary": "rules", "rule": "t3-closed-sum", "data": "real", "lang": lang}
    app = run_page(monkeypatch, shipped[0], "definitions", **chosen)
    (check,) = (c for c in queries_in("checks") if c.query_id == "t3-closed-sum")
    assert headings(app)[0] == check.title(lang)
    assert check.header[f"checks_{lang}"] in words(app)
    (table,) = (frame.value for frame in app.dataframe)
    assert len(table) == len(queries_in("checks"))
    row = table[table["rule"] == "t3-closed-sum"].iloc[0]
    facts = {name: int(row[name]) for name in ("judged", "failed", "not_judged")}
    assert facts["failed"] == 1
    assert text("definitions.judged", lang, **facts) in words(app)


def test_every_cell_of_every_form_has_its_code(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(
        monkeypatch, shipped[0], "definitions", dictionary="cells", find="2021 3/disclosed/"
    )
    (table,) = (frame.value for frame in app.dataframe)
    assert table["cell"].str.startswith("3/disclosed/").all()
    assert len(table) == 7
    app.text_input(key="widget_find").set_value("").run()
    (table,) = (frame.value for frame in app.dataframe)
    is_newest = table["form"] == "2021年格式"
    assert is_newest.iloc[0]
    assert is_newest.sum() == 200 + 7  # and the row 其他处理 of 2019, which may stand for its three


def test_key_figures_and_charts_lead_to_the_definition_and_keep_the_selection(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "overview", data="real", region="江苏省")
    queries = [link.proto.query_string for link in app.get("page_link")]
    of_rate = [query for query in queries if "metric=disclosure_rate" in query]
    assert len(of_rate) >= 2
    assert all("region=" in query and "data=real" in query for query in of_rate)
