"""Charts: pure functions from the frames of queries/ and a Style to a figure with its words.

Each takes the frame of the query it names and returns None where there is nothing to show.
Marks carry their key as strings in customdata: the agency, the year or the code first, last
the address of their number where the frame has one.
"""

from annual_reports.charts.applicants import applicant_composition, applicant_outcomes
from annual_reports.charts.changes import change_ranking
from annual_reports.charts.disputes import disputes
from annual_reports.charts.findings import findings_by_rule
from annual_reports.charts.flow import requests_flow
from annual_reports.charts.funnel import funnel
from annual_reports.charts.groups import metric_groups
from annual_reports.charts.lawsuits import lawsuit_paths
from annual_reports.charts.matrix import metric_matrix
from annual_reports.charts.movers import rate_movers
from annual_reports.charts.multiples import history_multiples, volume_multiples
from annual_reports.charts.normative import normative_stock_and_flow
from annual_reports.charts.outcomes import outcome_composition
from annual_reports.charts.paths import request_paths
from annual_reports.charts.picture import picture
from annual_reports.charts.publication_days import publication_days
from annual_reports.charts.ranking import agency_ranking
from annual_reports.charts.reasons import refusal_reasons
from annual_reports.charts.result import Axes, result_chart
from annual_reports.charts.row_parts import movement_rows
from annual_reports.charts.rules import rule_matrix
from annual_reports.charts.scatter import two_measures
from annual_reports.charts.sensitivity import definition_bands
from annual_reports.charts.spread import measure_spread
from annual_reports.charts.standing import standing_bands
from annual_reports.charts.steps import dispute_steps
from annual_reports.charts.strips import peer_strips
from annual_reports.charts.style import Chart, Style
from annual_reports.charts.submissions import coverage_strip, submission_matrix
from annual_reports.charts.theme import CONFIG
from annual_reports.charts.timeliness import publication_mix, timeliness_trend
from annual_reports.charts.trends import corrected_rates, metric_trend
from annual_reports.charts.waterfall import movement_waterfall

__all__ = [
    "CONFIG",
    "Axes",
    "Chart",
    "Style",
    "agency_ranking",
    "applicant_composition",
    "applicant_outcomes",
    "change_ranking",
    "corrected_rates",
    "coverage_strip",
    "definition_bands",
    "dispute_steps",
    "disputes",
    "findings_by_rule",
    "funnel",
    "history_multiples",
    "lawsuit_paths",
    "measure_spread",
    "metric_groups",
    "metric_matrix",
    "metric_trend",
    "movement_rows",
    "movement_waterfall",
    "normative_stock_and_flow",
    "outcome_composition",
    "peer_strips",
    "picture",
    "publication_days",
    "publication_mix",
    "rate_movers",
    "refusal_reasons",
    "request_paths",
    "requests_flow",
    "result_chart",
    "rule_matrix",
    "standing_bands",
    "submission_matrix",
    "timeliness_trend",
    "two_measures",
    "volume_multiples",
]
