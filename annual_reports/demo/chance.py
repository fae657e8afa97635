"""Chance that falls out the same on every machine: only seeded floats, sums and square roots."""

import random
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import sqrt

_TRIALS = 24


def seeded(*parts: object) -> random.Random:
    """A source of chance that depends on those parts alone."""
    return random.Random("/".join(map(str, parts)))  # noqa: S311  # chance, not secrecy


def around(rng: random.Random, mean: float) -> int:
    """A count scattered about its mean: skewed when small, within some 20 % when large."""
    if mean < _TRIALS / 2:
        return sum(rng.random() < mean / _TRIALS for _ in range(_TRIALS))
    wobble = rng.random() + rng.random() + rng.random() - 1.5
    return max(0, round(mean + wobble * (0.1 * mean + sqrt(mean))))


def hits(rng: random.Random, trials: int, probability: float) -> int:
    """How many of so many trials succeed."""
    return sum(rng.random() < probability for _ in range(trials))


def one_of(rng: random.Random, choices: Sequence[str]) -> str:
    """One of the choices, each as likely as the others."""
    return choices[int(rng.random() * len(choices))]


def weighted(rng: random.Random, weights: Mapping[str, float]) -> str:
    """One key, each as likely as its weight."""
    mark = rng.random() * sum(weights.values())
    for key, total in zip(weights, accumulate(weights.values()), strict=True):
        if mark < total:
            return key
    return list(weights)[-1]


def heavy_tail(rng: random.Random, spread: float) -> float:
    """A factor from 1 up to 1 / (1 − spread), small values by far the commonest."""
    return 1 / (1 - spread * rng.random())


def rotate(choices: Sequence[str], year: int, *seed: object) -> str:
    """One of the choices, from year to year always another."""
    start = int(seeded(*seed).random() * len(choices))
    return choices[(start + year) % len(choices)]
