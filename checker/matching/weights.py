"""The fitted models: how likely two mentions are of one thing, and what that says of a draft.

The numbers stand in rules/vocabulary/matching.yaml, which `python -m tools.fit_matching` writes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from checker.data import load
from checker.matching.features import NAMES, Features
from checker.matching.mentions import Sort

NONE = -6.0  # log odds of a rival where there is none


@dataclass(frozen=True, slots=True)
class Stand:
    """How a draft's item stands in one source: log odds that the best mention that agrees is of the same
    thing, and that the best that does not is."""

    agreeing: float
    rival: float
    better: int  # mentions that do not agree and are more likely to be of the same thing

    def row(self) -> list[float]:
        return [self.agreeing, max(self.rival, NONE), float(self.rival <= NONE), min(self.better, 10) / 10]


@dataclass(frozen=True, slots=True)
class Weights:
    pair: Sequence[float]  # a weight a feature, and the bias
    backed: Sequence[float]  # of Stand.row, and the bias
    assigned: Sequence[float]  # of the best and how far it is before the next, and the bias
    tick: float  # probabilities from which on an item is backed, …
    elsewhere: float  # … up to which its figure is of something else, …
    contradicted: float  # … from which on the best rival is its partner
    sure: float

    def score(self, features: Features) -> float:
        """Log odds that two mentions are of one thing."""
        return dot(self.pair, features)

    def backing(self, stand: Stand) -> float:
        """The probability that the mention that agrees is of the same thing."""
        return probability(dot(self.backed, stand.row()))

    def assignment(self, best: float, next_best: float) -> float:
        """The probability that the best mention is of the same thing, whatever it says."""
        return probability(dot(self.assigned, [best, best - max(next_best, NONE)]))


@lru_cache(maxsize=3)
def weights(sort: Sort) -> Weights:
    data: Mapping[str, Mapping[str, float]] = load("matching")[sort.value]
    pair = data["pair"]
    return Weights(
        [*(pair[name] for name in NAMES), pair["bias"]],
        list(data["backed"].values()),
        list(data["assigned"].values()),
        **data["cutoffs"],
    )


def dot(given: Sequence[float], row: Sequence[float]) -> float:
    """What a row of features weighs, with the bias, which is the last weight."""
    return float(sum(map(mul, given, row))) + given[-1]


def probability(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
