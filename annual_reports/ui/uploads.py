"""What this session has uploaded, read and checked. It lives in the session and nowhere else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

import streamlit as st

from annual_reports.errors import MissingWarehouse, UnreadableFile
from annual_reports.importing import (
    Checked,
    Claim,
    Item,
    Looked,
    Standing,
    Upload,
    check,
    look,
    standing_of,
    unfold_uploads,
)
from annual_reports.pipeline import registry_of
from annual_reports.registry import Registry
from annual_reports.rendering import PageImage, render_pages
from annual_reports.ui.data import builds_directory, warehouse
from annual_reports.warehouse import Warehouse

_ITEMS: Final = "upload_items"
_LOOKS: Final = "upload_looks"
_CHECKS: Final = "upload_checks"
_CLAIMS: Final = "upload_claims"
_PAGES: Final = "upload_pages"
Progress = Callable[[int, int], None]  # files done, files in all


class Seen(NamedTuple):
    """An upload as it came, as it stands after what the user said of it, and its checks."""

    first: Looked
    looked: Looked
    checked: Checked | None
    standing: Standing


def held() -> Warehouse | None:
    """The current build, if there is one."""
    try:
        return warehouse()
    except MissingWarehouse:
        return None


def registry() -> Registry:
    """The registry by which uploads are placed; raises InvalidRegistry."""
    return registry_of(builds_directory())


def claims() -> dict[str, Claim]:
    """What the user said of uploads, by their digest."""
    said: dict[str, Claim] = st.session_state.setdefault(_CLAIMS, {})
    return said


def seen(files: Sequence[Any], known: Registry, progress: Progress) -> list[Seen]:
    """Every file of the uploads, read and checked; what was done before is not done again."""
    items = _items(files)
    said = {item.sha256: claims()[item.sha256] for item in items if item.sha256 in claims()}
    firsts = list(_looks(items, {}, progress))
    entries = {key: replace(claim, agency=None) for key, claim in said.items()}
    looks = [
        replace(looked, entry=said[looked.item.sha256].entry(looked.item.name))
        if looked.item.sha256 in said
        else looked
        for looked in _looks(items, entries, progress)
    ]
    checks = _checks(looks, said, known)
    return [
        Seen(first, looked, found := checks.get(looked.item.sha256), standing_of(found, held()))
        for first, looked in zip(firsts, looks, strict=True)
    ]


def _items(files: Sequence[Any]) -> list[Item]:
    key = tuple(file.file_id for file in files)
    kept = st.session_state.get(_ITEMS)
    if kept is None or kept[0] != key:
        uploads = (Upload(file.name, file.getvalue()) for file in files)
        kept = st.session_state[_ITEMS] = (key, unfold_uploads(uploads))
        _forget_others({item.sha256 for item in kept[1]})
    items: list[Item] = kept[1]
    return items


def _forget_others(digests: set[str]) -> None:
    """Drop what was found in files that are no longer among the uploads."""
    for name in (_LOOKS, _PAGES):
        kept = st.session_state.get(name, {})
        st.session_state[name] = {key: value for key, value in kept.items() if key[0] in digests}
    st.session_state[_CLAIMS] = {key: said for key, said in claims().items() if key in digests}


def _looks(
    items: Sequence[Item], said: Mapping[str, Claim], progress: Progress
) -> Iterator[Looked]:
    known: dict[tuple[Any, ...], Looked] = st.session_state.setdefault(_LOOKS, {})

    def key(item: Item) -> tuple[Any, ...]:
        return item.sha256, item.name, said.get(item.sha256, Claim())

    unread = [item for item in items if not item.refusal and key(item) not in known]
    entries = {
        item.sha256: entry
        for item in unread
        if (entry := said.get(item.sha256, Claim()).entry(item.name))
    }
    for done, looked in enumerate(look(unread, entries), start=1):
        known[key(looked.item)] = looked
        progress(done, len(unread))
    return (Looked(i, refusal=i.refusal) if i.refusal else known[key(i)] for i in items)


def _checks(
    looks: Sequence[Looked], said: Mapping[str, Claim], known: Registry
) -> dict[str, Checked]:
    current = held()
    state = (
        tuple(looked.item.sha256 for looked in looks),
        tuple(said.items()),
        current and current.build_id,
        len(known.agencies),
    )
    kept = st.session_state.get(_CHECKS)
    if kept is None or kept[0] != state:
        kept = st.session_state[_CHECKS] = (state, check(looks, said, known, current))
    checks: dict[str, Checked] = kept[1]
    return checks


def pages_of(item: Item, numbers: tuple[int, ...]) -> dict[int, PageImage] | UnreadableFile:
    """Pictures of these pages of a PDF, drawn once, in a process of their own."""
    known: dict[tuple[str, tuple[int, ...]], Any] = st.session_state.setdefault(_PAGES, {})
    key = (item.sha256, numbers)
    if key not in known:
        known[key] = render_pages(item.data, numbers)
    pages: dict[int, PageImage] | UnreadableFile = known[key]
    return pages
