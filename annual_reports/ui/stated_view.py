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
.stated header{display:flex;flex-wrap:wrap;gap:.15rem 1rem;align-items:baseline}
.stated header b{min-width:9rem}
.stated .value{font-variant-numeric:tabular-nums;font-size:1.05rem}
.stated .note{font-size:.82rem;opacity:.78}
.stated .different{font-weight:700;opacity:1;border:1px solid currentColor;border-radius:.3rem;
padding:0 .35rem}
.stated blockquote{margin:.3rem 0 0;padding:0;border:0;font-size:.88rem;line-height:1.6}
.stated blockquote{overflow-wrap:anywhere;white-space:pre-line;opacity:.92}
.stated mark{background:rgba(226,170,60,.38);color:inherit;padding:0 .15rem;border-radius:.2rem}
</style>"""


def stated_html(figures: pd.DataFrame) -> str:
    """A frame of report_stated_figures as a list, the number marked in each sentence."""
    entries = "".join(map(_entry, figures.to_dict("records")))
    return f'{_STYLE}<div class="stated">{entries}</div>'


def _entry(row: Any) -> str:
    """One figure: name, value, how exact, what the tables say, the sentence."""
    said = [t(f"exactness.{row['exactness']}")]
    if row["is_contradicted"]:
        said.append(t("report.stated.contradicted"))
    notes = "".join(f'<span class="note">{escape(note)}</span>' for note in said)
    return (
        f"<article><header><b>{escape(stated_label(row['figure'], lang()))}</b>"
        f'<span class="value">{escape(_value(row))}</span>{notes}{_compared(row)}</header>'
        f"<blockquote>{_marked(row)}</blockquote></article>"
    )


def _value(row: Any) -> str:
    value = numbers.count(row["value"])
    return t("report.stated.yuan", value=value) if row["unit"] else value


def _compared(row: Any) -> str:
    agreement = row["agreement"]
    css = "note different" if agreement == "different" else "note"
    word = f'<span class="{css}">{escape(t(f"agreement.{agreement}"))}</span>'
    if numbers.is_missing(row["table_value"]):
        return word
    value = f"{t('report.stated.table')}{t('list.colon')}{numbers.count(row['table_value'])}"
    return f'<span class="note">{escape(value)}</span>{word}'


def _marked(row: Any) -> str:
    sentence, start, end = row["sentence"], row["mark_start"], row["mark_end"]
    before, number, after = sentence[:start], sentence[start:end], sentence[end:]
    return f"{escape(before)}<mark>{escape(number)}</mark>{escape(after)}"
