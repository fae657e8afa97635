"""What a name tells of an agency where the registry is silent, and never where it is not."""

from typing import Any

import pytest

from annual_reports.name_rules import FIELDS, name_rules
from annual_reports.pipeline import DATA
from annual_reports.registry import AGENCIES, read_agencies
from annual_reports.warehouse.read import Warehouse
from tests.support import ALL_AGENCIES, ALL_ROWS, SELECTION, agency, report, warehouse

NAMES = {
    "宿迁市公安局": ("department", "city", "公安"),
    "江苏省自然资源厅": ("department", "province", "自然资源"),
    "江苏省市场监督管理局": ("department", "province", "市场监管"),
    "淮安市洪泽区教育局": ("department", "county", "教育"),
    "上海市人民政府办公厅": ("department", "province", "政府办公室"),
    "上海市浦东新区人民政府": ("government", "county", ""),
    "广西壮族自治区公安厅": ("department", "province", "公安"),
    "内蒙古自治区呼和浩特市卫生健康委员会": ("department", "city", "卫生健康"),
    "恩施土家族苗族自治州水利局": ("department", "city", "水利"),
    "宿迁市人民政府国有资产监督管理委员会": ("department", "city", "国资"),
    "盐城市盐都区供销合作社": ("other", "county", "供销合作"),
    "洪泽区人民政府": ("government", "county", ""),
    "陕西省": ("government", "province", ""),
    "平潭综合实验区": ("zone", "unknown", ""),
    "青石镇人民政府": ("township", "township", ""),
    "望湖街道办事处": ("township", "township", ""),
    "合肥市政务服务中心": ("other", "city", "行政审批"),
    "某某单位": ("other", "unknown", ""),
}


def known(held: Warehouse, agency_id: str) -> dict[str, Any]:
    rows = held.ask("agency_registry", **SELECTION, **ALL_AGENCIES).set_index("agency_id")
    found: dict[str, Any] = rows.loc[agency_id].to_dict()
    return found


@pytest.fixture(scope="module")
def strangers() -> Warehouse:
    return warehouse([], [report(name, 2023) for name in NAMES])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_tells_kind_level_and_sector(strangers: Warehouse, name: str) -> None:
    found = known(strangers, name)
    assert (found["kind"], found["level"], found["sector"]) == NAMES[name]
    by_default = {"level": "unknown", "sector": ""}
    told = [field for field in FIELDS if found[field] != by_default.get(field)]
    guessed = list(found["guessed"])
    assert guessed == (told if name != "某某单位" else [])


def test_what_the_registry_says_stands_and_only_the_rest_is_guessed() -> None:
    said = agency("a", name="甲市公安局", kind="other", level="county", sector="")
    whole = agency("b", name="乙市公安局", kind="zone", level="county", sector="教育")
    held = warehouse([said, whole], [report("a", 2023), report("b", 2023)])
    found = known(held, "a")
    assert (found["kind"], found["level"], found["sector"]) == ("other", "county", "公安")
    assert list(found["guessed"]) == ["sector"]
    found = known(held, "b")
    assert (found["kind"], found["level"], found["sector"]) == ("zone", "county", "教育")
    assert list(found["guessed"]) == []


def test_names_agree_with_the_registries_that_were_written_by_hand() -> None:
    """Sectors of all, kinds of all; levels but those that a name does not tell."""
    hand = [*read_agencies(DATA / AGENCIES), *read_agencies(DATA / "demo" / AGENCIES)]
    held = warehouse([], [report(one.name, 2023) for one in hand])
    for one in hand:
        found = known(held, one.name)
        assert found["kind"] == one.kind, one.name
        assert found["sector"].replace("政府办公室", "政府办公") == (
            one.sector.replace("政府办公室", "政府办公").replace("政府办公厅", "政府办公")
        ), one.name
        if one.kind != "zone":
            assert found["level"] == one.level, one.name


def test_every_rule_of_a_field_has_a_value_of_the_registry() -> None:
    allowed = {
        "kind": {"government", "department", "township", "zone", "other"},
        "level": {"province", "city", "county", "township"},
    }
    for rule in name_rules():
        assert rule.value in allowed.get(rule.field, {rule.value})


def test_changes_of_name_and_mergers_are_told_by_the_year_they_begin() -> None:
    known_agencies = [
        agency("a", former_names=("甲办", "旧名"), named_until=(("甲办", 2020),)),
        agency("b", name="乙局", active_until=2022, merged_into="a"),
    ]
    held = warehouse(known_agencies, [report("a", 2023)])
    events = held.ask("agency_events", agency_id="a")
    assert events.values.tolist() == [[2021, "renamed", "甲办"], [2023, "absorbed", "乙局"]]
    assert held.ask("agency_events", agency_id="b").empty


@pytest.mark.parametrize(
    ("find", "expected"),
    [
        ([], ["a", "b", "c"]),
        (["公安"], ["a"]),
        (["旧名"], ["b"]),
        (["Bureau".lower()], ["c"]),
        (["市级", "部门"], ["a", "c"]),
        (["部门", "教育"], []),
        (["50%"], []),
    ],
)
def test_agencies_are_found_by_any_name_and_by_words_for_their_codes(
    find: list[str], expected: list[str]
) -> None:
    agencies = [
        agency("a", name="甲市公安局", name_en="Police", sector="公安"),
        agency("b", name="乙镇", name_en="Town", kind="township", former_names=("旧名",)),
        agency("c", name="丙局", name_en="Other Bureau"),
    ]
    held = warehouse(agencies, [report("a", 2023)])
    coded = {"kind.department": "部门", "kind.township": "镇街", "level.city": "市级"}
    asked = {"find": find, "codes": list(coded), "words": list(coded.values())}
    rows = held.ask("agency_registry", **{**SELECTION, **ALL_ROWS, **asked})
    assert sorted(rows["agency_id"]) == expected
    page = held.ask("agency_registry", **{**SELECTION, **asked, "first": 1, "rows": 1})
    assert page["agency_id"].tolist() == rows["agency_id"].tolist()[1:2]
