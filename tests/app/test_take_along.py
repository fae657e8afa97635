"""What can be taken along from each page: tables in three formats, pictures, marked fiction."""

from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pandas as pd
import pytest
from pyarrow import parquet
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import text
from annual_reports.pipeline import BuildResult
from annual_reports.ui import tables
from tests.app.test_pages import PAGES, run_page, words

Shipped = tuple[Path, BuildResult]

pytestmark = pytest.mark.usefixtures("_clean_caches")


def taken(
    monkeypatch: pytest.MonkeyPatch, builds: Path, page: str, **choices: str
) -> list[dict[str, Any]]:
    """What the tables of a page hand to their Parquet buttons, and the Parquet it becomes."""
    seen: list[dict[str, Any]] = []
    make = tables.draw_downloads

    def keep(title: str, rows: Any, key: str, build_id: str, notes: Any = None) -> None:
        frame = rows if isinstance(rows, pd.DataFrame) else rows()
        made = tables.parquet_bytes(frame, {})
        seen.append({"frame": frame, "table": parquet.read_table(BytesIO(made))})
        make(title, rows, key, build_id, notes)

    monkeypatch.setattr(tables, "draw_downloads", keep)
    run_page(monkeypatch, builds, page, **choices)
    return seen


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("data", ["demo", "real"])
def test_every_table_becomes_parquet(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, page: str, data: str
) -> None:
    for entry in taken(monkeypatch, shipped[0], page, data=data):
        assert entry["table"].num_rows == len(entry["frame"])
        assert entry["table"].column_names == list(entry["frame"].columns)
        for name, column in entry["frame"].items():
            is_number = pd.api.types.is_numeric_dtype(column)
            assert is_number == (str(entry["table"].schema.field(name).type) in {
                "int64", "int32", "double", "float", "bool", "int16", "int8", "uint64",
            })  # fmt: skip


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("data", ["demo", "real"])
def test_names_of_saved_files_say_what_is_fiction(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, data: str, lang: str
) -> None:
    names: list[str] = []
    draw = tables.st.download_button

    def keep(label: str, make: Any, **more: Any) -> Any:
        names.append(more["file_name"])
        return draw(label, make, **more)

    monkeypatch.setattr(tables.st, "download_button", keep)
    run_page(monkeypatch, shipped[0], "overview", data=data, lang=lang)
    assert {name.rsplit(".", 1)[1] for name in names} == {"csv", "xlsx", "parquet"}
    marked = [text("origin.demo.file", lang) in name for name in names]
    assert all(marked) if data == "demo" else not any(marked)


def test_a_chart_is_shown_as_a_picture(monkeypatch: pytest.MonkeyPatch, shipped: Shipped) -> None:
    app = run_page(monkeypatch, shipped[0], "overview", data="demo")
    app.button(key="picture_outcome_mix").click().run()
    assert not app.exception
    assert text("picture.how", "zh") in [caption.value for caption in app.caption]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_data_set_is_made_on_request_and_its_size_is_told_before(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, lang: str
) -> None:
    app = run_page(
        monkeypatch,
        shipped[0],
        "definitions",
        data="real",
        lang=lang,
        dictionary="dataset",
        dataset="all",
    )
    size = {"reports": "15", "size": text("dataset.size.small", lang)}
    start = text("dataset.size", lang, **size, rows="7").split("7")[0]
    assert any(part.value.startswith(start) for part in app.markdown)
    saving = text("dataset.save", lang)
    assert saving not in [button.label for button in app.get("download_button")]
    make = next(button for button in app.button if button.label == text("dataset.make", lang))
    make.click().run()
    assert not app.exception
    assert saving in [button.label for button in app.get("download_button")]
    app.selectbox(key="widget_dataset").set_value("selection").run()
    app.selectbox(key="widget_region").set_value("江苏省").run()
    assert saving not in [button.label for button in app.get("download_button")]


def shown_link(app: AppTest) -> dict[str, str]:
    """What the link of a page says."""
    (code,) = [block.value for block in app.code if block.value.startswith("?")]
    return dict(parse_qsl(code[1:]))


def test_a_link_holds_choices_and_defaults_and_opens_the_same_view(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped
) -> None:
    app = run_page(monkeypatch, shipped[0], "agency", data="real", profile="pingtan")
    said = shown_link(app)
    assert said == {
        "lang": "zh", "data": "real", "from": "2016", "to": "2025", "basis": "consolidated",
        "profile": "pingtan", "report": "2025",
    }  # fmt: skip
    again = run_page(monkeypatch, shipped[0], "agency", **said)
    assert shown_link(again) == said
    assert words(again) == words(app)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_link_that_opens_it_as_it_was(
    monkeypatch: pytest.MonkeyPatch, shipped: Shipped, page: str
) -> None:
    app = run_page(monkeypatch, shipped[0], page, data="demo", lang="en", to="2023")
    said = shown_link(app)
    assert (said["data"], said["lang"], said["to"]) == ("demo", "en", "2023")
    again = run_page(monkeypatch, shipped[0], page, **said)
    assert shown_link(again) == said
    assert words(again) == words(app)
