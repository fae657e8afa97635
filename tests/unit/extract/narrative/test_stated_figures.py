"""Sentences as reports of many provinces word them, with what they state worked out by hand."""

import pytest

from annual_reports.extract.narrative import figures_of
from annual_reports.facts import Section
from annual_reports.form import form_by_code, stated_kinds

YEAR = 2023
NAMES = ("青山县水利局", "青山县水务局")
HEADINGS = {section.code: section.label_zh for section in form_by_code("2021").sections}


def stated(text: str, section: str = "overview", names: tuple[str, ...] = NAMES) -> set[str]:
    """Every figure as ``code value exactness``; its place in the text proved on the way."""
    figures = figures_of([Section(section, HEADINGS[section], text)], YEAR, names)
    for figure in figures:
        assert text[figure.start : figure.end] == figure.raw
        assert figure.sentence in text
        assert figure.raw in figure.sentence
    return {f"{figure.code} {figure.value} {figure.exactness}" for figure in figures}


ITEMS = {
    "全年主动公开政府信息1234条。": "1234 exact",
    "2023年，我局主动公开政府信息1,234条，比上年增加12条。": "1234 exact",
    "本年度共主动公开各类政府信息１２３４条。": "1234 exact",
    "2023年度，青山县水利局通过门户网站等渠道主动公开政府信息共计1234条。": "1234 exact",
    "2023年主动公开政府信息约1200条。": "1200 approximate",
    "2023年主动公开政府信息1200余条。": "1200 approximate",
    "2023年主动公开政府信息1200多条。": "1200 approximate",
    "2023年主动公开政府信息近1200条。": "1200 approximate",
    "2023年主动公开政府信息1200条左右。": "1200 approximate",
    "全年累计主动公开政府信息1.2万余条。": "12000 approximate",
    "全年主动公开政府信息3.2万条。": "32000 approximate",
    "全年主动公开政府信息3.2157万条。": "32157 exact",
    "全年主动公开政府信息2万条。": "20000 approximate",
    "全年主动公开政府信息3千余条。": "3000 approximate",
    "全年主动公开政府信息超过1200条。": "1200 at_least",
    "全年主动公开政府信息1200条以上。": "1200 at_least",
    "全年主动公开政府信息达1200条以上。": "1200 at_least",
    "全年主动公开政府信息逾1200条。": "1200 at_least",
    "全年主动公开政府信息三百二十条。": "320 exact",
    "全年主动公开政府信息一千零五条。": "1005 exact",
    "全年主动公开政府信息两万余条。": "20000 approximate",
    "全年主动公开政府信息十余万条。": "100000 approximate",
    "全年主动公开政府信息百余条。": "100 approximate",
    "全年主动公开政府信息零条。": "0 exact",
    "全年主动公开1234条政府信息。": "1234 exact",
    "我局今年主动公开了320余条政府信息，内容涉及水旱灾害防御。": "320 approximate",
    "全年公开政府信息1234条，其中通过网站公开1000条，微信公众号公开234条。": "1234 exact",
    "截至年底，现行有效文件8件，全年主动公开政府信息1234条。": "1234 exact",
    "自2023年1月1日起至2023年12月31日止，我局主动公开政府信息1234条。": "1234 exact",
    "根据《2022年政务公开工作要点》，我局公开政府信息1234条。": "1234 exact",
    "与2022年相比明显增长，全年公开政府信息1234条。": "1234 exact",
    "（一）主动公开。全县各级各部门全年主动公开政府信息1234条。": "1234 exact",
    "2023年，县水利局主动公开政府信息1234条。": "1234 exact",
    "2023年主动公开政府信息\n1234条。": "1234 exact",
    "2023年主动公开政府信息 1234 条。": "1234 exact",
    "本年主动公开信息的数量为1234条。": "1234 exact",
    "全年通过政府网站、政务新媒体、公告栏等渠道公开政府信息1234条。": "1234 exact",
    "我局在县政务公开平台发布信息45条。": "45 exact",
    "2023年政府信息主动公开1234条。": "1234 exact",
    "今年以来，我局公开政府信息共计1234条，其中：政策文件类30条。": "1234 exact",
    "新增主动公开政府信息1234条，累计主动公开政府信息5600条。": "1234 exact",
    "公开政府信息1234条，超额完成全年主动公开政府信息1000条的任务。": "1234 exact",
    "我局公开政府信息1234条，所属事业单位主动公开政府信息200条。": "1234 exact",
    "2023年主动公开政府信息2022条。": "2022 exact",
    "本年度主动公开政府信息1，234条。": "1234 exact",
    "2023年通过门户网站累计主动公开政府信息7700余条，公众号发布信息672条。": "7700 approximate",
}


@pytest.mark.parametrize("text", ITEMS)
def test_items_published(text: str) -> None:
    assert stated(text) == {f"items_published {ITEMS[text]}"}


NO_ITEMS = [
    "累计主动公开政府信息1234条。",
    "历年累计主动公开政府信息1234条。",
    "截至2023年底，累计主动公开政府信息12345条。",
    "截至2023年12月31日，共主动公开政府信息1234条。",
    "自2008年以来，主动公开政府信息12345条。",
    "自条例施行以来累计公开政府信息12345条。",
    "2019年至2023年，累计公开政府信息5万余条。",
    "“十三五”期间主动公开政府信息1234条。",
    "县政务公开办抽查主动公开政府信息120条。",
    "清理历史公开政府信息120条。",
    "审核公开政府信息345条，退回12条。",
    "转载上级发布政府信息345条。",
    "公开行政许可类政府信息123条。",
    "在县政府网站“重点领域”栏目公开政府信息223条。",
    "上年主动公开政府信息1234条。",
    "2022年，我局主动公开政府信息1234条。",
    "2021年至2022年公开政府信息1234条。",
    "去年公开政府信息1234条，受到好评。",
    "同比增加政府信息120条。",
    "较上年多公开政府信息120条。",
    "主动公开政府信息比上年增加120条。",
    "计划全年主动公开政府信息1200条。",
    "力争全年主动公开政府信息1200条以上。",
    "2024年将主动公开政府信息1200条。",
    "完成了主动公开政府信息1200条的目标。",
    "主动公开政府信息不少于1200条。",
    "全年通过微信公众号公开政府信息234条。",
    "全年通过政务微博发布政府信息234条。",
    "全年在县电视台、广播公开政府信息12条。",
    "通过政府网站公开政府信息1000条，通过微信公众号公开政府信息500条。",
    "各乡镇主动公开政府信息477条。",
    "县公安局主动公开政府信息120条。",
    "我局下属单位主动公开政府信息120条。",
    "县农业农村局坚持应公开尽公开，全年主动公开政府信息120条。",
    "县直各部门全年公开政府信息1822条。",
    "上半年主动公开政府信息600条。",
    "第一季度公开政府信息300条。",
    "1至6月公开政府信息600条。",
    "每月公开政府信息30条。",
    "主动公开政府信息第12条。",
    "主动公开政府信息100-200条。",
    "主动公开政府信息100至200条。",
    "主动公开政府信息几十条。",
    "主动公开政府信息数百条。",
    "主动公开政府信息十几条。",
    "主动公开政府信息两三百条。",
    "主动公开政府信息一百五条。",
    "主动公开政府信息12.5条。",
    "主动公开政府信息占98%。",
    "主动公开政府信息10 407条。",
    "在财政领域主动公开政府信息380条。",
    "（三）推进财政资金信息公开。全年公开政府信息380条。",
    "全年发布机构职能类信息25条、规划类信息12条。",
    "全年共发布信息77条。",
    "全年依申请公开政府信息5条。",
    "全年公开规范性文件62件。",
    "举办培训、公开政府信息共60条。",
    "制定《主动公开政府信息100条》。",
    "主动公开政府信息工作稳步推进。",
    "主动公开政府信息。1234条意见得到采纳。",
]


@pytest.mark.parametrize("text", NO_ITEMS)
def test_no_items_published(text: str) -> None:
    assert stated(text) == set()


OTHERS = {
    # what was asked
    "全年收到政府信息公开申请25件。": {"requests_received 25 exact"},
    "2023年我局共收到公民、法人和其他组织提出的政府信息公开申请25件。": {
        "requests_received 25 exact"
    },
    "本年度新收政府信息公开申请12件，上年结转3件，办结14件，结转下年度继续办理1件。": {
        "requests_received 12 exact", "carried_in 3 exact", "requests_closed 14 exact",
        "carried_out 1 exact",
    },
    "全年受理依申请公开十二件，均按时答复。": {"requests_received 12 exact"},
    "全年受理依申请公开事项两件。": {"requests_received 2 exact"},
    "共收到12件政府信息公开申请，已办结12件。": {
        "requests_received 12 exact", "requests_closed 12 exact",
    },
    "（二）依申请公开。共收到70件申请，依法依规办结69件，1件结转下年度继续办理。": {
        "requests_received 70 exact", "requests_closed 69 exact", "carried_out 1 exact",
    },
    "通过网络、信函、当面等方式收到政府信息公开申请25件。": {"requests_received 25 exact"},
    "收到政府信息公开申请25件，其中网络申请20件，信函申请5件。": {"requests_received 25 exact"},
    "全年收到政府信息公开申请25件，比2022年增加5件。": {"requests_received 25 exact"},
    "2022年结转2件，2023年新收政府信息公开申请10件。": {
        "carried_in 2 exact", "requests_received 10 exact",
    },
    "收到政府信息公开申请154件，共办结148件，结转至2024年6件。": {
        "requests_received 154 exact", "requests_closed 148 exact", "carried_out 6 exact",
    },
    "全年办理政府信息公开申请218件。": {"requests_handled 218 exact"},
    "收到政府信息公开申请200件，180件申请已办结。": {
        "requests_received 200 exact", "requests_closed 180 exact",
    },
    "全年答复政府信息公开申请18件。": {"requests_closed 18 exact"},
    "全年未收到政府信息公开申请。": {"requests_received 0 none"},
    "2023年，我局没有收到政府信息公开申请，也没有上年结转。": {
        "requests_received 0 none", "carried_in 0 none",
    },
    "本年度未收到公民、法人或者其他组织的政府信息公开申请件。": {"requests_received 0 none"},
    "2023年无依申请公开事项。": {"requests_received 0 none"},
    "收到政府信息公开申请0件。": {"requests_received 0 exact"},
    "收到政府信息公开申请：无。": {"requests_received 0 none"},
    "受理政府信息公开申请30件（含上年度结转5件），办结28件，结转下年度2件。": {
        "requests_received 30 exact", "carried_in 5 exact", "requests_closed 28 exact",
        "carried_out 2 exact",
    },
    "全县政府信息公开申请新收25件，较2022年减少12件。": {"requests_received 25 exact"},
    "1月1日至12月31日，共收到政府信息公开申请25件。": {"requests_received 25 exact"},
    "本年度未收到任何形式的政府信息公开申请。": {"requests_received 0 none"},
    "未接到公民、法人和其他组织关于政府信息公开的申请。": {"requests_received 0 none"},
    "全年收到政府信息公开申请\n二十五件。": {"requests_received 25 exact"},
    # how it ended
    "（二）依申请公开。办结申请14件，其中予以公开8件，部分公开2件，不予公开1件，无法提供2件，不予处理0件，"
    "其他处理1件。": {
        "requests_closed 14 exact", "disclosed 8 exact", "partly_disclosed 2 exact",
        "withheld 1 exact", "unavailable 2 exact", "declined 0 exact", "other_handling 1 exact",
    },
    "（二）依申请公开。收到申请14件，其中8件予以公开，2件部分公开，1件不予公开，3件无法提供。": {
        "requests_received 14 exact", "disclosed 8 exact", "partly_disclosed 2 exact",
        "withheld 1 exact", "unavailable 3 exact",
    },
    "（二）依申请公开。收到申请14件；予以公开8件、部分公开2件；不予公开4件。": {
        "requests_received 14 exact", "disclosed 8 exact", "partly_disclosed 2 exact",
        "withheld 4 exact",
    },
    # disputes
    "因政府信息公开被申请行政复议3件，被提起行政诉讼1件。": {"reviews 3 exact", "lawsuits 1 exact"},
    "全年办理因政府信息公开引发的行政复议36起，行政诉讼9起。": {
        "reviews 36 exact", "lawsuits 9 exact",
    },
    "政府信息公开行政复议案件两件，结果维持一件。": {"reviews 2 exact"},
    "未发生因政府信息公开引起的行政复议和行政诉讼。": {"reviews 0 none", "lawsuits 0 none"},
    "全年没有因政府信息公开被申请行政复议或者提起行政诉讼的情况。": {
        "reviews 0 none", "lawsuits 0 none",
    },
    "2023年未收到有关政府信息公开行政复议、提起行政诉讼的申请。": {
        "reviews 0 none", "lawsuits 0 none",
    },
    "政府信息公开方面未发生行政复议、行政诉讼及举报投诉情况。": {
        "reviews 0 none", "lawsuits 0 none",
    },
    "因政府信息公开被申请行政复议1件，未发生行政诉讼。": {"reviews 1 exact", "lawsuits 0 none"},
    "全年无因政府信息公开工作被举报投诉、行政复议、行政诉讼等情况。": {
        "reviews 0 none", "lawsuits 0 none",
    },
    "政府信息公开行政复议、行政诉讼均为0件。": {"reviews 0 none", "lawsuits 0 none"},
    # fees and interpretations
    "本年度收取信息处理费120元。": {"processing_fee 120 exact"},
    "2023年收取政府信息公开信息处理费0元。": {"processing_fee 0 exact"},
    "2023年共收取信息处理费1,280.50元，均缴入国库。": {"processing_fee 1280.5 exact"},
    "本年度信息处理费收取总额为0.12万元。": {"processing_fee 1200 approximate"},
    "本年度未收取信息处理费。": {"processing_fee 0 none"},
    "我局未向申请人收取任何信息处理费。": {"processing_fee 0 none"},
    "2023年，无收取信息处理费情况。": {"processing_fee 0 none"},
    "全年未发生信息处理费收取情况。": {"processing_fee 0 none"},
    "没有发出收费通知，收取信息处理费0元。": {"processing_fee 0 exact"},
    "应收信息处理费200元，实收信息处理费100元。": {"processing_fee 100 exact"},
    "信息处理费收取为0。": {"processing_fee 0 none"},
    "信息处理费收取情况：无。": {"processing_fee 0 none"},
    "全年发布政策解读45篇。": {"policy_interpretations 45 exact"},
    "全年制发政策文件30件，发布解读材料28篇，图解6篇。": {"policy_interpretations 28 exact"},
    "通过文字、图解等多种形式，全年发布政策文件解读96篇。": {"policy_interpretations 96 exact"},
    "全年共发布45篇政策解读。": {"policy_interpretations 45 exact"},
}  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_figures_stated(text: str) -> None:
    assert stated(text) == OTHERS[text]


NOTHING = [
    "上年收到政府信息公开申请25件。",
    "收到政府信息公开申请的数量同比增加5件。",
    "县公安局收到政府信息公开申请12件。",
    "县政府办公室代表县政府受理政府信息公开申请17件。",
    "通过信函收到政府信息公开申请5件。",
    "收到自然人申请5件。",
    "收到网上申请20件。",
    "在收到申请20个工作日内答复。",
    "收到申请5个工作日内予以登记。",
    "收到行政许可申请120件，办结118件。",
    "全年受理企业登记申请2345件。",
    "收到申请14件，其中予以公开8件。",
    "受理行政复议申请12件，办结10件，政府信息公开类2件。",
    "申请政府信息公开的，属于国家秘密不予公开1件，保护第三方合法权益不予公开2件。",
    "政府信息公开中，信访类申请不予处理1件，重复申请不予处理2件。",
    "政府信息公开申请中，自然人申请8件予以公开5件。",
    "因政府信息公开提起的诉讼中，上年结转1件。",
    "退还信息处理费20元。",
    "信息处理费减免2件，金额20元。",
    "办结12345热线工单140件。",
    "依申请公开渠道畅通，办结群众来信12件。",
    "依申请公开渠道畅通，答复咨询30件。",
    "没有一件政府信息公开申请超期。",
    "未收到重复申请。",
    "没有超期办理政府信息公开申请。",
    "无政府信息公开申请积压。",
    "上半年未收到政府信息公开申请。",
    "2022年未收到政府信息公开申请。",
    "各乡镇未收到政府信息公开申请。",
    "规范性文件5件予以公开。",
    "办理人大建议和政协提案，予以公开5件。",
    "申请办结后，予以公开和部分公开共12件。",
    "申请中予以公开、部分公开分别为5件、3件。",
    "全年办理行政复议案件36件。",
    "本年度收到行政复议申请5件，其中涉及政府信息公开3件。",
    "2023年12月，我局收到政府信息公开申请2件。",
    "制发公文121件，其中主动公开23件，依申请公开56件，不予公开42件。",
    "制发文件的公开属性认定为依申请公开12件，不予公开的5件。",
    "司法机关受理行政诉讼9件。",
    "因政府信息公开被申请行政复议、行政诉讼共5件。",
    "政府信息公开未经复议直接起诉的案件依法办理。",
    "政府信息公开工作没有被行政复议机关纠正的情况。",
    "政府信息公开无行政复议被纠错案件。",
    "按照《政府信息公开信息处理费管理办法》执行，每件10元。",
    "信息处理费按件计收，超出部分每件收取10元。",
    "信息处理费管理办法未调整。",
    "2022年收取信息处理费120元。",
    "发布图文解读12篇、视频解读3条。",
    "加强政策解读，开展专题培训3次。",
    "通过微信公众号发布政策解读12篇。",
    "政策解读专栏3个。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_figure_is_preferred_to_a_wrong_one(text: str) -> None:
    assert stated(text) == set()


def test_the_section_says_what_its_sentences_are_about() -> None:
    assert stated("予以公开8件。", "requests") == {"disclosed 8 exact"}
    assert stated("予以公开8件。") == set()
    assert stated("全年无行政复议、行政诉讼。", "disputes") == {"reviews 0 none", "lawsuits 0 none"}
    assert stated("全年无行政复议、行政诉讼。") == set()
    assert stated("（二）依申请公开\n全年办结8件。") == {"requests_closed 8 exact"}


def test_the_section_on_problems_states_nothing() -> None:
    assert stated("全年主动公开政府信息1234条，数量偏少。", "problems") == set()


def test_the_organ_is_known_by_its_former_name() -> None:
    sentence = "2023年，县水务局主动公开政府信息1234条。"
    assert stated(sentence) == {"items_published 1234 exact"}
    assert stated(sentence, names=("青山县交通运输局",)) == set()


def test_two_totals_are_both_kept() -> None:
    text = "全年主动公开政府信息1234条。\n经统计，2023年主动公开政府信息1243条。"
    assert stated(text) == {"items_published 1234 exact", "items_published 1243 exact"}


def test_without_a_year_nothing_is_stated() -> None:
    section = Section("overview", "一、总体情况", "全年主动公开政府信息1234条。")
    assert figures_of([section], None) == ()


def test_the_number_is_marked_where_it_stands_in_a_broken_line() -> None:
    text = (
        "　　（一）主动公开情况。2023 年，我局通过政府网站等渠道主动公开政府\n"
        "信息 1200 \n余条，得到好评。又一句。"
    )
    (figure,) = figures_of([Section("overview", "一、总体情况", text)], YEAR, NAMES)
    assert figure.raw == "1200 \n余条"
    assert figure.sentence.startswith("2023 年")
    assert figure.sentence.endswith("得到好评。")


def test_a_figure_in_compatibility_characters_is_read() -> None:
    assert stated("⽆⾏政复议，因政府信息公开被提起⾏政诉讼２件。", "disputes") == {
        "reviews 0 none", "lawsuits 2 exact",
    }  # fmt: skip


BESIDE = {"items_parts"} | {
    f"growth_{code}"
    for code in ("items_published", "requests_received", "requests_closed", "reviews", "lawsuits")
}


def test_every_kind_has_labels_units_and_wordings() -> None:
    kinds = stated_kinds()
    assert len({kind.code for kind in kinds}) == len(kinds) == 23
    for kind in kinds:
        assert kind.label("zh") != kind.label("en")
        if kind.code not in BESIDE:
            assert all((kind.keys, kind.about, kind.says or kind.none))
            assert bool(kind.units) == bool(kind.says)
