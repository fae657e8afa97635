"""One fuzzed input: how it is made, what became of it, how to make it again."""

import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from annual_reports.errors import UnreadableFile
from annual_reports.extract.document import Document
from annual_reports.extract.geometry import places
from annual_reports.extract.readers import read_document
from annual_reports.extract.recognise import memory
from annual_reports.extract.report import report_of
from annual_reports.facts import Report
from annual_reports.sources import find_sources, read_source
from tests.fuzz import damage, grammar
from tests.fuzz.oracle import faults_of, faults_of_refusal
from tests.fuzz.paper import Paper
from tests.fuzz.structure import is_named, spoiled, truth_of, wrong_numbers
from tests.fuzz.writers import WRITERS, name_of

SECONDS = 10.0  # of computing, for one input
READ_TWICE = 20  # every so many inputs


class Case(NamedTuple):
    """An input by its family, format and seed: always the same bytes."""

    family: str
    kind: str
    seed: int

    @property
    def rng(self) -> Random:
        return Random(repr(tuple(self)))  # noqa: S311

    @property
    def command(self) -> str:
        """What makes this input again."""
        return f"python -m tests.fuzz {self.family} {self.kind} {self.seed}"


@dataclass
class Result:
    """What became of an input: the faults found; how much of it was read."""

    case: Case
    how: str = ""
    inputs: int = 1
    refusal: str = ""
    read: int = 0
    printed: int = 0
    excused: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, Any]:
        """The result in plain types, as it can pass from one process to another."""
        return {**vars(self), "case": list(self.case)}


def run(case: Case) -> Result:
    """Make the input, read it and look at what comes out."""
    result = Result(case)
    forget()
    try:
        RUNNERS[case.family](case, result)
    except Exception as error:  # what escapes is what is looked for
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        notes = " ".join(getattr(error, "__notes__", ()))
        result.faults.append(f"{type(error).__name__} in {where}: {error} {notes}")
    return result


def content_of(case: Case) -> tuple[str, bytes]:
    """The name and bytes of the file that is read."""
    if case.family == "structure":
        return name_of(case.kind), WRITERS[case.kind](spoiled(case.rng))
    spoilt = _damaged(case)
    return spoilt.name, spoilt.content


def _structure(case: Case, result: Result) -> None:
    paper = spoiled(case.rng)
    result.how = ", ".join(paper.done)
    content = WRITERS[case.kind](paper)
    truth = truth_of(paper, case.kind)
    result.printed = len(truth)
    report = read(case, name_of(case.kind), content, result)
    if case.seed % READ_TWICE == 0:
        result.faults += _remembered(case, paper)
    for cell in wrong_numbers(paper, report, case.kind) if report else ():
        if is_named(cell, report, paper):
            result.excused += 1
        else:
            wanted = ", ".join(map(str, sorted(truth.get(cell.key, ()))))
            fault = f"silent: {'/'.join(cell.key)} {cell.raw!r} for {wanted} at {cell.locator}"
            result.faults.append(fault)


def _remembered(case: Case, paper: Paper) -> Iterator[str]:
    """The same report with other numbers, read as its layout is remembered and read anew."""
    for spot in paper.spots():
        if spot.text.isdecimal():
            spot.text = str(int(spot.text) + 1)
    try:
        document = read_document(Path(name_of(case.kind)), WRITERS[case.kind](paper))
        report = report_of(document, "")
        forget()
        if report_of(document, "") != report:
            yield "what is remembered of a layout gives another report"
    except UnreadableFile:
        return


def forget() -> None:
    """So that no input depends on those before it."""
    memory.KNOWN.forget()
    places.KNOWN.forget()


def _damaged(case: Case) -> damage.Damaged:
    return damage.damaged(case.rng, case.kind, case.seed % damage.SEEDS)


def _bytes(case: Case, result: Result) -> None:
    spoilt = _damaged(case)
    result.how = spoilt.how
    if case.kind == damage.ARCHIVE:
        _archive(case, spoilt, result)
        return
    report = read(case, spoilt.name, spoilt.content, result)
    if report and spoilt.is_exact:
        paper = damage.paper(case.seed % damage.SEEDS)
        for cell in wrong_numbers(paper, report, case.kind):
            if not is_named(cell, report, paper):
                result.faults.append(f"silent: {'/'.join(cell.key)} {cell.raw!r}")


def _archive(case: Case, spoilt: damage.Damaged, result: Result) -> None:
    """The members as a build takes them in."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / spoilt.name
        path.write_bytes(spoilt.content)
        for source in find_sources([path]):
            try:
                content = read_source(source)
            except UnreadableFile as refusal:
                result.refusal = refusal.code
                result.faults += faults_of_refusal(refusal, source.path.name)
            else:
                read(case, source.path.name, content, result)


def _grammar(case: Case, result: Result) -> None:
    result.inputs = grammar.EXAMPLES
    started = time.process_time()
    result.read = grammar.explore(case.seed)
    result.seconds = time.process_time() - started


def read(case: Case, name: str, content: bytes, result: Result) -> Report | None:
    """The report, looked at; None where it was refused with a proper sentence."""
    started = time.process_time()
    path = Path(name)
    try:
        document = read_document(path, content)
        report = report_of(document, "")
    except UnreadableFile as refusal:
        result.refusal = refusal.code
        result.faults += faults_of_refusal(refusal, name)
        return None
    finally:
        result.seconds = time.process_time() - started
        if result.seconds > SECONDS:
            result.faults.append(f"took {result.seconds:.1f} s")
    result.read = sum(cell.value is not None for cell in report.cells)
    result.faults += faults_of(document, report)
    if case.seed % READ_TWICE == 0:
        result.faults += _differences(document, report, content)
    return report


def _differences(document: Document, report: Report, content: bytes) -> Iterator[str]:
    if report_of(read_document(document.path, content), "") != report:
        yield "a second reading gives another report"


RUNNERS: dict[str, Callable[[Case, Result], None]] = {
    "structure": _structure,
    "bytes": _bytes,
    "grammar": _grammar,
}
