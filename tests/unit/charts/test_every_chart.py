"""What holds for all charts: words, keys for clicks, no title inside, nothing from nothing."""

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from annual_reports import charts
from annual_reports.charts import Chart, Style
from annual_reports.charts.theme import template
from tests.unit.charts.conftest import Ask, style_of

Draw = Callable[[pd.DataFrame, Style], Chart | None]
RATE, COUNT = "disclosure_rate", "licensing_decisions"


def reports_by_state(frame: pd.DataFrame) -> pd.DataFrame:
    """What submission_states says of the same reports."""
    return frame.groupby("state", as_index=False).size().rename(columns={"size": "reports"})


CHARTS: dict[str, tuple[str, dict[str, Any], Draw]] = {
    "outcomes": ("outcome_mix", {}, charts.outcome_composition),
    "agency outcomes": ("agency_outcomes", {}, charts.outcome_composition),
    "trend": ("metrics_by_year", {}, lambda f, s: charts.metric_trend(f, s, RATE)),
    "agency trend": ("agency_history", {}, lambda f, s: charts.metric_trend(f, s, RATE)),
    "volumes": ("metrics_by_year", {}, lambda f, s: charts.volume_multiples(f, s, [COUNT])),
    "history": ("agency_history", {}, lambda f, s: charts.history_multiples(f, s, [RATE, COUNT])),
    "groups": ("metric_by_group", {}, lambda f, s: charts.metric_groups(f, s, RATE)),
    "groups of count": (
        "metric_by_group",
        {"metric_id": COUNT},
        lambda f, s: charts.metric_groups(f, s, COUNT),
    ),
    "groups as index": (
        "metric_by_group",
        {"metric_id": COUNT},
        lambda f, s: charts.metric_groups(f, s, COUNT, view="index"),
    ),
    "groups of three years": (
        "metric_by_group",
        {"metric_id": "new_requests", "grouping": "sector"},
        lambda f, s: charts.metric_groups(f, s, "new_requests", "sector", "rolling"),
    ),
    "normative": ("metrics_by_year", {}, charts.normative_stock_and_flow),
    "flow": ("requests_flow", {}, charts.requests_flow),
    "paths": ("request_paths", {}, lambda f, s: charts.request_paths(f, s, 2024)),
    "reasons beside": (
        "refusal_reasons",
        {"agencies": ["a"]},
        lambda f, s: charts.refusal_reasons(f, s, 2024),
    ),
    "reasons": ("refusal_reasons", {}, lambda f, s: charts.refusal_reasons(f, s, 2024)),
    "applicants": ("applicant_types", {}, charts.applicant_composition),
    "applicant outcomes": ("applicant_outcomes", {}, charts.applicant_outcomes),
    "disputes": ("disputes_by_year", {}, charts.disputes),
    "steps": ("dispute_steps", {}, lambda f, s: charts.dispute_steps(f, s, 2024)),
    "lawsuits": ("lawsuit_paths", {}, charts.lawsuit_paths),
    "corrected": ("metrics_by_year", {}, charts.corrected_rates),
    "ranking": ("agency_ranking", {}, lambda f, s: charts.agency_ranking(f, s, RATE, 2024)),
    "ranking of count": (
        "agency_ranking",
        {"metric_id": COUNT},
        lambda f, s: charts.agency_ranking(f, s, COUNT, 2024),
    ),
    "changes": ("agency_ranking", {}, lambda f, s: charts.change_ranking(f, s, RATE, 2024)),
    "changes of count": (
        "agency_ranking",
        {"metric_id": COUNT},
        lambda f, s: charts.change_ranking(f, s, COUNT, 2024),
    ),
    "movers": ("movement", {}, lambda f, s: charts.rate_movers(f, s, RATE, 2024)),
    "movement": (
        "movement",
        {"basis": "members"},
        lambda f, s: charts.movement_waterfall(f, s, RATE, (2023, 2024), shown=1),
    ),
    "movement of count": (
        "movement",
        {"metric_id": COUNT},
        lambda f, s: charts.movement_waterfall(f, s, COUNT, (2023, 2024)),
    ),
    "movement by row": (
        "movement_rows",
        {},
        lambda f, s: charts.movement_rows(f, s, RATE, (2023, 2024)),
    ),
    "submissions": (
        "submission_matrix",
        {},
        lambda f, s: charts.submission_matrix(f, reports_by_state(f), s),
    ),
    "days": ("publication_days", {}, lambda f, s: charts.publication_days(f, s, 2024)),
    "timeliness": ("timeliness_by_year", {}, charts.timeliness_trend),
    "mix": ("publication_mix", {}, charts.publication_mix),
    "matrix": ("agency_by_year", {}, lambda f, s: charts.metric_matrix(f, s, RATE)),
    "coverage": ("coverage", {}, charts.coverage_strip),
    "standing": ("agency_standing", {}, lambda f, s: charts.standing_bands(f, s, RATE, 2024)),
    "definitions": (
        "definition_bands",
        {"metric_ids": [RATE, "full_disclosure_rate"]},
        lambda f, s: charts.definition_bands(f, s, 2024),
    ),
    "spread": (
        "measure_spread",
        {"grouping": "kind"},
        lambda f, s: charts.measure_spread(f, s, RATE, 2024, dict.fromkeys(f.grouped, "a group")),
    ),
    "scatter": (
        "two_measures",
        {"x_metric_id": RATE, "y_metric_id": "closure_rate", "size_metric_id": "new_requests"},
        lambda f, s: charts.two_measures(f, s, (RATE, "closure_rate", "new_requests"), 2024),
    ),
    "findings": ("findings_by_rule", {}, charts.findings_by_rule),
    "rules": ("rule_matrix", {}, charts.rule_matrix),
    **{
        f"own {kind}": (
            "agency_history",
            {},
            lambda f, s, kind=kind: charts.result_chart(
                f, s, kind, charts.Axes("year", "value", "metric_id")
            ),
        )
        for kind in ("bar", "line", "scatter")
    },
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", CHARTS)
def test_words_stand_beside_the_figure_and_not_in_it(
    ask: Ask, name: str, lang: str, theme: str
) -> None:
    query_id, params, draw = CHARTS[name]
    chart = draw(ask(query_id, **params), style_of(lang, theme))
    assert chart is not None
    assert "某市" in chart.subtitle
    assert chart.title in chart.alt
    for words in (chart.title, chart.subtitle, chart.alt):
        assert words.strip()
        assert not {"None", "nan", "NaT"} & set(words.replace(",", " ").split())
    assert chart.figure.layout.title.text is None
    assert chart.figure.layout.template.to_plotly_json() == template(chart_theme(theme))
    assert chart.figure.layout.height > 0


def chart_theme(theme: str) -> Any:
    return theme


@pytest.mark.parametrize("name", CHARTS)
def test_marks_carry_their_keys_as_text_and_explain_themselves(ask: Ask, name: str) -> None:
    query_id, params, draw = CHARTS[name]
    chart = draw(ask(query_id, **params), style_of())
    assert chart is not None
    for trace in json.loads(chart.figure.to_json())["data"]:
        if trace.get("hoverinfo") == "skip":
            continue
        if trace["type"] == "sankey":
            explains_itself(trace["node"], trace["node"]["x"])
            explains_itself(trace["link"], trace["link"]["value"])
            continue
        assert len(trace["customdata"]) == len(trace["x"]) == len(trace["hovertext"])
        assert all(isinstance(key, str) for keys in trace["customdata"] for key in keys)
        places = zip(trace["x"], trace["y"], strict=True)
        is_drawn = [x is not None and y is not None for x, y in places]
        for keys, words, drawn in zip(
            trace["customdata"], trace["hovertext"], is_drawn, strict=True
        ):
            assert not drawn or (keys[0] and words)


def explains_itself(marks: dict[str, Any], drawn: list[float]) -> None:
    """Nodes or links of a flow: a key and words each."""
    assert len(marks["customdata"]) == len(marks["hovertemplate"]) == len(drawn)
    assert all(isinstance(key, str) for keys in marks["customdata"] for key in keys)
    assert all(keys[0] for keys in marks["customdata"])
    assert all(len(words) > len("<extra></extra>") for words in marks["hovertemplate"])


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_comes_from_nothing(ask: Ask, name: str) -> None:
    query_id, params, draw = CHARTS[name]
    assert draw(ask(query_id, **params).iloc[:0], style_of()) is None


@pytest.mark.parametrize("name", CHARTS)
def test_the_surroundings_are_transparent(ask: Ask, name: str) -> None:
    query_id, params, draw = CHARTS[name]
    chart = draw(ask(query_id, **params), style_of())
    assert chart is not None
    assert chart.figure.layout.template.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert chart.figure.layout.paper_bgcolor is None
