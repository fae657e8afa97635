"""What people lay down beside the report files: values put right, and lines that draw attention."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from annual_reports.warehouse import attention, corrections
from annual_reports.warehouse.attention import AttentionLine
from annual_reports.warehouse.corrections import Correction

FILES = (corrections.FILE, attention.FILE)


class Rulings(NamedTuple):
    """Corrections of cells and attention lines of measures."""

    corrections: Sequence[Correction] = ()
    attention: Sequence[AttentionLine] = ()


def read_rulings(folders: Iterable[Path]) -> Rulings:
    """Those that lie in these folders; raises AnnualReportsError naming a faulty entry."""
    places = list(folders)
    return Rulings(
        [one for at in places for one in corrections.read_corrections(at / corrections.FILE)],
        [one for at in places for one in attention.read_attention(at / attention.FILE)],
    )
