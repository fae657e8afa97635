"""Edits of a written page: sections left out or exchanged, a row given twice."""

import re

from annual_reports.demo.edits import PAGE, Edit, of_stage
from annual_reports.demo.flaws import Planted, refusal
from annual_reports.form import Form

_END = r"(?=<h2>|<footer>|</body>)"


def edit_page(page: str, form: Form, planted: Planted) -> str:
    """The page with the edits of one finding carried out.

    Raises InvalidRegistry when an edit names a section or row that the page does not have.
    """
    for edit in of_stage(planted.edits, PAGE):
        try:
            page = _apply(page, form, edit)
        except KeyError as problem:
            raise refusal(planted.line, edit.text, "a section or row of the page") from problem
    return page


def _apply(page: str, form: Form, edit: Edit) -> str:
    if edit.verb == "repeat-row":
        table, row = edit.words[0].split("/")
        return _repeated(page, form.table(table).row(row).label_zh, edit.words[1])
    blocks = [_block(page, form, code) for code in edit.words]
    if edit.verb == "drop-section":
        return page.replace(blocks[0], "")
    first, second = blocks
    return page.replace(first, "\0").replace(second, first).replace("\0", second)


def _block(page: str, form: Form, code: str) -> str:
    """The heading of a section with all that follows it."""
    label = {part.code: part.label_zh for part in form.sections}[code]
    found = re.search(rf"<h2>{re.escape(label)}</h2>.*?{_END}", page, re.DOTALL)
    if found is None:
        raise KeyError(code)
    return found[0]


def _repeated(page: str, label: str, number: str) -> str:
    """A row of a table without groups once more, its first number another one."""
    line = re.search(rf"<tr><th>{re.escape(label)}</th>.*</tr>", page)
    if line is None:
        raise KeyError(label)
    again = re.sub(r"(<td[^>]*>)[^<]*", rf"\g<1>{number}", line[0], count=1)
    return page.replace(line[0], f"{line[0]}\n{again}", 1)
