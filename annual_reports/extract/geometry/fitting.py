"""Runs of values cut to the width their rows have in the form."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from annual_reports.extract.document import RawCell
from annual_reports.extract.geometry.runs import Nature, nature_of

Cells = tuple[RawCell, ...]
Pattern = tuple[int, tuple[int, ...]]  # how many cells a run has, and which of them count

_NO_PATTERN: Final = (0, ())


def fit(runs: Sequence[Cells], width: int, is_aligned: bool) -> list[Cells] | None:
    """Of each run the cells that count, ``width`` of them; None if that cannot be told.

    Runs of just that width fit. Of others the filled cells count where there are as many;
    where there are fewer, and cells stand below each other, the places that count in the
    other runs.
    """
    if all(len(cells) == width for cells in runs):
        return list(runs)
    filled = [_filled(cells) for cells in runs]
    pattern = _pattern(filled, width) if is_aligned else _NO_PATTERN
    fitted = []
    for cells, own in zip(runs, filled, strict=True):
        is_whole = len(own[1]) == width
        if not is_whole and (own[0] != pattern[0] or not set(own[1]) <= set(pattern[1])):
            return None
        places = own[1] if is_whole else pattern[1]
        fitted.append(tuple(cells[place] for place in places))
    return fitted


def _filled(cells: Cells) -> Pattern:
    places = (n for n, cell in enumerate(cells) if nature_of(cell.text) is not Nature.BLANK)
    return len(cells), tuple(places)


def _pattern(filled: Sequence[Pattern], width: int) -> Pattern:
    """The cells that count in most runs; of no run if that is not seen."""
    sizes = {size for size, _ in filled}
    used = {place for _, places in filled for place in places}
    if len(sizes) == 1 and len(used) == width:
        return sizes.pop(), tuple(sorted(used))
    whole = Counter(pattern for pattern in filled if len(pattern[1]) == width)
    if not whole:
        return _NO_PATTERN
    ((pattern, count),) = whole.most_common(1)
    return pattern if count * 2 > whole.total() else _NO_PATTERN
