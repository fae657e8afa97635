"""Reads the file of people and roles; whatever is not understood is refused, never left out."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NoReturn

from annual_reports.access.model import Access, Person, ProxySettings, Role, TokenSettings
from annual_reports.errors import InvalidAccess

_SHORTEST_SECRET: Final = 24  # characters
_BUILT_IN: Final = {role.name.lower(): role for role in Role}
_REGIONS: Final = "regions"


def load_access(file: Path) -> Access:
    """Who may do what; raises InvalidAccess naming the entry, what stands there and what may."""
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidAccess(
            "access-invalid", file=file.name, found=error, expected="TOML"
        ) from error
    return _Entries(file, given).access()


class _Entries:
    """One file as it was given."""

    def __init__(self, file: Path, given: Mapping[str, Any]) -> None:
        self.file = file
        self.given = given

    def access(self) -> Access:
        """The whole file."""
        self._keys("", self.given, {"sign_in", "proxy", "oidc", "roles", "people"})
        roles = {code: (role, None) for code, role in _BUILT_IN.items()} | self._roles()
        people = {name: self._person(name, entry, roles) for name, entry in self._people().items()}
        if len({person.name for person in people.values()}) < len(people):
            self._refuse("people", "name", "each name once")
        return Access(self._sign_in(), people)

    def _sign_in(self) -> ProxySettings | TokenSettings:
        chosen = self.given.get("sign_in")
        if chosen == "proxy":
            return self._proxy(self._table("proxy"))
        if chosen == "oidc":
            return self._token(self._table("oidc"))
        return self._refuse("sign_in", chosen, 'sign_in = "proxy" | "oidc"')

    def _proxy(self, entry: Mapping[str, Any]) -> ProxySettings:
        self._keys("proxy", entry, {"user_header", "secret_header", "secret_file"})
        user = self._word("proxy.user_header", entry.get("user_header", "X-Remote-User"))
        proof = self._word("proxy.secret_header", entry.get("secret_header", "X-Proxy-Secret"))
        place = self.file.parent / self._word("proxy.secret_file", entry.get("secret_file"))
        try:
            secret = place.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            secret = ""
        if len(secret) < _SHORTEST_SECRET:
            what = f"{len(secret)} characters in {place.name}"
            self._refuse("proxy.secret_file", what, f">= {_SHORTEST_SECRET} characters")
        return ProxySettings(user, proof, secret)

    def _token(self, entry: Mapping[str, Any]) -> TokenSettings:
        self._keys("oidc", entry, {"claim", "hours"})
        hours = entry.get("hours", 12)
        if type(hours) is not int or hours < 1:
            self._refuse("oidc.hours", hours, "1, 2, 3 …")
        return TokenSettings(self._word("oidc.claim", entry.get("claim", "email")), hours)

    def _roles(self) -> dict[str, tuple[Role, tuple[str, ...] | None]]:
        roles = {}
        for code, entry in self._tables("roles"):
            self._keys(f"roles.{code}", entry, {"may", _REGIONS})
            if code in _BUILT_IN:
                self._refuse(f"roles.{code}", code, "a name of its own")
            role = _BUILT_IN.get(str(entry.get("may"))) or self._refuse(
                f"roles.{code}.may", entry.get("may"), " | ".join(_BUILT_IN)
            )
            roles[code] = (role, self._regions(f"roles.{code}", entry))
        return roles

    def _people(self) -> dict[str, Mapping[str, Any]]:
        return dict(self._tables("people"))

    def _person(
        self,
        given: str,
        entry: Mapping[str, Any],
        roles: Mapping[str, tuple[Role, tuple[str, ...] | None]],
    ) -> Person:
        where = f"people.{given}"
        self._keys(where, entry, {"role", "name", _REGIONS})
        role = roles.get(str(entry.get("role"))) or self._refuse(
            f"{where}.role", entry.get("role"), " | ".join(roles)
        )
        own = self._regions(where, entry)
        name = self._word(f"{where}.name", entry.get("name", given))
        return Person(name, role[0], own if own is not None else role[1])

    def _regions(self, where: str, entry: Mapping[str, Any]) -> tuple[str, ...] | None:
        if _REGIONS not in entry:
            return None
        given = entry[_REGIONS]
        is_list = isinstance(given, list) and bool(given)
        if not is_list or not all(isinstance(path, str) and _is_path(path) for path in given):
            self._refuse(f"{where}.{_REGIONS}", given, '["福建省/福州市", …]')
        return tuple(sorted(set(given)))

    def _table(self, name: str) -> Mapping[str, Any]:
        entry = self.given.get(name, {})
        return entry if isinstance(entry, Mapping) else self._refuse(name, entry, f"[{name}]")

    def _tables(self, name: str) -> list[tuple[str, Mapping[str, Any]]]:
        entries = self._table(name)
        for code, entry in entries.items():
            if not isinstance(entry, Mapping):
                self._refuse(f"{name}.{code}", entry, f'[{name}."{code}"]')
        return list(entries.items())

    def _word(self, where: str, given: object) -> str:
        if isinstance(given, str) and given.strip():
            return given.strip()
        return self._refuse(where, given, '"…"')

    def _keys(self, where: str, entry: Mapping[str, Any], known: set[str]) -> None:
        if unknown := sorted(set(entry) - known):
            self._refuse(where or self.file.name, ", ".join(unknown), ", ".join(sorted(known)))

    def _refuse(self, where: str, found: object, expected: str) -> NoReturn:
        raise InvalidAccess(
            "access-invalid", file=self.file.name, found=f"{where}: {found}", expected=expected
        )


def _is_path(path: str) -> bool:
    """Whether it is a region path in whole parts."""
    return bool(path) and all(part.strip() == part != "" for part in path.split("/"))
