"""The sections of two reports side by side: what differs, or what they have in common."""

from collections.abc import Sequence
from html import escape
from typing import Final

import pandas as pd

from annual_reports.differences import Run, differences
from annual_reports.ui.words import t

STYLE: Final = """<style>
.sides{display:grid;grid-template-columns:1fr 1fr;gap:0 1.2rem}
.sides article{border-top:2px solid rgba(128,140,150,.45);padding:.3rem 0 .8rem;min-width:0}
.sides h4{font-size:.82rem;font-weight:600;opacity:.8;margin:0 0 .3rem;padding:0}
.sides p{white-space:pre-line;overflow-wrap:anywhere;line-height:1.75;margin:0;font-size:.92rem}
.sides .nothing{opacity:.7}
.texts del{color:inherit;background:rgba(167,75,46,.16);text-decoration:line-through 2px #A74B2E}
.texts ins{color:inherit;background:rgba(9,105,166,.14);text-decoration:underline 2px #0969A6}
.texts ins{text-underline-offset:.2em}
.texts mark{color:inherit;background:rgba(226,170,60,.28);border:1px solid rgba(190,130,20,.8)}
.texts mark{border-radius:.2rem;padding:0 .1rem}
.texts small{font-size:.82em;opacity:.68}
@media (max-width:46rem){.sides{grid-template-columns:1fr}}
</style>"""
Texts = tuple[str, str]


def section_html(names: Texts, said: tuple[str | None, str | None]) -> str:
    """Two marked texts of a section under the names of their reports; None: no such section."""
    sides = "".join(
        f"<article><h4>{escape(name)}</h4>{_paragraph(text)}</article>"
        for name, text in zip(names, said, strict=True)
    )
    return f'{STYLE}<div class="sides texts">{sides}</div>'


def legend_html(how: str) -> str:
    """What the marks mean."""
    return f'{STYLE}<div class="texts">{t(f"compare.texts.{how}.legend")}</div>'


def different(left: str | None, right: str | None) -> tuple[str | None, str | None]:
    """Both texts, what only one of them says marked; None stays None."""
    ours, theirs = differences(left or "", right or "")
    return (
        None if left is None else _runs(ours, "del"),
        None if right is None else _runs(theirs, "ins"),
    )


def in_common(clauses: pd.DataFrame) -> str:
    """The clauses of a section of one report as of compare_clauses, those in both marked."""
    return "".join(_clause(row["clause"], row["standing"]) for row in clauses.to_dict("records"))


def _clause(text: str, standing: str) -> str:
    tag = {"shared": "mark", "counted": ""}.get(standing, "small")
    words = text.rstrip("\n")
    return f"{_tagged(words, tag)}{text[len(words) :]}"


def _runs(runs: Sequence[Run], tag: str) -> str:
    return "".join(_tagged(run.text, tag if run.is_changed else "") for run in runs)


def _tagged(text: str, tag: str) -> str:
    return f"<{tag}>{escape(text)}</{tag}>" if tag and text.strip() else escape(text)


def _paragraph(text: str | None) -> str:
    if text is None or not text.strip():
        word = "no-section" if text is None else "no-words"
        return f'<p class="nothing">{escape(t(f"compare.texts.{word}"))}</p>'
    return f"<p>{text.strip()}</p>"
