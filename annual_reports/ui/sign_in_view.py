"""What who is not known sees instead of any page, and what who is known sees of it."""

import streamlit as st

from annual_reports.access import EVERYONE, TokenSettings
from annual_reports.errors import AnnualReportsError, Denied, InvalidAccess
from annual_reports.ui import access
from annual_reports.ui.words import lang, plain, region_name, t

_OWNER = "owner"  # for whom this session's choices, uploads and files were made


def refusal() -> AnnualReportsError | None:
    """Why who is asking sees nothing; None where they are known."""
    try:
        access.person()
    except InvalidAccess:
        return AnnualReportsError("sign-in-broken")
    except Denied as denied:
        return denied
    return None


def is_new_owner() -> bool:
    """Whether this session was another's until now; what it held is then gone."""
    asking = access.person()
    if st.session_state.setdefault(_OWNER, asking) == asking:
        return False
    st.session_state.clear()
    return True


def draw_refusal(refused: AnnualReportsError) -> None:
    """Why nothing is shown, and the way to sign in where the dashboard itself offers one."""
    st.title(refused.title(lang()), anchor=False)
    st.info(f"{plain(refused.message(lang()))}\n\n{refused.advice(lang())}", icon=":material/lock:")
    if refused.code == "sign-in-broken" or not _has_token():
        return
    if refused.code == "sign-in-unknown":
        st.button(t("sign-in.other"), on_click=st.logout, key="sign_out")
    else:
        st.button(t("sign-in.button"), on_click=st.login, type="primary", key="sign_in")


def draw_person() -> None:
    """Who is signed in, which regions they see, and the way out."""
    asking = access.person()
    if asking is EVERYONE:
        return
    role = t(f"role.{asking.role.name.lower()}")
    st.caption(t("sign-in.who", name=plain(asking.name), role=role))
    if asking.regions is not None:
        named = t("list.comma").join(map(region_name, asking.regions))
        st.caption(t("sign-in.regions", regions=named))
    if _has_token():
        st.button(t("sign-in.out"), on_click=st.logout, key="sign_out")


def _has_token() -> bool:
    known = access.settings()
    return known is not None and isinstance(known.sign_in, TokenSettings)
