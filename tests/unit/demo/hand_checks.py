"""Eleven rules written out by hand over printed texts, apart from the product's SQL.

A finding is (rule, table, row, column). ``previous`` are the texts of the year before with
those of agencies merged into this one already apart in ``inherited``.
"""

from collections.abc import Iterator, Mapping, Sequence

from annual_reports.form import Form, form_by_code

Texts = Mapping[tuple[str, str, str], str]
Finding = tuple[str, str, str, str]
APPLICANTS = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_org",
)
COLUMNS = (*APPLICANTS, "total")
BLANKS = ("", "/", "—", "无")
NOT_OUTCOMES = {"new_requests", "carried_in", "closed_total", "carried_out"}


def number(texts: Texts, *key: str) -> float | None:
    text = texts.get((key[0], key[1], key[2]), "").removesuffix("元")
    try:
        return float(text)
    except ValueError:
        return None


def findings(
    form: str, texts: Texts, previous: Texts | None, inherited: Sequence[Texts]
) -> set[Finding]:
    return {
        *shape(form_by_code(form), texts),
        *cells(form_by_code(form), texts),
        *table_3(texts),
        *table_4(texts),
        *across_years(texts, previous, inherited),
    }


def shape(form: Form, texts: Texts) -> Iterator[Finding]:
    for table in form.tables:
        present = {key[1] for key in texts if key[0] == table.code}
        if not present:
            yield "missing-table", table.code, "", ""
            continue
        replaced = {code for row in table.rows if row.code in present for code in row.replaces}
        for row in table.rows:
            if row.code not in present | replaced and not row.replaces:
                yield "missing-row", table.code, row.code, ""


def cells(form: Form, texts: Texts) -> Iterator[Finding]:
    for key in texts:
        value = number(texts, *key)
        if texts[key] in BLANKS:
            yield ("blank-cell", *key)
        elif value is not None and value < 0 and form.table(key[0]).column(key[2]).kind == "count":
            yield ("negative-count", *key)


def table_3(texts: Texts) -> Iterator[Finding]:
    rows = {key[1] for key in texts if key[0] == "3"}
    for row in rows:
        total = number(texts, "3", row, "total")
        if total and all(texts["3", row, c] in BLANKS for c in APPLICANTS):
            continue
        if total is not None and total != sum(number(texts, "3", row, c) or 0 for c in APPLICANTS):
            yield "t3-row-total", "3", row, "total"
    for column in COLUMNS if "closed_total" in rows else ():

        def at(row: str, column: str = column) -> float:
            return number(texts, "3", row, column) or 0

        closed = at("closed_total")
        if at("new_requests") + at("carried_in") != closed + at("carried_out"):
            yield "t3-balance", "3", "closed_total", column
        if closed != sum(at(row) for row in rows - NOT_OUTCOMES):
            yield "t3-closed-sum", "3", "closed_total", column


def table_4(texts: Texts) -> Iterator[Finding]:
    for row in {key[1] for key in texts if key[0] == "4"}:
        parts = ("upheld", "corrected", "other", "pending")
        if any(
            number(texts, "4", row, c) is None and texts["4", row, c] not in BLANKS for c in parts
        ):
            continue
        total = number(texts, "4", row, "total")
        if total is not None and total != sum(number(texts, "4", row, part) or 0 for part in parts):
            yield "t4-total", "4", row, "total"


def across_years(
    texts: Texts, previous: Texts | None, inherited: Sequence[Texts]
) -> Iterator[Finding]:
    if previous is None:
        return
    for column in COLUMNS:
        now = number(texts, "3", "carried_in", column)
        then = number(previous, "3", "carried_out", column)
        more = sum(number(other, "3", "carried_out", column) or 0 for other in inherited)
        if now is not None and then is not None and now != then + more:
            yield "carry-over", "3", "carried_in", column
    for rule, row in (
        ("stock-regulations", "regulations"),
        ("stock-normative", "normative_documents"),
    ):
        stock = number(previous, "2", row, "in_force")
        now, issued, repealed = (
            number(texts, "2", row, column) for column in ("in_force", "issued", "repealed")
        )
        if stock is None or now is None or issued is None or repealed is None:
            continue
        if now != stock + issued - repealed:
            yield rule, "2", row, "in_force"
