"""The figures stated in a report's text: each beside its table, marked in its sentence."""

from html import escape
from typing import Any, Final

import pandas as pd

from annual_reports import format as numbers
from annual_reports.form import stated_label
from annual_reports.ui.words import lang, t

_STYLE: Final = """<style>
.stated{display:grid;gap:.5rem;margin:.25rem 0 1rem}
.stated article{border:1px solid rgba(128,140,150,.45);border-radius:.4rem;padding:.45rem .7rem}
.stated .row{display:grid;grid-template-columns:11rem 6.5rem 6rem 9rem 1fr;gap:0 .8rem}
.stated .row{align-items:baseline;line-height:1.6}
.stated .value{font-variant-numeric:tabular-nums;font-size:1.05rem}
.stated .note{font-size:.82rem;opacity:.78}
.stated .different{justify-self:start;font-weight:700;opacity:1;padding:0 .35rem}
.stated .different{border:1px solid currentColor;border-radius:.3rem}
.stated blockquote{margin:.3rem 0 0;padding:0;border:0;font-size:.88rem;line-height:1.6}
.stated blockquote{overflow-wrap:anywhere;white-space:pre-line;opacity:.92}
.stated mark{background:rgba(226,170,60,.38);color:inherit;padding:0 .15rem;border-radius:.2rem}
@media (max-width:46rem){
.stated .row{display:flex;flex-wrap:wrap;gap:0 .8rem;margin-bottom:.2rem}
.stated .row b{flex-basis:100%}
}
</style>"""


def stated_html(figures: pd.DataFrame) -> str:
    """A frame of report_stated_figures, sentence by sentence, the numbers marked in each."""
    sentences = figures.groupby(["section_code", "sentence"], sort=False)
    entries = "".join(_entry(group.to_dict("records")) for _, group in sentences)
    return f'{_STYLE}<div class="stated">{entries}</div>'


def _entry(rows: list[Any]) -> str:
    """What one sentence states, then the sentence."""
    said = "".join(map(_row, rows))
    spans = {(row["mark_start"], row["mark_end"]) for row in rows}
    marked = _marked(rows[0]["sentence"], sorted(spans))
    return f"<article>{said}<blockquote>{marked}</blockquote></article>"


def _row(row: Any) -> str:
    """One figure: name, value, how exact, what the tables say and whether that is the same."""
    said = [t(f"exactness.{row['exactness']}")]
    if row["is_contradicted"]:
        said.append(t("report.stated.contradicted"))
    return (
        f'<div class="row"><b>{escape(stated_label(row["figure"], lang()))}</b>'
        f'<span class="value">{escape(_value(row))}</span>'
        f'<span class="note">{escape(t("list.comma").join(said))}</span>{_compared(row)}</div>'
    )


def _value(row: Any) -> str:
    value = numbers.count(row["value"])
    if row["unit"] == "%":
        return f"{value} %"
    return t("report.stated.yuan", value=value) if row["unit"] else value


def _compared(row: Any) -> str:
    agreement, table_value = row["agreement"], row["table_value"]
    word = escape(t(f"agreement.{agreement}"))
    if numbers.is_missing(table_value):
        return f'<span class="note">{word}</span>'
    said = f"{t('report.stated.table')}{t('list.colon')}{numbers.count(table_value)}"
    css = "note different" if agreement == "different" else "note"
    return f'<span class="note">{escape(said)}</span><span class="{css}">{word}</span>'


def _marked(sentence: str, spans: list[tuple[int, int]]) -> str:
    """The sentence with those pieces marked; a piece that overlaps the one before is left plain."""
    parts, done = [], 0
    for start, end in spans:
        if start >= done:
            number = escape(sentence[start:end])
            parts += [escape(sentence[done:start]), f"<mark>{number}</mark>"]
            done = end
    return "".join((*parts, escape(sentence[done:])))
