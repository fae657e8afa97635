"""Importing reports, what became of it, and taking them out again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.access import Action
from annual_reports.audit import Act
from annual_reports.errors import AnnualReportsError, Denied
from annual_reports.importing import Arrival, Claim, Shelf, Standing, keep, undo
from annual_reports.pipeline import Progress, imports_in
from annual_reports.reading import Outcome
from annual_reports.registry import Registry
from annual_reports.ui import access, columns
from annual_reports.ui.audit_view import note
from annual_reports.ui.data import ask, builds_directory
from annual_reports.ui.identity_view import agency_of
from annual_reports.ui.page import AGENCY_PAGE, draw_error
from annual_reports.ui.tables import draw_frame
from annual_reports.ui.uploads import Seen, claims
from annual_reports.ui.words import agency_name, labels, t

_KEPT: Final = "import_kept"
_ADDABLE: Final = (Standing.READY, Standing.DOUBTFUL, Standing.REPLACES, Standing.STRANGER)
_STEPS: Final = 50  # redraws of the progress bar


def draw_keep_all(pile: Sequence[Seen], known: Registry) -> None:
    """The button that imports all uploads about which there is no doubt."""
    if len(pile) == 1 or not access.may(Action.SETTLE):
        return
    keys = [_agency_year(one) for one in pile]
    ready = [
        one
        for one, key in zip(pile, keys, strict=True)
        if one.standing is Standing.READY and keys.count(key) == 1 and _is_inside(one, known)
    ]
    label = t("import.keep-all", files=len(ready))
    if st.button(label, key="keep_all", disabled=not ready, help=t("import.keep-all.help")):
        _keep(ready, known)


def _is_inside(one: Seen, known: Registry) -> bool:
    agency = agency_of(one, known)
    return agency is not None and access.person().sees(agency.region_path)


def _agency_year(one: Seen) -> tuple[str | None, int | None]:
    identity = one.checked.report.identity if one.checked else None
    return (identity.agency_id, identity.year) if identity else (None, None)


def draw_keep_one(one: Seen, known: Registry) -> None:
    """The button that imports this upload, or why it cannot be."""
    agency = agency_of(one, known)
    if one.standing not in _ADDABLE or agency is None:
        st.info(t(f"import.cannot.{one.standing}"), icon=":material/info:")
        return
    try:
        access.demand(Action.SETTLE)
        access.demand_region(agency.region_path)
    except Denied as denied:
        draw_error(denied)
        return
    is_sure = True
    if one.standing is Standing.REPLACES:
        key = f"confirm_{one.looked.item.sha256}"
        is_sure = st.checkbox(t("import.confirm-replace"), key=key)
    if st.button(t("import.keep"), type="primary", key="keep_one", disabled=not is_sure):
        _keep([one], known)


def _keep(chosen: Sequence[Seen], known: Registry) -> None:
    arrivals = [arrival for one in chosen if (arrival := _arrival(one, known))]
    digests = [one.looked.item.sha256 for one in chosen]

    def work(progress: Progress) -> None:
        access.demand(Action.SETTLE)
        for arrival in arrivals:
            access.demand_region(arrival.claim.agency.region_path if arrival.claim.agency else "")
        kept = keep(builds_directory(), arrivals, progress)
        st.session_state[_KEPT] = list(zip(kept.numbers, digests, strict=True))
        note(Act.IMPORT, numbers=kept.numbers, files=[arrival.name for arrival in arrivals])

    _do(t("import.keeping"), work)


def _arrival(one: Seen, known: Registry) -> Arrival | None:
    agency, item = agency_of(one, known), one.looked.item
    if agency is None:
        return None
    claim = replace(claims().get(item.sha256, Claim()), agency=agency)
    is_new = known.agency(agency.agency_id) is None
    return Arrival(item.name, item.data, claim, is_new)


def _do(label: str, work: Callable[[Progress], None]) -> None:
    """Do it with its progress on the page, then draw the page anew, or say what went wrong."""
    with st.status(label, expanded=True) as status:
        bar = st.progress(0.0, t("import.preparing"))
        try:
            work(_progress_on(bar))
        except AnnualReportsError as error:
            status.update(state="error")
            draw_error(error)
            return
        status.update(state="complete")
    st.rerun()


def _progress_on(bar: Any) -> Progress:
    def progress(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
        step = max(1, total // _STEPS)
        for done, outcome in enumerate(outcomes, start=1):
            if done % step == 0 or done == total:
                bar.progress(done / total, t("import.reading", done=done, total=total))
            yield outcome
        bar.progress(1.0, t("import.publishing"))

    return progress


def draw_kept() -> None:
    """What was imported last: where it now is, and the way back."""
    kept: list[tuple[str, str]] = st.session_state.get(_KEPT, [])
    if not kept:
        return
    with st.container(border=True):
        st.success(t("import.kept", files=len(kept)), icon=":material/check_circle:")
        for _, digest in kept:
            _draw_link(digest)
        if st.button(t("import.undo"), key="undo", help=t("import.undo.help")):
            _undo([number for number, _ in kept], Action.SETTLE)


def _draw_link(digest: str) -> None:
    for row in ask("report_of_bytes", sha256=digest).to_dict("records"):
        name = agency_name(row["agency_id"])
        st.page_link(
            AGENCY_PAGE,
            label=t("import.open", agency=name, year=row["year"], revision=row["revision"]),
            icon=":material/arrow_forward:",
            query_params={
                "profile": row["agency_id"],
                "report": str(row["year"]),
                "data": "demo" if row["is_demo"] else "real",
            },
        )


def _undo(numbers: Sequence[str], needed: Action) -> None:
    def work(progress: Progress) -> None:
        access.demand(needed)
        undo(builds_directory(), numbers, progress)
        kept = st.session_state.get(_KEPT, [])
        st.session_state[_KEPT] = [pair for pair in kept if pair[0] not in numbers]
        note(Act.TAKE_OUT, numbers=numbers)

    _do(t("import.undoing"), work)


def draw_shelf(known: Registry) -> None:
    """All reports that were imported, each of which an administrator can take out again."""
    held = Shelf(imports_in(builds_directory())).manifest()
    lines = [line for line in held if _is_seen(line, known)]
    if not lines:
        return
    with st.expander(t("import.shelf", files=len(lines))):
        rows = pd.DataFrame([_line(line, known) for line in lines])
        draw_frame(t("import.shelf.title"), rows, columns.IMPORTS, "imports", "imports")
        if not access.may(Action.PUBLISH):
            return
        names = {
            row["number"]: f"{row['number']} · {row['path']}" for row in rows.to_dict("records")
        }
        left, right = st.columns([4, 1], vertical_alignment="bottom")
        chosen = left.selectbox(
            t("import.shelf.choose"), list(names), index=None, placeholder="—",
            format_func=labels(names, names.__getitem__), key="shelf_choice",
        )  # fmt: skip
        if right.button(t("import.shelf.remove"), disabled=chosen is None, key="shelf_remove"):
            _undo([str(chosen)], Action.PUBLISH)


def _is_seen(line: dict[str, str], known: Registry) -> bool:
    agency = known.agency(line["agency_id"])
    return access.person().sees(agency.region_path if agency else "")


def _line(line: dict[str, str], known: Registry) -> dict[str, str]:
    agency = known.agency(line["agency_id"])
    return {
        "number": line["number"],
        "agency_name": agency.name if agency else line["agency_id"],
        "path": line["file"].rpartition("/")[2],
        "kept_at": line["note"].replace("T", " ").rstrip("Z"),
    }
