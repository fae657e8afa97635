"""The uploads of the import page: the field for files, and all of them in one table."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.extract.readers import READERS
from annual_reports.importing.check import BUILD
from annual_reports.importing.limits import FILE_MEGABYTES, MAX_FILES, TOTAL_MEGABYTES
from annual_reports.ui import columns
from annual_reports.ui.tables import draw_frame
from annual_reports.ui.uploads import Seen
from annual_reports.ui.words import labels, t

_BUTTON: Final = '[data-testid="stFileUploader"] [data-testid="stBaseButton-secondary"]'
_UPLOADER_STYLE: Final = f"""<style>
[data-testid="stFileUploaderDropzoneInstructions"]{{display:none}}
{_BUTTON},{_BUTTON} *{{font-size:0}}
{_BUTTON}::after{{content:"CHOOSE";font-size:.9rem}}
</style>"""  # Streamlit's own words are English only


def draw_uploader() -> list[Any]:
    """The field for files, with what is read and how much; the files in it."""
    st.html(_UPLOADER_STYLE.replace("CHOOSE", t("import.choose-files")))
    files = st.file_uploader(
        t("import.upload"),
        accept_multiple_files=True,
        key="import_files",
        max_upload_size=FILE_MEGABYTES,
    )
    formats = t("list.comma").join(reader.FORMAT for reader in READERS)
    facts = {"files": MAX_FILES, "each": FILE_MEGABYTES, "total": TOTAL_MEGABYTES}
    st.caption(t("import.limits", formats=formats, **facts))
    return list(files or [])


def draw_pile(pile: Sequence[Seen]) -> Seen:
    """All uploads in one table, where there are several, and the one chosen from them."""
    if len(pile) == 1:
        return pile[0]
    rows = pd.DataFrame([_row(one) for one in pile], columns=list(columns.UPLOADS))
    shown = columns.UPLOADS
    draw_frame(t("import.overview"), rows, shown, "import_overview", BUILD)
    names = {str(at): f"{at + 1}. {one.looked.item.shown}" for at, one in enumerate(pile)}
    first = next((at for at, one in enumerate(pile) if one.checked), 0)
    chosen = st.selectbox(
        t("import.choose-one"),
        list(names),
        index=first,
        format_func=labels(names, names.__getitem__),
        key="import_chosen",
    )
    return pile[int(chosen or 0)]


def _row(one: Seen) -> dict[str, Any]:
    said = {"upload": one.looked.item.shown, "standing": t(f"standing.{one.standing}")}
    if not one.checked:
        return {**said, "form": None}
    identity, report_id = one.checked.report.identity, one.checked.report_id
    counts = one.checked.warehouse.ask("report_summary", report_id=report_id).iloc[0]
    return {
        **said,
        "agency_name": identity.agency_name or "",
        "year": identity.year,
        "form": identity.form,
        **{str(name): count for name, count in counts.items()},
    }
