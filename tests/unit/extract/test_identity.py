from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from annual_reports.extract.document import Document, Paragraph
from annual_reports.extract.identity import find_agency
from annual_reports.extract.identity import identify as identify_but_agency
from annual_reports.facts import Identity, Problem
from annual_reports.registry import Agency, ManifestEntry, Registry

BUREAU = Agency(
    "bureau",
    "海州市文化和旅游局",
    "Bureau",
    "江海省/海州市",
    "city",
    "department",
    consolidated_into="city",
    former_names=("海州市文化局",),
    aliases=("海州市文旅局",),
)
CITY = Agency("city", "海州市人民政府", "City", "江海省/海州市", "city", "government")
OTHER = Agency("other", "南山县教育局", "Other", "江海省/南山县", "county", "department")
REGISTRY = Registry((BUREAU, CITY, OTHER))
TITLE = "海州市文化和旅游局2023年度政府信息公开工作年度报告"


def document(*lines: str, name: str = "report.html", **meta: str) -> Document:
    pairs = tuple((key.replace("_", ":"), text) for key, text in meta.items())
    return Document(Path(name), "html", pairs, tuple(map(Paragraph, lines)), ())


def identify(
    document: Document, registry: Registry, forms: tuple[str, ...]
) -> tuple[Identity, tuple[Problem, ...]]:
    """The whole identity, in the two steps in which a build finds it."""
    entry = registry.entry_for(document.path)
    identity, problems = identify_but_agency(document, entry, forms)
    found = find_agency(identity.evidence, entry, registry)
    evidence = (*found.evidence, *identity.evidence)
    whole = replace(identity, agency_id=found.agency_id, agency_name=found.name, evidence=evidence)
    return whole, (*found.problems, *problems)


def identified(
    *lines: str, registry: Registry = REGISTRY, form: str = "2021", **facts: str
) -> tuple[Identity, list[str]]:
    identity, problems = identify(document(*lines, **facts), registry, (form,))
    return identity, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("海州市文化和旅游局2023年度政府信息公开工作年度报告", "海州市文化和旅游局", 2023),
        ("海州市文化和旅游局2023年政府信息公开工作年度报告", "海州市文化和旅游局", 2023),
        ("2023年海州市文化和旅游局政府信息公开年度报告", "海州市文化和旅游局", 2023),
        ("海州市文化和旅游局关于2023年度政府信息公开工作情况的报告", "海州市文化和旅游局", 2023),
        ("关于海州市文化和旅游局2023年政府信息公开工作年度报告", "海州市文化和旅游局", 2023),
        ("海州市文化和旅游局政府信息公开工作年度报告（2023年度）", "海州市文化和旅游局", 2023),
        ("海州市文化和旅游局政府信息公开工作2023年度报告", "海州市文化和旅游局", 2023),
        ("海州市文化和旅游局二〇二三年政府信息公开年报", "海州市文化和旅游局", 2023),
        ("海州市 文化和旅游局 ２０２３ 年度政府信息公开工作年度报告", "海州市文化和旅游局", 2023),
        ("《海州市文化和旅游局2023年政府信息公开工作年度报告》", "海州市文化和旅游局", 2023),
        ("海州市文化局2023年度政府信息公开工作年度报告", "海州市文化和旅游局", 2023),
        ("海州市文旅局2023年度政府信息公开工作年度报告", "海州市文化和旅游局", 2023),
        ("北山乡人民政府2023年政府信息公开工作年度报告", "北山乡人民政府", 2023),
    ],
)
@pytest.mark.parametrize("place", ["ArticleTitle", "title", "headline", "file"])
def test_titles_name_agency_and_year(title: str, agency: str, year: int, place: str) -> None:
    if place == "headline":
        identity, problems = identified("首页", title)
    elif place == "file":
        identity, problems = identified(name=f"{title}.html")
    else:
        identity, problems = identified(**{place: title})
    assert (identity.agency_name, identity.year) == (agency, year)
    assert identity.agency_id == ("bureau" if agency == BUREAU.name else None)
    assert problems == []


def test_a_headline_may_run_over_two_lines() -> None:
    identity, _ = identified("海州市文化和旅游局2023年", "政府信息公开工作年度报告", "正文")
    assert (identity.agency_id, identity.year) == ("bureau", 2023)


@pytest.mark.parametrize(
    "title", ["我局2023年政府信息公开工作年度报告", "2023年政府信息公开工作年度报告"]
)
def test_a_title_that_names_nobody_leaves_the_agency_unknown(title: str) -> None:
    identity, problems = identified(title)
    assert (identity.agency_name, identity.year) == (None, 2023)
    assert problems == ["agency-unknown"]


def test_a_site_name_behind_the_page_title_is_left_off() -> None:
    identity, problems = identified(title=f"{TITLE}_政府信息公开年报_海州市人民政府")
    assert identity.agency_id == "bureau"
    assert problems == []


def test_the_manifest_wins_and_contradictions_are_said() -> None:
    entry = ManifestEntry("report.html", "other", 2022, date(2023, 1, 9), "https://x.cn/a")
    registry = Registry(REGISTRY.agencies, (entry,))
    identity, problems = identified(
        registry=registry, ArticleTitle=TITLE, PubDate="2024-01-20 15:22", Url="https://y.cn/b"
    )
    assert (identity.agency_id, identity.year) == ("other", 2022)
    assert identity.published_on == date(2023, 1, 9)
    assert identity.source_url == "https://x.cn/a"
    assert problems == ["identity-contradiction"] * 3


def test_a_manifest_that_agrees_is_no_problem() -> None:
    registry = Registry(REGISTRY.agencies, (ManifestEntry("report.html", "bureau", 2023),))
    identity, problems = identified(registry=registry, ArticleTitle=TITLE, PubDate="2024-01-20")
    assert identity.published_on == date(2024, 1, 20)
    assert problems == []
    assert {item.source for item in identity.evidence} >= {"manifest", "meta:ArticleTitle"}


@pytest.mark.parametrize(
    "period",
    [
        "本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。",
        "统计期限为 2022 年 1 月 1 日至 12 月 31 日",
        "（统计期限：２０２２年１月１日—２０２２年１２月３１日）",
    ],
)
def test_a_period_of_another_year_contradicts_the_title(period: str) -> None:
    identity, problems = identify(document(TITLE, period), REGISTRY, ("2021",))
    assert identity.year == 2023
    (problem,) = problems
    assert problem.code == "identity-contradiction"
    assert problem.found.startswith("2022 (period")
    assert problem.expected.startswith("2023 (headline")


def test_the_period_gives_the_year_where_no_title_does() -> None:
    identity, _ = identified("统计期限自2022年1月1日起至2022年12月31日止。")
    assert identity.year == 2022


def test_a_period_of_other_days_says_nothing() -> None:
    identity, problems = identified(TITLE, "2022年3月1日至2022年12月30日开展了培训。")
    assert identity.year == 2023
    assert problems == []


def test_the_file_name_gives_the_year_where_nothing_else_does() -> None:
    identity, problems = identified(name="bureau-2022.txt")
    assert identity.year == 2022
    assert problems == ["agency-unknown"]


@pytest.mark.parametrize(("published", "count"), [("2024-01-20", 0), ("2025-01-20", 1)])
def test_a_file_named_after_the_year_of_publication_is_no_contradiction(
    published: str, count: int
) -> None:
    _, problems = identified(TITLE, name="report-2024.html", PubDate=published)
    assert problems == ["identity-contradiction"] * count


def test_a_date_in_the_file_name_is_no_report_year() -> None:
    _, problems = identified(TITLE, name="t20240120_80576.htm")
    assert problems == []


def test_no_year_at_all_is_said() -> None:
    identity, problems = identified("海州市文化和旅游局政府信息公开工作年度报告")
    assert (identity.agency_id, identity.year) == ("bureau", None)
    assert problems == ["year-unknown"]


@pytest.mark.parametrize(
    "source", ["海州市文旅局", "海州市文化和旅游局办公室", "海州市人民政府", "办公室"]
)
@pytest.mark.parametrize("place", ["ContentSource", "Author", "SiteName", "line"])
def test_another_publisher_is_no_contradiction(source: str, place: str) -> None:
    if place == "line":
        identity, problems = identified(TITLE, f"来源：{source} 时间：2024-01-20 08:58")
    else:
        identity, problems = identified(TITLE, **{place: source})
    assert identity.agency_id == "bureau"
    assert problems == []


def test_a_publisher_that_is_quite_another_agency_is_said() -> None:
    identity, problems = identified(TITLE, ContentSource="南山县教育局")
    assert identity.agency_id == "bureau"
    assert problems == ["identity-contradiction"]


def test_titles_of_different_agencies_are_said() -> None:
    other = "南山县教育局2023年度政府信息公开工作年度报告"
    identity, problems = identified(other, ArticleTitle=TITLE)
    assert identity.agency_id == "bureau"
    assert problems == ["identity-contradiction"]


def test_the_publisher_is_taken_with_a_word_where_no_title_names_the_agency() -> None:
    identity, problems = identified("2023年政府信息公开工作年度报告", ContentSource="海州市文旅局")
    assert identity.agency_id == "bureau"
    assert problems == ["agency-uncertain"]


@pytest.mark.parametrize(
    ("lines", "meta"),
    [
        ((), {"PubDate": "2024-01-20 15:22"}),
        ((), {"publishdate": "2024年1月20日"}),
        (("发布时间：2024-01-20",), {}),
        (("来源：某地 时间： 2024/1/20 08:00 浏览：3",), {}),
        (("发布日期：2024年01月20日",), {}),
    ],
)
def test_the_day_of_publication_is_found(lines: tuple[str, ...], meta: dict[str, str]) -> None:
    identity, problems = identified(TITLE, *lines, **meta)
    assert identity.published_on == date(2024, 1, 20)
    assert problems == []


@pytest.mark.parametrize("text", ["", "2024-13-40", "昨天", "0000-00-00"])
def test_what_is_no_day_is_no_day_of_publication(text: str) -> None:
    assert identified(TITLE, PubDate=text)[0].published_on is None


@pytest.mark.parametrize("name", ["Url", "og_url", "canonical"])
def test_the_address_is_found(name: str) -> None:
    assert identified(TITLE, **{name: "https://x.cn/a"})[0].source_url == "https://x.cn/a"


def test_the_tables_decide_the_form_and_the_difference_is_said() -> None:
    identity, problems = identify(document(TITLE), REGISTRY, ("2019",))
    assert identity.form == "2019"
    (problem,) = problems
    assert (problem.code, problem.found) == ("form-differs-from-year", "2019年格式")
    assert problem.expected.startswith("2021")


@pytest.mark.parametrize("forms", [(), ("2019", "2021")])
def test_the_year_decides_where_the_tables_do_not(forms: tuple[str, ...]) -> None:
    title = TITLE.replace("2023", "2020")
    identity, problems = identify(document(title), REGISTRY, forms)
    assert identity.form == "2019"
    assert problems == ()


def test_nothing_decides_the_form_and_that_is_said() -> None:
    identity, problems = identify(document(TITLE.replace("2023年度", "")), REGISTRY, ())
    assert identity.form == "2021"
    assert [problem.code for problem in problems] == ["year-unknown", "form-uncertain"]
