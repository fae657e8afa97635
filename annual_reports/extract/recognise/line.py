"""Tables that are one line of numbers under headings for row and column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile, groupby, pairwise

from annual_reports.extract.recognise.claims import Claim, Findings
from annual_reports.extract.recognise.header import Columns, deepest_fields, width_of
from annual_reports.extract.recognise.lexicon import Lexicon
from annual_reports.extract.recognise.lines import Field, Line
from annual_reports.extract.recognise.parsing import parse_line
from annual_reports.extract.recognise.placing import Placing
from annual_reports.extract.recognise.rows import joined_cell, read_rows
from annual_reports.facts import Problem

_JOIN = "/"  # between the row and the column of a value in a code


def read_line(parts: Iterable[Sequence[Line]], lexicon: Lexicon) -> Findings:
    """What the lines of the table say; each part is a run of lines of one raw table.

    A table laid out with its rows below each other is read as such.
    """
    parts = [list(lines) for lines in parts]
    if any(_is_labelled_row(line, lexicon) for lines in parts for line in lines):
        return read_rows(parts, lexicon)
    headings = [line for lines in parts for line in lines if _is_heading(line, lexicon)]
    among = _among_headings(parts, lexicon)
    left_out = set(map(id, among))
    values = [
        line
        for lines in parts
        for line in lines
        if not _is_heading(line, lexicon) and id(line) not in left_out
    ]
    findings = _claim(values, _columns(headings, lexicon), lexicon)
    findings.problems += [_unexplained(line) for line in among if not line.is_blank]
    return findings


def _among_headings(parts: Iterable[Sequence[Line]], lexicon: Lexicon) -> list[Line]:
    """Lines such as numbers of the columns, which stand before each column has its heading."""
    above: list[Line] = []
    among: list[Line] = []
    for lines in parts:
        below: list[Line] = []
        for line in lines:
            if not _is_heading(line, lexicon):
                below.append(line)
                continue
            if below and not _columns(above, lexicon).is_whole:
                among += below
            below = []
            above.append(line)
    return among


def _unexplained(line: Line) -> Problem:
    cell = joined_cell(item.cell for item in line.fields)
    return Problem("value-unexplained", cell.text, "", cell.locator)


def _is_labelled_row(line: Line, lexicon: Lexicon) -> bool:
    parsed = parse_line(line, lexicon)
    return parsed.row is not None and any(item.is_value for item in parsed.values)


def _is_heading(line: Line, lexicon: Lexicon) -> bool:
    fields = line.fields
    return any(item.is_wordy and item.key in lexicon.keys for item in fields) and not any(
        item.is_value for item in fields
    )


def _columns(headings: Sequence[Line], lexicon: Lexicon) -> Columns:
    """The codes of the columns, each the row and the column that the headings name."""
    wanted = [_JOIN.join((row.code, c)) for row in lexicon.table.rows for c in row.columns]
    at = _at(headings, lexicon)
    deepest = deepest_fields(headings)
    order = [code for code, _ in groupby(sorted(deepest), at.get)]
    has_foreign = any(_is_foreign(item, lexicon) for line in headings for item in line.fields)
    if set(at.values()) == set(wanted) and not has_foreign:
        order = [code for code in order if code]
    named = [code for code in order if code]
    if len(set(named)) < len(named):  # a column with headings in two places has none
        order, at = [], {}
    if order != wanted and not (has_foreign and at) and _reads_like_the_form(headings, lexicon):
        order, at = list(wanted), {}
    problems = () if set(wanted) <= set(order) else tuple(_unknown(headings, lexicon))
    is_whole = len(order) >= len(wanted) and not has_foreign
    repeats = _has_repeats(deepest, at)
    return Columns(at, tuple(order), {}, width_of(headings), repeats, True, is_whole, problems)


def _has_repeats(deepest: Mapping[int, Field], at: Mapping[int, str]) -> bool:
    """Whether a column has two headings side by side."""
    cells = [next(group) for _, group in groupby(sorted(deepest), lambda p: id(deepest[p].cell))]
    return any(one in at and at[one] == at.get(other) for one, other in pairwise(cells))


def _is_foreign(item: Field, lexicon: Lexicon) -> bool:
    """Whether it is a heading that is no label of the table."""
    return item.is_wordy and item.key not in lexicon.keys


def _unknown(headings: Sequence[Line], lexicon: Lexicon) -> Iterator[Problem]:
    expected = " | ".join(column.label_zh for column in lexicon.table.columns)
    for item in _once(headings):
        if _is_foreign(item, lexicon):
            yield Problem("label-unknown", item.cell.text, expected, item.cell.locator)


def _at(headings: Sequence[Line], lexicon: Lexicon) -> dict[int, str]:
    """The row and column named over each grid column, by the deepest label of either kind."""
    rows: dict[int, str] = {}
    columns: dict[int, str] = {}
    for line in headings:
        for item in line.fields if line.is_aligned else ():
            places = range(item.start, item.end)
            if item.key in lexicon.rows:
                rows.update(dict.fromkeys(places, lexicon.rows[item.key].code))
            elif item.key in lexicon.columns:
                columns.update(dict.fromkeys(places, lexicon.columns[item.key][0].code))
    return {place: _JOIN.join((rows[place], columns[place])) for place in rows if place in columns}


def _reads_like_the_form(headings: Sequence[Line], lexicon: Lexicon) -> bool:
    """Whether row and column labels, in the order of printing, are exactly the form's."""
    fields = _once(headings)
    rows = [lexicon.rows[item.key].code for item in fields if item.key in lexicon.rows]
    columns = [lexicon.columns[item.key][0].code for item in fields if item.key in lexicon.columns]
    official = lexicon.table.rows
    return rows == [row.code for row in official] and columns == [
        code for row in official for code in row.columns
    ]


def _once(headings: Sequence[Line]) -> list[Field]:
    """The fields of the lines, each cell once; lines printed a second time left out."""
    seen: set[int] = set()
    lines: list[list[str]] = []
    fields = []
    for line in headings:
        fresh = [item for item in line.fields if id(item.cell) not in seen]
        keys = [item.key for item in fresh]
        if keys not in lines:
            fields.extend(fresh)
        seen.update(id(item.cell) for item in fresh)
        lines.append(keys)
    return fields


def _claim(lines: Sequence[Line], columns: Columns, lexicon: Lexicon) -> Findings:
    findings = Findings(problems=list(columns.problems))
    values = [fields for line in lines if (fields := _values(line, columns.at, lexicon))]
    placing = Placing(columns, values)
    for fields in values:
        placed = placing.place(fields)
        if placed:
            claims = (Claim(_key(code, lexicon), cell) for code, cell in placed.cells.items())
            findings.claims.extend(claims)
        elif any(item.is_filled for item in fields):
            _give_up(fields, columns, lexicon, findings)
    findings.tables.update(line.table for line in lines)
    findings.by_values = placing.by_values
    return findings


def _values(line: Line, at: Mapping[int, str], lexicon: Lexicon) -> Sequence[Field]:
    """The fields of a line of numbers, without labels; none for a line of text.

    Words at the beginning are a label unless they stand under a heading.
    """
    if not line.is_blank and not any(item.is_value for item in line.fields):
        return ()
    is_under = line.is_aligned and bool(at)
    fields = dropwhile(
        lambda item: item.is_wordy and not (is_under and item.start in at), line.fields
    )
    return [item for item in fields if not (item.is_wordy and item.key in lexicon.keys)]


def _give_up(
    fields: Sequence[Field], columns: Columns, lexicon: Lexicon, findings: Findings
) -> None:
    """Values that cannot be told apart: every cell of the table keeps the whole text."""
    cell = joined_cell(item.cell for item in fields)
    for key in lexicon.table.cell_keys():
        findings.claims.append(Claim(key, cell, is_placed=False))
    expected = f"{lexicon.table.label_zh}: {len(list(lexicon.table.cell_keys()))}"
    code = "values-unclear" if columns.order else "header-missing"
    findings.problems.append(Problem(code, cell.text, expected, cell.locator))


def _key(code: str, lexicon: Lexicon) -> tuple[str, str, str]:
    row, column = code.split(_JOIN)
    return lexicon.table.code, row, column
