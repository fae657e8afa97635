"""Colours, fonts and the one template of each theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

Theme = Literal["light", "dark"]

FONT: Final = "'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif"
SMALL: Final = 11
TEXT: Final = 12
CONFIG: Final[Mapping[str, object]] = {"displayModeBar": False, "responsive": True}
"""What a page passes to Plotly: no tool bar, follow the width."""

OUTCOMES: Final = (
    "disclosed",
    "partly_disclosed",
    "withheld",
    "unavailable",
    "declined",
    "other_handling",
)

APPLICANTS: Final = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_org",
)
RESULTS: Final = ("upheld", "corrected", "other", "pending")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme by what they mean; ``surface`` is the page behind the chart."""

    surface: str
    text: str
    muted: str
    grid: str
    accent: str
    accent_soft: str
    structure: str
    attention: str
    outcomes: Mapping[str, str]
    applicants: Mapping[str, str]
    results: Mapping[str, str]
    ramp: tuple[str, str]


def _coded(codes: tuple[str, ...], *colours: str) -> dict[str, str]:
    return dict(zip(codes, colours, strict=True))


LIGHT: Final = Palette(
    surface="#FFFFFF",
    text="#1F2328",
    muted="#5B6774",
    grid="#E3E7EC",
    accent="#0969A6",
    accent_soft="#A6CBE6",
    structure="#8593A1",
    attention="#B45309",
    outcomes=_coded(OUTCOMES, "#0969A6", "#80B8FB", "#A74B2E", "#F5A641", "#CBAABA", "#785E64"),
    applicants=_coded(APPLICANTS, "#C3CAD2", "#0F6E6E", "#D9A400", "#7A5BA8", "#243B53", "#D06F6F"),
    results=_coded(RESULTS, "#5B7C99", "#B45309", "#A9B4BF", "#E1E6EB"),
    ramp=("#EAF2F8", "#0969A6"),
)
DARK: Final = Palette(
    surface="#0E1117",
    text="#E6EDF3",
    muted="#9AA6B2",
    grid="#2A313B",
    accent="#58A6D6",
    accent_soft="#285878",
    structure="#7C8997",
    attention="#F2A33A",
    outcomes=_coded(OUTCOMES, "#387BB6", "#A7CBFF", "#C5542F", "#F4A432", "#FDD0D0", "#8D777C"),
    applicants=_coded(APPLICANTS, "#4A5460", "#3FB5AC", "#F0C23A", "#8A6BE0", "#E3ECF6", "#E07A6A"),
    results=_coded(RESULTS, "#7C9CBA", "#F2A33A", "#56616D", "#343C46"),
    ramp=("#14202B", "#58A6D6"),
)


def palette_of(theme: Theme) -> Palette:
    """The colours of a theme."""
    return LIGHT if theme == "light" else DARK


@cache
def template(theme: Theme) -> dict[str, Any]:
    """What all charts of a theme share; transparent, so that the page shows through."""
    colours = palette_of(theme)
    axis = {
        "automargin": True,
        "showgrid": False,
        "zeroline": False,
        "linecolor": colours.structure,
        "tickfont": {"size": SMALL, "color": colours.muted},
        "fixedrange": True,
    }
    layout = {
        "font": {"family": FONT, "size": TEXT, "color": colours.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 4, "r": 8, "t": 24, "b": 4},
        "xaxis": axis,
        "yaxis": axis,
        "bargap": 0.22,
        "showlegend": False,
        "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "title": {"text": ""}},
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.structure,
            "font": {"family": FONT, "size": TEXT, "color": colours.text},
            "align": "left",
        },
        "dragmode": False,
    }
    return {"layout": layout}
