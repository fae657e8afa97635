"""Names beside the points of a plot, none on another, even on a phone."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from annual_reports.charts.colours import faded
from annual_reports.charts.labels import folded, half_widths
from annual_reports.charts.marks import note
from annual_reports.charts.style import Style

_NEAR: Final = 0.045  # of the height: names closer than that lie on each other
_LETTER, _PHONE = 6, 330  # pixels of a half-width character, and of the plot on a phone
_GAP: Final = 3  # pixels between a point and its name


class Name(NamedTuple):
    """The name of a point: ``x`` and ``y`` as shares of the plot, ``at`` as the axes have them.

    It stands left of a point of ``size`` pixels where the right half has no room.
    """

    words: str
    x: float
    y: float
    at: tuple[float, float]
    size: float

    @classmethod
    def of(
        cls, words: str, share: tuple[float, float], at: tuple[float, float], size: float
    ) -> "Name":
        """Cut to what half a phone has room for."""
        room = int((_PHONE / 2 - _away(size)) / _LETTER)
        return cls(folded(words, room, 1), *share, at, size)

    @property
    def is_left(self) -> bool:
        """Whether it stands left of its point."""
        return self.x > 0.5  # noqa: PLR2004 the middle

    @property
    def width(self) -> float:
        """As a share of the plot on a phone."""
        return half_widths(self.words) * _LETTER / _PHONE

    @property
    def start(self) -> float:
        """Its left end, as a share of the plot."""
        return self.x - self.width if self.is_left else self.x

    def is_on(self, other: "Name") -> bool:
        """Whether the two would lie on each other."""
        first, second = sorted((self, other), key=lambda name: name.start)
        return abs(self.y - other.y) < _NEAR and second.start < first.start + first.width


def apart(names: Iterable[Name], most: int) -> list[Name]:
    """The first ``most`` names of which none lies on one before it."""
    kept: list[Name] = []
    for name in names:
        if len(kept) == most:
            break
        if not any(name.is_on(other) for other in kept):
            kept.append(name)
    return kept


def written_beside(style: Style, name: Name) -> dict[str, Any]:
    """A name, legible on other points."""
    look = {"xanchor": "right" if name.is_left else "left", "yanchor": "middle", "borderpad": 0}
    look |= {"bgcolor": faded(style.palette.surface, 0.8)}
    x, y = name.at
    shift = _away(name.size)
    place = {"x": x, "y": y, "name": "named", "xshift": -shift if name.is_left else shift}
    return note(style, name.words, **place, **look)


def _away(size: float) -> float:
    """How many pixels a name stands from the middle of its point."""
    return size / 2 + _GAP
