"""The import page in every state and both languages, as Streamlit runs it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from annual_reports.i18n import LANGS, text
from annual_reports.importing.limits import FILE_MEGABYTES, MAX_FILES, TOTAL_MEGABYTES
from annual_reports.pipeline import DATA
from annual_reports.warehouse import open_warehouse
from tests.app.test_pages import run_page, words
from tests.unit.importing.uploads import two_reports
from tests.unit.importing.uploads import upload as report

REPORTS = DATA / "reports"
File = tuple[str, bytes]

pytestmark = pytest.mark.usefixtures("_clean_caches")


@pytest.fixture
def builds(tmp_path: Path) -> Path:
    """A build of 平潭 2019 and 2020 that the test may change."""
    return two_reports(tmp_path)


def opened(
    monkeypatch: pytest.MonkeyPatch, builds: Path, *files: File, lang: str = "zh"
) -> AppTest:
    app = run_page(monkeypatch, builds, "importing", lang=lang)
    if files:
        uploads = [(name, data, "application/octet-stream") for name, data in files]
        app.file_uploader[0].set_value(uploads)
        rerun(app)
    return app


def rerun(app: AppTest) -> None:
    app.run(timeout=120)
    assert not app.exception


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click()
    rerun(app)


def keys(app: AppTest) -> set[str]:
    return {button.key for button in app.button if button.key}


def html_of(app: AppTest) -> str:
    return "\n".join(block.proto.body for block in app.get("html"))


def badges(app: AppTest) -> str:
    return "\n".join(element.value for element in app.markdown)


@pytest.mark.parametrize("lang", LANGS)
def test_the_empty_page_says_what_to_do_and_how_much(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    app = opened(monkeypatch, builds, lang=lang)
    said = words(app)
    assert app.title[0].value == text("page.importing", lang)
    assert text("import.empty.advice", lang) in said
    for number in (MAX_FILES, FILE_MEGABYTES, TOTAL_MEGABYTES):
        assert str(number) in said
    assert all(name in said for name in ("DOCX", "PDF", "HTML", "ZIP"))
    assert keys(app) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_a_self_check_needs_no_warehouse(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lang: str
) -> None:
    app = opened(monkeypatch, tmp_path, report("pingtan-2020.html"), lang=lang)
    assert text("standing.ready", lang) in badges(app)
    assert "26" in words(app)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_good_report_stands_beside_its_source_with_its_findings(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    app = opened(monkeypatch, builds, report("pingtan-2021.html"), lang=lang)
    said, shown = words(app), html_of(app)
    assert text("standing.ready", lang) in badges(app)
    assert text("import.no-problems", lang) in said
    assert "pingtan-2021.html" in said
    assert shown.count('<div class="official">') == 3
    assert shown.count('<div class="source">') == 3
    assert 'class="read" title="table 1, row' in shown
    assert "keep_one" in keys(app)
    assert "keep_all" not in keys(app)


def test_findings_are_marked_on_both_sides(monkeypatch: pytest.MonkeyPatch, builds: Path) -> None:
    changed = report("pingtan-2020.html", (">77<", ">78<"))
    app = opened(monkeypatch, builds, changed)
    shown = html_of(app)
    official, source = shown.count("objected"), shown.count('class="objected" title=')
    assert "办理结果总计填报 20，各项结果相加为 26" in words(app)
    assert source == 2
    assert official > source


def test_a_chosen_cell_is_marked_in_table_and_source(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    app = opened(monkeypatch, builds, report("pingtan-2021.html"))
    box = app.selectbox(key="upload_cell_zh")
    box.set_value(("2", "licensing", "decisions")).run()
    assert not app.exception
    shown = html_of(app)
    assert shown.count('<td class="chosen"') + shown.count('colspan="3" class="chosen"') >= 1
    assert shown.count('class="chosen" title="') == 1


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_that_is_no_report_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    name = "a[b](http://x)<img src=x>.txt"
    app = opened(monkeypatch, builds, (name, b"hello"), lang=lang)
    assert text("error.not-a-report.title", lang) in words(app)
    assert "[b](http" not in words(app).replace("\\", "\0")
    assert keys(app) == set()


@pytest.mark.parametrize("lang", LANGS)
def test_a_pile_is_listed_and_the_ones_free_of_doubt_are_imported_together(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    files = (
        ("notes.txt", b"hello"),
        report("pingtan-2021.html"),
        report("pingtan-2022.html"),
        report("pingtan-2020.html"),
        report("pingtan-2019.html", ("</body>", " </body>")),
    )
    app = opened(monkeypatch, builds, *files, lang=lang)
    (pile,) = [frame.value for frame in app.dataframe if "standing" in frame.value.columns]
    states = ("refused", "ready", "ready", "held", "replaces")
    assert pile["standing"].tolist() == [text(f"standing.{state}", lang) for state in states]
    assert pile["contradictions"].tolist()[3] == 2
    assert pile["cells_read"].tolist()[1] == 200
    assert app.selectbox(key="import_chosen").value == "1"
    assert text("import.keep-all", lang, files=2) in {button.label for button in app.button}
    press(app, "keep_all")
    assert text("import.kept", lang, files=2) in words(app)
    years = open_warehouse(builds).connection.execute("SELECT year FROM reports ORDER BY year")
    assert years.fetchall() == [(2019,), (2020,), (2021,), (2022,)]


def test_an_empty_archive_says_so(monkeypatch: pytest.MonkeyPatch, builds: Path) -> None:
    empty = b"PK\x05\x06" + bytes(18)
    app = opened(monkeypatch, builds, ("empty.zip", empty))
    assert text("import.nothing", "zh") in words(app)


def test_import_link_and_undo(monkeypatch: pytest.MonkeyPatch, builds: Path) -> None:
    app = opened(monkeypatch, builds, report("pingtan-2021.html"))
    press(app, "keep_one")
    assert text("import.kept", "zh", files=1) in words(app)
    (link,) = app.get("page_link")
    assert "profile=pingtan" in link.proto.query_string
    assert "report=2021" in link.proto.query_string
    assert text("standing.held", "zh") in badges(app)
    assert "keep_one" not in keys(app)
    press(app, "undo")
    assert text("import.kept", "zh", files=1) not in words(app)
    assert text("standing.ready", "zh") in badges(app)


def test_what_replaces_a_report_must_be_confirmed(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    app = opened(monkeypatch, builds, report("pingtan-2020.html", (">77<", ">78<")))
    (changes,) = [frame.value for frame in app.dataframe if "old_raw" in frame.value.columns]
    assert changes[["old_raw", "new_raw"]].drop_duplicates().to_numpy().tolist() == [["77", "78"]]
    assert app.button(key="keep_one").disabled
    app.checkbox[0].check()
    rerun(app)
    press(app, "keep_one")
    assert "第 2 版" in "".join(link.proto.label for link in app.get("page_link"))


def test_a_year_that_is_corrected_is_checked_and_imported(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    name, data = report("pingtan-2021.html")
    app = opened(monkeypatch, builds, (name, data))
    year = next(box for box in app.selectbox if (box.key or "").startswith("claim_year"))
    assert year.value == 2021
    year.set_value(2022)
    rerun(app)
    assert text("import.said-here", "zh") in words(app)
    press(app, "keep_one")
    rows = open_warehouse(builds).connection.execute("SELECT max(year) FROM reports")
    assert rows.fetchall() == [(2022,)]


@pytest.mark.parametrize("lang", LANGS)
def test_an_agency_nobody_knows_is_registered_with_its_report(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    nobody = report("yandu-coop-2019.html", ("盐城市盐都区供销合作社", ""))
    app = opened(monkeypatch, builds, ("a.html", nobody[1]), lang=lang)
    assert text("standing.nameless", lang) in badges(app)
    assert text("import.cannot.nameless", lang) in words(app)
    agency = next(box for box in app.selectbox if (box.key or "").startswith("claim_agency"))
    agency.set_value("")
    rerun(app)
    name = next(field for field in app.text_input if (field.key or "").startswith("new_name"))
    name.set_value("某市某局")
    rerun(app)
    assert text("standing.ready", lang) in badges(app)
    press(app, "keep_one")
    held = open_warehouse(builds).ask("selectable_agencies")
    assert held.loc[held["name"] == "某市某局", "reports"].tolist() == [1]


def test_a_printed_name_that_is_not_registered_needs_one_press(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    stranger = report("yandu-coop-2019.html", ("盐城市盐都区供销合作社", "盐都某协会"))
    app = opened(monkeypatch, builds, stranger)
    assert text("standing.stranger", "zh") in badges(app)
    press(app, "keep_one")
    held = open_warehouse(builds).ask("selectable_agencies")
    assert held.loc[held["name"] == "盐都某协会", "is_registered"].tolist() == [True]


def test_an_import_from_the_shelf_can_be_taken_out_later(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    press(opened(monkeypatch, builds, report("pingtan-2021.html")), "keep_one")
    later = opened(monkeypatch, builds)
    later.selectbox(key="shelf_choice").set_value("00001")
    rerun(later)
    press(later, "shelf_remove")
    rows = open_warehouse(builds).connection.execute("SELECT max(year) FROM reports")
    assert rows.fetchall() == [(2020,)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_doubt_comes_with_what_would_settle_it(
    monkeypatch: pytest.MonkeyPatch, builds: Path, lang: str
) -> None:
    """The digits of a total are parted; only joined do they fit the sums."""
    parted = report("pingtan-2021.html", ("<td>70</td>", "<td>7 0</td>"))
    app = opened(monkeypatch, builds, parted, lang=lang)
    assert text("standing.doubtful", lang) in badges(app)
    assert text("import.problems", lang) in words(app)
    assert "= 70" in words(app)
    assert 'class="doubted" title="' in html_of(app)
