"""What two texts say differently: worked by hand, and what holds of any two texts."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annual_reports.differences import Run, differences

TEXTS = st.text(alphabet="公开信息申请工作年，。；\n12<&", max_size=60)


def marked(runs: list[Run]) -> str:
    return "".join(f"[{run.text}]" if run.is_changed else run.text for run in runs)


@pytest.mark.parametrize(
    ("left", "right", "marked_left", "marked_right"),
    [
        ("办结27件。", "办结30件。", "办结[27]件。", "办结[30]件。"),
        ("共1,024件，办结。", "共1,025件，办结。", "共[1,024]件，办结。", "共[1,025]件，办结。"),
        ("公开有序。", "公开有序。新增专栏。", "公开有序。", "公开有序。[新增专栏。]"),
        ("一是培训。二是宣传。", "一是培训。", "一是培训。[二是宣传。]", "一是培训。"),
        ("群众反映较好。", "企业反映较好。", "[群众]反映较好。", "[企业]反映较好。"),
        ("甲乙丙丁戊己。", "子丑寅卯辰巳。", "[甲乙丙丁戊己。]", "[子丑寅卯辰巳。]"),
        ("", "新的。", "", "[新的。]"),
        ("", "", "", ""),
    ],
)  # fmt: skip
def test_worked_by_hand(left: str, right: str, marked_left: str, marked_right: str) -> None:
    ours, theirs = differences(left, right)
    assert (marked(ours), marked(theirs)) == (marked_left, marked_right)


@given(TEXTS, TEXTS)
def test_the_runs_of_a_side_are_its_text_and_what_is_the_same_is_in_both(a: str, b: str) -> None:
    ours, theirs = differences(a, b)
    assert "".join(run.text for run in ours) == a
    assert "".join(run.text for run in theirs) == b
    same = ["".join(run.text for run in side if not run.is_changed) for side in (ours, theirs)]
    assert same[0] == same[1]


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert not any(run.is_changed for side in differences(text, text) for run in side)


def test_long_texts_take_well_under_a_second() -> None:
    clauses = [f"{'公开信息申请工作'[n % 5 :]}事项{chr(0x4E00 + n)}，" for n in range(800)]
    begun = perf_counter()
    ours, _ = differences("".join(clauses), "".join(clause[1:] for clause in clauses))
    assert perf_counter() - begun < 1
    assert "".join(run.text for run in ours) == "".join(clauses)
