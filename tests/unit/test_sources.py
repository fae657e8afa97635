"""Files, folders and archives as sources of reports."""

from pathlib import Path
from zipfile import ZipFile

from annual_reports.sources import find_sources, read_source


def contents(archive: Path) -> dict[str, bytes]:
    return {source.member: read_source(source) for source in find_sources([archive])}


def write(archive: Path, **members: str) -> None:
    with ZipFile(archive, "w") as package:
        for name, text in members.items():
            package.writestr(f"{name}.html", text)


def test_an_archive_that_was_replaced_is_opened_anew(tmp_path: Path) -> None:
    archive = tmp_path / "reports.zip"
    write(archive, a="first")
    assert contents(archive) == {"a.html": b"first"}
    write(archive, a="second", b="another")
    assert contents(archive) == {"a.html": b"second", "b.html": b"another"}
