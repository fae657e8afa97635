"""What is shipped for a server fits the program that is shipped with it."""

import re
import tomllib
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import streamlit

from annual_reports.importing.limits import FILE_MEGABYTES
from annual_reports.pipeline import PROJECT

DEPLOY = PROJECT / "docs" / "deploy"
PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


def test_the_proxy_allows_the_one_script_in_streamlit_s_page_and_no_other() -> None:
    policy = re.search(r'Content-Security-Policy "([^"]+)"', (DEPLOY / "nginx.conf").read_text())
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    scripts = SCRIPT.findall(PAGE.read_text(encoding="utf-8"))
    hashes = [b64encode(sha256(script.encode()).digest()).decode() for script in scripts]
    assert rules["script-src"].split() == ["'self'", *(f"'sha256-{known}'" for known in hashes)]
    assert rules["frame-ancestors"] == rules["object-src"] == "'none'"


def test_the_proxy_lets_through_what_may_be_uploaded() -> None:
    limit = re.search(r"client_max_body_size (\d+)m;", (DEPLOY / "nginx.conf").read_text())
    assert limit
    assert FILE_MEGABYTES < int(limit[1]) <= FILE_MEGABYTES + 1


def test_by_itself_the_dashboard_opens_for_this_machine_only_and_tells_no_secrets() -> None:
    told = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert told["server"]["address"] == "127.0.0.1"
    assert told["server"]["enableXsrfProtection"]
    assert told["client"]["showErrorDetails"] == "none"
    assert not told["browser"]["gatherUsageStats"]
    image = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    assert image.index("USER reports") < image.index("ENTRYPOINT")
    left_out = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").split("\n")
    assert left_out[1] == "*"
    assert "secrets" not in "".join(left_out)
