"""Old Word documents: what the name hides, what is locked, and a converter that fails."""

import os
import stat
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import pytest

from annual_reports.errors import UnreadableFile
from annual_reports.extract.readers import office, read_document
from tests.unit.extract.made_reports import Made, extract, found_in, page_of
from tests.unit.extract.test_docx import saved, word_of
from tests.unit.extract.written import SOFFICE, book_of, converted, mhtml_of, xlsx

needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="no LibreOffice on this machine")
WORD_2003 = "xml:MS Word 2003 XML"


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return converted(saved(word_of(Made("2021"))), "a.docx", "doc", tmp_path_factory.mktemp("doc"))


def refused(content: bytes, name: str = "report.doc") -> UnreadableFile:
    with pytest.raises(UnreadableFile) as error:
        read_document(Path(name), content)
    assert name in error.value.message("zh")
    return error.value


@needs_soffice
def test_every_cell_of_an_old_document(doc: bytes, tmp_path: Path) -> None:
    made = Made("2021")
    report = extract(doc, tmp_path, "report.doc")
    assert (report.format, found_in(report)) == ("doc", made.values)
    assert len({cell.locator for cell in report.cells}) == len(made.values)
    assert report.sections[0].text == "正文。"


@needs_soffice
@pytest.mark.parametrize(("target", "found"), [("rtf", "rtf"), ("odt", "odt"), (WORD_2003, "xml")])
def test_other_old_formats_say_the_same(target: str, found: str, tmp_path: Path) -> None:
    made = Made("2019")
    content = converted(saved(word_of(made)), "a.docx", target, tmp_path)
    report = extract(content, tmp_path, "report.doc")
    assert (report.format, found_in(report)) == (found, made.values)


@pytest.mark.parametrize("name", ["report.doc", "report.xls", "report.docx", "report.pdf"])
def test_a_file_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    made = Made("2021")
    contents = {
        "html": page_of(made).encode("gb18030"),
        "docx": saved(word_of(made)),
        "xlsx": xlsx(book_of(made)),
        "mhtml": mhtml_of(made),
    }
    for file_format, content in contents.items():
        report = extract(content, tmp_path, name)
        assert (report.format, found_in(report)) == (file_format, made.values)


def locked(doc: bytes) -> bytes:
    """The document with the flag set that says it is encrypted."""
    place = doc.index(b"\xec\xa5")
    flags = struct.unpack_from("<H", doc, place + 10)[0] | 0x0100
    return doc[: place + 10] + struct.pack("<H", flags) + doc[place + 12 :]


@needs_soffice
def test_a_locked_document_is_said_to_be_locked(doc: bytes) -> None:
    assert refused(locked(doc)).code == "encrypted-file"


@needs_soffice
def test_another_ole_file_is_named(doc: bytes) -> None:
    name = "WordDocument".encode("utf-16-le")
    other = doc.replace(name, "PowerPointDc".encode("utf-16-le"))
    error = refused(other)
    assert error.code == "unknown-format"
    assert "PowerPoint" in str(error)


@needs_soffice
def test_an_encrypted_package_is_said_to_be_locked(doc: bytes) -> None:
    name, other = "WordDocument\0\0\0\0", "EncryptedPackage"
    size = struct.pack("<H", 2 * len(other) + 2)
    place = doc.index(name.encode("utf-16-le"))
    entry = other.encode("utf-16-le") + doc[place + 2 * len(other) : place + 64] + size
    assert refused(doc[:place] + entry + doc[place + 66 :]).code == "encrypted-file"


@needs_soffice
@pytest.mark.parametrize("part", [0.02, 0.3, 0.7])
def test_a_truncated_document_is_named(doc: bytes, part: float) -> None:
    assert refused(doc[: int(len(doc) * part)]).code == "file-unreadable"


def test_a_missing_converter_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    error = refused(b"{\\rtf1\\ansi 1}", "报告.rtf")
    assert error.code == "converter-missing"
    assert "LibreOffice" in error.message("zh")


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands in for the converter")
def test_a_converter_that_hangs_is_ended_with_its_children(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = tmp_path / "soffice"
    child = tmp_path / "child"
    script.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {child}\nwait\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr(office, "TIMEOUT", 1.0)
    started = time.monotonic()
    assert refused(b"{\\rtf1\\ansi 1}", "a.rtf").code == "file-unreadable"
    assert time.monotonic() - started < 20
    assert not is_running(int(child.read_text(encoding="utf-8")))


def is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    for _ in range(50):
        if not status.exists() or status.read_text(encoding="utf-8").split()[2] == "Z":
            return False
        time.sleep(0.1)
    return True


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the paths it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


LINKS = (
    '<text:p><draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="{0}/a.png" '
    'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
    '<text:section text:name="S"><text:section-source xlink:href="{0}/b.odt"/></text:section>'
    '<text:section text:name="T"><text:section-source xlink:href="{1}"/></text:section>'
)


@needs_soffice
def test_links_are_followed_neither_into_the_net_nor_to_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("verborgen-8731", encoding="utf-8")
    odt = converted(saved(word_of(Made("2021"))), "a.docx", "odt", tmp_path)
    with listening() as (address, asked):
        links = f"{LINKS.format(address, secret.as_uri())}</office:text>".encode()
        stream = BytesIO()
        with ZipFile(BytesIO(odt)) as old, ZipFile(stream, "w") as new:
            for name in old.namelist():
                new.writestr(name, old.read(name).replace(b"</office:text>", links))
        document = read_document(Path("a.odt"), stream.getvalue())
    assert (document.format, asked) == ("odt", [])
    assert not any("verborgen" in line.text for line in document.paragraphs)
