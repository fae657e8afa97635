"""What is known of one report: the values that pass from extraction to the warehouse.

Codes of forms, tables, rows and columns are those of the official forms in
``annual_reports.form``; every text keeps the spelling of its source.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """What stands in a cell of the form. None of these is another's zero."""

    NUMBER = "number"  # a value was read
    BLANK = "blank"  # the cell is there and empty
    DASH = "dash"  # the cell holds only a dash or slash
    WORDS = "words"  # the cell says in words that there is nothing, such as 无
    UNREADABLE = "unreadable"  # something stands there that is not one number
    ABSENT = "absent"  # the report has no such cell


class Cell(NamedTuple):
    """One cell of the form as it stands in one report.

    ``value`` is exact and in ``unit``: the unit printed in the cell or its row, else
    the unit the form sets for it, else empty. ``locator`` leads back to the
    place in the source file.
    """

    table: str
    row: str
    column: str
    value: Decimal | None
    raw: str
    status: Status
    locator: str = ""
    unit: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """The identifier of the cell within a report: table, row, column."""
        return self.table, self.row, self.column


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the extraction could not settle, said instead of guessed.

    ``code`` names a text of the catalogue (``problem.<code>``), which may use the
    other fields. ``suggestion``: values that would settle it, to be accepted or not by a
    person, as ``table/row/column=value`` parted by ``; ``; nothing after ``=`` is a blank
    cell. They are never used without.
    """

    code: str
    found: str = ""
    expected: str = ""
    locator: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact of the report's identity is believed.

    ``field`` is agency, year, form, published_on or source_url; ``source`` says
    where it stands (a code such as ``title`` or ``meta:PubDate``), ``text`` quotes it.
    """

    field: str
    value: str
    source: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose report it is, of which year, on which form; None where it is unknown."""

    agency_id: str | None
    agency_name: str | None
    year: int | None
    form: str | None
    published_on: date | None
    source_url: str | None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """One of the narrative sections; ``code`` as in the form."""

    code: str
    heading: str
    text: str


class Exactness(StrEnum):
    """How a figure is stated in words."""

    EXACT = "exact"
    APPROXIMATE = "approximate"  # 1200余条, 约1200条, and what is rounded to 万: 1.2万条
    AT_LEAST = "at_least"  # 超过1200条, 1200条以上
    NONE = "none"  # said in words that there was none, 未收到申请: a stated zero


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A total of the report year that the narrative states for the whole of the agency.

    ``code`` is one of ``annual_reports.form.stated_kinds``, ``value`` is in ``unit``: 元 for
    money, else empty, as things are counted. ``section`` is the code of the section,
    ``sentence`` the whole sentence as printed, from ``sentence_start`` of the section's text;
    ``raw`` is what gives the value, with its approximation and unit, and stands there from
    ``start`` to ``end``.
    """

    code: str
    value: Decimal
    unit: str
    exactness: Exactness
    section: str
    sentence: str
    sentence_start: int
    start: int
    end: int
    raw: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything read from one file.

    ``figures`` holds every total stated in the narrative; where the text states two for one
    code, both are there.
    """

    path: str
    sha256: str
    format: str
    title: str
    identity: Identity
    cells: tuple[Cell, ...]
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...]
    figures: tuple[StatedFigure, ...] = ()
