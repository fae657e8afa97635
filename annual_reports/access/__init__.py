"""Who may see and do what: people, roles and regions from one file, read without any web page."""

from annual_reports.access.load import load_access
from annual_reports.access.model import (
    EVERYONE,
    Access,
    Action,
    Person,
    ProxySettings,
    Role,
    TokenSettings,
)
from annual_reports.access.trust import name_from_proxy, name_from_token

__all__ = [
    "EVERYONE",
    "Access",
    "Action",
    "Person",
    "ProxySettings",
    "Role",
    "TokenSettings",
    "load_access",
    "name_from_proxy",
    "name_from_token",
]
