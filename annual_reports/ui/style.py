"""The few rules of looks that the theme has no setting for."""

from typing import Final

import streamlit as st

_STYLE: Final = """<style>
.stMainBlockContainer{padding:2.5rem 2rem 3rem}
.stMain [data-testid="stPageLink-NavLink"]{padding-left:0}
.stMain [data-testid="stPageLink-NavLink"] *{white-space:normal}
@media (max-width:640px){.stMainBlockContainer{padding:3.5rem .75rem 2rem}}
.stMultiSelect span[data-tag]{background-color:#0969A6!important;transition:none!important}
button[kind="primary"],button[kind="primaryFormSubmit"]{background-color:#0969A6;border-color:#0969A6}
[data-testid="stCaptionContainer"] code{
  color:inherit!important;background:none!important;font-size:.95em!important}
@media print{
  .stSidebar,.stToolbar,header,.stExpander,.stDownloadButton,.stButton{display:none!important}
  .stApp,.stApp>div,.stMain,[data-testid="stAppViewContainer"],[data-testid="stAppScrollToBottomContainer"]{
    position:static!important;overflow:visible!important;height:auto!important;display:block!important}
  .stMainBlockContainer{padding:0;max-width:none}
  .stPlotlyChart,.stMetric,.official tr{break-inside:avoid}
  .official{overflow:visible}
  .official table{min-width:0;font-size:.62rem}
}
</style>"""


def draw_style() -> None:
    """Send the rules, before anything that they hold for is drawn."""
    st.html(_STYLE)
