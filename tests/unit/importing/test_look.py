"""Looking at uploads: archives, limits, refusals one by one, and no trace left."""

import os
import sys
import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from annual_reports.errors import UnreadableFile
from annual_reports.importing import Upload, check, look, unfold_uploads
from annual_reports.importing.limits import FILE_MEGABYTES, MAX_FILES
from annual_reports.importing.look import Answer, Asked
from annual_reports.pipeline import PROJECT, registry_of
from annual_reports.registry import ManifestEntry
from annual_reports.warehouse import open_warehouse
from tests.unit.importing.uploads import REPORTS, Tree, looked, upload


def archive(*files: tuple[str, bytes], name: str = "年报.zip") -> Upload:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for path, data in files:
            package.writestr(path, data)
    return Upload(name, stream.getvalue())


def test_archives_are_unfolded_like_folders_are() -> None:
    report = (REPORTS / "pingtan-2020.html").read_bytes()
    packed = archive(
        ("平潭/2020.html", report), (".hidden/a.html", b"1"), ("__MACOSX/b", b"2"),
        ("agencies.csv", b"3"), ("平潭/other.txt", b"4"), ("../../up.txt", b"5"),
    )  # fmt: skip
    items = unfold_uploads([packed])
    assert [(item.shown, item.name) for item in items] == [
        ("年报.zip/../../up.txt", "up.txt"),
        ("年报.zip/平潭/2020.html", "2020.html"),
        ("年报.zip/平潭/other.txt", "other.txt"),
    ]
    assert items[1].data == report


def test_a_broken_archive_is_read_as_the_file_it_is() -> None:
    (item,) = looked(Upload("x.zip", b"PK\x03\x04 broken"))
    assert item.refusal is not None
    assert "x.zip" in item.refusal.message("zh")


def test_an_encrypted_member_is_named_and_the_others_are_read() -> None:
    packed = archive(("a.html", b"first"), ("b.html", b"second"))
    data = bytearray(packed.data)
    central = data.find(b"PK\x01\x02")
    data[central + 8] |= 1
    data[6] |= 1
    items = unfold_uploads([Upload("a.zip", bytes(data))])
    assert [(item.name, item.refusal and item.refusal.code) for item in items] == [
        ("a.html", "encrypted-file"), ("b.html", None),
    ]  # fmt: skip


def test_the_same_bytes_count_once() -> None:
    one = Upload("a.html", b"x")
    assert [item.shown for item in unfold_uploads([one, Upload("b.html", b"x")])] == ["a.html"]


def test_too_many_files_are_refused_from_the_first_too_many_on() -> None:
    uploads = [Upload(f"{at}.txt", str(at).encode()) for at in range(MAX_FILES + 5)]
    items = unfold_uploads(uploads)
    assert len(items) == MAX_FILES + 1
    assert items[-1].refusal is not None
    assert items[-1].refusal.code == "too-many-files"
    assert str(MAX_FILES) in items[-1].refusal.message("en")


def test_an_archive_that_unpacks_to_too_much_is_stopped() -> None:
    packed = archive(*((f"{at}.txt", b"%d" % at + bytes(70 * 1024**2)) for at in range(4)))
    assert len(packed.data) < 1024**2
    items = unfold_uploads([packed])
    codes = [item.refusal and item.refusal.code for item in items]
    assert codes == [None, None, "too-much-at-once"]


def test_the_servers_limit_is_the_one_the_page_states() -> None:
    config = (PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert f"maxUploadSize = {FILE_MEGABYTES}\n" in config


def test_each_file_is_read_or_refused_for_itself() -> None:
    found = looked(
        upload("pingtan-2020.html"),
        Upload("empty.html", b""),
        Upload("notes.txt", b"hello"),
        Upload("x.exe", b"MZ\x90\0\3"),
        upload("yandu-coop-2019.html"),
    )
    codes = [item.refusal.code if item.refusal else "" for item in found]
    assert codes == ["", "empty-file", "not-a-report", "unknown-format", ""]
    assert [item.report.identity.year for item in found if item.report] == [2020, 2019]
    assert all(item.document for item in found if item.report)


def test_what_a_person_says_of_a_file_wins() -> None:
    items = unfold_uploads([upload("pingtan-2020.html")])
    entry = ManifestEntry("pingtan-2020.html", year=2019)
    (item,) = look(items, {items[0].sha256: entry})
    assert item.report is not None
    assert item.report.identity.year == 2019


def slow_or_deadly(asked: Sequence[Asked]) -> list[Answer]:
    names = {item.name for item, _ in asked}
    if "slow.html" in names:
        time.sleep(60)
    if "deadly.html" in names:
        os._exit(3)
    return [UnreadableFile("empty-file", file=item.name) for item, _ in asked]


def test_a_file_that_hangs_or_kills_its_reader_spoils_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = sys.modules[unfold_uploads.__module__]
    monkeypatch.setattr(module, "_read_some", slow_or_deadly)
    monkeypatch.setattr(module, "MAX_SECONDS", 2.0)
    monkeypatch.setattr(module, "_BATCH", 2)
    names = ("a.html", "slow.html", "b.html", "deadly.html")
    items = unfold_uploads([Upload(name, name.encode()) for name in names])
    codes = [item.refusal and item.refusal.code for item in look(items)]
    assert codes == ["empty-file", "reading-timeout", "empty-file", "reading-crash"]


def test_a_self_check_leaves_nothing_on_disk(
    builds: Path, tmp_path: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = tree()
    packed = archive(("a.html", (REPORTS / "pingtan-2021.html").read_bytes()))
    looks = looked(packed, Upload("b.txt", b"nothing"))
    found = check(looks, {}, registry_of(builds), open_warehouse(builds))
    assert len(found) == 1
    assert tree() == before
