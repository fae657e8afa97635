"""The catalogue refuses what does not keep its own word, and knows every shipped query."""

from pathlib import Path

import pytest

from annual_reports.catalogue import QUERIES, load_query, queries_in, query
from annual_reports.errors import InvalidQuery

GOOD = """-- id: q
-- title_zh: 题
-- title_en: Title
-- unit: count
-- grain: one row
-- params: year, agency_id
-- why: to show
SELECT $year AS year, $agency_id AS agency_id
"""


def written(tmp_path: Path, text: str, name: str = "q.sql") -> Path:
    (tmp_path / "trends").mkdir(exist_ok=True)
    path = tmp_path / "trends" / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file_is_taken_with_its_parameters(tmp_path: Path) -> None:
    loaded = load_query(written(tmp_path, GOOD))
    assert loaded.params == ("year", "agency_id")
    assert loaded.title("zh") == "题"
    assert loaded.sql.startswith("SELECT")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("-- params: year, agency_id", "-- params: year", "used but not declared: agency_id"),
        ("-- params: year, agency_id", "-- params: year, agency_id, basis", "not used: basis"),
        ("-- why: to show\n", "", "missing in the header: why"),
        ("-- why: to show", "-- why: to show\n-- colour: red", "unknown in the header: colour"),
        ("-- id: q", "-- id: other", "id other is not the file's name"),
        ("AS agency_id\n", "AS agency_id; SELECT 1\n", "2 statements instead of one"),
        ("SELECT $year", "SELEKT $year", "Parser Error"),
    ],
)
def test_a_faulty_file_is_refused_by_name(
    tmp_path: Path, old: str, new: str, complaint: str
) -> None:
    assert old in GOOD
    with pytest.raises(InvalidQuery) as refused:
        load_query(written(tmp_path, GOOD.replace(old, new)))
    assert "trends/q.sql" in str(refused.value)
    assert complaint in str(refused.value)


def test_every_file_in_queries_is_in_the_catalogue() -> None:
    folders = {path.name for path in QUERIES.iterdir() if path.is_dir()}
    loaded = [entry for folder in folders for entry in queries_in(folder)]
    assert len(loaded) == len(list(QUERIES.rglob("*.sql")))
    asked = [entry.query_id for name in ("trends", "drilldown") for entry in queries_in(name)]
    assert len(set(asked)) == len(asked)


def test_an_unknown_question_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        query("no-such-question")
