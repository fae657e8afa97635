"""Attention lines come from a file and name their source."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from annual_reports.errors import AnnualReportsError
from annual_reports.pipeline import DATA
from annual_reports.warehouse.attention import AttentionLine, read_attention

GOOD = """[[lines]]
metric = "closure_rate"
data = "real"
side = "below"
value = 0.9
source = "somewhere"
date = 2024-05-01
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "attention.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_line_is_read_with_its_source(tmp_path: Path) -> None:
    known = AttentionLine(
        "closure_rate", False, "below", Decimal("0.9"), "somewhere", date(2024, 5, 1)
    )
    assert list(read_attention(written(tmp_path, GOOD))) == [known]
    assert list(read_attention(tmp_path / "none.toml")) == []


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("closure_rate", "nothing"),
        GOOD.replace("below", "beside"),
        GOOD.replace('"real"', '"both"'),
        GOOD.replace('"somewhere"', '" "'),
        GOOD.replace("2024-05-01", '"May"'),
        GOOD.replace("0.9", '"much"'),
        GOOD.replace("source", "sauce"),
        GOOD + GOOD,
        "= broken",
    ],
)
def test_a_faulty_entry_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(AnnualReportsError) as caught:
        list(read_attention(written(tmp_path, text)))
    assert caught.value.code == "attention-invalid"
    assert "attention.toml" in caught.value.message("en")


def test_the_shipped_lines_are_only_for_the_fictional_city() -> None:
    shipped = list(read_attention(DATA / "attention.toml"))
    assert shipped
    assert all(line.is_demo and "虚构" in line.source for line in shipped)
