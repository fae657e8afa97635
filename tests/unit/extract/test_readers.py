from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import READERS, read_document
from annual_reports.extract.readers.decoding import decode

TEXT = "平潭综合实验区2019年度政府信息公开工作年度报告，共1条。镕喆"
PAGE = f"<html><head><meta charset='CHARSET'><title>{TEXT}</title></head><body>{TEXT}</body></html>"


def read(content: str | bytes, name: str = "a.html") -> Document:
    return read_document(Path(name), content.encode() if isinstance(content, str) else content)


def texts(document: Document, table: int = 0) -> list[list[str | None]]:
    return [[cell.text if cell else None for cell in row] for row in document.tables[table].rows]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("gb2312", "gb18030"),
        ("GBK", "gb18030"),
        ("utf-8", "gb18030"),
        ("iso-8859-1", "gb18030"),
        ("windows-1252", "gb18030"),
        ("no-such-encoding", "gb18030"),
        ("utf-16", "gb18030"),
        ("utf-8", "utf-16"),
        ("", "gb18030"),
    ],
)
def test_text_is_decoded_whatever_is_declared(declared: str, encoding: str) -> None:
    data = PAGE.replace("CHARSET", declared).encode(encoding)
    document = read(data)
    assert document.meta_text("title") == TEXT
    assert document.paragraphs[0].text == TEXT


def test_characters_beyond_gb2312_survive_a_wrong_declaration() -> None:
    assert "镕喆" in read(PAGE.replace("CHARSET", "gb2312").encode("gbk")).meta_text("title")


def test_a_page_cut_off_within_a_character_is_still_utf_8() -> None:
    assert decode("年度报告".encode()[:-1]) == "年度报"


def test_a_damaged_byte_does_not_turn_the_page_into_another_language() -> None:
    data = bytearray((TEXT * 20).encode())
    data[301] = 0xFF
    assert decode(bytes(data)).count("政府信息公开") == 19


def test_nuls_do_no_harm() -> None:
    assert texts(read("<table><tr><td>1\0</td><td>\0</td></tr></table>")) == [["1", ""]]


def test_digits_split_over_spans_are_one_number() -> None:
    cell = "<td><p><span>1</span><span>8<b>2</b></span><!-- x -->7</p></td><td>x</td>"
    assert texts(read(f"<table><tr>{cell}</tr></table>"))[0][0] == "1827"


@pytest.mark.parametrize(
    "cell",
    [
        "<p>1</p><p>2</p>",
        "1<br>2",
        "1<br/>2",
        "<div>1</div>2",
        "1 <span>2</span>",
        "<ul><li>1<li>2</ul>",
        "1<sup>2</sup>",
        "<s>1</s>2",
        "<del>1</del>2",
        "1<table><tr><td>2</td></tr></table>",
    ],
)
def test_numbers_that_stand_apart_are_not_joined(cell: str) -> None:
    found = texts(read(f"<table><tr><td>{cell}</td><td>x</td></tr></table>"))[0][0]
    assert found not in {"12", "21"}
    assert found is not None
    assert "1" in found


def test_scripts_and_styles_are_no_text() -> None:
    document = read("<p>甲<script>1</script></p><table><tr><td><style>2</style>3</td><td>4</table>")
    assert [line.text for line in document.paragraphs] == ["甲", "3", "4"]


def test_layout_tables_are_looked_through() -> None:
    inner = "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    box = f"<table><tr><td>{inner}</td></tr></table>"
    document = read(f"<table><tr><td>左</td><td><p>前</p>{box}<p>后</p></td></tr></table>")
    assert [texts(document, n) for n in range(len(document.tables))] == [
        [["左", "前\n后"]],
        [["a", "b"], ["c", "d"]],
    ]
    assert [(line.text, line.table) for line in document.paragraphs] == [
        ("左", 1),
        ("前", 1),
        *((text, 2) for text in "abcd"),
        ("后", 1),
    ]


def test_a_table_of_one_cell_is_text() -> None:
    document = read("<table><tr><td>一、总体情况</td></tr></table>")
    assert document.tables == ()
    assert [(line.text, line.table) for line in document.paragraphs] == [("一、总体情况", None)]


def test_locators_lead_to_the_cells() -> None:
    page = (
        "<html><body><div><p>x</p><table><thead><tr><th rowspan=2>a</th><td>b</td></tr></thead>"
        "<tbody><tr><td>c</td><td>d</td></tr><tr><th>e</th><td>f</td></tr></tbody></table>"
        "<table><tr><td>g</td><td>h</td></tr></table></div></body></html>"
    )
    root = etree.fromstring(page, etree.HTMLParser())
    cells = {
        cell.text: cell.locator
        for table in read(page).tables
        for row in table.rows
        for cell in row
        if cell
    }
    for text, locator in cells.items():
        found = root.xpath(locator.split(", ")[-1])
        assert [element.text for element in found] == [text]
    assert cells["h"].startswith("table 2, row 1, column 2, ")


@given(
    st.lists(st.sampled_from(["<table>", "<tr>", "<td>", "</td>", "</tr>", "</table>", "<p>", "1"]))
)
@settings(max_examples=60)
def test_broken_markup_never_raises(pieces: list[str]) -> None:
    document = read("<html><body>" + "".join(pieces))
    assert document.format == "html"


@pytest.mark.parametrize("inner", ["x</body></html>", "<html><body>x</body></html>"])
def test_what_stands_after_an_early_end_of_the_page_is_read(inner: str) -> None:
    table = "<table><tr><td>1</td><td>2</td></table>"
    document = read(f"<html><body><div>{inner}</div><p>y{table}{table}</body></html>{table}")
    assert [texts(document, number) for number in range(3)] == [[["1", "2"]]] * 3
    assert [line.text for line in document.paragraphs] == ["x", "y", *"121212"]


def test_deep_nesting_loses_nothing() -> None:
    document = read("<html><body>" + "<font>" * 1500 + "<table><tr><td>1</td><td>2</td></table>")
    assert texts(document) == [["1", "2"]]


@pytest.mark.parametrize("opening", ["<div>", "<table><tr><td>", "<table><tr><td>x</td><td>"])
def test_nesting_beyond_the_parser_is_said_and_not_cut_off(opening: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read("<html>" + opening * 100_000 + "x")
    assert refusal.value.code == "too-deep"
    assert "x" in read("<html>" + opening * 600 + "x").paragraphs[-1].text


def test_rows_of_text_keep_their_empty_fields() -> None:
    document = read("标题\n规章 | 0 | | 2 ||\n\n行政许可｜1\n结尾\n又一行", "a.txt")
    assert document.tables[0].layout == "rows"
    assert texts(document) == [["规章", "0", "", "2", ""], ["行政许可", "1"]]
    assert [(line.text, line.table) for line in document.paragraphs][::2] == [
        ("标题", None),
        ("行政许可｜1", 1),
        ("又一行", None),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n\n"])
def test_cells_on_lines_of_their_own_are_a_flow(gap: str) -> None:
    document = read(gap.join(["标题", "规章 |", "0 |", "|", "2 |", "3", "结尾。"]), "a.txt")
    assert document.tables[0].layout == "flow"
    assert texts(document) == [["规章"], ["0"], [""], ["2"], ["3"]]
    assert [line.text for line in document.paragraphs if line.table is None] == ["标题", "结尾。"]


def test_markdown_tables_lose_their_frame() -> None:
    document = read("| a | b |\n|---|:-:|\n| 1 | 2 |", "a.md")
    assert texts(document) == [["a", "b"], ["1", "2"]]


def test_text_locators_name_line_and_field() -> None:
    document = read("标题\n\n规章 | 0", "a.txt")
    cell = document.tables[0].rows[0][1]
    assert cell is not None
    assert cell.locator == "table 1, line 3, field 2"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"PK\x03\x04\x14\0", "DOCX/XLSX (ZIP)"),
        (b"Rar!\x1a\x07\0", "RAR"),
        (b"RIFF\x24\0\0\0WAVE", "RIFF media"),
        (bytes(range(256)) * 4, "binary data"),
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.pdf", "a"])
def test_other_formats_are_named_and_refused(data: bytes, found: str, name: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(data, name)
    assert refusal.value.code == "unknown-format"
    assert refusal.value.facts["found"] == found
    assert found in refusal.value.message("zh")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0",
        b"\xff\xd8\xff\xe0",
        b"GIF89a",
        b"BM\x36\x10\0\0\0\0\0\0",
        b"RIFF\x24\0\0\0WEBP",
    ],
)
def test_a_picture_is_a_document_of_one_picture(data: bytes) -> None:
    document = read(data, "a.html")
    assert (document.pictures, document.tables, document.paragraphs) == (1, (), ())


def test_text_that_opens_like_a_bitmap_is_text() -> None:
    assert read("BM | 1\n规章 | 2", "a.txt").format == "text"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\0\0\0"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read(data)
    assert refusal.value.code == "empty-file"


@given(st.binary(max_size=300), st.sampled_from(["a.html", "a.txt", "a"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        document = read(data, name)
    except UnreadableFile as refusal:
        assert refusal.code in {"empty-file", "unknown-format", "file-unreadable"}  # noqa: PT017
    else:
        assert document.format in {"html", "text", "picture"}


def test_every_reader_says_what_it_reads() -> None:
    known = {"DOCX", "PDF", "XLSX/XLS/ODS", "DOC/RTF/ODT", "MHTML", "HTML", "CSV", "TXT"}
    assert {reader.FORMAT for reader in READERS} == known
