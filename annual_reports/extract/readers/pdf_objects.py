"""What is drawn on a page of a PDF besides its text: rules and pictures, and what they hide."""

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

from annual_reports.extract.readers.pdf_geometry import Box, Frame, Rule

_THIN: Final = 4.0  # a box no wider, in points, is a rule
_DEEPEST: Final = 8  # forms within forms
_COVERS: Final = 0.8  # of the page: a picture that hides what is printed below it
_INVISIBLE: Final = frozenset({3, 7})  # text render modes that leave no ink
_RECTANGLE: Final = 5  # segments of a rectangle

Handle = Any  # a pointer PDFium gives out
Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class TooManyObjects(Exception):
    """A page holds more objects than any report."""


@dataclass
class Drawn:
    """Rules by direction, pictures, and handles of text objects that are not seen.

    ``curves`` counts the paths that are neither rules nor boxes, such as letters that were
    turned into outlines.
    """

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    curves: int = 0


def address(handle: Handle) -> int:
    """What tells one object of PDFium from another."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def drawn_on(page: Handle, frame: Frame, limit: int) -> Drawn:
    """What is drawn on the page; raises TooManyObjects beyond ``limit`` objects."""
    return _Walk(frame, limit).walk(page)


class _Walk:
    """Goes through the objects of a page in the order they are painted."""

    def __init__(self, frame: Frame, limit: int) -> None:
        self._frame = frame
        self._left = limit
        self._drawn = Drawn()
        self._texts: list[Handle] = []
        self._sides = [ctypes.c_float() for _ in range(4)]
        self._pointers = [ctypes.byref(side) for side in self._sides]

    def walk(self, page: Handle) -> Drawn:
        count = pdfium.FPDFPage_CountObjects(page)
        self._visit(count, lambda i: pdfium.FPDFPage_GetObject(page, i), IDENTITY, 0)
        return self._drawn

    def _visit(self, count: int, get: Any, matrix: Matrix, depth: int) -> None:
        self._left -= max(count, 0)
        if self._left < 0:
            raise TooManyObjects
        kind_of = pdfium.FPDFPageObj_GetType
        for place in range(count):
            item = get(place)
            kind = kind_of(item)
            if kind == pdfium.FPDF_PAGEOBJ_TEXT:
                self._take_text(item)
            elif kind == pdfium.FPDF_PAGEOBJ_PATH:
                self._take_path(item, matrix)
            elif kind in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}:
                self._take_picture(item, matrix, kind == pdfium.FPDF_PAGEOBJ_IMAGE)
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = _times(_matrix(item), matrix)
                size = pdfium.FPDFFormObj_CountObjects(item)
                self._visit(size, _getter(item), inner, depth + 1)

    def _take_text(self, item: Handle) -> None:
        self._texts.append(item)
        if pdfium.FPDFTextObj_GetTextRenderMode(item) in _INVISIBLE:
            self._drawn.hidden.add(address(item))

    def _take_picture(self, item: Handle, matrix: Matrix, is_image: bool) -> None:
        box = self._bounds(item, matrix)
        if box is None or not is_image:
            return
        self._drawn.pictures.append(box)
        width, height = self._frame.size
        covers = box.width * box.height >= _COVERS * width * height
        if covers and not pdfium.FPDFPageObj_HasTransparency(item):
            self._drawn.hidden.update(map(address, self._texts))

    def _bounds(self, item: Handle, matrix: Matrix) -> Box | None:
        if not pdfium.FPDFPageObj_GetBounds(item, *self._pointers):
            return None
        left, bottom, right, top = (side.value for side in self._sides)
        if matrix is not IDENTITY:
            corners = [_moved(matrix, x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        return self._frame.box(left, bottom, right, top)

    def _take_path(self, item: Handle, matrix: Matrix) -> None:
        box = self._bounds(item, matrix)
        if box is None:
            return
        is_thin = box.width <= _THIN or box.height <= _THIN
        size = pdfium.FPDFPath_CountSegments(item)
        if is_thin and size <= _RECTANGLE:
            if any(_inks(item)):
                self._take_rule(box)
            return
        is_filled, is_stroked = _inks(item)
        if is_stroked or (is_filled and size > _RECTANGLE):
            self._left -= size
            if self._left < 0:
                raise TooManyObjects
            self._take_outlines(item, _times(_matrix(item), matrix), is_stroked)

    def _take_outlines(self, item: Handle, matrix: Matrix, is_stroked: bool) -> None:
        """The parts of a path: thin ones are rules, as are the sides of stroked ones."""
        for points in _outlines(item, self._drawn):
            seen = [self._frame.point(*_moved(matrix, x, y)) for x, y in points]
            box = _around(seen)
            if box.width <= _THIN or box.height <= _THIN:
                self._take_rule(box)
            elif is_stroked:
                for one, other in itertools.pairwise(seen):
                    side = _around([one, other])
                    if side.width <= 1 or side.height <= 1:
                        self._take_rule(side)

    def _take_rule(self, box: Box) -> None:
        """A thin box as a rule; a mere dot may be a part of one in either direction."""
        width, height = box.width, box.height
        if height <= _THIN and (width >= height or width <= _THIN):
            at = (box.top + box.bottom) / 2
            self._drawn.horizontal.append(Rule(at, box.x0, box.x1))
        if width <= _THIN and (height >= width or height <= _THIN):
            self._drawn.vertical.append(Rule((box.x0 + box.x1) / 2, box.top, box.bottom))


def _getter(form: Handle) -> Any:
    return lambda place: pdfium.FPDFFormObj_GetObject(form, place)


def _inks(path: Handle) -> tuple[bool, bool]:
    """Whether the path is filled, and whether it is stroked."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
    return bool(filled.value), bool(stroked.value)


def _outlines(path: Handle, drawn: Drawn) -> Iterator[list[Point]]:
    """The corners of each part of the path that has straight sides only."""
    points: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    is_straight = True
    for place in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, place)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and is_straight:
                yield points
            points, is_straight = [], True
        elif kind != pdfium.FPDF_SEGMENT_LINETO:
            drawn.curves += is_straight
            is_straight = False
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and is_straight:
        yield points


def _around(points: list[Point]) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across), min(down), max(across), max(down))


def _matrix(item: Handle) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return IDENTITY
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(one: Matrix, other: Matrix) -> Matrix:
    """First the one, then the other."""
    a, b, c, d, e, f = one
    x, y = _moved(other, e, f)
    (ox, oy) = other[4], other[5]
    (ax, ay), (cx, cy) = _moved(other, a, b), _moved(other, c, d)
    return (ax - ox, ay - oy, cx - ox, cy - oy, x, y)


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
