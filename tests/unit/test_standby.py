"""A process kept ready: one for each piece, and none that is gone is waited for."""

import os
import signal
import time
from collections.abc import Iterator
from multiprocessing import active_children, get_context

import pytest

from annual_reports.parallel import Failure
from annual_reports.standby import Standby

_SEEN: list[str] = []  # in the process of the work: what it was given so far


def note(word: str) -> tuple[int, list[str]]:
    if word == "die":
        os._exit(3)
    if word == "sleep":
        time.sleep(60)
    _SEEN.append(word)
    return os.getpid(), _SEEN


@pytest.fixture
def standby() -> Iterator[Standby[str, tuple[int, list[str]]]]:
    yield Standby(note)
    for child in active_children():
        child.kill()


def _ready(standby: Standby[str, tuple[int, list[str]]]) -> int:
    """The process that waits, once there is one."""
    end = time.monotonic() + 30
    while not standby._waiting and time.monotonic() < end:
        time.sleep(0.05)
    (pool,) = standby._waiting
    (pid,) = pool._pool_manager.worker_manager.workers
    return int(pid)


def test_each_piece_has_a_process_of_its_own_that_waited_for_it(
    standby: Standby[str, tuple[int, list[str]]],
) -> None:
    standby.stand_by()
    for word in ("a", "b", "c"):
        waiting = _ready(standby)
        assert standby.run(word, seconds=30) == (waiting, [word])


def test_after_one_that_dies_or_hangs_the_next_is_ready(
    standby: Standby[str, tuple[int, list[str]]],
) -> None:
    assert standby.run("die", seconds=30) == Failure("crash")
    assert standby.run("sleep", seconds=1) == Failure("timeout")
    waiting = _ready(standby)
    assert standby.run("a", seconds=30) == (waiting, ["a"])


def test_a_process_ended_while_it_waits_is_replaced(
    standby: Standby[str, tuple[int, list[str]]],
) -> None:
    standby.stand_by()
    waiting = _ready(standby)
    time.sleep(1)
    os.kill(waiting, signal.SIGKILL)
    end = time.monotonic() + 30
    while standby._waiting[0].active and time.monotonic() < end:
        time.sleep(0.05)
    found = standby.run("a", seconds=30)
    assert isinstance(found, tuple)
    assert found[0] != waiting
    assert found[1] == ["a"]


def test_only_one_waits_at_a_time(standby: Standby[str, tuple[int, list[str]]]) -> None:
    standby.stand_by()
    waiting = _ready(standby)
    standby.stand_by()
    assert _ready(standby) == waiting


def _use_one() -> None:
    assert Standby(note).run("a", seconds=30)


def test_who_used_one_does_not_wait_at_its_end_for_the_next() -> None:
    user = get_context("spawn").Process(target=_use_one)
    user.start()
    user.join(30)
    assert user.exitcode == 0
