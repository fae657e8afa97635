"""Values for a made report that keep to every sum of the form."""

import random

from annual_reports.form import form_by_code
from tests.unit.extract.made_reports import Key

APPLICANTS = (
    "natural_person",
    "business",
    "research",
    "public_interest",
    "legal_service",
    "other_org",
)
AROUND = ("new_requests", "carried_in", "closed_total", "carried_out")
RESULTS = ("upheld", "corrected", "other", "pending")


def balanced_values(form: str, seed: int = 1, most: int = 60, share: float = 1.0) -> dict[Key, str]:
    """Numbers up to ``most`` in that ``share`` of the parts; totals and balances follow."""
    rng = random.Random(seed)  # noqa: S311
    values = {
        key: rng.randint(0, most) if share == 1 or rng.random() < share else 0
        for key in form_by_code(form).cell_keys
    }
    rows = list(dict.fromkeys(row for table, row, _ in values if table == "3"))
    for column in APPLICANTS:
        closed = sum(values["3", row, column] for row in rows if row not in AROUND)
        values["3", "closed_total", column] = closed
        both = closed + values["3", "carried_out", column]
        values["3", "carried_in", column] = min(values["3", "carried_in", column], both)
        values["3", "new_requests", column] = both - values["3", "carried_in", column]
    for row in rows:
        values["3", row, "total"] = sum(values["3", row, column] for column in APPLICANTS)
    for row in ("review", "litigation_direct", "litigation_after_review"):
        values["4", row, "total"] = sum(values["4", row, column] for column in RESULTS)
    return {key: str(value) for key, value in values.items()}
