"""The name that a proxy or a token vouches for, None where neither can be trusted."""

from collections.abc import Callable, Mapping, Sequence
from hmac import compare_digest
from typing import Any

from annual_reports.access.model import ProxySettings, TokenSettings

_HOUR = 3600


def name_from_proxy(settings: ProxySettings, all_of: Callable[[str], Sequence[str]]) -> str | None:
    """The name in the headers of a request; ``all_of`` gives every value of a header.

    Anyone can send a name. It is believed only where the request also has the secret that the
    proxy adds, and where each of the two headers stands there exactly once: a second one came
    from the reader and was not taken away by the proxy.
    """
    names, secrets = all_of(settings.user_header), all_of(settings.secret_header)
    if len(names) != 1 or len(secrets) != 1:
        return None
    is_proxy = compare_digest(secrets[0].encode(), settings.secret.encode())
    return names[0].strip() or None if is_proxy else None


def name_from_token(settings: TokenSettings, claims: Mapping[str, Any], now: float) -> str | None:
    """The name in the claims of an identity token; ``now`` in seconds since 1970.

    Not where it was issued too long ago or in no known moment, nor an address of mail that the
    provider says it has not verified.
    """
    issued, name = claims.get("iat"), claims.get(settings.claim)
    if not claims.get("is_logged_in") or not isinstance(name, str):
        return None
    if not isinstance(issued, int | float) or now - issued > settings.hours * _HOUR:
        return None
    if settings.claim == "email" and claims.get("email_verified") is False:
        return None
    return name.strip() or None
