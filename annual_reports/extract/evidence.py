"""What a document says of its own identity, and where it says so."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from annual_reports.extract.document import Document
from annual_reports.facts import Evidence

_TITLE: Final = re.compile(  # without its year
    r"(?P<before>.{0,60}?)(?:政府)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)[\W_]*"
)
_YEAR: Final = re.compile(
    r"[(\[〔]?(20\d\d|二[〇○零O][一二三四五六七八九〇○零]{2})年?[)\]〕]?(?:年?度)?"
)
_NUMERALS: Final = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_PERIOD: Final = re.compile(r"(20\d\d)年0?1月0?1日起?(?:至|到|[-~—–―])+(?:(20\d\d)年)?12月31日")
_PROSE: Final = re.compile(r"(20\d\d)年度?政府信息公开")
_FILE_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)(?![-_.]?\d)")
_DATE: Final = re.compile(r"(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})")
_DATE_LINE: Final = re.compile(
    r"(发布|公开|发文)?(?:时间|日期)\s*[:：]\s*(20\d\d\D\d{1,2}\D\d{1,2})"
)
_PUBLISHER: Final = re.compile(
    r"(?:来源|发布机构|发布单位|公开机构|发文机关)\s*[:：]\s*([^\s:：|｜]+)"
)
_PAGE_TITLE_END: Final = re.compile(r"[_|｜]|\s[-–—]\s|[-–—](?=[^0-9])")
_NAME_EDGES: Final = re.compile(r"^(?:关于)?|(?:关于|的|\W)+$")
_NAME: Final = re.compile(r"(?![我本])[^\W\d][^\d]{1,39}")  # 我局, 本机关 name nobody
_HEAD_LINES: Final = 15
_LONGEST_LINE: Final = 60
_DATE_META: Final = ("pubdate", "publishdate", "pubtime", "article:published_time")
_URL_META: Final = ("url", "canonical", "og:url")
TITLES: Final = ("meta:ArticleTitle", "title", "headline", "file")


class Title(NamedTuple):
    """A title and what it says; empty where it is silent."""

    source: str
    text: str
    agency: str
    year: str


def titles_of(document: Document) -> list[Title]:
    """The titles of the report, the most trustworthy first."""
    page_title = _PAGE_TITLE_END.split(document.meta_text("title"))[0]
    named = (
        _parse_title(TITLES[0], document.meta_text("ArticleTitle")),
        _parse_title(TITLES[1], page_title),
        *_headlines(document),
        _parse_title(TITLES[3], document.path.stem),
    )
    return [title for title in named if title]


def evidence_of(document: Document) -> list[Evidence]:
    """All that is said of agency, year, date and address; within a field, the best first."""
    titles = titles_of(document)
    return [
        *(Evidence("agency", t.agency, t.source, t.text) for t in titles if t.agency),
        *_publishers(document),
        *(Evidence("year", t.year, t.source, t.text) for t in titles if t.year),
        *_years(document),
        *_dates(document),
        *_addresses(document),
    ]


def _headlines(document: Document) -> Iterator[Title]:
    """Titles among the first lines; one that names no agency may run over several lines."""
    lines = [line.text for line in document.paragraphs[:_HEAD_LINES]]
    for count in (1, 2, 3):
        runs = (lines[place : place + count] for place in range(len(lines) - count + 1))
        texts = ("".join(run) for run in runs if max(map(len, run)) <= _LONGEST_LINE)
        found = [title for text in texts if (title := _parse_title(TITLES[2], text))]
        yield from found
        if any(title.agency for title in found):
            return


@lru_cache(maxsize=1024)
def _parse_title(source: str, text: str) -> Title | None:
    """The title in that text; None if it is no title of an annual report."""
    joined = _joined(text) if "报" in text else ""
    year = _YEAR.search(joined)
    match = _TITLE.fullmatch(_YEAR.sub("", joined))
    if not match:
        return None
    agency = re.split(r"[>:»]", match["before"])[-1].strip("《》“”\"'()-_ ")
    agency = _NAME_EDGES.sub("", agency)
    return Title(
        source,
        text,
        agency if _NAME.fullmatch(agency) else "",
        year[1].translate(_NUMERALS) if year else "",
    )


def _publishers(document: Document) -> Iterator[Evidence]:
    for name in ("ContentSource", "Author", "SiteName"):
        if name == "Author":
            yield from _publisher_lines(document)
        if text := document.meta_text(name):
            yield Evidence("agency", text, f"meta:{name}", text)


def _publisher_lines(document: Document) -> Iterator[Evidence]:
    for line in document.paragraphs[:_HEAD_LINES]:
        if match := _PUBLISHER.search(line.text):
            yield Evidence("agency", match[1], "line", line.text)


def _years(document: Document) -> Iterator[Evidence]:
    """Years from the reporting period, the file name and the prose."""
    for line in document.paragraphs:
        if "日" in line.text and "月" in line.text:
            match = _PERIOD.search(_joined(line.text))
            if match and match[2] in (None, match[1]):
                yield Evidence("year", match[1], "period", match[0])
    if match := _FILE_YEAR.search(document.path.stem):
        yield Evidence("year", match[1], "file", document.path.name)
    for line in document.paragraphs:
        if match := _PROSE.search(line.text):
            yield Evidence("year", match[1], "prose", match[0])


def _dates(document: Document) -> Iterator[Evidence]:
    for name, text in document.meta:
        if name.lower() in _DATE_META and (day := parse_date(text)):
            yield Evidence("published_on", day.isoformat(), f"meta:{name}", text)
    for line in document.paragraphs[:_HEAD_LINES]:
        match = _DATE_LINE.search(line.text)
        if match and (day := parse_date(match[2])):
            yield Evidence("published_on", day.isoformat(), "line", line.text)


def _addresses(document: Document) -> Iterator[Evidence]:
    for name in _URL_META:
        if text := document.meta_text(name):
            yield Evidence("source_url", text, f"meta:{name}", text)


def parse_date(text: str) -> date | None:
    """The first day named in the text; None if there is none or it is no day of the calendar."""
    match = _DATE.search(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _joined(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
