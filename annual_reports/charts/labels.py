"""Words on charts: names above rows, keys of colours, folding and spacing."""

import re
import textwrap
import unicodedata
from collections.abc import Sequence

from annual_reports.charts.canvas import Canvas
from annual_reports.charts.marks import note
from annual_reports.charts.style import Style
from annual_reports.charts.theme import TEXT

_LINE = 20
# Chinese may be broken between any two characters, but no line begins with what closes.
_PIECE = re.compile(r"(?:[^\u2E80-\uFFEF\s]+|[\u2E80-\uFFEF])[，。；：、）》”’！？]*\s*|\s+")
_APART = "\u2003"


def draw_rows(
    figure: Canvas, style: Style, labels: Sequence[str], lifts: Sequence[float] | float = 0.24
) -> None:
    """Rows counted downwards, each label ``lift`` above the middle of its row.

    So a long name takes no width from the bars, which is what keeps them readable on a phone.
    """
    each = [lifts] * len(labels) if isinstance(lifts, float) else lifts
    side = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "bottom", "align": "left"}
    notes = [
        note(style, label, y=position - lift, name="row", borderpad=0, **side)
        for position, (label, lift) in enumerate(zip(labels, each, strict=True))
    ]
    figure.write(*notes)
    figure.update_yaxes(visible=False, range=[len(labels) - 0.55, -0.8])


def strong(style: Style, words: str) -> str:
    """Words in the colour of text instead of the muted one of notes."""
    return f'<span style="color:{style.palette.text}">{words}</span>'


def folded(words: str, width: int, lines: int) -> str:
    """Words in at most so many lines of ``width`` half-width characters; … where they end."""
    if any(unicodedata.east_asian_width(letter) == "W" for letter in words):
        width //= 2
        pieces = [words[start : start + width] for start in range(0, len(words), width)]
    else:
        pieces = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
    if len(pieces) > lines:
        pieces = [*pieces[: lines - 1], pieces[lines - 1][: width - 1] + "…"]
    return "<br>".join(pieces)


def wrapped(words: str, width: int) -> list[str]:
    """Words in lines of at most so many half-width characters, broken where the script allows."""
    lines = [""]
    for piece in _PIECE.findall(words):
        if lines[-1] and half_widths(lines[-1] + piece.rstrip()) > width:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines]


def half_widths(words: str) -> int:
    """How wide words are, in half-width characters; a Chinese one counts two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in words)


def spread(positions: Sequence[float], gap: float, top: float) -> list[float]:
    """Rising positions moved apart so that neighbours keep at least ``gap`` and stay below top."""
    moved: list[float] = []
    for position in positions:
        moved.append(max(position, moved[-1] + gap) if moved else position)
    for place in reversed(range(len(moved))):
        above = moved[place + 1] - gap if place + 1 < len(moved) else top
        moved[place] = min(moved[place], above)
    return moved


def swatch(colour: str, words: str, sign: str = "■") -> str:
    """Words behind a sign of the colour they name."""
    return f'<span style="color:{colour}">{sign}</span> {words}'


def draw_key(
    figure: Canvas, style: Style, entries: Sequence[str], each: int = 4, side: str = "left"
) -> None:
    """A line of names with their signs above the plot, broken after ``each`` of them.

    ``side`` is the side of the plot it is flush with: right where names stand left of the plot.

    Written as text because Plotly's own legend gives every entry the width of the widest.
    """
    lines = [entries[start : start + each] for start in range(0, len(entries), each)]
    above = figure.layout["margin"]["t"]
    room = _LINE * len(lines)
    figure.update(margin={"t": above + room}, height=figure.layout["height"] + room)
    place = {"x": 0 if side == "left" else 1, "y": 1, "xref": "paper", "yref": "paper"}
    look = {"xanchor": side, "yanchor": "bottom", "align": side, "borderpad": 0}
    font = {"size": TEXT, "color": style.palette.text}
    words = "<br>".join(_APART.join(line) for line in lines)
    key = note(style, words, font=font, name="key", yshift=above, **place, **look)
    figure.write(key)
