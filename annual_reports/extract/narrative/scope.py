"""Whether a figure found in a sentence is a total of the agency's own year.

A figure of another year, of several years, of part of the year, of another agency, of one
channel, planned, compared or counted together with something else is none.
"""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final, NamedTuple

from annual_reports.form import StatedKind

_QUOTED: Final = r"《[^》]*》?"
_FULL_YEAR: Final = (
    r"(?:20\d\d年)?1月1日起?(?:至|到|[-—–~～])+(?:同年|当年|20\d\d年)?12月31日(?:止|期间)?"
)
_CARRIED: Final = (
    r"(?:上一?年度?|去年度?|20\d\d年度?)(?:度)?(?:结转|转入|遗留)"
    r"|(?:结转|转入|转|顺延)(?:至|到|入|为)?(?:下一?个?年度?|次年度?|明年|20\d\d年度?)"
)
_COMPARED: Final = (
    r"(?:较|比|与|同|和)[^，,；;]{0,6}?"
    r"(?:上一?年度?|去年|20\d\d年度?|同期|往年|前年)(?:同期|相比|末)*"
)
_CHANGE: Final = re.compile(rf"同比|环比|相比|增加|减少|增长|下降|上升|增幅|{_COMPARED}")
_PLANNED: Final = re.compile(r"计划|目标|力争|争取|预计|拟[^定]|将|确保|下一步|不少于|至少|应当")
_PLANNED_AFTER: Final = re.compile(r"的?(?:目标|任务|指标|要求)")
_ASIDE: Final = re.compile(r"[（(][^）)]*[）)]")
_PARTS: Final = re.compile(r"其中|包括|包含|涵盖|含|分别")
_YEARS: Final = r"(?:19|20)\d\d年?(?:至|到|[-—–~～])+(?:19|20)\d\d年"
_RUNNING: Final = "累计"
_PART_OF_YEAR: Final = r"(?:上|下)半年|季度|\d{1,2}月|[一二三四五六七八九十]月|每[年月周日季天]"
_OTHER_TIME: Final = (
    r"上一?年度?|去年|前年|往年|历年|同期|以来|截至|截止|累计至|明年|下一?年度|近[一二两三四五\d]+年"
    r"|[一二两三四五]年来|“?十[二三四五六]五”?|任期"
)
_THIS_TIME: Final = r"全年|今年(?:以来)?|本年度?|当年|年内|一年来|本报告期|报告期内?"
# what all of these begin with: other places are passed over at once
_FIRST_OF_TIMES: Final = (
    "《0-9一二两三四五六七八九十上下去前往历同以截累明近“任自从较比与和全今本当年报季每结转顺"
)
_CHANNELS: Final = re.compile(
    r"微信|微博|公众号|新媒体|抖音|客户端|APP|app|头条|短视频|《[^》]*报》|报纸|报刊|电视|广播|电台"
    r"|公告栏|宣传栏|公开栏|公示栏|电子屏|显示屏|LED|查阅点|查阅室|公报|短信|热线|栏目|专栏|发布会|两微"
    r"|网络|网上|线上|线下|信函|信件|邮寄|邮件|邮箱|当面|现场|窗口|传真|在线"
)
_PORTAL: Final = re.compile(r"门户网|政府网站|政务网站|官方网站|官网|门户")
_ALL_CHANNELS: Final = re.compile(r"等[^，,；;]{0,8}?(?:渠道|方式|途径|形式|平台|载体|媒介|媒体)")
_TOPIC: Final = re.compile(
    r"(?:推进|推动|加强|深化|强化|做好|突出|聚焦|加大)(?!.{0,6}(?:主动公开|政府信息公开|政务公开))"
    r"[^。，：]{2,20}(?:领域|信息)(?:信息)?(?:主动)?公开"
)
_IN_A_FIELD: Final = re.compile(r"领域|方面(?!。)|行业|系列|专题|类$")
_JOINED: Final = re.compile(
    r"(?<![条件篇项则份宗起例次期场部个元])(?:以及|或者|和|及|与|、|或|并)$"
)
_OWN: Final = re.compile(
    r"我[省市州盟区县旗镇乡局委办社院厅部队站所校街处中单机]|本[级局委办院厅单机部系街镇乡区县市]"
    r"|全[省市州盟区县旗镇乡局委街系院厅]|各级|包括下属|及所属|及下属|及直属"
)
_BELOW: Final = re.compile(r"(?<![及和])(?:下属|所属|直属|下辖|派驻|辖区|部分)")
_ORGAN: Final = (
    "人民政府|政府|局|委员会|委|办公室|办|厅|中心|街道|乡镇|镇街|镇|乡|村|社区|部门|单位|支队|大队"
    "|派出所|所|学校|医院|公司|科室|处室|管委会|法院"
)
_ACTING: Final = re.compile(
    rf"^(?P<name>[^，,]{{0,30}}?(?:{_ORGAN}))"
    r"(?=$|[共已均主累也还则等及和、（(]|全年|本年|今年|当年|20\d\d年|代表|通过|依[法申]|及时|率先|未|没)"
)
_OPENING: Final = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{1,14}?"
    r"(?:局|委员会|办公室|管委会|街道|镇|乡|厅|支队|大队|学校|医院|公司))"
    r"(?![面限势部内外长镇村])"
)
_VERBAL: Final = re.compile(
    r"通过|围绕|按照|根据|加强|推进|推动|落实|指导|督促|组织|协调|完善|健全|严格|认真|贯彻|坚持"
    r"|畅通|优化|依托|结合|紧扣|聚焦|明确|建立|配合|会同|向|对|在|把|将|以|为"
)
_LONGEST_OPENING: Final = 40
_NUMBERING: Final = re.compile(r"^\s*[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
_TIME_WORDS: Final = re.compile(rf"20\d\d年度?|{_THIS_TIME}|[\s（）()]")


class Found(NamedTuple):
    """A figure of ``kind`` as it stands: what comes before and after it in its sentence.

    ``clause`` is the end of ``before`` that belongs to its own clause; ``headings`` stand
    over the sentence. It is a number or said in words to be none.
    """

    kind: StatedKind
    before: str
    clause: str
    after: str
    headings: str
    is_number: bool


def is_total_of_year(found: Found, year: int, names: Collection[str]) -> bool:
    """Whether it is such a total; ``names`` are those of the agency."""
    before, clause = found.before, found.clause
    return not (
        any(word in clause for word in found.kind.unlike)
        or any(word in before for word in found.kind.never)
        or (found.is_number and _JOINED.search(before, max(len(before) - 3, 0)))
        or before.count("《") > before.count("》")
        or _is_planned_or_compared(clause)
        or _PLANNED_AFTER.match(found.after)
        or not _is_of_year(before, clause, year)
        or not _is_own(before, clause, names)
        or (not found.kind.parts and _is_part(found))
    )


@lru_cache(maxsize=4096)
def _is_planned_or_compared(clause: str) -> bool:
    return bool(_PLANNED.search(clause) or _CHANGE.search(clause))


def _is_of_year(before: str, clause: str, year: int) -> bool:
    """The time named last before a figure governs it; 累计 needs the year to be named."""
    named = [found.lastgroup for found in _times(year).finditer(before)]
    times = [kind for kind in named if kind != "aside"]
    if times:
        return times[-1] in ("this", "full") and "part" not in times
    return _RUNNING not in clause


@lru_cache(maxsize=64)
def _times(year: int) -> re.Pattern[str]:
    """What names a time: an aside that governs nothing, part of a year, another year, this one."""
    this, beyond = f"{year}年", rf"(?:截[至止]|自|从){year}年(?:底|末)?|{_YEARS}"
    return re.compile(
        rf"(?=[{_FIRST_OF_TIMES}])(?:(?P<aside>{_QUOTED}|{_CARRIED}|{_COMPARED})|(?P<full>{_FULL_YEAR})"
        rf"|(?P<part>{_PART_OF_YEAR})|(?P<other>{beyond}|{_OTHER_TIME}|(?!{this})(?:19|20)\d\d年)"
        rf"|(?P<this>{_THIS_TIME}|{this}))"
    )


def _is_part(found: Found) -> bool:
    """Whether it is one item of a list, one channel's or one field's."""
    clause = found.clause
    since = _ASIDE.sub("", found.before[found.before.rfind("；") + 1 :])
    if _PARTS.search(since) or _IN_A_FIELD.search(clause) or _TOPIC.search(found.headings):
        return True
    return is_of_channel(clause) and not _PORTAL.search(clause)


@lru_cache(maxsize=4096)
def is_of_channel(clause: str) -> bool:
    """Whether the clause names a channel of publishing or asking, and not all of them."""
    is_named = _CHANNELS.search(clause) or _PORTAL.search(clause)
    return bool(is_named and not _ALL_CHANNELS.search(clause))


def is_running(clause: str) -> bool:
    """Whether the clause speaks of a figure that has been running up."""
    return _RUNNING in clause


def _is_own(before: str, clause: str, names: Collection[str]) -> bool:
    """Whether no other organ is named as the one that acts."""
    acting = _acting(clause)
    if acting:
        return _is_ours(acting, names)
    if _OWN.search(clause):
        return not _BELOW.search(clause)
    opening = _opening(before[:_LONGEST_OPENING])
    return not opening or _is_ours(opening, names)


@lru_cache(maxsize=4096)
def _acting(clause: str) -> str:
    """The organ that the clause says acts; empty where it names none."""
    acting = _ACTING.match(_undated(clause))
    return acting["name"] if acting else ""


@lru_cache(maxsize=4096)
def _opening(text: str) -> str:
    """The organ a sentence opens with as its subject; empty where it opens otherwise."""
    opening = _OPENING.match(_undated(text))
    return opening["name"] if opening and not _VERBAL.search(opening["name"]) else ""


def _is_ours(organ: str, names: Collection[str]) -> bool:
    if _BELOW.search(organ):
        return False
    plain = organ.replace("人民政府", "政府")
    known = (name.replace("人民政府", "政府") for name in names)
    return bool(_OWN.search(organ)) or any(
        plain in name or plain.startswith(name) for name in known
    )


def _undated(clause: str) -> str:
    return _TIME_WORDS.sub("", _NUMBERING.sub("", clause))
