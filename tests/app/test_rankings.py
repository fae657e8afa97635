"""The values beside each agency in a ranking."""

import pandas as pd

from annual_reports.ui.rankings import _values_of_each


def test_values_stay_in_the_order_of_the_rows_and_missing_ones_keep_their_place() -> None:
    by_year = pd.DataFrame({"agency_id": ["b", "a", "b", "b"], "value": [3.0, 1.5, None, 0.0]})
    found = _values_of_each(by_year)
    assert list(found) == ["b", "a"]
    assert found["a"] == [1.5]
    assert repr(found["b"]) == "[3.0, nan, 0.0]"
