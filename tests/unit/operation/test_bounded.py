"""What is kept is bounded by bytes: the longest unused goes first, the newest never."""

from annual_reports.ui.bounded import Bounded


def test_the_longest_unused_is_let_go_first() -> None:
    gone: list[str] = []
    held = Bounded(10, gone.append)
    held.used("a", 4)
    held.used("b", 4)
    held.used("a", 4)
    assert gone == []
    held.used("c", 4)  # 12 of 10 bytes: b was not asked for as long as a
    assert gone == ["b"]
    held.used("d", 7)  # 4 of a, 4 of c
    assert gone == ["b", "a", "c"]


def test_what_is_too_large_alone_is_kept_until_the_next_comes() -> None:
    gone: list[str] = []
    held = Bounded(10, gone.append)
    held.used("a", 50)
    assert gone == []
    held.used("b", 1)
    assert gone == ["a"]
