"""Saved pages: the main page, its frames, their encodings, and what must not be opened."""

from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from annual_reports.errors import NotAReport, UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.readers import read_document
from annual_reports.facts import Evidence
from tests.unit.extract.made_reports import (
    TITLES,
    Made,
    extract,
    found_in,
    html_table,
    page,
    page_of,
)
from tests.unit.extract.written import mhtml, mhtml_of

HOME = "http://example.gov.cn/a/"
EMPTY = "<html><head><title>网站</title></head><body><p>导航</p>FRAMES</body></html>"
TABLE = "<table><tr><td>甲</td><td>乙</td></tr></table>"


def with_frames(*sources: str, tag: str = "iframe") -> str:
    return EMPTY.replace("FRAMES", "".join(f'<{tag} src="{source}"></{tag}>' for source in sources))


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030", "gb2312", "utf-16"])
def test_every_cell_of_a_saved_page(form: str, charset: str, tmp_path: Path) -> None:
    made = Made(form)
    content = mhtml({HOME + "report.html": page_of(made)}, charset)
    report = extract(content, tmp_path, "report.mht")
    assert (report.format, found_in(report)) == ("mhtml", made.values)
    assert report.identity.source_url == HOME + "report.html"


def test_quoted_printable_and_a_wrong_charset(tmp_path: Path) -> None:
    made = Made("2021")
    message = MIMEMultipart("related")
    part = MIMEText("", "html")
    del part["Content-Type"], part["Content-Transfer-Encoding"]
    part["Content-Type"] = "text/html; charset=utf-8"
    part["Content-Transfer-Encoding"] = "quoted-printable"
    body = "".join(f"={byte:02X}" for byte in page_of(made).encode("gb18030"))
    part.set_payload("=\n".join(body[at : at + 72] for at in range(0, len(body), 72)))
    message.attach(part)
    assert found_in(extract(message.as_bytes(), tmp_path, "report.mhtml")) == made.values


@pytest.mark.parametrize("source", ["frame.html", "/a/frame.html", HOME + "frame.html"])
@pytest.mark.parametrize("tag", ["iframe", "frame"])
def test_the_report_in_a_frame_is_found(source: str, tag: str, tmp_path: Path) -> None:
    made = Made("2021")
    main = with_frames(source, tag=tag)
    content = mhtml({HOME + "main.html": main, HOME + "frame.html": page_of(made)})
    report = extract(content, tmp_path, "a.mht")
    assert found_in(report) == made.values
    assert all(cell.locator.startswith(f"frame {source}, table ") for cell in report.cells)


def test_a_frame_named_by_its_content_id(tmp_path: Path) -> None:
    made = Made("2021")
    message = MIMEMultipart("related", start="<main@x>")
    for content_id, content in (
        ("frame@x", page_of(made)),
        ("main@x", with_frames("cid:frame@x")),
    ):
        part = MIMEText(content, "html", "utf-8")
        part["Content-ID"] = f"<{content_id}>"
        message.attach(part)
    report = extract(message.as_bytes(), tmp_path, "a.mht")
    assert found_in(report) == made.values


def test_the_sheets_of_a_workbook_saved_as_a_page(tmp_path: Path) -> None:
    made = Made("2021")
    names = [f"book.files/sheet{n}.htm" for n in range(1, 4)]
    links = "".join(f'<link id="shLink" href="{name}">' for name in names)
    main = f"<html><head>{links}</head><frameset><frame src='{names[0]}'></frameset></html>"
    sheets = {
        HOME + name: page(html_table(rows))
        for name, rows in zip(names, made.tables.values(), strict=True)
    }
    report = extract(mhtml({HOME + "main.html": main, **sheets}), tmp_path, "a.mht")
    assert found_in(report) == made.values
    assert len({cell.locator for cell in report.cells}) == len(made.values)


def test_frames_without_tables_add_nothing_to_a_report(tmp_path: Path) -> None:
    main = page_of(Made("2021")).replace("<body>", '<body><iframe src="ad.html"></iframe>')
    parts = {HOME + "main.html": main, HOME + "ad.html": "<p>广告</p><img src=x>"}
    document = read_document(Path("a.mht"), mhtml(parts))
    assert not any("广告" in line.text for line in document.paragraphs)
    assert document.pictures == 0


def test_frames_that_show_each_other_end() -> None:
    parts = {
        HOME + "main.html": with_frames("1.html", "main.html"),
        HOME + "1.html": with_frames("2.html") + TABLE,
        HOME + "2.html": with_frames("1.html", "main.html") + TABLE,
    }
    document = read_document(Path("a.mht"), mhtml(parts))
    assert [table.number for table in document.tables] == [1, 2]
    assert {line.table for line in document.paragraphs} == {None, 1, 2}


def test_a_message_without_a_page_is_refused() -> None:
    message = MIMEMultipart("related")
    message.attach(MIMEText("text", "plain"))
    with pytest.raises(UnreadableFile) as refusal:
        read_document(Path("a.mht"), message.as_bytes())
    assert refusal.value.code == "file-unreadable"


@pytest.mark.parametrize("part", [0.0005, 0.3, 0.6, 0.99])
def test_a_truncated_page_gives_no_wrong_number(part: float, tmp_path: Path) -> None:
    made = Made("2021")
    whole = mhtml_of(made)
    try:
        report = extract(whole[: int(len(whole) * part)], tmp_path, "a.mht")
    except UnreadableFile:
        return
    assert found_in(report).items() <= made.values.items()


def saved_page(folder: Path, source: str, frame: Path) -> Path:
    frame.parent.mkdir(parents=True, exist_ok=True)
    frame.write_text(page_of(Made("2021")), encoding="utf-8")
    folder.mkdir(exist_ok=True)
    path = folder / "report.html"
    path.write_text(with_frames(source), encoding="utf-8")
    return path


def read(path: Path) -> Document:
    return read_document(path, path.read_bytes())


@pytest.mark.parametrize("name", ["report_files", "report.files"])
def test_frames_saved_beside_the_page_are_read(name: str, tmp_path: Path) -> None:
    made = Made("2021")
    source = f"./{name}/saved resource.html"
    path = saved_page(tmp_path, source.replace(" ", "%20") + "?x#y", tmp_path / source)
    report = extract(path.read_bytes(), tmp_path, "report.html")
    assert (report.format, found_in(report)) == ("html", made.values)
    assert Evidence("year", "2023", "title", TITLES["2021"]) in report.identity.evidence


@pytest.mark.parametrize(
    "source",
    [
        "../secret.html",
        "report_files/../../secret.html",
        "report_files/../../secret.html".replace("/", "%2f"),
        "report_files\\..\\..\\secret.html",
        "{folder}/secret.html",
        "file://{folder}/secret.html",
        "http://127.0.0.1/secret.html",
        "other.html",
        "other_files/page.html",
        "report_files/link.html",
        "report_files/folder/page.html",
        "report_files/page.txt",
        "report_files/\0.html",
        "report_files/" + "a" * 5000 + ".html",
        "report_files/missing.html",
        "report_files",
    ],
)
def test_nothing_else_is_opened(source: str, tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    path = saved_page(inner, source.format(folder=tmp_path), tmp_path / "secret.html")
    content = (tmp_path / "secret.html").read_bytes()
    for name in ("other.html", "other_files/page.html", "report_files/page.txt"):
        (inner / name).parent.mkdir(exist_ok=True)
        (inner / name).write_bytes(content)
    (inner / "report_files" / "link.html").symlink_to(tmp_path / "secret.html")
    (inner / "report_files" / "folder").symlink_to(inner / "other_files")
    assert read(path).tables == ()


def test_a_linked_folder_is_not_the_pages_own(tmp_path: Path) -> None:
    path = saved_page(tmp_path / "a", "report_files/page.html", tmp_path / "b" / "page.html")
    (tmp_path / "a" / "report_files").symlink_to(tmp_path / "b")
    assert read(path).tables == ()


@pytest.mark.parametrize(
    ("markup", "count"),
    [
        ('<img src="scan.jpg">', 1),
        ('<img src="data:image/png;base64,AA" width="800">', 1),
        ('<img src=a width="600px" style="height:auto;width:600px">', 1),
        ('<img src=a width="16">', 0),
        ('<img src=a style="width: 20px">', 0),
        ("<img>", 0),
        (
            "<header><img src=a></header><nav><p><img src=a></p></nav><footer><img src=a></footer>",
            0,
        ),
    ],
)
def test_pictures_that_may_be_content_are_counted(markup: str, count: int) -> None:
    document = read_document(Path("a.html"), f"<html><body>{markup}</body></html>".encode())
    assert document.pictures == count


def test_a_page_of_pictures_says_so(tmp_path: Path) -> None:
    scans = '<p><img src="1.jpg"></p><p><img src="2.jpg"></p>'
    content = f"<html><body><h1>{TITLES['2021']}</h1>{scans}</body></html>"
    with pytest.raises(NotAReport) as refusal:
        extract(content, tmp_path)
    assert refusal.value.code == "only-pictures"
    assert "2张图片" in refusal.value.message("zh")
    with pytest.raises(NotAReport) as refusal:
        extract(b"\x89PNG\r\n\x1a\n\0", tmp_path, "某某局2023年年报.png")
    assert refusal.value.code == "only-pictures"
