"""What speaks for two articles to be of one event, and the fitted weights by which it counts.

The numbers stand in rules/vocabulary/grouping.yaml, which `python -m tools.fit_grouping` writes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.data import load
from checker.grouping.rarity import Rarity, Weighed
from checker.grouping.sketch import Sketch
from checker.matching.weights import dot

FOR = ("names", "words", "lead", "day", "copy")  # no fitted weight of these is below 0 …
AGAINST = ("gap",)  # … nor above 0 of these
NAMES = (*FOR, *AGAINST)
_YEAR = math.log1p(365)
Row = list[float]


@dataclass(frozen=True, slots=True)
class Seen:
    """A sketch with its terms weighed by how rare they are just now."""

    sketch: Sketch
    fields: Mapping[str, Weighed]

    @classmethod
    def by(cls, rarity: Rarity, one: Sketch) -> Seen:
        return cls(one, {field: rarity.weigh(field, terms) for field, terms in one.fields.items()})


def features(a: Seen, b: Seen, rarity: Rarity) -> Row:
    """How alike two articles are, a number for each of NAMES; what is not known is 0."""
    alike = [math.sqrt(a.fields[field].cosine(b.fields[field])) for field in ("names", "words", "lead")]
    ours, theirs = a.sketch.days, b.sketch.days
    day = max((rarity.rare_day(one) for one in ours & theirs), default=0.0)
    gap = min((abs(x - y) for x in ours for y in theirs), default=0)
    copy = float(a.sketch.signature.jaccard(b.sketch.signature))
    return [*alike, day, copy, math.log1p(gap) / _YEAR]


@dataclass(frozen=True, slots=True)
class Weights:
    pair: Sequence[float]  # a weight a feature, and the bias
    joins: float  # mean log odds from which on an article joins an event
    copy: float  # share of runs of words from which on one article is a copy of another

    def odds(self, row: Row) -> float:
        """The log odds that two articles are of one event."""
        return dot(self.pair, row)


@lru_cache(maxsize=1)
def shipped_weights() -> Weights:
    data = load("grouping")
    pair = data["pair"]
    return Weights([*(pair[name] for name in NAMES), pair["bias"]], **data["cutoffs"])
