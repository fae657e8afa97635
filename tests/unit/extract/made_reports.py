"""Reports made from the form with a different value in every cell, to be bent in tests."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from annual_reports.extract import extract_report
from annual_reports.facts import Report, Status
from annual_reports.form import Table, form_by_code
from annual_reports.registry import Registry

Key = tuple[str, str, str]
TITLES = {
    "2019": "某某市某某局2019年度政府信息公开工作年度报告",
    "2021": "某某市某某局2023年度政府信息公开工作年度报告",
}


@dataclass(frozen=True)
class C:
    """A cell with its spans."""

    text: str
    colspan: int = 1
    rowspan: int = 1


Rows = list[list[C]]


def values_of(form: str) -> dict[Key, str]:
    """A value for every cell of the form, no two the same."""
    return {key: str(101 + 7 * n) for n, key in enumerate(form_by_code(form).cell_keys)}


@dataclass
class Made:
    """The three tables of a report as rows of cells, and the values in them."""

    form: str
    values: dict[Key, str] = field(default_factory=dict)
    tables: dict[str, Rows] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.values = self.values or values_of(self.form)
        table2, table3, table4 = form_by_code(self.form).tables
        self.tables = {
            "2": blocks(table2, self.values),
            "3": matrix(table3, self.values),
            "4": line(table4, self.values),
        }


def blocks(table: Table, values: Mapping[Key, str]) -> Rows:
    """Table 2: each article with its own header."""
    rows: Rows = []
    group = None
    for row in table.rows:
        span = 3 if len(row.columns) == 1 else 1
        tail = 2 if len(row.columns) == 2 else 1
        if row.group != group:
            group = row.group
            label = next(item.label_zh for item in table.groups if item.code == group)
            heads = [C(table.column(code).label_zh, span) for code in row.columns]
            heads[-1] = replace(heads[-1], colspan=max(span, tail))
            rows += [[C(label, 4)], [C("信息内容"), *heads]]
        cells = [C(values[table.code, row.code, code], span) for code in row.columns]
        cells[-1] = replace(cells[-1], colspan=max(span, tail))
        rows.append([C(row.label_zh), *cells])
    return rows


def matrix(table: Table, values: Mapping[Key, str]) -> Rows:
    """Table 3 as the circular prints it, ten columns wide."""
    labels = {column.code: column.label_zh for column in table.columns}
    middle = ("business", "research", "public_interest", "legal_service", "other_org")
    rows = [
        [C(table.corner[0], 3, 3), C("申请人情况", 7)],
        [C(labels["natural_person"], 1, 2), C("法人或其他组织", 5), C(labels["total"], 1, 2)],
        [C(labels[code]) for code in middle],
    ]
    wanted = [row for row in table.rows if not row.replaces]
    sizes: dict[str, int] = {}
    for row in wanted:
        group = next((item for item in table.groups if item.code == row.group), None)
        sizes[row.group] = sizes.get(row.group, 0) + 1
        if group and group.parent:
            sizes[group.parent] = sizes.get(group.parent, 0) + 1
    printed: set[str] = {""}
    for row in wanted:
        cells: list[C] = []
        group = next((item for item in table.groups if item.code == row.group), None)
        chain = [group.parent, group.code] if group and group.parent else [row.group]
        for code in chain:
            if code not in printed:
                printed.add(code)
                label = next(item.label_zh for item in table.groups if item.code == code)
                cells.append(C(label, 1, sizes[code]))
        depth = len([code for code in chain if code])
        cells.append(C(row.label_zh, 3 - depth))
        cells += [C(values[table.code, row.code, code]) for code in row.columns]
        rows.append(cells)
    return rows


def line(table: Table, values: Mapping[Key, str]) -> Rows:
    """Table 4: one line of fifteen numbers."""
    results = [column.label_zh for column in table.columns]
    review, direct, after = (row.label_zh for row in table.rows)
    return [
        [C(review, 5), C("行政诉讼", 10)],
        [*(C(label, 1, 2) for label in results), C(direct, 5), C(after, 5)],
        [C(label) for label in results * 2],
        [C(values[key]) for key in table.cell_keys()],
    ]


def html_table(rows: Iterable[Iterable[C]]) -> str:
    body = "".join(
        "<tr>"
        + "".join(
            f'<td colspan="{cell.colspan}" rowspan="{cell.rowspan}"><p>{cell.text}</p></td>'
            for cell in row
        )
        + "</tr>\n"
        for row in rows
    )
    return f"<table border=1><tbody>{body}</tbody></table>"


def page(*tables: str, title: str = TITLES["2021"], charset: str = "utf-8") -> str:
    body = "\n<p>正文</p>\n".join(tables)
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}">'
        f"<title>{escape(title)}</title></head>"
        f"<body><h1>{escape(title)}</h1>{body}</body></html>"
    )


def page_of(made: Made) -> str:
    tables = (html_table(rows) for rows in made.tables.values())
    return page(*tables, title=TITLES[made.form])


def text_of(made: Made, shape: str) -> str:
    """The report as text in the shape ``rows``, ``cells`` or ``spaced``."""
    headings = [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
    ]
    lines = [TITLES[made.form], "一、总体情况", "正文。"]
    for heading, rows in zip(headings, made.tables.values(), strict=True):
        lines.append(heading)
        for row in rows:
            fields = [cell.text for cell in row]
            fields += [""] * (sum(cell.colspan for cell in row) - len(row))
            if shape == "rows":
                lines.append(" | ".join(fields) + " |")
            else:
                lines += [f"{field} |".strip() for field in fields]
    lines.append("五、存在的主要问题及改进情况")
    return ("\n\n" if shape == "spaced" else "\n").join(lines)


def extract(content: str | bytes, folder: Path, name: str = "report.html") -> Report:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return extract_report(path, Registry())


def found_in(report: Report) -> dict[Key, str]:
    """The raw text of every cell that is a number."""
    return {cell.key: str(cell.value) for cell in report.cells if cell.status is Status.NUMBER}


def problems_of(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


Bend = Callable[[Made], None]
