"""What a line of a table with labelled rows says: a header, a row with its values, a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from annual_reports.extract.labels import is_numbered
from annual_reports.extract.recognise.lexicon import Lexicon
from annual_reports.extract.recognise.lines import Field, Line
from annual_reports.form import Row


class Kind(Enum):
    """What a line is."""

    NOTHING = auto()  # blank, a caption, a note
    HEADER = auto()
    GROUP = auto()  # a group label and nothing else
    ROW = auto()


@dataclass(slots=True)
class Parsed:
    """A line as it reads by itself.

    ``group`` is the innermost group named in it. For a ROW, ``label`` is the field of the
    row label, None where there is none, ``row`` what it stands for, None where that is
    not known by its exact spelling, and ``values`` are the fields after it.
    """

    kind: Kind
    line: Line
    group: str = ""
    label: Field | None = None
    row: Row | None = None
    values: Sequence[Field] = ()


def parse_line(line: Line, lexicon: Lexicon) -> Parsed:
    """The line by the labels in it."""
    fields = line.fields
    labels = [place for place, item in enumerate(fields) if item.is_wordy]
    has_values = any(item.is_value for item in fields)
    if not labels:
        kind = Kind.ROW if has_values else Kind.NOTHING
        return Parsed(kind, line, values=fields)
    group = _group(fields, lexicon)
    if not has_values and _is_header([fields[place] for place in labels], lexicon):
        return Parsed(Kind.HEADER, line, group)
    return _parse_row(line, group, _leading(labels, fields, lexicon), lexicon)


def _group(fields: Sequence[Field], lexicon: Lexicon) -> str:
    named = [lexicon.groups[item.key].code for item in fields if item.key in lexicon.groups]
    return named[-1] if named else ""


def _is_header(labels: Sequence[Field], lexicon: Lexicon) -> bool:
    headings = [item for item in labels if item.key in lexicon.columns]
    if len({item.key for item in headings}) > 1:
        return True
    if any(item.key in lexicon.corner for item in labels):
        return True
    return bool(headings) and not any(
        item.key in lexicon.groups or (item.key in lexicon.rows and is_numbered(item.cell.text))
        for item in labels
    )


def _leading(labels: Sequence[int], fields: Sequence[Field], lexicon: Lexicon) -> list[int]:
    """The labels before the first value; a serial number before all labels is no value."""
    known = (i for i in labels if fields[i].key in lexicon.rows or fields[i].key in lexicon.groups)
    start = next(known, 0)
    first = next((i for i in range(start, len(fields)) if fields[i].is_value), len(fields))
    return [place for place in labels if place < first]


def _parse_row(line: Line, group: str, labels: Sequence[int], lexicon: Lexicon) -> Parsed:
    fields = line.fields
    known = [i for i in labels if fields[i].key in lexicon.rows or fields[i].key in lexicon.groups]
    if not known:
        return _unknown_row(line, group, labels)
    place, label = known[-1], fields[known[-1]]
    further = [i for i in labels if i > place]
    if label.key in lexicon.groups and further:
        return _unknown_row(line, group, further)
    row = lexicon.rows.get(label.key)
    values = [item for item in fields[place + 1 :] if not _hangs_down(item, line, lexicon)]
    if label.key in lexicon.groups and not any(item.is_filled for item in values):
        return Parsed(Kind.GROUP, line, group)
    if row and label.key in lexicon.groups:  # the label of a group standing in for its rows
        group = row.group
    return Parsed(Kind.ROW, line, group, label, row, values)


def _hangs_down(item: Field, line: Line, lexicon: Lexicon) -> bool:
    """Whether a heading that begins above reaches down into the row."""
    if not (item.is_wordy and item.key in lexicon.columns):
        return False
    return item.cell.row < max(other.cell.row for other in line.fields)


def _unknown_row(line: Line, group: str, labels: Sequence[int]) -> Parsed:
    """A row whose label, the last of ``labels``, is spelled like none of the form."""
    if not labels:
        return Parsed(Kind.ROW, line, group, values=line.fields)
    values = line.fields[labels[-1] + 1 :]
    if not values:
        return Parsed(Kind.NOTHING, line, group)
    return Parsed(Kind.ROW, line, group, line.fields[labels[-1]], None, values)
