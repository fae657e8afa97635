"""Valid reports damaged byte by byte, whatever the bytes mean."""

from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from tests.fuzz.making import paper_of
from tests.fuzz.paper import Paper
from tests.fuzz.writers import WRITERS, name_of
from tests.unit.extract.written import converted

ARCHIVE = "zip"
OFFICE = ("doc", "rtf")  # read and written through an office suite, which is slow
SEEDS = 4  # undamaged reports of each format
MARKS = "\u200b\u200e\u200f\u202e\u202c\u2066\u2069\ufeff\u00ad\0"
NAMES = ("a", "a.docx", "a.xls", "a.html", "a.pdf", "a.csv", "a.ods", "a.mht", "a.rtf", "a.png")
ENCODINGS = ("gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5", "utf-32", "utf-8-sig")


class Damaged(NamedTuple):
    """A file to be read. ``is_exact``: every number in it is still one of the report's."""

    name: str
    content: bytes
    how: str
    is_exact: bool = False


@cache
def whole(kind: str, seed: int) -> bytes:
    """An undamaged report, or an archive of three."""
    if kind == ARCHIVE:
        return archive({name_of(one): whole(one, seed) for one in ("html", "docx", "pdf")})
    if kind in OFFICE:
        with TemporaryDirectory() as folder:
            return converted(whole("docx", seed), "report.docx", kind, Path(folder))
    return WRITERS[kind](paper(seed))


def archive(files: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


@cache
def paper(seed: int) -> Paper:
    return paper_of(Random(seed))  # noqa: S311


def damaged(rng: Random, kind: str, seed: int) -> Damaged:
    """One of the reports with one kind of damage."""
    content = whole(kind, seed)
    if kind in WRITERS and rng.random() < 0.15:
        return rng.choice([_renamed, _encoded, _zipped])(rng, kind, content)
    change = rng.choice(CHANGES)
    if content.startswith(b"PK") and rng.random() < 0.7:
        return Damaged(name_of(kind), _in_part(content, change, rng), f"part {change.__name__}")
    return Damaged(name_of(kind), change(content, rng), change.__name__)


def _in_part(content: bytes, change: Callable[[bytes, Random], bytes], rng: Random) -> bytes:
    """The damage within one part of a package, which is whole again around it."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        names = old.namelist()
        large = [name for name in names if old.getinfo(name).file_size > 3000] or names
        chosen = rng.choice([rng.choice(names), rng.choice(large)])
        for name in names:
            data = old.read(name)
            new.writestr(name, change(data, rng) if name == chosen and data else data)
    return stream.getvalue()


def _renamed(rng: Random, kind: str, content: bytes) -> Damaged:
    return Damaged(rng.choice(NAMES), content, "renamed", is_exact=kind != "csv")


def _encoded(rng: Random, kind: str, content: bytes) -> Damaged:
    """A text in another encoding, or in two; the head may still say UTF-8."""
    encoding = rng.choice(ENCODINGS)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return Damaged(name_of(kind), content[::-1], "reversed")
    at = rng.choice([0, rng.randrange(len(text))])
    mixed = text[:at].encode() + text[at:].encode(encoding, "replace")
    return Damaged(name_of(kind), mixed, f"half {encoding}", is_exact=encoding != "big5")


def _zipped(_: Random, kind: str, content: bytes) -> Damaged:
    """A package in a package, without having been asked for."""
    packed = archive({name_of(kind): content})
    return Damaged(name_of(kind), packed, "zipped", is_exact=True)


def flip(content: bytes, rng: Random) -> bytes:
    data = bytearray(content)
    for _ in range(rng.choice([1, 4, 64])):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


def overwrite(content: bytes, rng: Random) -> bytes:
    data = bytearray(content)
    at = rng.randrange(len(data))
    data[at : at + rng.choice([1, 16, 512])] = rng.randbytes(rng.choice([1, 16, 512]))
    return bytes(data)


def cut_off(content: bytes, rng: Random) -> bytes:
    return content[: rng.randrange(len(content))]


def cut_out(content: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(content))
    return content[:at] + content[at + rng.choice([1, 10, 100, 1000]) :]


def repeat(content: bytes, rng: Random) -> bytes:
    at, size = rng.randrange(len(content)), rng.choice([1, 10, 100, 1000, 5000])
    return content[: at + size] + content[at : at + size] * rng.choice([1, 2, 50]) + content[at:]


def splice(content: bytes, rng: Random) -> bytes:
    """The first part of it and the last part of another report, perhaps of another format."""
    other = whole(rng.choice(list(WRITERS)), rng.randrange(SEEDS))
    return content[: rng.randrange(len(content))] + other[rng.randrange(len(other)) :]


def nulls(content: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(content))
    return content[:at] + bytes(rng.choice([1, 7, 4096])) + content[at:]


def marks(content: bytes, rng: Random) -> bytes:
    """Invisible marks between characters, which a text may hold anywhere."""
    text = content.decode("utf-8", "surrogateescape")
    for _ in range(rng.choice([1, 10, 100])):
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(MARKS) + text[at:]
    return text.encode("utf-8", "surrogateescape")


def lines_moved(content: bytes, rng: Random) -> bytes:
    lines = content.split(b"\n")
    lines.insert(rng.randrange(len(lines)), lines.pop(rng.randrange(len(lines))))
    return b"\n".join(lines)


def attributes(content: bytes, rng: Random) -> bytes:
    """The numbers in markup, such as spans and sizes, made absurd."""
    number = rng.choice([b"0", b"-1", b"2", b"65536", b"999999999", b"1e9", b"", b"\xef\xbc\x91"])
    parts = content.split(b'"1"')
    if len(parts) == 1:
        return flip(content, rng)
    at = rng.randrange(1, len(parts))
    return b'"1"'.join(parts[:at]) + b'"' + number + b'"' + b'"1"'.join(parts[at:])


CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    flip, flip, overwrite, cut_off, cut_out, repeat, splice, nulls, marks, lines_moved, attributes
)  # fmt: skip
