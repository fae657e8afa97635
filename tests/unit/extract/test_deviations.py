"""Ways in which real reports deviate without any doubt about what they say."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from annual_reports.form import form_by_code
from tests.unit.extract.bending import (
    change,
    cut,
    header3,
    row_of,
    swap_columns3,
    unmerged,
    with_column,
    without_spans,
)
from tests.unit.extract.made_reports import (
    TITLES,
    C,
    Made,
    extract,
    found_in,
    html_table,
    page,
    page_of,
    text_of,
)

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])
BREAKS = pytest.mark.parametrize("at", [5, 6, 9, 14, 20])
HANGING = pytest.mark.parametrize("hanging", ["repeat", "blank", "missing"])


def assert_read(made: Made, content: str | bytes, folder: Path, name: str = "report.html") -> None:
    report = extract(content, folder, name)
    assert found_in(report) == made.values
    assert report.problems == ()


def assert_labels_kept(
    made: Made, content: str, folder: Path, name: str = "report.html", doubts: int = 1
) -> None:
    """The values are where the labels say; that the form has them elsewhere is said."""
    report = extract(content, folder, name)
    assert found_in(report) == made.values
    assert [problem.code for problem in report.problems] == ["readings-differ"] * doubts
    assert not any(problem.suggestion for problem in report.problems)


@FORMS
def test_the_official_layout(form: str, tmp_path: Path) -> None:
    made = Made(form)
    report = extract(page_of(made), tmp_path)
    assert found_in(report) == made.values
    assert tuple(cell.key for cell in report.cells) == form_by_code(form).cell_keys
    assert report.identity.form == form


@FORMS
@BREAKS
@HANGING
def test_header_repeated_in_the_middle(form: str, at: int, hanging: str, tmp_path: Path) -> None:
    made = Made(form)
    first, second = cut(made.tables["3"], at, hanging)
    made.tables["3"] = first + header3(made) + second
    assert_read(made, page_of(made), tmp_path)


@FORMS
@BREAKS
def test_only_the_last_line_of_the_header_repeated(form: str, at: int, tmp_path: Path) -> None:
    made = Made(form)
    first, second = cut(made.tables["3"], at, "repeat")
    again = [C("", 3), C(""), *made.tables["3"][2], C("")]
    made.tables["3"] = [*first, again, *second]
    assert_read(made, page_of(made), tmp_path)


@FORMS
@BREAKS
@HANGING
@pytest.mark.parametrize("has_header", [True, False])
def test_table_split_in_two(
    form: str, at: int, hanging: str, has_header: bool, tmp_path: Path
) -> None:
    made = Made(form)
    first, second = cut(made.tables["3"], at, hanging)
    parts = [first, header3(made) + second if has_header else second]
    tables = map(html_table, [made.tables["2"], *parts, made.tables["4"]])
    assert_read(made, page(*tables, title=TITLES[form]), tmp_path)


@FORMS
def test_table_split_in_three(form: str, tmp_path: Path) -> None:
    made = Made(form)
    first, rest = cut(made.tables["3"], 7)
    second, third = cut(rest, 8, "missing")
    tables = map(html_table, [made.tables["2"], first, second, third, made.tables["4"]])
    assert_read(made, page(*tables, title=TITLES[form]), tmp_path)


@FORMS
@pytest.mark.parametrize("at", [3, 4, 7])
def test_blocks_split_in_two(form: str, at: int, tmp_path: Path) -> None:
    made = Made(form)
    first, second = made.tables["2"][:at], made.tables["2"][at:]
    tables = map(html_table, [first, second, made.tables["3"], made.tables["4"]])
    assert_read(made, page(*tables, title=TITLES[form]), tmp_path)


@FORMS
def test_numbers_of_table_four_alone_on_the_next_page(form: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables.pop("4")
    tables = map(html_table, [*made.tables.values(), rows[:3], rows[3:]])
    assert_read(made, page(*tables, title=TITLES[form]), tmp_path)


@FORMS
def test_all_tables_in_one(form: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = [row for table in made.tables.values() for row in table]
    assert_read(made, page(html_table(rows), title=TITLES[form]), tmp_path)


@FORMS
@BREAKS
def test_group_label_printed_twice(form: str, at: int, tmp_path: Path) -> None:
    made = Made(form)
    first, second = cut(made.tables["3"], at, "repeat")
    made.tables["3"] = first + second
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_labels_and_values_repeated_instead_of_merged(form: str, tmp_path: Path) -> None:
    made = Made(form)
    made.tables = {code: unmerged(rows) for code, rows in made.tables.items()}
    assert_read(made, page_of(made), tmp_path)


@FORMS
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("table", ["3", "4"])
def test_header_without_its_spans(form: str, table: str, count: int, tmp_path: Path) -> None:
    made = Made(form)
    made.tables[table] = without_spans(made.tables[table], count)
    assert_read(made, page_of(made), tmp_path)


@FORMS
@pytest.mark.parametrize(
    ("table", "row", "place"),
    [("3", 0, 0), ("3", 1, 0), ("3", 1, 1), ("3", 1, 2), ("4", 0, 0), ("4", 1, 1), ("4", 1, 5)],
)
@pytest.mark.parametrize("spans", [(1, 1), (1, None), (None, 1), ("+", None)])
def test_one_heading_with_wrong_spans(
    form: str, table: str, row: int, place: int, spans: tuple[object, object], tmp_path: Path
) -> None:
    made = Made(form)
    cell = made.tables[table][row][place]
    colspan, rowspan = spans
    wide = cell.colspan + 1 if colspan == "+" else colspan or cell.colspan
    bent = replace(cell, colspan=wide, rowspan=rowspan or cell.rowspan)
    made.tables[table][row][place] = bent
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_a_heading_that_hangs_down_into_the_values(form: str, tmp_path: Path) -> None:
    made = Made(form)
    made.tables["3"][1][0] = replace(made.tables["3"][1][0], rowspan=3)
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_headings_two_columns_wide_as_in_pingtan_2021(form: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables["3"]
    rows[0][1] = replace(rows[0][1], colspan=8)
    rows[1][0] = C("自然人", 2, 1)
    rows[2] = [C("&nbsp;"), C("商业企业", 2), *rows[2][1:]]
    for row in rows[3:]:
        row[-6] = replace(row[-6], colspan=2)
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_row_labels_without_their_colspan(form: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables["3"]
    rows[3:] = [[replace(cell, colspan=1) for cell in row] for row in rows[3:]]
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_blocks_without_colspans(form: str, tmp_path: Path) -> None:
    made = Made(form)
    made.tables["2"] = [[C(cell.text) for cell in row] for row in made.tables["2"]]
    assert_read(made, page_of(made), tmp_path)


@FORMS
@pytest.mark.parametrize(
    ("table", "place"),
    [("2", p) for p in (0, 1, 2, 4)]
    + [("3", p) for p in (0, 1, 3, 5, 9, 10)]
    + [("4", p) for p in (0, 5, 7, 15)],
)
def test_a_spare_empty_column(form: str, table: str, place: int, tmp_path: Path) -> None:
    made = Made(form)
    made.tables[table] = with_column(made.tables[table], place)
    assert_read(made, page_of(made), tmp_path)


@FORMS
@pytest.mark.parametrize("place", [3, 5, 9, 10])
def test_a_spare_column_that_the_header_lacks(form: str, place: int, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables["3"]
    made.tables["3"] = rows[:3] + with_column(rows, place)[3:]
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_a_serial_number_before_the_labels(form: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = with_column(made.tables["3"], 0)
    for number, row in enumerate(rows[3:], 1):
        row[0] = C(str(number))
    made.tables["3"] = rows
    assert_read(made, page_of(made), tmp_path)


@FORMS
@pytest.mark.parametrize("cell", [C(""), C("&nbsp;", 15), C("　")])
def test_spare_empty_rows(form: str, cell: C, tmp_path: Path) -> None:
    made = Made(form)
    for code, rows in made.tables.items():
        spare = [[C(cell.text)] * 15 if code == "4" else [cell]]
        made.tables[code] = spare + rows + spare
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_rows_printed_twice(form: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables["3"]
    place = row_of(rows, "七）总计")
    rows[place:place] = [[C(cell.text, cell.colspan) for cell in rows[place]]]
    rows.append(rows[-1])
    made.tables["2"].append(made.tables["2"][-1])
    made.tables["4"].append(made.tables["4"][-1])
    assert_read(made, page_of(made), tmp_path)


@FORMS
@pytest.mark.parametrize("joint", ["<br>", "</p><p>", " ", "\n", "<o:p></o:p><br/>\n"])
def test_vertical_headings(form: str, joint: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables["4"]
    rows[:3] = [[replace(cell, text=joint.join(cell.text)) for cell in row] for row in rows[:3]]
    assert_read(made, page_of(made), tmp_path)


def _half_width(text: str) -> str:
    return text.replace("（", "(").replace("）", ")").replace("，", ",").replace("：", ":")


def _full_width(text: str) -> str:
    return text.translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))


def _broken(text: str) -> str:
    return "<br>".join(text[i : i + 3] for i in range(0, len(text), 3)) if len(text) > 4 else text


def _padded(text: str) -> str:
    return f"&nbsp;\n  {text}　\n"


def _other_numbering(text: str) -> str:
    return text[:1] + "、" + text[2:] if text[1:2] == "." else text


def _straight_quotes(text: str) -> str:
    return text.replace("“", '"').replace("”", "")


def _no_numbering(text: str) -> str:
    for mark in (
        "（一）",
        "（二）",
        "（三）",
        "（四）",
        "（五）",
        "（七）",
        "四、",
        "1.",
        "2.",
        "3.",
    ):
        text = text.removeprefix(mark)
    return text


@FORMS
@pytest.mark.parametrize(
    "spell",
    [_half_width, _full_width, _broken, _padded, _other_numbering, _straight_quotes, _no_numbering],
)
def test_other_spellings_of_labels(form: str, spell: Callable[[str], str], tmp_path: Path) -> None:
    made = Made(form)
    made.tables = {
        code: [
            [cell if cell.text.isdigit() else replace(cell, text=spell(cell.text)) for cell in row]
            for row in rows
        ]
        for code, rows in made.tables.items()
    }
    assert_read(made, page_of(made), tmp_path)


@pytest.mark.parametrize(
    ("form", "table", "old", "new"),
    [
        ("2019", "2", "规范性文件", "行政规范性文件"),
        ("2021", "2", "行政规范性文件", "规范性文件"),
        ("2021", "2", "现行有效件数", "现行有效件数 (历史累计)"),
        ("2019", "2", "第二十条第（一）项", "第二十条 第(一)项"),
        ("2021", "3", "5.属于三类内部事务信息", "5.属于三类内容事务信息"),
        ("2021", "3", "总计", "合计"),
        ("2019", "3", "2.其他法律行政法规禁止公开", "2.其他法律、行政法规禁止公开"),
        (
            "2019",
            "3",
            "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            "（二）部分公开（区分处理的，只计这一情况，不计其他情形）",
        ),
        ("2019", "4", "结果维持", "维持"),
    ],
)
def test_variants_of_labels(form: str, table: str, old: str, new: str, tmp_path: Path) -> None:
    made = Made(form)
    bent = change(made.tables[table], old, new)
    assert bent != made.tables[table]
    made.tables[table] = bent
    assert_read(made, page_of(made), tmp_path)


def test_headings_cut_to_the_same_text(tmp_path: Path) -> None:
    made = Made("2019")
    rows = change(made.tables["2"], "本年新制作数量", "本年新")
    made.tables["2"] = change(rows, "本年新公开数量", "本年新")
    assert_read(made, page_of(made), tmp_path)


@FORMS
def test_nested_layout_tables(form: str, tmp_path: Path) -> None:
    made = Made(form)
    boxes = [
        f"<table><tr><td>{html_table(rows)}</td></tr></table>" for rows in made.tables.values()
    ]
    menu = "<td>首页</td><td><a>行政许可</a></td><td>行政处罚</td><td>行政强制</td>"
    cells = "".join(f"<tr><td>&nbsp;</td><td colspan=3>{box}</td></tr>" for box in boxes)
    content = f"<table><tr>{menu}</tr>{cells}</table>"
    assert_read(made, page(content, title=TITLES[form]), tmp_path)


@FORMS
@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("gb2312", "gb18030"), ("utf-8", "gb18030"), ("gbk", "utf-8"), ("utf-8", "utf-16")],
)
def test_wrong_declarations_of_the_encoding(
    form: str, declared: str, encoding: str, tmp_path: Path
) -> None:
    made = Made(form)
    content = page(*map(html_table, made.tables.values()), title=TITLES[form], charset=declared)
    assert_read(made, content.encode(encoding), tmp_path)


@FORMS
def test_numbers_split_over_spans(form: str, tmp_path: Path) -> None:
    made = Made(form)
    made.tables = {
        code: [
            [
                replace(cell, text="".join(f"<span>{digit}</span>" for digit in cell.text))
                if cell.text.isdigit()
                else cell
                for cell in row
            ]
            for row in rows
        ]
        for code, rows in made.tables.items()
    }
    assert_read(made, page_of(made), tmp_path)


@FORMS
@pytest.mark.parametrize("shape", ["rows", "cells", "spaced"])
def test_text_shapes(form: str, shape: str, tmp_path: Path) -> None:
    made = Made(form)
    assert_read(made, text_of(made, shape), tmp_path, "report.txt")


@FORMS
@pytest.mark.parametrize("shape", ["rows", "cells", "spaced"])
def test_text_without_any_empty_fields(form: str, shape: str, tmp_path: Path) -> None:
    made = Made(form)
    lines = [
        line.rstrip(" |") + " |" if "|" in line else line
        for line in text_of(made, shape).split("\n")
        if line.strip() != "|"
    ]
    assert_read(made, "\n".join(lines), tmp_path, "report.txt")


@FORMS
@pytest.mark.parametrize("shape", ["rows", "cells"])
@BREAKS
@HANGING
def test_text_with_the_header_repeated(
    form: str, shape: str, at: int, hanging: str, tmp_path: Path
) -> None:
    made = Made(form)
    first, second = cut(made.tables["3"], at, hanging)
    made.tables["3"] = first + header3(made) + second
    assert_read(made, text_of(made, shape), tmp_path, "report.txt")


@pytest.mark.parametrize("shape", ["rows", "cells"])
def test_text_with_cut_headings(shape: str, tmp_path: Path) -> None:
    made = Made("2019")
    rows = change(made.tables["2"], "本年新制作数量", "本年新")
    made.tables["2"] = change(rows, "本年新公开数量", "本年新")
    assert_read(made, text_of(made, shape), tmp_path, "report.txt")


@FORMS
@pytest.mark.parametrize("shape", ["html", "rows", "cells", "spaced"])
def test_columns_in_another_order_go_by_their_headings(
    form: str, shape: str, tmp_path: Path
) -> None:
    made = Made(form)
    made.tables["3"] = swap_columns3(made.tables["3"])
    made.tables["2"] = [[row[0], *reversed(row[1:])] for row in made.tables["2"]]
    content = page_of(made) if shape == "html" else text_of(made, shape)
    name = "report.html" if shape == "html" else "report.txt"
    assert_labels_kept(made, content, tmp_path, name, doubts=2)


@FORMS
@pytest.mark.parametrize("shape", ["html", "rows", "cells"])
def test_rows_in_another_order_go_by_their_labels(form: str, shape: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables["3"]
    rows[3], rows[4] = rows[4], rows[3]
    rows[8:15] = reversed(rows[8:15])
    content = page_of(made) if shape == "html" else text_of(made, shape)
    assert_labels_kept(made, content, tmp_path, "report.html" if shape == "html" else "report.txt")


@FORMS
def test_results_of_table_four_in_another_order(form: str, tmp_path: Path) -> None:
    made = Made(form)
    rows = made.tables["4"]
    for row, places in ((1, (0,)), (2, (0, 5)), (3, (0, 5, 10))):
        for place in places:
            cells = rows[row]
            cells[place], cells[place + 4] = cells[place + 4], cells[place]
    assert_labels_kept(made, page_of(made), tmp_path)


def test_table_four_with_its_rows_below_each_other(tmp_path: Path) -> None:
    made = Made("2021")
    header, *_ = [made.tables["4"][2][:5]]
    values = made.tables["4"][3]
    made.tables["4"] = [
        [C("类型", 2), *header],
        [C("行政复议", 2), *values[:5]],
        [C("行政诉讼", 1, 2), C("未经复议直接起诉"), *values[5:10]],
        [C("复议后起诉"), *values[10:]],
    ]
    assert_read(made, page_of(made), tmp_path)


def test_the_single_row_of_2019_in_form_2021(tmp_path: Path) -> None:
    made = Made("2021")
    rows = made.tables["3"]
    place = row_of(rows, "其他处理")
    outcomes = row_of(rows, "本年度办理结果")
    rows[place : place + 3] = [[C("（六）其他处理", 2), *(C(str(n)) for n in range(1, 8))]]
    rows[outcomes][0] = replace(rows[outcomes][0], rowspan=rows[outcomes][0].rowspan - 2)
    report = extract(page_of(made), tmp_path)
    replaced = {"other_uncorrected", "other_fee_unpaid", "other_misc"}
    expected = {key: value for key, value in made.values.items() if key[1] not in replaced}
    columns = [column.code for column in form_by_code("2021").table("3").columns]
    expected |= {("3", "other", code): str(n) for n, code in enumerate(columns, 1)}
    assert found_in(report) == expected
    assert report.identity.form == "2021"
    assert report.problems == ()


def test_an_amount_in_a_unit_of_its_own(tmp_path: Path) -> None:
    made = Made("2019")
    rows = change(made.tables["2"], "采购总金额", "采购总金额（单位：万元）")
    made.tables["2"] = change(rows, made.values["2", "procurement", "amount"], "12.5")
    cells = {cell.key: cell for cell in extract(page_of(made), tmp_path).cells}
    amount = cells["2", "procurement", "amount"]
    assert (str(amount.value), amount.unit) == ("12.5", "万元")
