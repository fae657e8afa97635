"""The versions of a revised report: what each says otherwise than the one before it."""

from typing import Any

import streamlit as st

from annual_reports.form import section_label
from annual_reports.ui import columns
from annual_reports.ui.data import ask
from annual_reports.ui.pair_texts import STYLE, different, section_html
from annual_reports.ui.revision_words import (
    cells_with_sides,
    fact_lines,
    findings_with_words,
    measures_with_words,
    step_words,
)
from annual_reports.ui.tables import draw_table
from annual_reports.ui.words import day, lang, t


def draw_revisions(report: Any) -> None:
    """Every step between the versions of this report, those of the version shown unfolded."""
    steps = ask("report_revisions", agency_id=report["agency_id"], year=int(report["year"]))
    if steps.empty:
        return
    st.subheader(t("revision.heading", versions=len(steps) + 1), anchor=False)
    for step in steps.to_dict("records"):
        shown = report["revision"] in (step["revision"], step["revision"] - 1)
        with st.expander(step_words(step), expanded=shown):
            _draw_step(step)


def _draw_step(step: Any) -> None:
    for line in fact_lines(step):
        st.markdown(line)
    report_id = step["report_id"]
    _draw_measures(report_id)
    _draw_cells(report_id)
    _draw_findings(report_id)
    _draw_texts(step)


def _draw_measures(report_id: str) -> None:
    measures = ask("revision_measures", report_id=report_id)
    if not measures.empty:
        st.markdown(t("revision.measures"))
        told = measures_with_words(measures)
        key = f"measures_{report_id}"
        draw_table("revision_measures", told, columns.REVISED_MEASURES, key=key)


def _draw_cells(report_id: str) -> None:
    cells = ask("report_changes", report_id=report_id)
    if not cells.empty:
        st.markdown(t("revision.cells"))
        key = f"cells_{report_id}"
        draw_table("report_changes", cells_with_sides(cells), columns.REVISED_CELLS, key=key)


def _draw_findings(report_id: str) -> None:
    findings = ask("revision_findings", report_id=report_id)
    if not findings.empty:
        st.markdown(t("revision.findings"))
        st.caption(t("revision.findings.basis"))
        told = findings_with_words(findings)
        key = f"findings_{report_id}"
        draw_table("revision_findings", told, columns.REVISED_FINDINGS, key=key)


def _draw_texts(step: Any) -> None:
    """The sections that changed, both versions beside each other."""
    sections = ask("revision_sections", report_id=step["report_id"])
    changed = sections[(sections["change"] != "same") | sections["is_moved"]]
    if changed.empty:
        return
    st.markdown(t("revision.texts"))
    st.html(f'{STYLE}<div class="texts">{t("revision.texts.legend")}</div>')
    names = _version(step, "last_", -1), _version(step, "", 0)
    for row in changed.to_dict("records"):
        label = section_label(row["section_code"], lang())
        st.markdown(f"**{label}**{t('list.colon')}{_became(row)}")
        if row["change"] != "same":
            bodies = (row[side] if isinstance(row[side], str) else None for side in _BODIES)
            st.html(section_html(names, different(*bodies)))


_BODIES = ("old_body", "new_body")


def _version(step: Any, side: str, offset: int) -> str:
    date = day(step[f"{side}published_on"])
    return t("revision.version", revision=step["revision"] + offset, date=date)


def _became(section: Any) -> str:
    """Added, removed, reworded, moved: whichever of these."""
    said = [section["change"]] if section["change"] != "same" else []
    said += ["moved"] if section["is_moved"] else []
    return t("list.comma").join(t(f"revision.section.{word}") for word in said)
