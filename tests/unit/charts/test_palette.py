"""The colours: apart for every eye, and strong enough against the page.

Distances are CIE76 (Euclidean in CIELAB, D65); colour blindness is simulated in linear RGB after
Machado, Oliveira & Fernandes 2009, severity 1.0. Under this pair the light set of outcomes has
its smallest distance at 29.4 (tritan, 予以公开 against 部分公开).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import dist

import pytest

from annual_reports.charts.colours import blend, contrast, ink_on
from annual_reports.charts.theme import DARK, LIGHT, Palette

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

VISION: Mapping[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE: Triple = (0.95047, 1.0, 1.08883)
THEMES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def times(matrix: Matrix, vector: Iterable[float]) -> Triple:
    known = tuple(vector)
    x, y, z = (sum(a * b for a, b in zip(row, known, strict=True)) for row in matrix)
    return (x, y, z)


def linear(colour: str) -> Triple:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return (r, g, b)


def lab(rgb: Triple) -> Triple:
    xyz = times(TO_XYZ, (min(max(channel, 0.0), 1.0) for channel in rgb))
    x, y, z = (_curve(part / white) for part, white in zip(xyz, WHITE, strict=True))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _curve(share: float) -> float:
    return share ** (1 / 3) if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29


def distances(colours: Mapping[str, str], matrix: Matrix) -> Iterator[tuple[float, str, str]]:
    seen = {code: lab(times(matrix, linear(colour))) for code, colour in colours.items()}
    for one, other in combinations(seen, 2):
        yield dist(seen[one], seen[other]), one, other


def test_the_measure_is_the_one_of_the_design() -> None:
    nearest = {eye: min(distances(LIGHT.outcomes, matrix)) for eye, matrix in VISION.items()}
    assert min(nearest.values())[0] == pytest.approx(29.4, abs=0.1)
    assert min(nearest, key=lambda eye: nearest[eye]) == "tritan"


@THEMES
@pytest.mark.parametrize("eye", VISION)
def test_outcomes_are_apart_for_every_eye(palette: Palette, eye: str) -> None:
    assert min(distances(palette.outcomes, VISION[eye]))[0] >= 29


@THEMES
@pytest.mark.parametrize("eye", VISION)
def test_kinds_of_applicant_are_apart_for_every_eye(palette: Palette, eye: str) -> None:
    assert min(distances(palette.applicants, VISION[eye]))[0] >= 15


@THEMES
@pytest.mark.parametrize("eye", VISION)
def test_the_accent_and_attention_are_apart_for_every_eye(palette: Palette, eye: str) -> None:
    pair = {"accent": palette.accent, "attention": palette.attention}
    assert min(distances(pair, VISION[eye]))[0] >= 29


def test_dark_outcomes_stand_out_from_the_page() -> None:
    assert min(contrast(colour, DARK.surface) for colour in DARK.outcomes.values()) >= 4


def test_the_light_outcomes_that_do_not_are_known() -> None:
    """These three lie between two others, edged and labelled; none is told by colour alone."""
    faint = {code for code, colour in LIGHT.outcomes.items() if contrast(colour, "#FFFFFF") < 3}
    assert faint == {"partly_disclosed", "unavailable", "declined"}


@THEMES
def test_words_and_marks_can_be_read(palette: Palette) -> None:
    assert contrast(palette.text, palette.surface) >= 7
    assert contrast(palette.muted, palette.surface) >= 4.5
    for colour in (palette.accent, palette.attention, palette.structure):
        assert contrast(colour, palette.surface) >= 3


@THEMES
def test_figures_inside_segments_can_be_read(palette: Palette) -> None:
    shades = [blend(palette.ramp, share / 10) for share in range(11)]
    for colour in (*palette.outcomes.values(), *palette.applicants.values(), *shades):
        assert contrast(colour, ink_on(colour)) >= 4.5


def test_a_ramp_runs_from_end_to_end() -> None:
    assert (blend(LIGHT.ramp, 0), blend(LIGHT.ramp, 1)) == LIGHT.ramp
