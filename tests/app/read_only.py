"""Run by test_read_only.py where the builds cannot be written: what pages say and settling does."""

import json
import os
import sys
from pathlib import Path

from streamlit.testing.v1 import AppTest

from annual_reports.errors import AnnualReportsError
from annual_reports.pipeline import PROJECT
from annual_reports.verdicts import FILE, Mark, Verdict, VerdictLog


def _page(app: AppTest, name: str) -> dict[str, object]:
    app.switch_page(f"annual_reports/app_pages/{name}.py").run()
    said = [element.value for element in app.error]
    return {"raised": [e.message for e in app.exception], "said": said, "title": app.title[0].value}


def _settle(builds: Path) -> str:
    try:
        VerdictLog(builds / FILE).settle([Mark("f", "h")], Verdict.CONFIRMED, "", "who")
    except AnnualReportsError as refused:
        return refused.code
    return "settled"


if __name__ == "__main__":
    app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=300).run()
    pages = {
        name: _page(app, name) for name in ("overview", "quality", "agency", "sql", "importing")
    }
    settled = _settle(Path(os.environ["ANNUAL_REPORTS_BUILDS"]))
    sys.stdout.write(json.dumps({"pages": pages, "settled": settled}))
