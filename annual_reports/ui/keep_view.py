"""Importing reports, what became of it, and taking back what was imported last."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from annual_reports.access import Action
from annual_reports.errors import AnnualReportsError, Denied
from annual_reports.importing import Arrival, Claim, Standing, keep, undo
from annual_reports.pipeline import Progress
from annual_reports.reading import Outcome
from annual_reports.registry import Registry
from annual_reports.ui import access
from annual_reports.ui.data import ask, builds_directory
from annual_reports.ui.identity_view import agency_of
from annual_reports.ui.page import AGENCY_PAGE, draw_denied, draw_error
from annual_reports.ui.uploads import Seen, claims
from annual_reports.ui.words import agency_name, t

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
        draw_denied(denied)
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
        who = access.demand(Action.SETTLE).name
        for arrival in arrivals:
            access.demand_region(arrival.claim.agency.region_path if arrival.claim.agency else "")
        kept = keep(builds_directory(), arrivals, progress, who)
        st.session_state[_KEPT] = list(zip(kept.numbers, digests, strict=True))

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
            take_out([number for number, _ in kept], Action.SETTLE)


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


def take_out(numbers: Sequence[str], needed: Action) -> None:
    """Take imported reports out again, where the role allows ``needed``; say what went wrong."""

    def work(progress: Progress) -> None:
        who = access.demand(needed).name
        undo(builds_directory(), numbers, progress, who)
        kept = st.session_state.get(_KEPT, [])
        st.session_state[_KEPT] = [pair for pair in kept if pair[0] not in numbers]

    _do(t("import.undoing"), work)
