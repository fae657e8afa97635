"""All reports that were imported, and taking any of them out again."""

import pandas as pd
import streamlit as st

from annual_reports.access import Action
from annual_reports.importing import Shelf
from annual_reports.pipeline import imports_in
from annual_reports.registry import Registry
from annual_reports.ui import access, columns
from annual_reports.ui.data import builds_directory
from annual_reports.ui.keep_view import take_out
from annual_reports.ui.tables import draw_frame
from annual_reports.ui.words import labels, t


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
            take_out([str(chosen)], Action.PUBLISH)


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
