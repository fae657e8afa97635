"""Who gets in, what each role may do, and that no way leads out of one's own region."""

from pathlib import Path
from shutil import copytree

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from annual_reports import audit
from annual_reports.access import Action
from annual_reports.audit import Act, audit_log
from annual_reports.errors import Denied, RefusedStatement
from annual_reports.i18n import LANGS, text
from annual_reports.importing import Arrival, Claim, Shelf
from annual_reports.pipeline import DATA, build_warehouse, imports_in
from annual_reports.registry import Agency
from annual_reports.ui import data
from annual_reports.ui.access import demand
from annual_reports.ui.filters import Filters
from annual_reports.verdicts import FILE, VerdictLog
from tests.app.access import PEOPLE, signed_in, with_people
from tests.app.test_importing import keys, opened
from tests.app.test_pages import PAGES, run_page, words
from tests.app.test_settling import choose
from tests.unit.importing.uploads import upload

pytestmark = pytest.mark.usefixtures("_clean_caches")

REPORTS = ("pingtan-2020.html", "suqian-2023.html", "suqian-2024.html")
EVERYTHING = Filters(False, None, None, None, 2000, 2100, "consolidated")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report of 平潭 and two of 宿迁."""
    to = tmp_path_factory.mktemp("three")
    build_warehouse([DATA / "reports" / name for name in REPORTS], to=to, with_demo=False)
    return to


@pytest.fixture
def builds(three: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same for people who sign in; verdicts of other tests are gone."""
    for log in (FILE, audit.FILE):
        (three / log).unlink(missing_ok=True)
    with_people(monkeypatch, tmp_path)
    monkeypatch.setenv("ANNUAL_REPORTS_BUILDS", str(three))
    return three


def code(app: AppTest) -> str:
    """All that a page shows, as far as a test can see it."""
    frames = "\n".join(frame.value.to_csv() for frame in app.dataframe)
    html = "\n".join(block.proto.body for block in app.get("html"))
    chosen = "\n".join(",".join(box.options) for box in (*app.selectbox, *app.multiselect))
    return "\n".join([words(app), frames, html, chosen])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("name", "said"), [("", "sign-in-needed"), ("nobody", "sign-in-unknown")])
def test_who_is_not_known_sees_a_sentence_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, builds: Path, name: str, said: str, lang: str
) -> None:
    signed_in(monkeypatch, name)
    address = {"number": "disclosure_rate@2024@suqian", "lang": lang}
    app = run_page(monkeypatch, builds, "overview", **address)
    assert text(f"error.{said}.message", lang, found=name) in words(app)
    assert [title.value for title in app.title] == [text(f"error.{said}.title", lang)]
    assert not any((app.dataframe, app.selectbox, app.multiselect, app.sidebar))
    html = [block.proto.body for block in app.get("html")]
    assert all(body.startswith("<style>") for body in html)


def test_a_faulty_file_lets_nobody_in(
    monkeypatch: pytest.MonkeyPatch, builds: Path, tmp_path: Path
) -> None:
    with_people(monkeypatch, tmp_path, PEOPLE.replace('"viewer"', '"chief"'))
    signed_in(monkeypatch, "admin")
    app = run_page(monkeypatch, builds, "overview")
    assert text("error.sign-in-broken.message", "zh") in words(app)
    assert "chief" not in code(app)


@pytest.mark.parametrize(("value", "opens"), [("", False), ("open", True)])
def test_without_a_file_of_people_it_opens_on_its_own_machine_only(
    monkeypatch: pytest.MonkeyPatch, three: Path, value: str, *, opens: bool
) -> None:
    monkeypatch.setenv("ANNUAL_REPORTS_ACCESS", value)
    monkeypatch.setattr(ContextProxy, "ip_address", property(lambda _: "10.0.0.7"))
    app = run_page(monkeypatch, three, "definitions")
    assert (text("error.sign-in-unset.message", "zh") in words(app)) is not opens


@pytest.mark.parametrize("name", ["viewer", "editor"])
def test_editors_settle_findings_under_their_name_and_viewers_do_not(
    monkeypatch: pytest.MonkeyPatch, builds: Path, name: str
) -> None:
    signed_in(monkeypatch, name)
    app = choose(run_page(monkeypatch, builds, "quality"), 0)
    save = [button for button in app.button if button.label == text("settle.save", "zh")]
    assert len(save) == (name == "editor")
    assert (text("error.denied-settle.message", "zh") in words(app)) == (name == "viewer")
    if save:
        save[0].click().run()
        assert [row["who"] for row in VerdictLog(builds / FILE).latest().to_pylist()] == ["王芳"]
        assert [(line.act, line.who) for line in audit_log(builds).latest()] == [
            (Act.SETTLE, "王芳")
        ]


@pytest.mark.parametrize(("name", "sees"), [("admin", True), ("editor", False), ("county", False)])
def test_who_did_what_is_for_administrators(
    monkeypatch: pytest.MonkeyPatch, builds: Path, name: str, *, sees: bool
) -> None:
    audit_log(builds).add(Act.IMPORT, "=王芳", files=["<b>甲</b>.html"])
    signed_in(monkeypatch, name)
    app = run_page(monkeypatch, builds, "importing")
    shown = [frame.value for frame in app.dataframe if "act" in frame.value.columns]
    assert [frame["who"].tolist() for frame in shown] == [["=王芳"]] * sees


@pytest.mark.parametrize(
    ("name", "denied"),
    [("viewer", "denied-settle"), ("county", "denied-region"), ("editor", "")],
)
def test_a_report_is_looked_at_by_all_and_imported_by_editors_of_its_region(
    monkeypatch: pytest.MonkeyPatch, builds: Path, name: str, denied: str
) -> None:
    signed_in(monkeypatch, name)
    app = opened(monkeypatch, builds, upload("pingtan-2021.html"))
    assert ("keep_one" in keys(app)) == (not denied)
    assert not denied or text(f"error.{denied}.title", "zh") in words(app)
    assert name != "county" or "平潭综合实验区" not in app.selectbox[0].options


def test_no_page_tells_of_another_region_whatever_the_address_asks(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    signed_in(monkeypatch, "admin")
    everything = data.ask("dataset_reports", **_selection())
    foreign = everything[everything["agency_id"] == "pingtan"].iloc[0]
    signed_in(monkeypatch, "county")
    address = {
        "data": "real", "region": "福建省", "agency": "pingtan", "profile": "pingtan",
        "report": "2020", "left": "pingtan", "right": "pingtan",
        "sql": "SELECT * FROM dataset_agencies",
        "number": f"disclosure_rate@2020@report:{foreign['report_id']}",
    }  # fmt: skip
    app = run_page(monkeypatch, builds, PAGES[0], **address)
    for page in (*PAGES, "evidence", "importing"):
        app.switch_page(f"annual_reports/app_pages/{page}.py")
        app.query_params.update(address)
        app.run()
        assert not app.exception
        assert app.title[0].value == text(f"page.{page}", "zh")
        told = [secret for secret in ("平潭", foreign["report_id"]) if secret in code(app)]
        assert (page, told) == (page, [])


@pytest.mark.parametrize("number", ["disclosure_rate@2020@pingtan", "3/disclosed/total@2020"])
def test_a_number_of_another_region_has_no_parts(
    monkeypatch: pytest.MonkeyPatch, builds: Path, number: str
) -> None:
    signed_in(monkeypatch, "county")
    app = run_page(monkeypatch, builds, "evidence", number=number)
    assert text("evidence.nothing", "zh") in words(app)


def test_answers_that_are_kept_never_pass_from_one_reader_to_another(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    del builds
    reports = []
    for name in ("admin", "county", "viewer", "county"):
        signed_in(monkeypatch, name)
        sql = "SELECT count(*) AS n FROM dataset_reports"
        answer = data.ask_sql(sql, _selection())
        assert not isinstance(answer, RefusedStatement)
        asked = data.ask("dataset_reports", **_selection())
        held = data.agencies()
        reports.append((len(asked), int(held["reports"].sum()), int(answer.frame["n"].iloc[0])))
    assert reports == [(3, 3, 3), (2, 2, 2), (3, 3, 3), (2, 2, 2)]
    signed_in(monkeypatch, "nobody")
    with pytest.raises(Denied):
        data.ask("dataset_reports", **_selection())


def test_who_is_taken_from_the_file_is_out_at_the_next_step(
    monkeypatch: pytest.MonkeyPatch, builds: Path, tmp_path: Path
) -> None:
    signed_in(monkeypatch, "editor")
    app = run_page(monkeypatch, builds, "definitions")
    assert "王芳" in code(app)
    with_people(monkeypatch, tmp_path, PEOPLE.replace("[people.editor]", "[people.other]"))
    app.run()
    assert text("error.sign-in-unknown.title", "zh") in words(app)
    assert not app.selectbox


@pytest.mark.parametrize(
    ("name", "listed", "removes"),
    [("viewer", 1, 0), ("editor", 1, 0), ("admin", 1, 1), ("county", 0, 0)],
)
def test_imported_reports_are_taken_out_by_administrators(
    monkeypatch: pytest.MonkeyPatch,
    three: Path,
    tmp_path: Path,
    name: str,
    listed: int,
    removes: int,
) -> None:
    with_people(monkeypatch, tmp_path)
    builds = copytree(three, tmp_path / "builds")
    pingtan = Claim(Agency("pingtan", "平潭", "Pingtan", "福建省/平潭综合实验区", "city", "zone"))
    Shelf(imports_in(builds)).put([Arrival("a.html", b"x", pingtan)])
    signed_in(monkeypatch, name)
    app = run_page(monkeypatch, builds, "importing")
    frames = [frame for frame in app.dataframe if "kept_at" in frame.value.columns]
    assert (len(frames), len(keys(app) & {"shelf_remove"})) == (listed, removes)
    if removes:
        return
    with pytest.raises(Denied):
        demand(Action.PUBLISH)


def test_what_a_session_held_goes_when_another_signs_in(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    signed_in(monkeypatch, "admin")
    app = run_page(monkeypatch, builds, "overview")
    app.session_state["dataset_made"] = "of the admin"
    signed_in(monkeypatch, "county")
    app.run()
    assert not app.exception
    assert "dataset_made" not in app.session_state
    assert "平潭" not in code(app)


def _selection() -> dict[str, object]:
    names = ("is_demo", "region", "kinds", "agencies", "year_from", "year_to")
    return {name: getattr(EVERYTHING, name) for name in names}
