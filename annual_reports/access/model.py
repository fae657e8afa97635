"""People, what they may do, and which regions they may know of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final


class Role(IntEnum):
    """Each may do what those before it may."""

    VIEWER = 1
    EDITOR = 2
    ADMIN = 3


class Action(IntEnum):
    """What can be done, by the least role that it takes."""

    READ = Role.VIEWER
    SETTLE = Role.EDITOR  # findings; take in reports, and take back one's own last import
    PUBLISH = Role.ADMIN  # take out any imported report, see who did what


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in; ``regions`` are the beginnings of region paths, None without limit."""

    name: str
    role: Role
    regions: tuple[str, ...] | None = None

    def may(self, action: Action) -> bool:
        """Whether the role allows it."""
        return self.role >= action

    def sees(self, region_path: str) -> bool:
        """Whether that region lies in one of this person's, or is one."""
        places = self.regions if self.regions is not None else ("",)
        return any(not place or f"{region_path}/".startswith(f"{place}/") for place in places)


EVERYONE: Final = Person("", Role.ADMIN)
"""Who sits at the machine, where nobody signs in."""


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """A proxy that has signed people in: the header with their name, and how it proves itself."""

    user_header: str
    secret_header: str
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TokenSettings:
    """OpenID Connect: which claim names a person, and for how many hours a sign-in holds."""

    claim: str
    hours: int


@dataclass(frozen=True, slots=True)
class Access:
    """How people are known and who they are, by the name that proxy or token gives."""

    sign_in: ProxySettings | TokenSettings
    people: Mapping[str, Person]
