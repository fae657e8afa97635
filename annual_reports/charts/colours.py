"""Arithmetic of colours: contrast, readable ink, shades."""

from functools import cache
from typing import Final

_LINEAR_BELOW: Final = 0.04045


def luminance(colour: str) -> float:
    """The relative luminance of #RRGGBB after WCAG."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= _LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours after WCAG, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def ink_on(colour: str) -> str:
    """Black or white, whichever reads better on that colour."""
    return max("#000000", "#FFFFFF", key=lambda ink: contrast(ink, colour))


def blend(ramp: tuple[str, str], share: float) -> str:
    """The colour at a share from 0 to 1 of the way along a ramp."""
    ends = [[int(colour[start : start + 2], 16) for start in (1, 3, 5)] for colour in ramp]
    mixed = [round(low + share * (high - low)) for low, high in zip(*ends, strict=True)]
    return "#{:02X}{:02X}{:02X}".format(*mixed)


def faded(colour: str, share: float) -> str:
    """That share of a colour, the rest of it clear."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share:g})"
