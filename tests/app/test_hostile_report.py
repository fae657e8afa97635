"""Nothing of a report runs: whatever stands in it is shown as the text that it is."""

import re
from pathlib import Path

import pytest
from lxml import html
from streamlit.testing.v1 import AppTest

from annual_reports.pipeline import PROJECT, build_warehouse
from tests.app.test_importing import opened
from tests.app.test_pages import run_page

pytestmark = pytest.mark.usefixtures("_clean_caches")

BAD = (
    "<script>window.ran=1</script><img src=x onerror=window.ran=1>\"'><svg/onload=window.ran=1>"
    "![bad](https://evil.example/p.png)[bad](javascript:window.ran=1):red[bad]"
)
ACTIVE = {"script", "img", "svg", "iframe", "object", "embed", "form", "base", "meta", "link"}
PAGES = ("overview", "agency", "compare", "quality", "timeliness", "evidence", "definitions")


def hostile(year: int) -> bytes:
    """The report of 平潭 of that year with bad words in title, prose, headings, cells, address."""
    words = (
        BAD.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
    page = (PROJECT / "data" / "reports" / f"pingtan-{year}.html").read_text(encoding="utf-8")
    page = page.replace('name="Url" content="https:', f'name="Url" content="https://x/{words}')
    page = page.replace("</title>", f"{words}</title>").replace("</h1>", f"{words}</h1>")
    page = page.replace(
        "</h2>", f"{words}</h2><p>全年收到申请7{words}件，收到信息公开申请9件。{words}</p>"
    )
    page = re.sub(r"(<td[^>]*>)0(</td>)", rf"\1{words}\2", page, count=3)
    return page.encode()


def unsafe_parts(app: AppTest) -> list[str]:
    """Elements and attributes that could run, and words of the report taken for markup."""
    found = []
    for block in app.get("html"):
        for element in html.fragments_fromstring(block.proto.body):
            if isinstance(element, str):
                continue
            for one in element.iter():
                found += [str(one.tag)] if one.tag in ACTIVE else []
                found += [name for name in one.attrib if name.startswith("on")]
                found += [at for at in [one.get("href", "")] if at.startswith("javascript")]
    kinds = (app.markdown, app.caption, app.info, app.success, app.warning, app.error, app.title)
    for said in (element for kind in kinds for element in kind):
        found += ["allow_html"] if getattr(said.proto, "allow_html", False) else []
        found += (
            [said.value] if re.search(r"(?<!\\)\[bad|(?<!\\)<(script|img|svg)", said.value) else []
        )
    labels = [box.label for box in (*app.button, *app.expander, *app.selectbox)]
    return found + [label for label in labels if "[bad" in label]


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for year in (2020, 2021):
        name = f"{year}[bad](javascript:x)![bad](y).html"
        (folder / name).write_bytes(hostile(year))
    build_warehouse([folder], to=folder / "build", with_demo=False)
    return folder / "build"


def test_no_page_takes_words_of_a_report_for_markup(
    monkeypatch: pytest.MonkeyPatch, builds: Path
) -> None:
    address = {"profile": "pingtan", "report": "2021", "number": "3/disclosed/total@2021@pingtan"}
    app = run_page(monkeypatch, builds, "overview", **address)
    shown = ""
    for page in PAGES:
        app.switch_page(f"annual_reports/app_pages/{page}.py")
        app.query_params.update(address)
        app.run()
        assert not app.exception
        assert (page, unsafe_parts(app)) == (page, [])
        shown += "".join(block.proto.body for block in app.get("html"))
    assert "&lt;script&gt;" in shown


def test_looking_at_an_upload_runs_nothing_of_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = opened(monkeypatch, tmp_path, ("2021[bad](javascript:x).html", hostile(2021)))
    shown = "".join(block.proto.body for block in app.get("html"))
    assert "&lt;script&gt;" in shown
    assert unsafe_parts(app) == []
