"""What every chart is given and what it gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import plotly.graph_objects as go

from annual_reports.charts.canvas import Canvas, Sheet
from annual_reports.charts.theme import Palette, Theme, palette_of
from annual_reports.form import short_label
from annual_reports.i18n import Lang, text


@dataclass(frozen=True, slots=True)
class Style:
    """Language, theme and the words that are not in the frames.

    ``scope`` is what the reader has chosen, in words. ``agency_names`` and ``metric_titles``
    are in the language of the style; where one is missing its code is shown. ``break_years``
    names the first years of a new meaning for measures whose meaning changed with the form;
    without it a break is known only from rows that are flagged ``is_break``.
    """

    lang: Lang = "zh"
    theme: Theme = "light"
    scope: str = ""
    agency_names: Mapping[str, str] = field(default_factory=dict)
    metric_titles: Mapping[str, str] = field(default_factory=dict)
    break_years: Mapping[str, Sequence[int]] = field(default_factory=dict)

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return palette_of(self.theme)

    @property
    def halo(self) -> str:
        """A shadow in the colour of the page, for labels that a line may cross."""
        return ", ".join([f"0 0 3px {self.palette.surface}"] * 3)

    def say(self, key: str, /, **facts: object) -> str:
        """The text ``charts.key``, filled in."""
        return text(f"charts.{key}", self.lang, **facts)

    def join(self, parts: list[str]) -> str:
        """An enumeration in the punctuation of the language."""
        return ("、" if self.lang == "zh" else ", ").join(parts)

    def label(self, table_code: str, code: str) -> str:
        """The short label the form gives that code."""
        return short_label(table_code, code, self.lang)

    def inside(self, words: str) -> str:
        """A label as it stands inside a sentence."""
        return words[:1].lower() + words[1:] if self.lang == "en" else words

    def agency(self, agency_id: str) -> str:
        """The name of an agency."""
        return self.agency_names.get(agency_id, agency_id)

    def kind(self, kind: str) -> str:
        """The word for a kind of agency."""
        return text(f"kind.{kind}", self.lang)

    def why_broken(self, year: int, *, short: bool = False) -> str:
        """Why figures before ``year`` cannot be set against later ones."""
        return text(f"break.{year}.short" if short else f"break.{year}", self.lang)

    def metric(self, metric_id: str) -> str:
        """The title of a measure."""
        return self.metric_titles.get(metric_id, metric_id)


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure without words above it, and those words.

    ``title`` says what is seen, ``subtitle`` measure, scope and n; the page draws both as
    text so that they wrap. ``alt`` is one sentence for screen readers. ``metric_id`` is the one
    measure it shows, where it is one.
    """

    sheet: Sheet
    title: str
    subtitle: str
    alt: str
    metric_id: str = ""

    @property
    def figure(self) -> go.Figure:
        """Plotly's own figure of it, to look at: made anew each time."""
        return self.sheet.figure()

    def of(self, metric_id: str) -> "Chart":
        """The same, as the chart of that measure."""
        return replace(self, metric_id=metric_id)


def chart(style: Style, kind: str, figure: Canvas, title: str, measure: str, *notes: str) -> Chart:
    """The finished chart of a kind: subtitle of measure, scope and notes, alt from the title."""
    subtitle = " · ".join(part for part in (measure, style.scope, *notes) if part)
    return Chart(figure.sheet(), title, subtitle, style.say(f"alt.{kind}", title=title))
