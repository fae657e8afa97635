"""LibreOffice as a converter: one file, one process of its own, no macros, no network."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from annual_reports.errors import UnreadableFile
from annual_reports.extract.readers.limits import MAX_FILE, check_bytes

PROGRAMS: Final = ("soffice", "libreoffice")
TIMEOUT: Final = 60.0  # seconds; a report takes one or two
_DOCX: Final = "MS Word 2007 XML"
_TARGETS: Final = {"docx": f"docx:{_DOCX}", "pdf": "pdf:writer_pdf_Export"}
# Links are never followed: all of them go to a proxy that is not there.
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetFTPProxyPort", "9"),
)
# Memory in KB and the size of files in blocks of 512 bytes, where the system can limit them.
_LIMITED: Final = ("sh", "-c", 'ulimit -v 4194304; ulimit -f 409600; exec "$@"', "sh")
_REGISTRY: Final = "user/registrymodifications.xcu"


def is_installed() -> bool:
    """Whether there is a converter on this machine."""
    return _program() is not None


def to_pdf(docx: bytes) -> bytes:
    """A Word file of our own making as PDF; raises UnreadableFile as ``convert`` does."""
    return convert(Path("brief.docx"), docx, "docx", _DOCX, to="pdf")


def _program() -> str | None:
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def convert(path: Path, data: bytes, suffix: str, filter_name: str, to: str = "docx") -> bytes:
    """The file as DOCX or PDF; ``suffix`` and ``filter_name`` say what it is.

    Raises UnreadableFile when no converter is installed, when it fails, takes longer than
    TIMEOUT or its result is too large.
    """
    program = _program()
    if program is None:
        raise UnreadableFile(
            "converter-missing",
            file=path.name,
            found=suffix.upper(),
            expected=f"LibreOffice ({', '.join(PROGRAMS)})",
        )
    with TemporaryDirectory(prefix="annual-reports-") as name:
        folder = Path(name)
        source = folder / f"report.{suffix}"
        source.write_bytes(data)
        _write_settings(folder / "profile")
        _run([program, *_arguments(folder, filter_name, to), str(source)], folder)
        return _result(path, suffix, folder / "out" / f"report.{to}")


def _arguments(folder: Path, filter_name: str, to: str) -> list[str]:
    """The command line; the profile is private, so that no running office is met."""
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"--infilter={filter_name}",
        "--convert-to",
        _TARGETS[to],
        "--outdir",
        str(folder / "out"),
    ]


def _write_settings(profile: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{place}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for place, name, value in _SETTINGS
    )
    registry = profile / _REGISTRY
    registry.parent.mkdir(parents=True)
    registry.write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor='
        f'"http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(command: list[str], folder: Path) -> None:
    """Run the converter, and end it with all it has started when it takes too long."""
    is_posix = os.name == "posix"
    process = subprocess.Popen(  # noqa: S603
        [*_LIMITED, *command] if is_posix else command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "HOME": str(folder)},
        start_new_session=True,
    )
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired:
        pass  # there is no result then
    finally:
        with suppress(ProcessLookupError, PermissionError):
            if is_posix:
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.wait()


def _result(path: Path, suffix: str, result: Path) -> bytes:
    if not result.is_file():
        found = f"{suffix.upper()}: LibreOffice"
        raise UnreadableFile("file-unreadable", file=path.name, found=found)
    check_bytes(path, result.stat().st_size, MAX_FILE)
    return result.read_bytes()
