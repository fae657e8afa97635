"""Charts of a ranking that comes cut to its ends are those of the whole ranking."""

import pytest

from annual_reports import charts
from annual_reports.charts import Style
from tests.support import agency, report, requests, warehouse

_AGENCIES = 45


@pytest.mark.parametrize("metric_id", ["new_requests", "disclosure_rate"])
def test_a_cut_ranking_draws_the_same(metric_id: str, style: Style) -> None:
    codes = [f"a{at:02}" for at in range(_AGENCIES)]
    reports = [
        report(code, year, requests(new=new, disclosed=at % 19, declined_repeat=new - at % 19))
        for at, code in enumerate(codes)
        for year, new in ((2023, 20 + at * 3 % 50), (2024, 25 + at * 7 % 60))
    ]
    held = warehouse([agency(code) for code in codes], reports)
    known = {"is_demo": False, "region": None, "kinds": None, "agencies": None, "year": 2024}
    for draw in (
        lambda frame: charts.agency_ranking(frame, style, metric_id, 2024, limit=14),
        lambda frame: charts.change_ranking(frame, style, metric_id, 2024),
    ):
        whole, cut = (
            draw(held.ask("agency_ranking", **known, metric_id=metric_id, most=most))
            for most in (None, 10)
        )
        assert whole is not None
        assert cut is not None
        assert (cut.title, cut.subtitle) == (whole.title, whole.subtitle)
        assert cut.sheet.to_dict() == whole.sheet.to_dict()
