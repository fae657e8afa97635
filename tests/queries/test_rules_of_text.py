"""Rules about sections and sentences: found, silent, uncertain, not to be judged."""

import pytest

from tests.queries.rule_states import naming, state, telling
from tests.support import Value, agency, report, requests

WHOLE = {
    "overview": "本年度公开工作有序推进，考核和社会评议结果良好，未启动责任追究。",
    "proactive": "",
    "requests": "",
    "disputes": "",
    "problems": "工作人员业务能力仍有差距，下一步将加强培训，完善工作机制，提高公开质量。",
    "other_matters": "本年度未收取信息处理费。",
}
TABLES: dict[str, Value] = {
    **requests(new=20, carried_in=3, carried_out=2, disclosed=17, withheld_third_party=4),
    "4/review/total": 3,
    "4/review/upheld": 3,
}


def without(code: str) -> dict[str, str]:
    return {key: text for key, text in WHOLE.items() if key != code}


SWAPPED = {**without("other_matters"), "problems": WHOLE["problems"]}
SWAPPED = {"other_matters": WHOLE["other_matters"], **SWAPPED}


@pytest.mark.parametrize(
    ("rule", "texts", "expected"),
    [
        ("section-missing", WHOLE, "pass"),
        ("section-missing", without("disputes"), "fail"),
        ("section-missing", dict.fromkeys(WHOLE, ""), "not-assessable"),
        ("section-missing", {}, "not-assessable"),
        ("section-order", WHOLE, "pass"),
        ("section-order", SWAPPED, "fail"),
        ("section-order", dict.fromkeys(SWAPPED, ""), "not-assessable"),
        ("section-empty", WHOLE, "pass"),
        ("section-empty", {**WHOLE, "problems": "无。"}, "fail"),
        ("section-empty", {**WHOLE, "problems": ""}, "fail"),
        ("section-empty", {"problems": ""}, "not-assessable"),
        ("processing-fee-unstated", WHOLE, "pass"),
        ("processing-fee-unstated", {**WHOLE, "other_matters": "无其他事项。"}, "fail"),
        ("processing-fee-unstated", without("other_matters"), "not-assessable"),
        ("processing-fee-unstated", {"other_matters": ""}, "not-assessable"),
    ],
)
def test_sections(rule: str, texts: dict[str, str], expected: str) -> None:
    assert state(rule, telling(report("a", 2023), texts)) == expected


def test_the_fee_is_asked_about_since_2021_only() -> None:
    assert state("processing-fee-unstated", telling(report("a", 2020), WHOLE)) is None


@pytest.mark.parametrize(
    ("overview", "expected"),
    [
        (WHOLE["overview"], "pass"),
        ("公开工作纳入考核。", "fail"),
        ("", "not-assessable"),
    ],
)
def test_supervision_is_asked_of_governments(overview: str, expected: str) -> None:
    told = telling(report("a", 2023), {"overview": overview})
    assert state("supervision-unstated", told, of=[agency("a", kind="government")]) == expected
    assert state("supervision-unstated", told) is None


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("narrative-requests", "全年收到政府信息公开申请20件。", "pass"),
        ("narrative-requests", "全年收到政府信息公开申请21件。", "fail"),
        (
            "narrative-requests",
            "全年收到政府信息公开申请23件。",
            "uncertain",
        ),  # 20 and 3 carried in
        ("narrative-requests", "全年收到政府信息公开申请20余件。", "pass"),
        ("narrative-requests", "全年收到政府信息公开申请40余件。", "uncertain"),
        ("narrative-requests", "全年收到政府信息公开申请10件以上。", "pass"),
        ("narrative-requests", "全年收到政府信息公开申请30件以上。", "fail"),
        (
            "narrative-requests",
            "全年收到政府信息公开申请20件。2023年收到政府信息公开申请25件。",
            "uncertain",
        ),
        ("narrative-requests", "公开工作有序推进。", None),
        ("narrative-outcomes", "政府信息公开申请中不予公开4件。", "pass"),
        ("narrative-outcomes", "政府信息公开申请中不予公开5件。", "fail"),
        ("narrative-review", "因政府信息公开被申请行政复议3件。", "pass"),
        ("narrative-review", "因政府信息公开被申请行政复议4件。", "fail"),
        ("narrative-litigation", "因政府信息公开被提起行政诉讼1件。", "fail"),
        ("narrative-none", "全年未收到政府信息公开申请。", "fail"),
        ("narrative-none", "本年度未发生因政府信息公开引起的行政诉讼。", "pass"),
        ("narrative-all-closed", "收到的政府信息公开申请全部按期办结。", "fail"),
        (
            "narrative-all-closed",
            "政府信息公开申请全部办结。政府信息公开申请结转下年度继续办理2件。",
            "uncertain",
        ),
    ],
)
def test_figures_against_the_tables(rule: str, text: str, expected: str | None) -> None:
    assert state(rule, telling(report("a", 2023, TABLES), {"overview": text})) == expected


def test_a_figure_whose_table_is_unreadable_is_not_judged() -> None:
    tables = {**TABLES, "3/new_requests/total": "2 0"}
    told = telling(report("a", 2023, tables), {"overview": "全年收到政府信息公开申请21件。"})
    assert state("narrative-requests", told) == "not-assessable"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年主动公开政府信息100条（其中政策类20条、财政类30条、其他50条）。", "pass"),
        ("全年主动公开政府信息100条（其中政策类20条、财政类30条、其他40条）。", "fail"),
        ("全年主动公开政府信息100条（其中政策类20条、财政类30条）。", "pass"),
        ("全年主动公开政府信息100条（其中政策类80条、财政类30条）。", "fail"),
        ("全年主动公开政府信息约100条（其中政策类20条、财政类30条、其他60条）。", "pass"),
        ("全年主动公开政府信息约110条（其中政策类20条、财政类30条、其他90条）。", "uncertain"),
        ("全年主动公开政府信息100条（其中网站80条、微信60条）。", None),  # one item, two channels
    ],
)
def test_parts_of_a_total(text: str, expected: str | None) -> None:
    assert state("narrative-parts", telling(report("a", 2023), {"overview": text})) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到政府信息公开申请20件，同比增长25%。", "pass"),
        ("收到政府信息公开申请20件，同比增长24.9%。", "fail"),
        ("收到政府信息公开申请20件，较2022年增长约26%。", "pass"),
        ("收到政府信息公开申请20件，较上年下降约25%。", "uncertain"),
    ],
)
def test_growth_is_recomputed_from_last_years_report(text: str, expected: str) -> None:
    last = report("a", 2022, requests(new=16, disclosed=16))
    told = telling(report("a", 2023, TABLES), {"overview": text})
    assert state("narrative-growth", last, told) == expected
    assert state("narrative-growth", told) == "not-assessable"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("title", 2023), ("period", 2023)], "pass"),
        ([("title", 2023), ("period", 2022)], "fail"),
        ([("title", 2023), ("file", 2024)], "uncertain"),  # undated: perhaps its publication
        ([("title", 2023), ("file", 2021)], "fail"),
        ([("title", 2023), ("prose", 2022)], "pass"),
        ([], "not-assessable"),
    ],
)
def test_the_year_is_one(said: list[tuple[str, int]], expected: str) -> None:
    assert state("period-mismatch", naming(report("a", 2023), *said)) == expected
