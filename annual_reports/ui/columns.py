"""Which columns of a query a page shows, and of what kind each is (see ``ui.tables``)."""

from collections.abc import Mapping
from typing import Final

Columns = Mapping[str, str]

OUTCOMES: Final[Columns] = {
    "year": "year", "outcome": "table3", "requests": "count", "closed": "count", "share": "rate",
}  # fmt: skip
SQL_TABLES: Final[Columns] = {"sql_table": "text", "sql_meaning": "text"}
SQL_COLUMNS: Final[Columns] = {"sql_column": "text", "sql_type": "text", "sql_meaning": "text"}
COVERAGE: Final[Columns] = {
    "year": "year", "held": "count", "known": "count", "missing": "count", "share": "rate",
    "not_due": "count",
}  # fmt: skip
FLOW: Final[Columns] = {
    "year": "year", "reports": "count", "carried_in": "count", "new_requests": "count",
    "closed": "count", "carried_out": "count", "imbalance": "count",
}  # fmt: skip
REASONS: Final[Columns] = {
    "year": "year", "row_code": "table3", "requests": "count", "closed": "count", "share": "rate",
    "low": "rate", "high": "rate", "reports": "count", "beside_requests": "count",
    "beside_closed": "count", "beside_share": "rate", "gap": "change",
}  # fmt: skip
PATHS: Final[Columns] = {
    "year": "year", "flow_from": "flow_node", "flow_to": "flow_node", "requests": "count",
    "share": "rate", "whole_requests": "count", "reports": "count",
}  # fmt: skip
DISPUTE_STEPS: Final[Columns] = {
    "year": "year", "row_code": "table4", "filed": "count", "decided": "count",
    "corrected_cases": "count", "share": "rate", "low": "rate", "high": "rate",
    "reports": "count",
}  # fmt: skip
LAWSUIT_PATHS: Final[Columns] = {
    "year": "year", "direct_lawsuits": "count", "after_review_lawsuits": "count",
    "share": "rate", "low": "rate", "high": "rate", "period_from": "year", "period_to": "year",
    "period_direct": "count", "period_lawsuits": "count", "period_share": "rate",
}  # fmt: skip
APPLICANTS: Final[Columns] = {
    "year": "year", "applicant": "table3", "requests": "count", "all_requests": "count",
    "share": "rate", "reports": "count",
}  # fmt: skip
APPLICANT_OUTCOMES: Final[Columns] = {
    "applicant": "table3", "outcome": "table3", "requests": "count", "closed": "count",
    "share": "rate", "low": "rate", "high": "rate",
}  # fmt: skip
DISPUTES: Final[Columns] = {
    "year": "year", "row_code": "table4", "column_code": "table4", "cases": "count",
    "reports": "count",
}  # fmt: skip
TABLE_2: Final[Columns] = {
    "year": "year", "form": "text", "row_code": "table2", "column_code": "table2",
    "quantity": "amount", "reports": "count",
}  # fmt: skip
BY_AGENCY: Final[Columns] = {
    "agency_id": "agency", "year": "year", "value": "amount",
}  # fmt: skip
RULES: Final[Columns] = {
    "severity": "severity", "title": "text", "findings": "count", "reports": "count",
    "agencies": "count", "open": "count", "confirmed": "count", "false_alarms": "count",
    "corrected": "count", "passed": "count", "not_judged": "count",
}  # fmt: skip
FINDINGS: Final[Columns] = {
    "severity": "severity", "verdict": "verdict", "agency_id": "agency", "year": "year",
    "place": "text", "message": "text", "title": "text", "raw": "text", "quote": "text",
    "comment": "text", "who": "text", "settled_at": "text", "locator": "text",
}  # fmt: skip
FINDINGS_EXPORT: Final[Columns] = {
    "finding_id": "text", "agency_code": "text", "agency_name": "text", "region_path": "text",
    "kind": "kind", "year": "year", "report_id": "text", "rule": "text", "title": "text",
    "severity": "severity", "cell": "text", "place": "text", "raw": "text", "cell_value": "amount",
    "cell_status": "status", "found": "amount", "expected": "amount", "quote": "text",
    "message": "text", "ask": "text", "verdict": "verdict", "is_reopened": "yes",
    "comment": "text", "who": "text", "settled_at": "text", "published_on": "date",
    "source_url": "text", "path": "path", "locator": "text",
}  # fmt: skip
RULE_MATRIX: Final[Columns] = {
    "agency_id": "agency", "year": "year", "severity": "severity", "title": "text",
    "state": "rule_state", "places": "count", "findings": "count", "open": "count",
}  # fmt: skip
PROBLEMS: Final[Columns] = {
    "agency_id": "agency", "year": "year", "message": "text", "locator": "text",
}  # fmt: skip
SUBMISSIONS: Final[Columns] = {
    "agency_id": "agency", "year": "year", "state": "state", "published_on": "date",
    "due_on": "date", "days_late": "count", "source_url": "link",
}  # fmt: skip
LATE: Final[Columns] = {
    "agency_id": "agency", "year": "year", "days_late": "count", "published_on": "date",
    "due_on": "date", "kind": "kind", "source_url": "link",
}  # fmt: skip
NOT_HELD: Final[Columns] = {
    "agency_id": "agency", "year": "year", "state": "state", "due_on": "date", "message": "text",
    "stated_on": "date", "who": "text", "note": "text",
}  # fmt: skip
UNDATED: Final[Columns] = {
    "agency_id": "agency", "kind": "kind", "year": "year", "state": "state", "due_on": "date",
    "source_url": "link",
}  # fmt: skip
PUBLICATION_DAYS: Final[Columns] = {
    "due_on": "date", "day": "count", "shown_on": "date", "part": "part", "reports": "count",
    "agency_ids": "agency_list", "unnamed": "count",
}  # fmt: skip
TIMELINESS: Final[Columns] = {
    "year": "year", "metric": "text", "value": "amount", "numerator": "count",
    "denominator": "count", "change": "change", "reports": "count",
    "comparable_reports": "count",
}  # fmt: skip
PUBLICATION_MIX: Final[Columns] = {
    "kind": "text", "year": "year", "part": "part", "reports": "count", "dated": "count",
    "share": "rate", "undated": "count",
}  # fmt: skip
HABITS: Final[Columns] = {
    "agency_id": "agency", "kind": "kind", "dated": "count", "last_moment": "count",
    "late": "count", "median_days": "change", "latest_days": "count", "series": "series",
}  # fmt: skip
UNPLACED: Final[Columns] = {"path": "path", "message": "text"}
REPORTS: Final[Columns] = {
    "year": "year", "revision": "count", "form": "form", "published_on": "date",
    "findings": "count", "problems": "count", "path": "path", "source_url": "link",
}  # fmt: skip
MEASURES: Final[Columns] = {
    "year": "year", "metric": "text", "value": "amount", "numerator": "count",
    "denominator": "count", "change": "change", "reports": "count",
    "comparable_reports": "count",
}  # fmt: skip
HISTORY: Final[Columns] = {
    "year": "year", "metric": "text", "value": "amount", "numerator": "count",
    "denominator": "count", "change": "change", "peer_value": "amount",
}  # fmt: skip
CELLS: Final[Columns] = {
    "table_label": "text", "group_label": "text", "row_label": "text", "column_label": "text",
    "value": "amount", "status": "text", "raw": "text", "last_value": "amount",
    "objections": "text", "locator": "text",
}  # fmt: skip
EVIDENCE: Final[Columns] = {
    "field": "fact", "value": "text", "source": "source", "quote": "text",
}  # fmt: skip
STATED: Final[Columns] = {
    "figure": "stated", "stated": "amount", "unit": "text", "exactness": "exactness",
    "table_value": "amount", "agreement": "agreement", "raw": "text", "sentence": "text",
}  # fmt: skip
BASIS: Final[Columns] = {
    "year": "year", "reports": "count", "stated": "count", "approximate": "count",
    "in_annex": "count", "contradictory": "count", "unstated": "count",
}  # fmt: skip
REPORT_PROBLEMS: Final[Columns] = {"message": "text", "suggestion": "text", "locator": "text"}
UPLOADS: Final[Columns] = {
    "upload": "text", "agency_name": "text", "year": "year", "form": "form", "cells_read": "count",
    "problems": "count", "contradictions": "count", "questions": "count", "standing": "text",
}  # fmt: skip
CORRECTIONS: Final[Columns] = {
    "place": "text", "old": "text", "new": "amount", "reason": "text", "who": "text",
    "settled_on": "text",
}  # fmt: skip
CHANGED_CELLS: Final[Columns] = {"place": "text", "old_raw": "text", "new_raw": "text"}
REVISIONS: Final[Columns] = {
    "agency_id": "agency", "year": "year", "revision": "count", "last_published_on": "date",
    "published_on": "date", "changed_cells": "count", "changed_sections": "count",
    "changed_measures": "count", "settled": "count", "new_findings": "count", "facts": "text",
}  # fmt: skip
REVISED_MEASURES: Final[Columns] = {
    "metric": "text", "before": "text", "after": "text", "changed_by": "text",
}  # fmt: skip
REVISED_CELLS: Final[Columns] = {"place": "text", "before": "text", "after": "text"}
REVISED_FINDINGS: Final[Columns] = {
    "became": "text", "severity": "severity", "title": "text", "place": "text", "message": "text",
}  # fmt: skip
COMPARED_CELLS: Final[Columns] = {
    "place": "text", "left_printed": "text", "right_printed": "text", "difference": "text",
}  # fmt: skip
COMPARED_TEXTS: Final[Columns] = {
    "section": "text", "left_counted": "count", "left_shared": "count", "left_share": "rate",
    "right_counted": "count", "right_shared": "count", "right_share": "rate",
}  # fmt: skip
TEXT_PAIRS: Final[Columns] = {
    "agency_id": "agency", "year": "year", "other_agency_id": "agency", "other_year": "year",
    "own_share": "rate", "other_share": "rate", "shared_clauses": "count",
    "counted_clauses": "count",
}  # fmt: skip
STRIPS: Final[Columns] = {
    "metric": "text", "agency_id": "agency", "value": "amount", "numerator": "count",
    "denominator": "count", "peer_median": "amount",
}  # fmt: skip
STANDING: Final[Columns] = {
    "agency_id": "agency", "kind": "kind", "band": "band", "value": "rate", "numerator": "count",
    "denominator": "count", "low": "rate", "high": "rate", "rank_from": "count",
    "rank_to": "count", "score": "points", "is_beyond": "yes",
}  # fmt: skip
DEFINITION_BANDS: Final[Columns] = {
    "agency_id": "agency", "metric": "text", "band": "band", "value": "rate",
    "numerator": "count", "denominator": "count", "whole": "rate", "changes": "yes",
}  # fmt: skip
SPREAD: Final[Columns] = {
    "grouped_words": "text", "agency_id": "agency", "value": "amount", "numerator": "count",
    "denominator": "count", "middle": "amount", "lower_quarter": "amount",
    "upper_quarter": "amount",
}  # fmt: skip
TWO_MEASURES: Final[Columns] = {
    "agency_id": "agency", "kind": "kind", "x_value": "amount", "y_value": "amount",
    "size_value": "amount",
}  # fmt: skip
TERMS: Final[Columns] = {
    "side": "text", "sign": "text", "place": "text", "counted": "count", "raw": "text",
    "status": "status", "locator": "text",
}  # fmt: skip
MEASURE_DICTIONARY: Final[Columns] = {
    "metric": "text", "formula_words": "text", "unit_words": "text", "direction_words": "text",
    "breaks": "text", "reports": "count", "caveat": "text", "metric_id": "text",
}  # fmt: skip
RULE_DICTIONARY: Final[Columns] = {
    "severity": "severity", "title": "text", "checks": "text", "judged": "count",
    "failed": "count", "not_judged": "count", "ask": "text", "rule": "text",
}  # fmt: skip
AGENCY_REGISTRY: Final[Columns] = {
    "name": "text", "region": "text", "level_words": "text", "kind_words": "text",
    "sector": "text", "guesses": "text", "peer_words": "text", "tier_words": "text",
    "new_requests": "count", "year": "year", "reports": "count", "formerly": "text",
}  # fmt: skip
FORM_CODES: Final[Columns] = {
    "form": "form", "cell": "text", "table_label": "text", "group_label": "text",
    "row_label": "text", "column_label": "text",
}  # fmt: skip
IMPORTS: Final[Columns] = {
    "number": "text", "agency_name": "text", "path": "path", "kept_at": "text",
}  # fmt: skip
ACTS: Final[Columns] = {
    "number": "text", "done_at": "text", "who": "text", "act": "text", "details": "text",
}  # fmt: skip
OUTLIERS: Final[Columns] = {
    "agency_id": "agency", "metric": "text", "reason": "text", "numerator": "count",
    "denominator": "count", "last_numerator": "count", "last_denominator": "count",
    "z": "change", "peer_z": "change", "history": "count", "peers": "count",
}  # fmt: skip


def groups(unit: str) -> Columns:
    """The columns of a measure by group, in its unit."""
    kind = "rate" if unit == "rate" else "amount"
    shown = {
        "group": "text", "year": "year", "value": kind, "numerator": "count",
        "denominator": "count", "change": "change", "comparable_reports": "count",
        "rolling_value": kind, "index_value": "amount", "reports": "count", "held": "count",
        "known": "count",
    }  # fmt: skip
    hidden = {"index_value"} if unit == "rate" else {"numerator", "denominator"}
    return {name: kind for name, kind in shown.items() if name not in hidden}


def movement(unit: str) -> Columns:
    """The columns of what moved a measure, in its unit."""
    if unit == "rate":
        return {
            "agency_id": "agency", "held_in": "movement_part", "last_value": "rate",
            "last_numerator": "count", "last_denominator": "count", "value": "rate",
            "numerator": "count", "denominator": "count", "within": "points", "mix": "points",
            "contribution": "points", "share": "rate",
        }  # fmt: skip
    return {
        "agency_id": "agency", "held_in": "movement_part", "last_value": "amount",
        "value": "amount", "contribution_amount": "amount", "share": "rate",
    }  # fmt: skip


def movement_rows(unit: str) -> Columns:
    """The columns of the rows of the form that make up a change, in the measure's unit."""
    kind = "rate" if unit == "rate" else "amount"
    change = "contribution" if unit == "rate" else "contribution_amount"
    return {
        "row": "text", "last_value": kind, "last_numerator": "count",
        "last_denominator": "count", "value": kind, "numerator": "count",
        "denominator": "count", change: "points" if unit == "rate" else "amount",
    }  # fmt: skip


def parts(unit: str) -> Columns:
    """The columns of the reports behind a number in that unit."""
    if unit == "rate":
        return {
            "agency_id": "agency", "year": "year", "numerator": "count", "denominator": "count",
            "value": "rate", "share": "rate",
        }  # fmt: skip
    return {"agency_id": "agency", "year": "year", "value": "amount", "share": "rate"}


def ranking(unit: str) -> Columns:
    """The columns of a ranking in the unit of its measure."""
    if unit == "rate":
        return {
            "agency_id": "agency", "kind": "kind", "place_rank": "count", "value": "rate",
            "numerator": "count", "denominator": "count", "low": "rate", "high": "rate",
            "last_value": "rate", "change_points": "change", "series": "series",
        }  # fmt: skip
    if unit == "balance":
        return {
            "agency_id": "agency", "kind": "kind", "value": "amount", "last_value": "amount",
            "series": "series",
        }  # fmt: skip
    return {
        "agency_id": "agency", "kind": "kind", "place_rank": "count", "value": "amount",
        "last_value": "amount", "change_percent": "change", "series": "series",
    }  # fmt: skip
