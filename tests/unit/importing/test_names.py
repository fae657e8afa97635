"""Names of uploads are data: none of them leads anywhere on this machine."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annual_reports.importing.names import safe_name, shown_name
from annual_reports.sources import NOT_REPORTS, find_sources


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("年报.html", "年报.html"),
        ("../../x.html", "x.html"),
        ("/etc/passwd", "passwd"),
        ("C:\\Users\\a\\年报.docx", "年报.docx"),
        ("..\\..\\x.html", "x.html"),
        ("a\0b.html", "ab.html"),
        ("x\nSet-Cookie.html", "xSet-Cookie.html"),
        ("photo\u202elmth.exe", "photolmth.exe"),
        (".hidden.html", "hidden.html"),
        ("..", "report"),
        ("", "report"),
        ("CON.html", "_CON.html"),
        ("nul", "_nul"),
        ("Agencies.csv", "_Agencies.csv"),
        ("manifest.csv", "_manifest.csv"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        ("年" * 200 + ".pdf", "年" * 48 + ".pdf"),
    ],
)
def test_a_name_as_a_file_may_be_called(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=400))
def test_any_name_is_one_visible_file(name: str) -> None:
    safe = safe_name(name)
    assert PurePosixPath(safe).name == PureWindowsPath(safe).name == safe
    assert len(safe.encode()) <= 180
    assert not safe.startswith(".")
    assert safe.lower() not in NOT_REPORTS
    assert "\n" not in shown_name(name)


@given(st.text(min_size=1, max_size=60))
def test_a_file_of_that_name_is_found_by_a_build(tmp_path_factory: object, name: str) -> None:
    folder = tmp_path_factory.mktemp("named")  # type: ignore[attr-defined]
    path: Path = folder / safe_name(name)
    path.write_bytes(b"x")
    assert [source.path.resolve() for source in find_sources([folder])] == [path.resolve()]
