"""People for tests: a file of them, and what a proxy that signed one in would send."""

from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitHeaders

SECRET = "a-secret-of-24-characters"  # noqa: S105
PEOPLE = """
sign_in = "proxy"
proxy.secret_file = "proxy-secret"
[people.admin]
role = "admin"
[people.editor]
role = "editor"
name = "王芳"
[people.viewer]
role = "viewer"
[people.county]
role = "editor"
regions = ["江苏省/宿迁市"]
"""


def with_people(monkeypatch: pytest.MonkeyPatch, folder: Path, people: str = PEOPLE) -> None:
    """Let the dashboard know these people only."""
    (folder / "proxy-secret").write_text(SECRET, encoding="utf-8")
    (folder / "access.toml").write_text(people, encoding="utf-8")
    monkeypatch.setenv("ANNUAL_REPORTS_ACCESS", str(folder / "access.toml"))


def signed_in(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """As if a proxy had signed this person in; nobody where the name is empty."""
    sent = [("X-Remote-User", name), ("X-Proxy-Secret", SECRET)] if name else []
    monkeypatch.setattr(ContextProxy, "headers", property(lambda _: StreamlitHeaders(sent)))
