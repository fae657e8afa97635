"""Which lines belong to which table of the form."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from annual_reports.extract.document import RawTable
from annual_reports.extract.recognise.flow import regain_lines
from annual_reports.extract.recognise.lexicon import Lexicon, lexicons, table_of_key
from annual_reports.extract.recognise.lines import Line, lines_of

_SURE_TOGETHER = 3
_SURE_LABELS = 6  # so many different labels of one table are that table, header or not
_SURE_HEADINGS = {"blocks": 1, "matrix": 3, "line": 3}


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive lines of one raw table that belong to one table of the form."""

    table: str
    lines: tuple[Line, ...]


def is_numbers_only(line: Line) -> bool:
    """Whether values are printed in the line and nothing else."""
    return not line.is_blank and not any(field.is_wordy for field in line.fields)


def segments_of(tables: Iterable[RawTable], form: str) -> Iterator[Segment]:
    """The parts of the raw tables that are tables of the form, in the order of the document."""
    last: Segment | None = None
    seen: dict[str, set[str]] = {code: set() for code in lexicons(form)}
    for table in tables:
        lines = list(lines_of(table))
        if table.layout == "flow":
            lines = list(regain_lines(lines, form))
        for segment in _cut(lines, last, form):
            lexicon = lexicons(form)[segment.table]
            if _has_header(segment, lexicon) or _continues(segment, last, seen, lexicon):
                seen[segment.table] |= _row_codes(segment, lexicon)
                yield segment
                last = segment


def _cut(lines: Sequence[Line], last: Segment | None, form: str) -> Iterator[Segment]:
    """Runs of lines whose labels speak for the same table; others go with the line above."""
    votes = [_vote(line, form) for line in lines]
    current = next((vote for vote in votes if vote), last.table if last else "")
    codes = []
    for vote in votes:
        current = vote or current
        codes.append(current)
    for code, run in groupby(zip(codes, lines, strict=True), key=lambda pair: pair[0]):
        if code:
            yield Segment(code, tuple(line for _, line in run))


def _vote(line: Line, form: str) -> str:
    """The table most of the line's telling labels belong to; empty if it has none."""
    table_of = table_of_key(form)
    votes = Counter(
        table_of[field.key] for field in line.fields if field.is_wordy and field.key in table_of
    )
    return votes.most_common(1)[0][0] if votes else ""


def _has_header(segment: Segment, lexicon: Lexicon) -> bool:
    """Whether the segment shows by itself that it is that table."""
    keys = {field.key for line in segment.lines for field in line.fields if field.is_wordy}
    headings = keys & lexicon.columns.keys() - lexicon.rows.keys()
    others = keys & (lexicon.rows.keys() | lexicon.groups.keys() | lexicon.corner)
    if len(headings) >= _SURE_HEADINGS[lexicon.table.layout]:
        return len(headings) + len(others) >= _SURE_TOGETHER
    return len(others) >= _SURE_LABELS


def _continues(
    segment: Segment, last: Segment | None, seen: dict[str, set[str]], lexicon: Lexicon
) -> bool:
    """Whether the segment is the next part of the table that stood just before it."""
    if last is None or last.table != segment.table:
        return False
    if segment.lines[0].table - last.lines[0].table > 1:
        return False
    if lexicon.table.layout == "line":
        return not any(map(is_numbers_only, last.lines))
    return bool(_row_codes(segment, lexicon) - seen[segment.table])


def _row_codes(segment: Segment, lexicon: Lexicon) -> set[str]:
    fields = (field for line in segment.lines for field in line.fields if field.is_wordy)
    return {lexicon.rows[field.key].code for field in fields if field.key in lexicon.rows}
