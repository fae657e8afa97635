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


MEASURE = (QUERIES / "metrics" / "disclosure_rate.sql").read_text(encoding="utf-8")


def header_line(key: str) -> str:
    return next(line for line in MEASURE.splitlines(keepends=True) if line.startswith(f"-- {key}:"))


@pytest.mark.parametrize(
    ("key", "instead", "complaint"),
    [
        ("caveat_en", "", "missing in the header: caveat_en"),
        ("caveat_zh", "-- caveat_zh:\n", "empty in the header: caveat_zh"),
        ("direction", "-- direction: up\n", "direction: up is none of higher, lower, neutral"),
        ("unit", "-- unit: percent\n", "unit: percent is none of rate"),
        ("unit", "-- unit: count\n", "a rate has both, another measure neither"),
        ("denominator_en", "", "a rate has both, another measure neither"),
        ("break_years", "-- break_years: lately\n", "lately is no list of years"),
        ("below", "-- below: closed\n", "closed is no sum of cells"),
    ],
)
def test_an_entry_of_the_dictionary_is_whole(
    tmp_path: Path, key: str, instead: str, complaint: str
) -> None:
    path = tmp_path / "metrics" / "disclosure_rate.sql"
    path.parent.mkdir()
    path.write_text(MEASURE.replace(header_line(key), instead), encoding="utf-8")
    with pytest.raises(InvalidQuery) as refused:
        load_query(path)
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
