"""Random documents near the forms: raw tables of the forms' own words, numbers and noise."""

from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from annual_reports.errors import NotAReport
from annual_reports.extract.document import Document, Paragraph, RawCell, RawTable
from annual_reports.extract.readers.grid import SpannedCell, expand
from annual_reports.extract.report import report_of
from annual_reports.form import Row, all_forms
from tests.fuzz.oracle import faults_of, faults_of_refusal
from tests.fuzz.spoil_values import NO_NUMBERS

EXAMPLES = 20  # documents an input stands for
NAME = "report.html"

numbers = st.one_of(
    st.integers(0, 99).map(str),
    st.integers(-5, 10**7).map(str),
    st.decimals(Decimal("0.01"), Decimal(9999), places=2).map(str),
    st.sampled_from(["", "0", *NO_NUMBERS]),
)
years = st.sampled_from(["2018", "2019", "2020", "2021", "2023"])


def _plain_row(row: Row) -> st.SearchStrategy[list[str]]:
    """A row as the form has it."""
    width = len(row.columns)
    return st.lists(numbers, min_size=width, max_size=width).map(lambda n: [row.label_zh, *n])


@st.composite
def rows(draw: st.DrawFn) -> list[list[SpannedCell]]:
    """A table: mostly rows of a label and values, among headings and lines of anything."""
    table = draw(st.sampled_from([table for form in all_forms() for table in form.tables]))
    heads = [label for column in table.columns for label in column.spellings]
    labels = [label for row in table.rows for label in row.spellings]
    groups = [group.label_zh for group in table.groups] + list(table.corner)
    words = st.sampled_from([*heads, *labels, *groups, "小计", "注", "序号"])
    width = draw(st.integers(1, 16))
    heading = st.lists(st.sampled_from([*heads, *groups, ""]), min_size=1, max_size=width)
    in_order = st.just([column.label_zh for column in table.columns])
    numbered = st.lists(numbers, min_size=0, max_size=width)
    labelled = st.tuples(st.sampled_from(labels), numbered).map(lambda pair: [pair[0], *pair[1]])
    anything = st.lists(st.one_of(words, numbers), min_size=1, max_size=width)
    line = st.one_of(labelled, labelled, heading, in_order, numbered, anything)
    plain = st.sampled_from(table.rows).flatmap(_plain_row)
    around = draw(st.lists(line, max_size=3))
    head = [[table.corner[0] if table.corner else "", *(c.label_zh for c in table.columns)]]
    texts = [*around, *draw(st.sampled_from([head, head, around]))]
    texts += draw(st.lists(st.one_of(plain, plain, plain, line), min_size=1, max_size=12))
    spans = st.sampled_from([1] * 12 + [2, 3, 0, 5])
    return [
        [
            SpannedCell(text, f"r{r}c{c}", draw(spans) or 1, draw(spans))
            for c, text in enumerate(row)
        ]
        for r, row in enumerate(texts)
    ]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Some tables in one of the layouts, between a few lines of text."""
    layout = draw(st.sampled_from(["grid", "grid", "rows", "flow"]))
    tables = [
        _table(number, cells, layout)
        for number, cells in enumerate(draw(st.lists(rows(), min_size=1, max_size=4)), 1)
    ]
    year = draw(years)
    lines = [f"{year}年某局政府信息公开工作年度报告", "一、总体情况", draw(st.text(max_size=40))]
    sections = [section.label_zh for form in all_forms() for section in form.sections]
    lines += draw(st.lists(st.sampled_from(sections), max_size=6))
    paragraphs = tuple(Paragraph(line) for line in lines)
    return Document(Path(NAME), "html", (("title", lines[0]),), paragraphs, tuple(tables))


def _table(number: int, cells: list[list[SpannedCell]], layout: str) -> RawTable:
    if layout == "grid":
        return RawTable(number, tuple(expand(number, cells)))
    flat = [[cell.text for cell in row] for row in cells]
    lines = flat if layout == "rows" else [[text] for row in flat for text in row]
    return RawTable(
        number,
        tuple(
            tuple(
                RawCell(text, f"table {number}, line {r}, field {c}", r, c)
                for c, text in enumerate(row, 1)
            )
            for r, row in enumerate(lines, 1)
        ),
        layout,  # type: ignore[arg-type]
    )


def explore(seed: int) -> int:
    """Look at EXAMPLES documents, the failing one made as small as can be; how many were read."""
    read = 0

    @seeded(seed)
    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(documents())
    def look(document: Document) -> None:
        nonlocal read
        try:
            report = report_of(document, "")
        except NotAReport as refusal:
            faults = list(faults_of_refusal(refusal, NAME))
        else:
            read += sum(cell.value is not None for cell in report.cells)
            faults = list(faults_of(document, report))
        assert faults == []

    look()
    return read
