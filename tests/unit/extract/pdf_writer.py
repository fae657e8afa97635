"""A writer of small PDF files: text of any script, rules, pictures, turned and locked pages."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tests.unit.extract import written
from tests.unit.extract.made_reports import TITLES, Made, Rows

A4 = (595.0, 842.0)
_TEXT = re.compile(r"([\d.]+) \(([0-9a-f]*)\)")
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def width_of(text: str, size: float) -> float:
    """Half a square for ASCII, a square for all else."""
    return sum(size / 2 if char.isascii() else size for char in text)


@dataclass
class Page:
    size: tuple[float, float] = A4
    turns: int = 0
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, base: float, text: str, size: float = 9, mode: int = 0) -> None:
        """Text with its baseline at ``base`` from the top; render mode 3 leaves no ink."""
        self._show(f"{mode} Tr 1 0 0 1 {x} {self.size[1] - base} Tm", size, text)

    def sideways(self, x: float, base: float, text: str, size: float = 9) -> None:
        """Text that runs upwards from there."""
        self._show(f"0 Tr 0 1 -1 0 {x} {self.size[1] - base} Tm", size, text)

    def _show(self, place: str, size: float, text: str) -> None:
        self.parts.append(f"BT {place} {size} ({text.encode('utf-16-be').hex()}) ET")

    def line(self, x0: float, y0: float, x1: float, y1: float, dash: str = "[] 0") -> None:
        height = self.size[1]
        self.parts.append(f"0.5 w {dash} d {x0} {height - y0} m {x1} {height - y1} l S")

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A filled box."""
        self.parts.append(f"{x0} {self.size[1] - y1} {x1 - x0} {y1 - y0} re f")

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> None:
        width, height, y = x1 - x0, y1 - y0, self.size[1] - y1
        self.parts.append(f"q {width} 0 0 {height} {x0} {y} cm /I Do Q")


@dataclass
class Pdf:
    pages: list[Page] = field(default_factory=list)
    title: str = ""

    def page(self, size: tuple[float, float] = A4, turns: int = 0) -> Page:
        self.pages.append(Page(size, turns))
        return self.pages[-1]

    def data(self, password: bytes | None = None) -> bytes:
        """The file; locked with that user password, which may be empty, if one is given."""
        objects = self._objects()
        key = b""
        if password is not None:
            owner, user, key = _keys(password)
            entries = (owner.hex().encode(), user.hex().encode())
            objects.append(b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % entries)
        return _file(objects, key)

    def _objects(self) -> list[bytes]:
        """Catalogue, pages, fonts, title, picture, two glyphs, then pages and fonts by twos."""
        used = sorted({code for page in self.pages for part in page.parts for code in _codes(part)})
        fonts = [used[start : start + 200] for start in range(0, len(used), 200)]
        after = 8 + 2 * len(self.pages)
        kids = " ".join(f"{9 + 2 * n} 0 R" for n in range(len(self.pages)))
        names = "".join(f"/F{n} {after + 2 * n} 0 R" for n in range(len(fonts)))
        grey = "/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray"
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {len(self.pages)}/Kids[{kids}]>>".encode(),
            f"<<{names}>>".encode(),
            f"<</Title<feff{self.title.encode('utf-16-be').hex()}>>>".encode(),
            _stream(b"\x80" * 4, grey),
            _glyph(500),
            _glyph(1000),
        ]
        places = {code: (n, k) for n, codes in enumerate(fonts) for k, code in enumerate(codes)}
        for number, page in enumerate(self.pages):
            content = "\n".join(_shown(part, places) for part in page.parts)
            objects += [_stream(content.encode()), _page(page, 8 + 2 * number)]
        for number, codes in enumerate(fonts):
            objects += [_font(codes, after + 2 * number + 1), _stream(_unicode_map(codes))]
        return objects


def _page(page: Page, content: int) -> bytes:
    width, height = page.size
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Rotate {90 * page.turns}"
        f"/Contents {content} 0 R/Resources<</Font 3 0 R/XObject<</I 5 0 R>>>>>>"
    ).encode()


def _codes(part: str) -> list[str]:
    match = _TEXT.search(part)
    return [match[2][place : place + 4] for place in range(0, len(match[2]), 4)] if match else []


def _shown(part: str, places: dict[str, tuple[int, int]]) -> str:
    """The text in that part shown by the fonts that hold its characters."""
    match = _TEXT.search(part)
    if not match:
        return part
    shown = [f"/F{n} {match[1]} Tf <{k:02x}> Tj" for n, k in map(places.__getitem__, _codes(part))]
    return part.replace(match[0], " ".join(shown))


def _glyph(width: int) -> bytes:
    return _stream(f"{width} 0 0 -120 {width} 880 d1 0 -120 {width} 1000 re f".encode())


def _font(codes: Sequence[str], unicode_map: int) -> bytes:
    """A font whose every glyph is a box, half as wide for ASCII: no machine lacks it."""
    narrow = [code < "0080" for code in codes]
    names = [f"/g{code}" for code in codes]
    boxes = "".join(f"{g} {6 if n else 7} 0 R" for g, n in zip(names, narrow, strict=True))
    widths = " ".join("500" if n else "1000" for n in narrow)
    return (
        "<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 880]/FontMatrix[.001 0 0 .001 0 0]"
        f"/Encoding<</Differences[0{''.join(names)}]>>/CharProcs<<{boxes}>>"
        f"/FirstChar 0/LastChar {len(codes) - 1}/Widths[{widths}]"
        f"/ToUnicode {unicode_map} 0 R/Resources<<>>>>"
    ).encode()


def _unicode_map(codes: Sequence[str]) -> bytes:
    pairs = [f"<{k:02x}> <{code}>" for k, code in enumerate(codes)]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    listed = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{listed}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _stream(data: bytes, entries: str = "") -> bytes:
    return f"<<{entries}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _file(objects: Sequence[bytes], key: bytes) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(data))
        body = item
        if key and b"stream\n" in item:
            head, rest = item.split(b"stream\n", 1)
            inner = _rc4(_object_key(key, number), rest.removesuffix(b"\nendstream"))
            body = head + b"stream\n" + inner + b"\nendstream"
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    locked = b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects) if key else b""
    data += b"trailer\n<</Size %d/Root 1 0 R/Info 4 0 R%s>>\n" % (len(objects) + 1, locked)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def _keys(password: bytes) -> tuple[bytes, bytes, bytes]:
    """Owner entry, user entry and key of the standard lock of 40 bits."""
    padded = (password + _PADDING)[:32]
    owner = _rc4(hashlib.md5(padded, usedforsecurity=False).digest()[:5], padded)
    salted = padded + owner + b"\xfc\xff\xff\xff" + b"\0"
    key = hashlib.md5(salted, usedforsecurity=False).digest()[:5]
    return owner, _rc4(key, _PADDING), key


def _object_key(key: bytes, number: int) -> bytes:
    salted = key + number.to_bytes(3, "little") + b"\0\0"
    return hashlib.md5(salted, usedforsecurity=False).digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def places_of(rows: Rows) -> list[written.Place]:
    """Row, column, the row and column after its last, and text of every cell."""
    return [
        (row, column, last_row + 1, last_column + 1, text)
        for row, column, last_row, last_column, text in written.places_of(rows)
    ]


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines no wider than that, one character at the least."""
    lines = [""]
    for char in text:
        if lines[-1] and width_of(lines[-1] + char, size) > width:
            lines.append("")
        lines[-1] += char
    return lines


@dataclass
class Sheet:
    """Writes text and tables down the pages, breaking tables between rows."""

    pdf: Pdf
    size: float = 8
    rules: str = "all"  # all, none, or bars: thin filled boxes
    bottom: float = 790
    wraps: bool = True
    y: float = 60

    def __post_init__(self) -> None:
        self.page = self.pdf.pages[-1] if self.pdf.pages else self.pdf.page()

    def lines(self, texts: Iterable[str]) -> None:
        for text in texts:
            self.page.text(60, self.y, text, self.size + 2)
            self.y += 2 * self.size

    def table(self, rows: Rows, widths: Sequence[float]) -> None:
        places = places_of(rows)
        edges = [50 + sum(widths[:column]) for column in range(len(widths) + 1)]
        heights = self._heights(places, edges, len(rows))
        first = 0
        while first < len(rows):
            last, y = first, self.y
            while last < len(rows) and y + heights[last] <= self.bottom:
                y += heights[last]
                last += 1
            last = max(last, first + 1)
            tops = [self.y + sum(heights[first:row]) for row in range(first, last + 1)]
            for row, column, below, beyond, text in places:
                if row < last and below > first:
                    top, low = tops[max(row, first) - first], tops[min(below, last) - first]
                    self._cell(edges[column], top, edges[beyond], low, text if row >= first else "")
            self.y = tops[-1] + 3 * self.size
            first = last
            if first < len(rows):
                self.page, self.y = self.pdf.page(), 60.0

    def _heights(self, places: list[written.Place], edges: list[float], count: int) -> list[float]:
        heights = [2.5 * self.size] * count
        for row, column, below, beyond, text in places:
            lines = len(wrapped(text, edges[beyond] - edges[column] - 4, self.size))
            lacking = lines * 1.3 * self.size + self.size - sum(heights[row:below])
            heights[below - 1] += max(lacking, 0)
        return heights

    def _cell(self, x0: float, top: float, x1: float, low: float, text: str) -> None:
        for side in (
            (x0, top, x1, top),
            (x0, low, x1, low),
            (x0, top, x0, low),
            (x1, top, x1, low),
        ):
            if self.rules == "all":
                self.page.line(*side)
            elif self.rules == "bars":
                self.page.bar(side[0], side[1], side[2] + 0.7, side[3] + 0.7)
        lines = wrapped(text, x1 - x0 - 4, self.size) if self.wraps else [text]
        base = max((top + low - len(lines) * 1.3 * self.size) / 2, top + 2) + self.size
        for line in filter(None, lines):
            x = (x0 + x1 - width_of(line, self.size)) / 2 if self.wraps else x0 + 2
            self.page.text(x, base, line, self.size)
            base += 1.3 * self.size


WIDTHS = {
    "2": (150.0, 110.0, 110.0, 110.0),
    "3": (40.0, 60.0, 120.0, *[38.0] * 7),
    "4": (32.0,) * 15,
}


def pdf_of(made: Made, rules: str = "all", bottom: float = 790) -> bytes:
    """The made report as PDF."""
    pdf = Pdf(title=TITLES[made.form])
    sheet = Sheet(pdf, rules=rules, bottom=bottom)
    sheet.lines([TITLES[made.form], "一、总体情况"])
    for code, rows in made.tables.items():
        sheet.table(rows, WIDTHS[code])
    return pdf.data()
