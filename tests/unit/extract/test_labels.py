import pytest
from hypothesis import given
from hypothesis import strategies as st

from annual_reports.extract.labels import label_key, nearest, unit_in
from annual_reports.form import all_forms

LONG = [
    ("属于三类内部事务信息", "internal"),
    ("属于四类过程性信息", "deliberative"),
    ("保护第三方合法权益", "third"),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（一）予以公开", "(一)予以公开"),
        ("（一）予以公开", "一、予以公开"),
        ("1.属于国家秘密", "1、属于国家秘密"),
        ("1.属于国家秘密", "１．属于 国家\n秘密"),
        ("1.属于国家秘密", "1属于国家秘密"),
        ("1.属于国家秘密", "属于国家秘密"),
        ("3.危及“三安全一稳定”", '3.危及"三安全一稳定"'),
        ("本年增/减", "本年增减"),
        ("第二十条第（一）项", "第二十条 第(一)项"),
        ("行政许可", "⾏政许可"),
        ("本年收费金额（单位：万元）", "本年收费金额(万元)"),
        ("现行有效件数", "现行有效件数 （历史累计）"),
        ("法律服务机构", "法\u200b律服务\u00a0机构"),
    ],
)
def test_spellings_of_a_label_have_one_key(one: str, other: str) -> None:
    assert label_key(one) == label_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("予以公开", "不予公开"),
        ("三类内部事务信息", "类内部事务信息"),
        ("三、本年度办理结果", "本年度办理"),
        ("第二十条第（一）项", "第二十条第（五）项"),
        ("其他", "其他处理"),
    ],
)
def test_different_labels_keep_different_keys(one: str, other: str) -> None:
    assert label_key(one) != label_key(other)


def test_no_two_rows_of_a_table_share_a_spelling() -> None:
    for form in all_forms():
        for table in form.tables:
            groups = {row.group for row in table.rows} if table.layout == "annex" else {None}
            for group in groups:  # an annex has the same label under several groups
                rows = [row for row in table.rows if group in (None, row.group)]
                keys = [{label_key(text) for text in row.spellings} for row in rows]
                assert sum(map(len, keys)) == len(set().union(*keys)), (form.code, table.code)


def test_a_part_of_a_total_has_the_key_of_its_label() -> None:
    assert label_key("其中：1、当面申请数") == label_key("1.当面申请数") == label_key("当面申请数")
    assert label_key("其中") == ""


def test_a_unit_in_the_label_is_found() -> None:
    assert unit_in("采购总金额（单位：万元）") == "万元"
    assert unit_in("采购总金额") == ""


def test_a_misprint_finds_the_one_label_near_it() -> None:
    assert nearest("属于三类内部事物信息", LONG) == "internal"


@pytest.mark.parametrize("key", ["属于信息", "属于五类信息", "合法", "完全不同的文字内容"])
def test_what_is_near_none_or_several_finds_nothing(key: str) -> None:
    assert nearest(key, LONG) is None


def test_short_labels_are_never_approximated() -> None:
    assert nearest("不予公开", [("予以公开", "disclosed")]) is None


@given(st.text())
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    key = label_key(text)
    assert not set(key) & set(" \n\t　（）()、。“”")
