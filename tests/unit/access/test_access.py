"""The file of people, and what of a request is believed."""

from pathlib import Path

import pytest
from streamlit.runtime.context import StreamlitHeaders

from annual_reports.access import (
    Action,
    Person,
    ProxySettings,
    Role,
    TokenSettings,
    load_access,
    name_from_proxy,
    name_from_token,
)
from annual_reports.errors import InvalidAccess
from annual_reports.pipeline import PROJECT

SECRET = "s" * 24
PROXY = ProxySettings("X-Remote-User", "X-Proxy-Secret", SECRET)
TOKEN = TokenSettings("email", 12)
RIGHT = """
sign_in = "proxy"
proxy.secret_file = "secret"
[roles.county]
may = "editor"
regions = ["甲省/乙市/丙县"]
[people.root]
role = "admin"
[people.wang]
role = "county"
name = "王芳"
[people.li]
role = "county"
regions = ["甲省/乙市", "丁省"]
"""


def loaded(folder: Path, words: str) -> dict[str, Person]:
    (folder / "secret").write_text(f"{SECRET}\n", encoding="utf-8")
    (folder / "access.toml").write_text(words, encoding="utf-8")
    return dict(load_access(folder / "access.toml").people)


def test_people_have_the_rights_of_their_role_and_their_own_regions_first(tmp_path: Path) -> None:
    assert loaded(tmp_path, RIGHT) == {
        "root": Person("root", Role.ADMIN),
        "wang": Person("王芳", Role.EDITOR, ("甲省/乙市/丙县",)),
        "li": Person("li", Role.EDITOR, ("丁省", "甲省/乙市")),
    }


@pytest.mark.parametrize(
    ("changed", "into", "named"),
    [
        ('"proxy"', '"none"', "sign_in"),
        ('"secret"', '"absent"', "proxy.secret_file"),
        ('"secret"', '"access.toml"\nproxy.trusted = ["*"]', "trusted"),
        ('may = "editor"', 'may = "root"', "roles.county.may"),
        ('["甲省/乙市/丙县"]', "[]", "roles.county.regions"),
        ('["甲省/乙市/丙县"]', '["/"]', "roles.county.regions"),
        ('["甲省/乙市/丙县"]', '"甲省"', "roles.county.regions"),
        ('role = "admin"', 'role = "chief"', "people.root.role"),
        ('name = "王芳"', 'name = "li"', "people: name"),
        ('name = "王芳"', 'region = ["甲省"]', "people.wang: region"),
        ("[roles.county]", "[roles.viewer]", "roles.viewer"),
        ("sign_in", "sign in", "Expected"),
    ],
)
def test_a_faulty_file_lets_nobody_in_and_names_the_entry(
    tmp_path: Path, changed: str, into: str, named: str
) -> None:
    with pytest.raises(InvalidAccess) as refused:
        loaded(tmp_path, RIGHT.replace(changed, into))
    assert named in str(refused.value)
    assert SECRET not in str(refused.value)


def test_the_example_that_is_shipped_is_right(tmp_path: Path) -> None:
    example = PROJECT / "docs" / "deploy" / "access.example.toml"
    (tmp_path / "proxy-secret").write_text(SECRET, encoding="utf-8")
    (tmp_path / "access.toml").write_text(example.read_text(encoding="utf-8"), encoding="utf-8")
    assert {person.role for person in load_access(tmp_path / "access.toml").people.values()} == {
        *Role
    }


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ([("x-remote-user", "wang"), ("x-proxy-secret", SECRET)], "wang"),
        ([("x-remote-user", "wang")], None),
        ([("x-remote-user", "wang"), ("x-proxy-secret", "s" * 23)], None),
        ([("x-remote-user", "wang"), ("x-proxy-secret", "密" * 24)], None),
        ([("x-remote-user", "wang"), ("x-remote-user", "root"), ("x-proxy-secret", SECRET)], None),
        ([("x-remote-user", "wang"), ("x-proxy-secret", "x"), ("x-proxy-secret", SECRET)], None),
        ([("x-proxy-secret", SECRET)], None),
        ([("x-remote-user", " "), ("x-proxy-secret", SECRET)], None),
    ],
)
def test_a_name_is_believed_only_with_the_proxy_s_secret(
    headers: list[tuple[str, str]], name: str | None
) -> None:
    assert name_from_proxy(PROXY, StreamlitHeaders(headers).get_all) == name


NOW = 1_800_000_000
CLAIMS = {"is_logged_in": True, "email": "wang@gov", "iat": NOW - 60, "email_verified": True}


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ({}, "wang@gov"),
        ({"is_logged_in": False}, None),
        ({"iat": NOW - 12 * 3600 - 1}, None),
        ({"iat": None}, None),
        ({"email_verified": False}, None),
        ({"email": None}, None),
    ],
)
def test_a_token_is_believed_while_it_is_fresh(other: dict[str, object], name: str | None) -> None:
    assert name_from_token(TOKEN, {**CLAIMS, **other}, NOW) == name


@pytest.mark.parametrize(
    ("role", "settles", "publishes"),
    [(Role.VIEWER, False, False), (Role.EDITOR, True, False), (Role.ADMIN, True, True)],
)
def test_each_role_may_do_what_those_below_may(role: Role, settles: bool, publishes: bool) -> None:
    asking = Person("x", role)
    assert asking.may(Action.READ)
    assert (asking.may(Action.SETTLE), asking.may(Action.PUBLISH)) == (settles, publishes)


def test_a_region_is_seen_with_what_lies_below_and_by_whole_parts() -> None:
    asking = Person("x", Role.VIEWER, ("甲省/乙市",))
    assert asking.sees("甲省/乙市")
    assert asking.sees("甲省/乙市/丙县")
    assert not asking.sees("甲省/乙市区")
    assert not asking.sees("甲省")
    assert not asking.sees("")
    assert Person("x", Role.VIEWER).sees("")
