"""Extraction on a dask cluster of two workers, each a process under its nanny, on loopback."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from annual_reports.cli import main
from annual_reports.cluster import Cluster, cluster_at
from annual_reports.errors import AnnualReportsError
from annual_reports.parallel import Failure, Processes
from annual_reports.pipeline import DATA, build_warehouse
from annual_reports.reading import Outcome, Task, read_batch
from annual_reports.sources import Source
from annual_reports.store import FactStore
from annual_reports.warehouse import open_warehouse

IS_LONG = bool(os.environ.get("FUZZ_INPUTS"))  # as make test-all sets it
COPIES = 2000 if IS_LONG else 120
NOBODY = "tcp://127.0.0.1:9"  # the port "discard"
TABLES = ("cells", "reports", "evidence", "findings", "metric_values")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as held,
        cluster_at(held.scheduler_address) as found,
    ):
        yield found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("pingtan-2019.html", "pingtan-2020.html", "yandu-coop-2019.html"):
        shutil.copy(DATA / "reports" / name, folder)
    text = (DATA / "reports" / "pingtan-2021.html").read_text(encoding="utf-8")
    for number in range(COPIES):
        (folder / f"copy-{number}.html").write_text(f"{text}<!-- {number} -->", encoding="utf-8")
    (folder / "broken.html").write_text("nothing", encoding="utf-8")
    return folder


def test_a_worker_killed_on_the_way_loses_nothing_and_repeats_nothing(
    cluster: Cluster, folder: Path, tmp_path: Path
) -> None:
    workers = set(cluster.client.run(os.getpid).values())
    assert len(workers) == 2
    store = FactStore(tmp_path / "there" / "facts")
    killed: list[int] = []

    def kill_one(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
        for outcome in outcomes:
            if not killed and store.chunks():
                killed.append(min(workers))
                os.kill(killed[0], signal.SIGKILL)
            yield outcome

    there = build_warehouse(
        [folder], to=tmp_path / "there", with_demo=False, mapper=cluster, progress=kill_one
    )
    here = build_warehouse([folder], to=tmp_path / "here", with_demo=False, mapper=Processes(1))
    assert killed
    assert [r.code for r in there.refusals] == [r.code for r in here.refusals] == ["not-a-report"]
    keys = [reading.key for reading in store.known()]
    assert len(keys) == len(set(keys)) == COPIES + 3
    held = [open_warehouse(tmp_path / name).connection for name in ("here", "there")]
    for table in TABLES:
        of_here, of_there = (con.table(table).order("ALL").fetchall() for con in held)
        assert of_here
        assert of_here == of_there


def hang_or_die(batch: tuple[str, ...]) -> list[str]:
    if "hang" in batch:
        time.sleep(60)
    if "die" in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return [piece.upper() for piece in batch]


@pytest.mark.skipif(not IS_LONG, reason="starts many processes: in make test-all")
def test_a_piece_that_hangs_or_dies_spoils_no_other_and_costs_no_worker(cluster: Cluster) -> None:
    before = set(cluster.client.nthreads())
    batches = [("a", "die", "b"), ("c",), ("hang",), ("d",)]
    found = dict(cluster.map(hang_or_die, batches, seconds=4, pieces=1))
    assert found == {
        ("a",): ["A"], ("die",): Failure("crash"), ("b",): ["B"], ("c",): ["C"],
        ("hang",): Failure("timeout"), ("d",): ["D"],
    }  # fmt: skip
    assert set(cluster.client.nthreads()) == before


def test_a_worker_with_another_version_of_the_program_is_refused() -> None:
    path = DATA / "reports" / "pingtan-2021.html"
    task = Task(Source(path), None, "key of another version", 0, path.read_bytes())
    with pytest.raises(AnnualReportsError) as refused:
        read_batch((task,))
    assert refused.value.code == "cluster-other-program"


def test_nobody_at_the_address_and_a_missing_extra_are_said_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annual_reports.cluster._SECONDS_TO_CONNECT", 1)
    asked = ["build", str(tmp_path), "--to", str(tmp_path / "to"), "--scheduler", NOBODY]
    said = CliRunner().invoke(main, asked)
    assert said.exit_code == 1
    assert NOBODY in said.output
    monkeypatch.setitem(sys.modules, "distributed", None)
    said = CliRunner().invoke(main, asked)
    assert ".[cluster]" in said.output
