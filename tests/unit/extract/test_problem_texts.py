"""Every problem the extraction can report has a text in both languages, and no text is idle."""

import re
from dataclasses import asdict
from pathlib import Path

import annual_reports.extract
from annual_reports.facts import Problem
from annual_reports.i18n import LANGS, catalogue, text

FOLDER = Path(annual_reports.extract.__file__).parent
CODE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')


def codes_in_source() -> set[str]:
    sources = (file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.py"))
    quoted = {code for source in sources for code in CODE.findall(source)}
    texts = {key.removeprefix("problem.") for key in catalogue() if key.startswith("problem.")}
    errors = {key.split(".")[1] for key in catalogue() if key.startswith("error.")}
    return {code for code in quoted - errors if code in texts or _is_reported(code)}


def _is_reported(code: str) -> bool:
    calls = re.compile(rf'(?:Problem|_report)\(\s*"{code}"|problem = .*"{code}"|code = .*"{code}"')
    return any(calls.search(file.read_text(encoding="utf-8")) for file in FOLDER.rglob("*.py"))


def test_every_code_has_its_texts_and_every_text_its_code() -> None:
    texts = {key.removeprefix("problem.") for key in catalogue() if key.startswith("problem.")}
    assert codes_in_source() == texts
    assert len(texts) > 10


def test_the_texts_can_be_filled_from_any_problem() -> None:
    for code in codes_in_source():
        facts = asdict(Problem(code, "甲", "乙", "丙"))
        for lang in LANGS:
            filled = text(f"problem.{code}", lang, **facts)
            assert filled
            assert "{" not in filled
