"""The fitted weights by which two mentions without numbers are held to disagree.

The numbers stand in rules/vocabulary/told.yaml, which `python -m tools.fit_told` writes. A pair is weighed in
steps, and left as soon as nothing still to be found could bring it to the cut.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.data import load
from checker.matching.likely import Likely, Pair
from checker.matching.told_rows import Row
from checker.matching.weights import probability

_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class ToldWeights:
    pair: Mapping[str, float]  # a weight a feature, and the bias
    most: Mapping[str, float]  # … those above 0
    cut: float  # probability from which on two disagree, between sources …
    cut_draft: float  # … and between a draft and a source

    def found(self, held: Likely) -> Iterator[tuple[float, Pair]]:
        """The pairs that disagree, each with how likely it is."""
        known = cache(lambda sort, way: _weigh(self.pair, {f"is_{sort}": 1.0, f"way_{way}": 1.0}))
        dear = cache(lambda sort, placed: _weigh(self.most, held.most(sort, placed)))
        for pair in held.pairs:
            odds = self.pair["bias"] + known(pair.a.sort, pair.way) + _weigh(self.pair, pair.standing())
            most = dear(pair.a.sort, pair.placed) + _weigh(self.most, held.masses(pair))
            if odds + most >= self._least(pair) and (chance := self.probability(pair)):
                yield chance, pair

    def probability(self, pair: Pair) -> float:
        """How likely a disagreement is; 0 as soon as nothing still to be found could bring it to the cut."""
        odds, least = self.pair["bias"], self._least(pair)
        for row, most in pair.parts():
            odds += _weigh(self.pair, row)
            if odds + _weigh(self.most, most) < least:
                return 0.0
        found = probability(odds)
        return found if found >= self._cut(pair) else 0.0

    def _cut(self, pair: Pair) -> float:
        return self.cut_draft if pair.drafted else self.cut

    def _least(self, pair: Pair) -> float:
        cut = self._cut(pair)
        return math.log(cut / (1 - cut)) - _ROUNDING


def _weigh(weights: Mapping[str, float], row: Row) -> float:
    weight = weights.get
    return sum([weight(name, 0.0) * x for name, x in row.items()])


@lru_cache(maxsize=1)
def told_weights() -> ToldWeights:
    data = load("told")
    most = {name: max(0.0, weight) for name, weight in data["pair"].items()}
    return ToldWeights(data["pair"], most, **data["cutoffs"])
