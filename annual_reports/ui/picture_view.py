"""A chart as a picture to take along, made by the reader's browser."""

from typing import Any, Final

import pandas as pd
import streamlit as st

from annual_reports.charts import CONFIG, Chart, picture
from annual_reports.charts.theme import Theme
from annual_reports.ui.origin import file_name, picture_notes
from annual_reports.ui.words import labels, t

_STYLES: Final = {"svg": 1, "png": 2}  # pixels of the picture to one of the chart


def theme() -> Theme:
    """The theme that the reader sees."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw_picture_button(chart: Chart, data: pd.DataFrame, key: str) -> None:
    """A button that shows the chart with its words and notes as part of it, to be saved."""
    label = t("picture.button")
    if st.button(label, key=f"picture_{key}", type="tertiary", icon=":material/image:"):
        show = st.dialog(t("picture.title"), width="large")(_draw_picture)
        show(chart, data)


def _draw_picture(chart: Chart, data: pd.DataFrame) -> None:
    style = st.segmented_control(
        t("picture.style"),
        list(_STYLES),
        default="svg",
        required=True,
        key="picture_style",
        format_func=labels(_STYLES, lambda style: t(f"picture.{style}")),
    )
    st.caption(t("picture.how"))
    figure = picture(chart, picture_notes(data), theme())
    config = _saving(style, chart.title, figure)
    st.plotly_chart(figure, theme=None, key=f"picture_{style}", config=config, alt=chart.alt)


def _saving(style: str, title: str, figure: Any) -> dict[str, Any]:
    """A tool bar with nothing but the camera."""
    width, height = figure.layout.width, figure.layout.height
    image = {"format": style, "filename": file_name(title), "scale": _STYLES[style]}
    saving = image | {"width": width, "height": height}
    return {
        **CONFIG,
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": saving,
    }
