"""Glyphs, rules and boxes on a page: points, from the upper left corner, downwards."""

from typing import Final, NamedTuple

QUARTER: Final = 4  # quarter turns that are a whole one


class Box(NamedTuple):
    """A rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def joined(self, other: "Box") -> "Box":
        """The smallest box around both."""
        return Box(
            min(self.x0, other.x0),
            min(self.top, other.top),
            max(self.x1, other.x1),
            max(self.bottom, other.bottom),
        )


class Glyph(NamedTuple):
    """A printed character, or a blank.

    Its box runs from its origin over its advance width, and from ascent to descent of its
    font. ``base`` is the y of its baseline. ``turns``: the quarter turns, clockwise, by
    which it lies. ``order`` counts the characters of the page as they are written.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float
    turns: int = 0
    order: int = 0

    @property
    def x(self) -> float:
        """The middle, from left to right."""
        return (self.x0 + self.x1) / 2

    @property
    def y(self) -> float:
        """The middle, from top to bottom."""
        return (self.top + self.bottom) / 2


class Rule(NamedTuple):
    """A straight line: at ``at`` across its direction, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float


class Frame(NamedTuple):
    """How the space of a page lies: its box in PDF's own space and quarter turns, clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as seen."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of PDF's space as seen."""
        if self.turns == 0:
            return x - self.left, self.top - y
        if self.turns == 1:
            return y - self.bottom, x - self.left
        if self.turns == 2:  # noqa: PLR2004
            return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of PDF's space as seen."""
        if self.turns == 0:
            return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def turned_back(box: Box, turns: int, size: tuple[float, float]) -> Box:
    """The box before a page of that size, as seen now, was turned by so many quarters."""
    x0, top, x1, bottom = box
    width, height = size
    for _ in range(-turns % QUARTER):  # the missing turns make it a whole one
        x0, top, x1, bottom = height - bottom, x0, height - top, x1
        width, height = height, width
    return Box(x0, top, x1, bottom)
